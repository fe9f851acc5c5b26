import type { ButtonHTMLAttributes, Ref } from 'react';
import classes from './button.module.css';

/** `main` once per screen, `plain` otherwise, `quiet` inside rows, `medicine` for giving a dose. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'medicine';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  /** For dense rows; still 44 px under a finger. */
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The one button. */
export function Button({ look = 'plain', small = false, className, ...rest }: ButtonProps) {
  return <button type="button" className={`${buttonClass(look, small)} ${className ?? ''}`} {...rest} />;
}

/** The same look for a link. */
export function buttonClass(look: ButtonLook = 'plain', small = false): string {
  return [classes.root, classes[look], small ? classes.small : ''].join(' ');
}

/** An icon alone, with its name for those who cannot see it. */
export function IconButton({ className, ...rest }: ButtonProps & { 'aria-label': string }) {
  return (
    <button
      type="button"
      title={rest['aria-label']}
      className={`${classes.icon} ${className ?? ''}`}
      {...rest}
    />
  );
}
