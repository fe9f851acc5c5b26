/** Sentences that more than one page says: lists, finding a client, a device that stands in a room. */
export const sharedWords = {
  seriesPlace: (number: number, of: number) => `Session ${number} of ${of}`,
  keys: {
    move: 'move',
    open: 'open',
    replay: 'replay',
    filter: 'filter',
    on: 'Turn on keys',
    off: 'Turn off keys',
  },
  asOf: {
    clock: (clock: string) => `As of ${clock}.`,
    refresh: 'Refresh',
  },
  findClient: {
    button: 'Find a client',
    label: 'Name, MRN or birth date',
    recent: 'Opened lately',
    all: 'Clients',
    more: (count: number) => `${count} more. Type more letters.`,
    sameName: (count: number, name: string) =>
      `${count} clients are called ${name}. Check given name, birth date and MRN.`,
    noMrn: 'no MRN',
    none: (text: string) => `No client matches “${text}”.`,
    empty: 'No clients yet.',
  },
  device: {
    title: 'This device',
    stands: (room: string) => `This device stands in ${room}`,
    nowhere: 'Not in a room',
    thisRoom: 'This room',
    elsewhere: (room: string) => `This session is in ${room}.`,
    withoutRoom: 'This session has no room.',
    goBack: (room: string) => `Go back to ${room}’s session`,
    kept: 'Kept on this device, for everyone who uses it.',
    notKept: 'This browser keeps nothing, so it is forgotten with the next reload.',
  },
} as const;
