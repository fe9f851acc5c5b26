import classes from './grey-rows.module.css';

/** Where rows will stand, at their final size; seen only when they take longer than 300 ms (ux.md 5). */
export function GreyRows({ count, height }: { readonly count: number; readonly height: number }) {
  const rows = Array.from({ length: count }, (_, at) => `row ${at}`);
  return (
    <div className={classes.frame} aria-hidden>
      {rows.map((row) => (
        <div key={row} className={classes.row} style={{ height }}>
          <span className={classes.bar} />
          <span className={classes.bar} />
          <span className={classes.bar} />
        </div>
      ))}
    </div>
  );
}
