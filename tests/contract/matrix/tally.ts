import { changed } from './ledger.ts';
import type { World } from './world.ts';

/** What one matrix came to. */
export interface Tally {
  cells: number;
  readonly wrong: string[];
}

/** `npm run test:long`: every id under every role in every state; else every id under one role and samples beside. */
export const FULL = process.env.TANDEM_TEST_SIZE === 'long';

/** Runs `work`: no row of the other clinic may change by it, and none of ours unless `mayStore`. */
export async function watched(
  world: World,
  name: string,
  tally: Tally,
  mayStore: boolean,
  work: () => Promise<void>,
): Promise<void> {
  const before = await world.ledger.read();
  await work();
  const after = await world.ledger.read();
  const theirs = changed(before.theirs, after.theirs);
  const ours = mayStore ? [] : changed(before.ours, after.ours);
  if (theirs.length > 0) tally.wrong.push(`${name} changed the other clinic's ${theirs.join(', ')}`);
  if (ours.length > 0) tally.wrong.push(`${name} was to store nothing and changed ${ours.join(', ')}`);
}
