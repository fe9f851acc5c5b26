/** Words of the estimate: apart from those of the room, which loads them later or not at all. */
export const estimateWords = {
  title: 'Ketamine, estimate',
  /** Never one number (EST-13). */
  range: (low: number, high: number) => `about ${low} to ${high} ng/mL`,
  at: (clock: string) => `at ${clock}`,
  short: 'Not a measurement.',
  ask: 'What is this?',
  about: 'An estimate, not a measurement',
  given: (amount: string) => `given ${amount}`,
  summary: (given: string) =>
    `Ketamine, estimate. A band from half to twice a published model, no measurement. ${given}`,
  /** For a plot that has no room for the whole sentence. */
  shorter: {
    off: 'No estimate: off',
    'no-dose': 'No estimate: no dose',
    esketamine: 'No estimate: esketamine',
    'no-weight': 'No estimate: no weight',
    'unmodelled-route': 'No estimate: this route',
  },
  setup: {
    title: 'Estimated concentration',
    label: 'In the session rooms of this clinic',
    off: 'Off: the lane shows what was given',
    on: 'On: the lane shows an estimate, as a band',
    saved: 'Saved. Open rooms follow when they are opened again.',
  },
} as const;
