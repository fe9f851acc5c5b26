import type { Draft } from '../draft.ts';

/** A kind bends the ordinary session: `shape` before anything is laid out, `add` once the frame stands. */
export interface Twist {
  shape?(draft: Draft): void;
  add?(draft: Draft): void;
}
