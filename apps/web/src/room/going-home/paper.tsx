import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { goingHomeWords as text } from '../../words/going-home-words.ts';
import classes from './paper.module.css';

/** A page over the whole room, made from what is in memory, and printed as it stands: black on white, one sheet. */
export function Paper(props: { readonly title: string; readonly children: ReactNode; onClose(): void }) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (ref.current?.open === false) ref.current.showModal();
  }, []);
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return createPortal(
    <dialog
      ref={ref}
      className={classes.layer}
      aria-labelledby={titleId}
      data-paper
      // Its Esc is its own: not also that of the panel it was opened from.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div className={classes.bar}>
        <Button look="main" onClick={() => window.print()}>
          {text.print}
        </Button>
        <Button onClick={props.onClose}>{text.close}</Button>
      </div>
      <article className={classes.paper}>
        <h1 id={titleId} className={classes.title}>
          {props.title}
        </h1>
        {props.children}
      </article>
    </dialog>,
    document.body,
  );
}

export function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.block}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export const paperClasses = classes;
