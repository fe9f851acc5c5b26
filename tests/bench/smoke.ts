import { table } from './harness/report.ts';
import { runBench } from './harness/run.ts';
import type { Goal } from './workloads/goal.ts';
import { runAll } from './workloads/run-all.ts';

const SEED = 11;
const PEOPLE = 4;
/** Wall-clock on a shared machine swings; four times worse than the goal is no swing. */
const SLACK = 4;
/** Hold as they stand: a count and CPU time do not depend on who else uses the machine. */
const EXACT = new Set(['G10', 'G10-oracle', 'G5-oracle', 'CPU']);
/**
 * Shown, not judged: a tail of a few dozen samples is one slow commit, and lone entries come without the shared
 * commit that the limit on CPU time counts on; the peer of G5 stores without login, rules or hashing. The whole
 * benchmark judges them.
 */
const SHOWN = new Set(['G1-p99', 'G5-peer', 'CPU-lone']);

/** The small case in `npm test`. Its last line is the count that the suite runner reads. */
async function smoke(): Promise<void> {
  console.log(`Seed ${SEED}. Median of interleaved rounds (least-most).`);
  const options = { seed: SEED, people: PEOPLE, say: (line: string) => console.log(line) };
  const { goals } = await runBench(options, (bench) => runAll(bench, 'smoke'));
  console.log(table(goals));
  const judged = goals.filter(({ id }) => !SHOWN.has(id));
  const failed = judged.filter((goal) => !bearable(goal));
  for (const { id, workload } of failed) console.log(`FAILED ${id}: ${workload}`);
  console.log(`${judged.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

/**
 * By the best round of each where there are rounds: a busy neighbour can only make one worse. CPU time goes by the
 * median, for what one round did late is counted in the next: its best round is luck.
 */
function bearable({ id, goal, met, times, range, ratio }: Goal): boolean {
  // Met is met, also at 0: a process may have had the memory for its sockets already.
  if (met || EXACT.has(id)) return met;
  if (range === undefined || ratio === null || id === 'G5-cpu') return times <= SLACK;
  const moreIsBetter = goal.startsWith('>=');
  const [floor, tandem] = moreIsBetter
    ? [range.floor[1], range.tandem[1]]
    : [range.floor[0], range.tandem[0]];
  const best = tandem / floor / ratio;
  return times * (moreIsBetter ? 1 / best : best) <= SLACK;
}

await smoke();
