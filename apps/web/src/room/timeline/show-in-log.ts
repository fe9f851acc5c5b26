import type { NoteMark } from './session-marks.ts';

/** How long the row stays marked, in ms. */
const MARKED_MS = 1600;

/**
 * Brings a note's row of the shared log into view and marks it for a moment. The row is found as a person would find
 * it: by its time and its words. @returns false when the log does not show it, as under its filter "Clinical"
 */
export function showInLog({ atMs, text }: Pick<NoteMark, 'atMs' | 'text'>): boolean {
  const rows = document.querySelectorAll<HTMLElement>('[role="log"] article[data-kind="note"]');
  const row = [...rows].find(
    (one) =>
      Date.parse(one.querySelector('time')?.dateTime ?? '') === atMs && one.textContent?.includes(text),
  );
  if (row === undefined) return false;
  row.scrollIntoView({ block: 'center' });
  row.animate(
    [{ backgroundColor: 'var(--t-accentSoft)' }, { backgroundColor: 'var(--t-accentSoft)' }, {}],
    MARKED_MS,
  );
  return true;
}
