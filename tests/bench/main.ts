import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine, slopeTable, table } from './harness/report.ts';
import { runBench } from './harness/run.ts';
import { runAll, workloadIds } from './workloads/run-all.ts';

const USE = 'npm run bench -- [--json FILE] [--full] [--seed N] [--only G1,CPU] [--profile DIR]';
/** A clinic group, not one person with many windows; all of them sign in over HTTP, with every limit as it is. */
const PEOPLE = 100;

function readFlags() {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      full: { type: 'boolean', default: false },
      seed: { type: 'string', default: '11' },
      only: { type: 'string', default: workloadIds.join(',') },
      /** Node's CPU profile of each Tandem process that was not killed. */
      profile: { type: 'string' },
    },
    strict: true,
  });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed must be a whole number from 0.');
  const only = values.only.split(',');
  const unknown = only.find((id) => !workloadIds.includes(id));
  if (unknown !== undefined) throw new Error(`--only: ${unknown} is none of ${workloadIds.join(', ')}.`);
  return { ...values, only, seed };
}

async function main(): Promise<void> {
  const { json, full, only, seed, profile } = readFlags();
  const say = (line: string) => console.error(line);
  say(`Seed ${seed}.`);
  const options = { seed, people: PEOPLE, say, ...(profile === undefined ? {} : { profileDir: profile }) };
  const result = await runBench(options, async (bench) => ({
    ...(await runAll(bench, full ? 'full' : 'normal', only)),
    machine: machine(bench.postgres.major),
    seed,
  }));
  console.error(table(result.goals));
  console.error(slopeTable(result.slopes));
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (json === undefined) process.stdout.write(text);
  else writeFileSync(json, text);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && error.message.startsWith('--') ? `${error.message} ${USE}` : error);
  process.exitCode = 1;
});
