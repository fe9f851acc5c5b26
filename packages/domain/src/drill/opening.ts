import type { DrillCue } from './drill-shape.ts';

/** How every drill begins: a baseline, then an ordinary dose. Values of nobody (clinic policy). */
export const opening: readonly DrillCue[] = [
  {
    key: 'baseline',
    atS: 0,
    kind: 'vital-signs',
    data: { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5 },
  },
  {
    key: 'first-dose',
    atS: 10,
    kind: 'dose',
    data: {
      state: 'already-given',
      drug: 'ketamine',
      route: 'im',
      amountMg: 40,
      // Nobody is to answer for the gate of a drill: the reason settles what the dose would raise.
      overrideReason: 'Part of the drill.',
    },
  },
];

/**
 * An unseen High goes to every physician and nurse of the clinic after 60 seconds, and asks to fetch the physician after
 * 120 (NTC-8, clinic policy).
 */
export const escalation =
  'clinic policy: an unseen High is raised to the clinic after 60 s and asks to fetch the physician after 120 s';
export const policy = 'clinic policy';
