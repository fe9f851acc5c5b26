/** Sentences of making forms on paper. */
export const paperWords = {
  title: 'Paper forms',
  why: 'To write on when Tandem cannot be reached. Print them before the day begins: afterwards is too late.',
  what: 'One sheet for each session that is planned or runs on this day, and an empty one. Print them double-sided.',
  afterwards: 'What is written on them goes into Tandem afterwards, under “Started earlier” of its session.',
  date: 'Day',
  language: 'Language of the form',
  badDate: 'Choose a day.',
  make: 'Make the PDF',
  making: 'Making the forms…',
  made: (forms: number) =>
    forms === 0
      ? 'Made: an empty form. No session is planned on this day.'
      : `Made: ${forms} ${forms === 1 ? 'form' : 'forms'} and an empty one.`,
  leftOut: (count: number) =>
    `${count} ${count === 1 ? 'session is' : 'sessions are'} not shown to you: ask somebody of ${count === 1 ? 'its' : 'their'} team for ${count === 1 ? 'its form' : 'their forms'}.`,
  close: 'Close',
} as const;
