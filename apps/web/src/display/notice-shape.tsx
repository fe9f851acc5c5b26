import classes from './display.module.css';

/** High an octagon, Medium a triangle, as everywhere else. */
export function NoticeShape({ priority }: { readonly priority: 'high' | 'medium' }) {
  return (
    <svg className={classes.shape} data-priority={priority} viewBox="0 0 48 48" aria-hidden="true">
      {priority === 'high' ? <path d="M15 2h18l13 13v18L33 46H15L2 33V15Z" /> : <path d="M24 4 46 44H2Z" />}
    </svg>
  );
}
