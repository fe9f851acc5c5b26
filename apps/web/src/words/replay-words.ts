const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;

/** Sentences of a session that is shown again. */
export const replayWords = {
  title: 'Replay',
  /** Always in sight: nobody may take it for what happens now. */
  notLive: 'Replay, not live',
  toReport: 'Report',
  toRoom: 'Session room',
  notYet: 'There is nothing to show again before the session has started.',
  reading: (read: number) => `Reading the record: ${entries(read)} so far`,
  play: 'Play',
  stop: 'Stop',
  speed: 'Speed',
  speeds: { 1: '×1', 5: '×5', 20: '×20', 60: '×60' },
  place: 'Moment of the session',
  of: (end: string) => `of ${end}`,
  /** Spoken for the slider. */
  at: (clock: string, shown: number, all: number) => `${clock}, ${shown} of ${entries(all)}`,
  jump: 'Jump to',
  stops: { dose: 'dose', notice: 'notice', note: 'note', entry: 'entry' },
  next: (what: string) => `Next ${what}`,
  previous: (what: string) => `${what[0]?.toUpperCase()}${what.slice(1)} before`,
  /** Of a phone, whose two buttons stop at each of them. */
  any: 'dose, notice or note',
  none: (what: string) => `No ${what} there`,
  view: 'Shown',
  views: { known: 'Known then', happened: 'Told today', device: 'One device' },
  device: 'Device',
  deviceOf: (people: string, count: number) => `${people} (${entries(count)})`,
  told: {
    known: (shown: number, all: number) =>
      shown === all
        ? `All ${entries(all)} were in the record.`
        : `${shown} of ${entries(all)} were in the record; corrections made later are not shown.`,
    happened: 'Each entry stands at its moment, with every later correction.',
    device: (known: number) =>
      `What this device is known to have had: ${entries(known)}. It may have had more: between two entries nobody wrote down what was on its screen.`,
    after: 'After the end of the session',
  },
} as const;
