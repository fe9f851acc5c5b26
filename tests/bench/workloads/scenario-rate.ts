import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { addYear } from '../harness/year.ts';
import type { ScenarioCalls } from '../programs/scenario-writer.ts';
import type { Workload } from './workload.ts';

const PER_SECOND = 5_000;
const sizes = { smoke: 150, normal: 306, full: 1_000 };

/** A clinic's past through the one writer on a fresh database: how long a first start has to wait for its demo. */
export const scenarioRate: Workload = {
  id: 'SCENARIOS',
  async run(bench, _pair, size) {
    const sessions = sizes[size];
    const urls = await prepareDatabase(await bench.newDatabase(), bench.postgres.keysDir, () => {});
    const { clinicId, input } = await addYear(urls, bench.options.seed, sessions);
    const { child } = await bench.startProgram<ScenarioCalls>('scenarioWriter', {});
    const { entries, seconds } = await child.call('play', urls, clinicId, input);
    await child.stop();
    const tandem = entries / seconds;
    return [
      {
        id: 'SCENARIOS',
        workload: `${entries} entries of ${sessions} synthetic sessions through append, fresh database`,
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
