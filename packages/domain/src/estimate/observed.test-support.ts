import { concentrationOf, responseTo } from './concentration.ts';
import type { Intake } from './intake.ts';
import { type Absorption, type Model, type ModelKey, models } from './parameters.ts';

const MINUTE = 60_000;
const GRAMS = 70_000;

/** One published observation, and what the sheet of sources (clinical.md 5.4) worked out for it. */
interface Observation {
  readonly what: string;
  readonly observed: string;
  readonly route: 'iv' | 'im' | 'sl' | 'po' | 'in';
  /** What to read from the course of the model. */
  readonly read: (course: (minute: number) => number) => number;
  readonly milligrams: number;
  readonly minutes: number;
  /** Where the sheet took other values than `parameters.ts` holds. */
  readonly absorption?: Absorption;
  readonly sheet: Partial<Record<ModelKey, number>>;
}

const peak = (course: (minute: number) => number) =>
  Math.max(...Array.from({ length: 2400 }, (_, tenth) => course(tenth / 10)));
const area = (course: (minute: number) => number) =>
  Array.from({ length: 28_800 }, (_, tenth) => course(tenth / 10)).reduce((sum, value) => sum + value) / 600;
const end = (minute: number) => (course: (minute: number) => number) => course(minute);
const at = (fraction: number, perMinute: number): { absorption: Absorption } => ({
  absorption: { fraction, perMinute },
});
const TWO_DAYS = 2880;

export const observations: readonly Observation[] = [
  {
    what: '0.5 mg/kg IV over 40 min, at its end',
    observed: '185 (Zarate 2006), 100 to 250 (Krystal 1994) [S78]',
    ...{ route: 'iv', milligrams: 35, minutes: 40, read: end(40) },
    sheet: { clements250: 177, domino84: 240 },
  },
  {
    what: '5 mg IV over 30 min, at its end',
    observed: '32.1 (15.6 S, 16.5 R) [S79]',
    ...{ route: 'iv', milligrams: 5, minutes: 30, read: end(30) },
    sheet: { clements250: 28.0, domino84: 43.1 },
  },
  {
    what: '41 µg/kg/min IV, steady',
    observed: '2211 [S80]',
    ...{ route: 'iv', milligrams: 0.041 * 70 * TWO_DAYS, minutes: TWO_DAYS, read: end(TWO_DAYS) },
    sheet: { clements250: 2147, domino84: 1486 },
  },
  {
    what: '10 mg IV, area under the curve, µg·h/L',
    observed: '113 [S76]',
    // Over a minute: the area is that of the dose, however slowly it was given.
    ...{ route: 'iv', milligrams: 10, minutes: 1, read: area },
    sheet: { clements250: 10_000 / 80.2, domino84: 10_000 / 115.9 },
  },
  {
    what: '10 mg IV at once, after 2 min',
    observed: '296 (gSD 1.7) [S76]',
    ...{ route: 'iv', milligrams: 10, minutes: 0, read: end(2) },
    sheet: { clements250: 77, domino84: 182 },
  },
  {
    what: '0.5 mg/kg IM, highest',
    observed: 'about 240 at 22 min [M]',
    ...{ route: 'im', milligrams: 35, minutes: 0, read: peak },
    sheet: { clements250: 148, domino84: 70 },
  },
  {
    what: '25 mg SL, highest',
    observed: '28.6 ± 6.6 at 46 min [S74]',
    ...{ route: 'sl', milligrams: 25, minutes: 0, read: peak },
    sheet: { clements250: 21, domino84: 11 },
  },
  {
    what: '0.5 mg/kg PO, highest',
    observed: '45 ± 10 [S78]',
    ...{ route: 'po', milligrams: 35, minutes: 0, read: peak },
    sheet: {},
  },
  {
    what: '0.5 mg/kg PO, highest, with F 0.17',
    observed: '45 ± 10 [S78]',
    ...{ route: 'po', milligrams: 35, minutes: 0, read: peak, ...at(0.17, 0.045) },
    sheet: { clements250: 23, domino84: 10 },
  },
  {
    what: '0.5 mg/kg PO, highest, with F 0.23',
    observed: '45 ± 10 [S78]',
    ...{ route: 'po', milligrams: 35, minutes: 0, read: peak, ...at(0.23, 0.045) },
    sheet: { clements250: 31 },
  },
  {
    what: '25 mg PO, highest, with F 0.23, ka 0.016',
    observed: '22.8 ± 12.8 at 58 min [S74]',
    ...{ route: 'po', milligrams: 25, minutes: 0, read: peak, ...at(0.23, 0.016) },
    sheet: { clements250: 14, domino84: 8 },
  },
  {
    what: '30 mg IN, highest',
    observed: '60.8 at 14 min [S76]',
    ...{ route: 'in', milligrams: 30, minutes: 0, read: peak },
    sheet: {},
  },
  {
    what: '30 mg IN, highest, with F 0.45, ka 0.15',
    observed: '60.8 at 14 min [S76]',
    ...{ route: 'in', milligrams: 30, minutes: 0, read: peak, ...at(0.45, 0.15) },
    sheet: { clements250: 75 },
  },
  {
    what: '50 mg IN, highest, with F 0.45, ka 0.12',
    observed: '77.6 at 16 min [S76]',
    ...{ route: 'in', milligrams: 50, minutes: 0, read: peak, ...at(0.45, 0.12) },
    sheet: { clements250: 118 },
  },
  {
    what: '30 mg IN, highest, with F 0.13, ka 0.15',
    observed: '60.8 at 14 min [S76]',
    ...{ route: 'in', milligrams: 30, minutes: 0, read: peak, ...at(0.13, 0.15) },
    sheet: { clements250: 22 },
  },
  {
    what: '50 mg IN, highest, with F 0.11, ka 0.12',
    observed: '77.6 at 16 min [S76]',
    ...{ route: 'in', milligrams: 50, minutes: 0, read: peak, ...at(0.11, 0.12) },
    sheet: { clements250: 29 },
  },
];

/** ng/mL that a model predicts for an observation at 70 kg; null where it does not know the route. */
export function predicted(key: ModelKey, observation: Observation): number | null {
  const model: Model = models[key];
  const { route, milligrams, minutes, read } = observation;
  const absorption = model.routes[route] === undefined ? undefined : observation.absorption;
  const used = absorption ?? model.routes[route];
  if (used === undefined) return null;
  const response = responseTo(model, GRAMS, used);
  const given = { fromMs: 0, toMs: minutes * MINUTE, micrograms: milligrams * 1000 };
  const intake: Intake = { drug: 'ketamine', route, ...given };
  return read((minute) => concentrationOf(response, intake, minute * MINUTE));
}

const begin =
  '<!-- begin: printed from observed.test-support.ts and parameters.ts by `npx vitest run --project unit estimate-page -u` -->';
const stop = '<!-- end -->';

/** The page with everything between its marks as the code works it out. @throws Error without marks */
export function withPredictions(page: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(stop, from);
  if (from < 0 || to < 0) throw new Error(`docs/estimate.md has lost its marks: ${begin} ... ${stop}`);
  return `${page.slice(0, from)}${begin}\n\n${modelTable()}\n\n${observedTable()}\n\n${page.slice(to)}`;
}

const keys = Object.keys(models) as ModelKey[];

function modelTable(): string {
  const routes = (model: Model) =>
    Object.entries(model.routes)
      .map(([route, { fraction, perMinute }]) =>
        perMinute === null ? route.toUpperCase() : `${route.toUpperCase()} F ${fraction}, ka ${perMinute}`,
      )
      .join('; ');
  return markdown(
    ['model', 'V1 L/kg', 'k10', 'k12, k21; k13, k31', 'routes', 'source', 'trust'],
    keys.map((key) => {
      const model: Model = models[key];
      const exchanges = model.exchanges.map(({ out, back }) => `${out}, ${back}`).join('; ');
      const { litresPerKg, eliminated, source, trust } = model;
      return [`\`${key}\``, String(litresPerKg), String(eliminated), exchanges, routes(model), source, trust];
    }),
  );
}

function observedTable(): string {
  return markdown(
    ['observed, 70 kg', 'ng/mL', ...keys.map((key) => `\`${key}\``)],
    observations.map((observation) => [
      observation.what,
      observation.observed,
      ...keys.map((key) => predicted(key, observation)?.toFixed(1) ?? 'no curve'),
    ]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
