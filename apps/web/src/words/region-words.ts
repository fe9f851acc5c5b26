/** What is said about the times of a moment that lasted, wherever they are typed. */
export const regionWords = {
  needed: 'Write what it was, or choose a tag.',
  badUntil: 'Write the end as 10:40, or leave it empty for one point.',
  before: 'The end lies before the start. Check both times.',
} as const;
