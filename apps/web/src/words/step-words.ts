import type { Role } from '@tandem/domain';

/** Sentences from the start of a session to its signature; those on the buttons that lead there are in page-words.ts. */
export const stepWords = {
  start: 'Start session',
  startEarlier: 'Started earlier',
  startTitle: 'Copy in a session from paper',
  date: 'Date',
  time: 'Time',
  badTime: 'Write the time as 10:40.',
  whyPaper: 'Why it is copied in',
  paperHint: 'It is marked “Copied from paper” everywhere.',
  endTitle: 'End session',
  how: 'How it ended',
  endHint: 'Entries can still be added until it is signed.',
  meaning: 'What your signature means',
  meaningDefault: {
    physician: 'I have reviewed this record. Doses, vital signs and events are complete and correct.',
    therapist: 'I have reviewed this record. My notes are complete and correct.',
  } as Partial<Record<Role, string>>,
  signHint: 'After the last signature the record is locked. Changes are then addenda.',
  openItems: (count: number) => `${count} ${count === 1 ? 'thing is' : 'things are'} still open:`,
  asAddendum: 'Add as addendum',
  askAddendum: 'Ask the physician or therapist to add it as an addendum.',
  addendumOf: (clock: string, what: string) => `Recorded at ${clock}, not sent before the signature: ${what}`,
  notSaved: (count: number) =>
    `${count} ${count === 1 ? 'entry is' : 'entries are'} not saved yet. Sign when everything is saved.`,
} as const;
