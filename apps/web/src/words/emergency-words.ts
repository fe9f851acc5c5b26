/** What every room needs to declare an emergency, and to show that one runs. */
export const emergencyWords = {
  emergency: {
    title: 'Emergency',
    again: 'Press again',
    bar: 'Emergency in this session',
    lineArmed: 'Press Enter again to declare an emergency.',
    lineHint: 'Enter twice declares an emergency.',
    announced: (clock: string, name: string) => `Emergency declared ${clock} by ${name}.`,
    open: 'Open',
    running: 'running since it was declared',
  },
} as const;
