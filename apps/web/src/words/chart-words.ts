/** Sentences of the session room's timeline. */
export const chartWords = {
  title: 'Timeline',
  lanes: {
    'blood-pressure': 'Blood pressure',
    'heart-rate': 'Heart rate',
    spo2: 'SpO₂',
    ketamine: 'Ketamine given',
    notes: 'Notes',
  },
  doses: 'Doses',
  none: 'No reading',
  was: (value: string) => `was ${value}`,
  map: 'MAP',
  mapHint: 'Mean pressure, calculated',
  roomAir: 'room air',
  oxygen: (litres: number) => `oxygen ${litres} L/min`,
  old: (howLong: string) => `${howLong} old`,
  at: (clock: string) => `at ${clock}`,
  onBaseline: (change: string) => `${change} on baseline`,
  onLimit: (change: string, limit: number) => `${change} on ${limit}, raised`,
  asBaseline: 'as baseline',
  /** Each from the longest to the shortest, for plots with less and less room. */
  baseline: (value: string) => [`baseline ${value}`, `base ${value}`, value],
  raisedBaseline: (value: string) => [`raised baseline ${value}`, `raised ${value}`, value],
  noBaseline: 'no baseline',
  upperLimit: (value: number, example: boolean) =>
    example ? [`limit ${value}, example`, `${value}, example`] : [`limit ${value}`, `${value}`],
  lowerLimit: (value: number, example: boolean) =>
    example
      ? [`lower limit ${value}, example`, `limit ${value}, example`, `${value}, example`]
      : [`lower limit ${value}`, `limit ${value}`, `${value}`],
  doseLimit: (amount: string) => `limit ${amount}`,
  noMedicine: 'No medicine given yet.',
  infusion: {
    over: (amount: string, howLong: string) => `${amount} IV over ${howLong}`,
    running: (rate: string) => `${rate} IV running`,
    paused: 'IV paused',
  },
  doseCount: (count: number) => `${count} ${count === 1 ? 'dose' : 'doses'}`,
  totalSoFar: (amount: string) => `total ${amount}`,
  lastDose: (ago: string) => `last ${ago}`,
  earlierOnly: 'All readings are earlier. They are in the table.',
  axisStep: (from: number, to: number) => `axis widened, ${from} to ${to}`,
  amended: (clock: string, was: string, reason: string) =>
    [`amended ${clock}`, `was ${was}`, reason].filter((part) => part !== '').join(', '),
  nothing: 'nothing',
  /** No two alike: a short phase is still told from its neighbour. */
  phaseShort: { settling: 'S', onset: 'O', peak: 'Pe', plateau: 'Pl', return: 'R', grounding: 'G' },
  phaseFrom: (name: string, clock: string) => `${name} from ${clock}`,
  due: (clock: string, then: readonly string[]) =>
    `Vital signs due at ${clock}${then.length === 0 ? '' : `, then ${then.join(', ')}`}`,
  kept: 'waiting to be saved',
  focus: 'Readings, step with the arrow keys',
  noFocus: 'No reading chosen',
  asTable: 'View as table',
  asChart: 'View as chart',
  table: {
    time: 'Time',
    entry: 'Entry',
    kinds: {
      dose: 'Dose',
      'infusion-start': 'Infusion',
      'infusion-rate': 'Infusion',
      'infusion-stop': 'Infusion',
      phase: 'Phase',
      'adverse-event': 'Adverse event',
      assessment: 'Assessment',
      note: 'Note',
      moment: 'Moment',
      shift: 'Shift',
      'words-to-keep': 'Words to keep',
    },
    by: 'By',
    empty: 'Nothing recorded yet.',
  },
  summary: {
    none: (lane: string) => `${lane}, no reading yet.`,
    readings: (lane: string, count: number, latest: string, clock: string) =>
      `${lane}, ${count} ${count === 1 ? 'reading' : 'readings'}, latest ${latest} at ${clock}.`,
    ketamine: (amount: string, count: number) =>
      `Ketamine given, ${amount} in ${count} ${count === 1 ? 'dose' : 'doses'}.`,
    noNotes: 'Notes, none yet.',
    notes: (count: number, clock: string) =>
      `Notes, ${count}, latest at ${clock}. A click shows it in the log.`,
  },
} as const;
