import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { addYear } from '../harness/year.ts';
import type { Rate } from '../load/runs.ts';
import type { ScenarioCalls } from '../programs/scenario-writer.ts';
import type { Workload } from './workload.ts';

const PER_SECOND = 5_000;
/** Clinics in turn, in one fresh database and one process, and sessions in each. */
const sizes = {
  smoke: { rounds: 2, sessions: 60 },
  normal: { rounds: 3, sessions: 306 },
  full: { rounds: 5, sessions: 1_000 },
};

/**
 * A clinic's past through the one writer: how long a first start has to wait for its demo. There is no floor to
 * hold it against, so the best round counts: others on the machine can only make it slower.
 */
export const scenarioRate: Workload = {
  id: 'SCENARIOS',
  async run(bench, _pair, size) {
    const { rounds, sessions } = sizes[size];
    const urls = await prepareDatabase(await bench.newDatabase(), bench.postgres.keysDir, () => {});
    const { child } = await bench.startProgram<ScenarioCalls>('scenarioWriter', {});
    const rates: Rate[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { clinicId, input } = await addYear(urls, bench.options.seed + round, sessions);
      rates.push(await child.call('play', urls, clinicId, input));
    }
    await child.stop();
    const entries = rates.reduce((sum, rate) => sum + rate.entries, 0);
    const tandem = Math.max(...rates.map((rate) => rate.entries / rate.seconds));
    return [
      {
        id: 'SCENARIOS',
        workload: `best of ${rounds} clinics, ${entries} entries of synthetic sessions through append, fresh database`,
        floor: null,
        tandem,
        ratio: null,
        goal: `>= ${PER_SECOND}`,
        met: tandem >= PER_SECOND,
        unit: 'entries/s',
        times: PER_SECOND / tandem,
      },
    ];
  },
};
