import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import classes from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  onClose(): void;
}

/**
 * A browser's own modal: it traps focus, closes with Esc and gives focus back. For questions about a session,
 * never for a dose, which is read back beside the chart it changes.
 */
export function Dialog({ title, children, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog?.open !== false) return;
    // Opened by a key with Ctrl, Chromium takes the ring away from who had one: it is given on.
    const hadRing = document.activeElement?.matches(':focus-visible') === true;
    dialog.showModal();
    if (hadRing) dialog.dataset.keyboard = '';
  }, []);
  // While it is still in the page: closed after that, it would leave the focus nowhere.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={classes.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

/** Buttons at the end of a dialog or form. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
