/** Sentences about entries that wait on a device. */
export const keptWords = {
  title: 'Kept on this device',
  own: 'Yours',
  nothing: 'Nothing of yours waits here: everything is saved.',
  goes: 'They are sent by themselves, in this order, as soon as the server answers.',
  states: {
    waits: 'waiting to be saved',
    otherRole: (role: string) => `waits until you act as ${role} again`,
    otherEpoch:
      'from before the database was restored: it is not sent. Export it, check it against the record, and enter it anew if it is missing',
    refused: (sentence: string) => `not stored: ${sentence}`,
    exported: 'in a file',
    pageOnly: 'in this page only',
  },
  pageOnly: (count: number) =>
    `${count} ${count === 1 ? 'entry is' : 'entries are'} in this page only, because this browser keeps nothing. Do not close or reload it before all is saved, or export to a file.`,
  cleared: 'This browser’s storage was cleared. What this page knows was kept anew.',
  gone: (count: number, name: string) =>
    `${count} ${count === 1 ? 'entry' : 'entries'} by ${name} that waited here ${count === 1 ? 'is' : 'are'} gone. Tell ${name}.`,
  others: 'Of others',
  theirs: (name: string) => `Sent when ${name} signs in here.`,
  left: (name: string) => `${name} does not work here any more.`,
  takeOver: 'Take over',
  takeOverNow: (count: number, name: string) =>
    `You become the author of ${count === 1 ? 'this entry' : `these ${count} entries`}; that ${name} recorded ${count === 1 ? 'it' : 'them'} stays with each.`,
  taken: (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'} taken over.`,
  export: 'Export to a file',
  exportHint: 'The file holds clinical words that anyone can read. Keep it as you keep a record.',
  remove: 'Remove',
  since: (howLong: string) => (howLong === '0 min' ? 'for less than a minute' : `for ${howLong}`),
  close: 'Close',
} as const;
