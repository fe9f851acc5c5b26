import type { EmergencyMark } from '@tandem/domain';

/** Sentences of the emergency's keys and of the page that is handed over. */
export const emergencyPanelWords = {
  declared: (clock: string, name: string) => `Declared ${clock} by ${name}`,
  over: (clock: string) => `Over ${clock}`,
  keys: 'Stamps',
  stamps: {
    'help-called': 'Help called',
    oxygen: 'Oxygen',
    airway: 'Airway',
    'iv-access': 'IV access',
    drug: 'Drug',
    'ems-here': 'EMS here',
    'left-with-ems': 'Left with EMS',
    over: 'Over',
  } satisfies Record<Exclude<EmergencyMark, 'declared'>, string>,
  notYet: 'not yet',
  which: 'Which drug',
  whichHint: 'Write it, then press Drug. The stamp alone is enough.',
  undo: 'A wrong stamp is marked entered in error in the log.',
  handover: 'Hand-over page',
  toLine: 'Entry line',
  close: 'Close',
} as const;
