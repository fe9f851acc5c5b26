import type { RouteKey } from '../drugs/catalog.ts';

/** How a dose comes into the blood by one route. */
export interface Absorption {
  /** Share of the dose that reaches the blood, 0 to 1. */
  readonly fraction: number;
  /** First-order rate from the depot, per minute; null: given straight into the blood. */
  readonly perMinute: number | null;
}

/** A published population model of racemic ketamine in adults: rates per minute, volume by weight. */
export interface Model {
  /** Central volume, litres per kg. */
  readonly litresPerKg: number;
  /** Elimination from the central volume, per minute (k10). */
  readonly eliminated: number;
  /** From the central volume into each other one and back, per minute (k12 with k21, k13 with k31). */
  readonly exchanges: readonly { readonly out: number; readonly back: number }[];
  /** A route that is not here is not modelled, and then there is no curve. */
  readonly routes: Readonly<Partial<Record<RouteKey, Absorption>>>;
  readonly source: string;
  readonly trust: string;
}

const vein: Absorption = { fraction: 1, perMinute: null };

/**
 * The numbers of clinical.md 5.1 and 5.2, without a change. Rates of absorption are fitted so that `clements250`
 * peaks when the source says, so no other model may borrow them.
 */
export const models = {
  clements250: {
    litresPerKg: 1.7522,
    eliminated: 0.0109,
    exchanges: [{ out: 0.0186, back: 0.0137 }],
    routes: {
      iv: vein,
      // Peak at 22 min [M, Grant 1981]; F widely quoted [S72].
      im: { fraction: 0.93, perMinute: 0.074 },
      // Peak at 45 min; wafer [S73].
      sl: { fraction: 0.29, perMinute: 0.024 },
      // F: upper end of 0.17 to 0.20 [S72, S75], and 0.23 in [S74]. Of the two published peaks (30 and 58 min) the
      // earlier: a curve that lags tells people that more is to come when it may be past.
      po: { fraction: 0.2, perMinute: 0.045 },
      // Peak at 14 to 16 min [S76]; F of three people [S75], and others found 0.11 to 0.17: the least certain row.
      in: { fraction: 0.45, perMinute: 0.13 },
    },
    source: 'Clements & Nimmo 1981, Br J Anaesth 53:27, doi 10.1093/bja/53.1.27 [S63]',
    trust: 'read in a public transcription; a second one agrees within 3 % [S64]',
  },
  domino84: {
    litresPerKg: 0.063,
    eliminated: 0.438,
    exchanges: [
      { out: 0.592, back: 0.247 },
      { out: 0.59, back: 0.0146 },
    ],
    routes: { iv: vein },
    source: 'Domino 1984, Clin Pharmacol Ther 36:645 [S65]',
    trust: 'read in a public transcription; a second one with the same numbers cites the paper of 1982 [S63]',
  },
} as const satisfies Record<string, Model>;

export type ModelKey = keyof typeof models;
export const defaultModel: ModelKey = 'clements250';
