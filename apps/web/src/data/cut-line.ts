/** On the timer that nobody sets. */
let untilMs = 0;
let lose = () => {};

/** A drill asks this page to do without its line: while it does, nothing goes out and nothing comes in. */
export const isCut = () => performance.now() < untilMs;

/** From now on, for so many milliseconds; the socket is lost at once. */
export function cutLine(forMs: number): void {
  untilMs = performance.now() + forMs;
  if (isCut()) lose();
}

/** @param task how the newest socket of this page is lost; at once where the line is cut already */
export function whenCut(task: () => void): void {
  lose = task;
  if (isCut()) queueMicrotask(task);
}
