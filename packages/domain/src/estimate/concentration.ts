import type { Intake } from './intake.ts';
import type { Absorption, Model } from './parameters.ts';

const MINUTE = 60_000;
/** ka this near to a rate of the model, as a part of it, is moved away by as much: 0 / 0 has a limit. */
const APART = 1e-6;

/** One exponential of the answer to a microgram: `perLitre` x e^(-`perMinute` x minutes since). */
export interface Term {
  readonly perLitre: number;
  readonly perMinute: number;
}

/**
 * What one microgram does to the concentration in the blood (micrograms per litre, which is ng/mL), as a sum of
 * exponentials: exact at any moment, where small steps would add up their errors.
 */
export function responseTo(model: Model, grams: number, { fraction, perMinute: ka }: Absorption): Term[] {
  const litres = (model.litresPerKg * grams) / 1000;
  const rates = ratesOf(model);
  const central = rates.map((rate): Term => {
    const back = model.exchanges.reduce((product, exchange) => product * (exchange.back - rate), 1);
    const others = rates.reduce((product, other) => (other === rate ? product : product * (other - rate)), 1);
    return { perLitre: (fraction / litres) * (back / others), perMinute: rate };
  });
  if (ka === null) return central;
  const depot = apart(ka, rates);
  const through = central.map(({ perLitre, perMinute }) => ({
    perLitre: (perLitre * depot) / (depot - perMinute),
    perMinute,
  }));
  return [...through, { perLitre: -sum(through.map(({ perLitre }) => perLitre)), perMinute: depot }];
}

/** ng/mL at a moment from one intake; 0 before it. */
export function concentrationOf(response: readonly Term[], intake: Intake, atMs: number): number {
  const { fromMs, toMs, micrograms } = intake;
  if (atMs < fromMs) return 0;
  const oldest = (atMs - fromMs) / MINUTE;
  const newest = Math.max(0, atMs - toMs) / MINUTE;
  const delivered = toMs === fromMs ? 1 : Math.min(1, (atMs - fromMs) / (toMs - fromMs));
  const perMicrogram = sum(
    response.map(({ perLitre, perMinute }) => perLitre * meanDecay(perMinute, newest, oldest)),
  );
  return micrograms * delivered * perMicrogram;
}

/** Mean of e^(-rate x age) over ages from `newest` to `oldest`, minutes. */
function meanDecay(rate: number, newest: number, oldest: number): number {
  const width = rate * (oldest - newest);
  return Math.exp(-rate * newest) * (width === 0 ? 1 : -Math.expm1(-width) / width);
}

/** The rates at which the model falls, per minute: minus the eigenvalues of its linear system, fastest first. */
function ratesOf({ eliminated, exchanges }: Model): number[] {
  const total = eliminated + sum(exchanges.map(({ out, back }) => out + back));
  const [first, second] = exchanges;
  if (first === undefined) return [eliminated];
  if (second === undefined) {
    const product = eliminated * first.back;
    const fast = (total + Math.sqrt(total * total - 4 * product)) / 2;
    return [fast, product / fast];
  }
  const pairs =
    eliminated * (first.back + second.back) +
    first.back * second.back +
    first.out * second.back +
    second.out * first.back;
  const product = eliminated * first.back * second.back;
  // x^3 - total x^2 + pairs x - product has three real roots for any rates: the angle form of Viète.
  const spread = (total * total - 3 * pairs) / 9;
  const skew = (2 * total ** 3 - 9 * total * pairs + 27 * product) / 54;
  const angle = Math.acos(Math.min(1, Math.max(-1, skew / spread ** 1.5)));
  return [0, -1, 1].map(
    (turn) => total / 3 + 2 * Math.sqrt(spread) * Math.cos((angle + 2 * Math.PI * turn) / 3),
  );
}

function apart(ka: number, rates: readonly number[]): number {
  const near = rates.find((rate) => Math.abs(ka - rate) < rate * APART);
  return near === undefined ? ka : near * (1 + APART);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
