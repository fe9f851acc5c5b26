import { checkRows } from '../checklist/catalog.ts';
import type { DrillCue } from './drill-shape.ts';

/** Weight of the drill's client, in kg. */
export const WEIGHT_KG = 70;

/** How every drill begins: a full checklist, a baseline, an ordinary dose. Values of nobody (clinic policy). */
export const opening: readonly DrillCue[] = [
  {
    key: 'checklist',
    atS: 0,
    kind: 'checklist',
    data: {
      answers: checkRows
        .filter(({ list }) => list === 'gate')
        .map(({ key, asks }) => ({
          item: key,
          result: 'fulfilled',
          ...(asks === 'weight' ? { weightKg: WEIGHT_KG } : {}),
        })),
    },
  },
  {
    key: 'baseline',
    atS: 2,
    kind: 'vital-signs',
    data: { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, moaas: 5 },
  },
  {
    key: 'first-dose',
    atS: 10,
    kind: 'dose',
    data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 },
  },
];

/**
 * An unseen High goes to every physician and nurse of the clinic after 60 seconds, and asks to fetch the physician after
 * 120 (NTC-8, clinic policy).
 */
export const escalation =
  'clinic policy: an unseen High is raised to the clinic after 60 s and asks to fetch the physician after 120 s';
export const policy = 'clinic policy';
