import { holds, type Verdict } from '../load/oracle.ts';
import type { Goal } from './goal.ts';
import type { Workload } from './workload.ts';

const VIEWERS = 3;
const CONCURRENCY = 16;
const sizes = {
  smoke: { kills: 1, entries: 400 },
  normal: { kills: 3, entries: 3_000 },
  full: { kills: 10, entries: 10_000 },
};

/**
 * kill -9 of the API in the middle of writes, and again on the same database: devices send what was not
 * confirmed under the same ids, viewers resume by cursor, and nothing is lost or doubled.
 */
export const g10: Workload = {
  id: 'G10',
  async run({ load }, { tandem }, size) {
    const { kills, entries } = sizes[size];
    const rooms = await load.call('openRooms', tandem.number, 1, VIEWERS);
    const writing = load.call('stubborn', rooms, entries, CONCURRENCY);
    const killing = (async () => {
      for (let kill = 1; kill <= kills; kill += 1) {
        await load.call('confirmed', rooms, Math.floor((entries * kill) / (kills + 1)));
        await tandem.kill();
        await tandem.startAgain();
      }
    })();
    const [{ resent }] = await Promise.all([writing, killing]);
    if (resent === 0) throw new Error('the kill interrupted nothing, so nothing was shown');
    const verdict = await load.call('judge', rooms);
    await load.call('closeRooms', rooms);
    const workload = `${entries} entries, 1x${VIEWERS}, ${kills} x kill -9 of the API, ${resent} sent again`;
    return [oracleGoal('G10', workload, verdict, entries)];
  },
};

/** @param entries how many must have been confirmed, where that is known */
export function oracleGoal(id: string, what: string, verdict: Verdict, entries = verdict.confirmed): Goal {
  const { confirmed, lost, doubled, gaps } = verdict;
  const met = confirmed === entries && holds(verdict);
  const workload = `${what}: ${confirmed} confirmed, ${lost} lost, ${doubled} doubled, ${gaps} gaps`;
  const tandem = lost + doubled + gaps + Math.abs(entries - confirmed);
  return {
    id,
    workload,
    floor: null,
    tandem,
    ratio: null,
    goal: '0',
    met,
    unit: 'faults',
    times: met ? 1 : Infinity,
  };
}
