import { type DrugKey, drugCatalog, type RouteKey, routeKeys } from '../drugs/catalog.ts';
import { type Dose, doseSchema } from '../entries/dose.ts';
import { firstIssue } from '../issues.ts';
import { readNumber } from './number-token.ts';
import { isProblem, type Part } from './reading.ts';

/** Injection sites by the letters people type; anything else after the route is not a dose line. */
export const siteShortForms: Readonly<Record<string, string>> = {
  rd: 'right deltoid',
  ld: 'left deltoid',
  rt: 'right thigh',
  lt: 'left thigh',
  rg: 'right gluteal',
  lg: 'left gluteal',
};

/**
 * `k 40 im`, `k 20 im rd`, `ondansetron 4 iv`, with `given` at the end for one that was given already.
 * `k` is only a key for ketamine and counts only before a number; esketamine has no short form, because one
 * letter between two drugs is one slip between two drugs. Null unless the line is a dose.
 */
export function readDose(line: string): Part<Dose> {
  const match = /^([a-z]+)\s+([\d.,]+)\s?(mg|mcg|µg|ug|g|ml)?(?:\s+(.*))?$/i.exec(line);
  if (match === null) return null;
  const drug = drugOf((match[1] as string).toLowerCase());
  if (drug === null) return null;
  const amount = readNumber(match[2] as string);
  if (amount === null) return null;
  if (isProblem(amount)) return amount;
  const unit = match[3]?.toLowerCase();
  if (unit !== undefined && unit !== 'mg')
    return { sentence: `Doses are in mg here, not ${unit}. Write the amount in mg.` };
  return withRoute(drug, amount, (match[4] ?? '').toLowerCase().split(/\s+/).filter(Boolean));
}

function drugOf(word: string): DrugKey | null {
  if (word === 'k') return 'ketamine';
  const row = drugCatalog.find((candidate) => candidate.key === word && candidate.key !== 'other');
  return row?.key ?? null;
}

function withRoute(drug: DrugKey, amountMg: number, words: readonly string[]): Part<Dose> {
  const state = words.at(-1) === 'given' ? 'already-given' : 'about-to-give';
  const [route, site, ...more] = state === 'already-given' ? words.slice(0, -1) : words;
  if (route === undefined) return { sentence: `Add the route: ${routeKeys.join(', ')}.` };
  if (!routeKeys.includes(route as RouteKey) || more.length > 0) return null;
  if (site !== undefined && siteShortForms[site] === undefined) return null;
  const parsed = doseSchema.safeParse({
    state,
    drug,
    route,
    amountMg,
    ...(site === undefined ? {} : { site: siteShortForms[site] }),
  });
  if (parsed.success) return parsed.data;
  return { sentence: firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '') };
}
