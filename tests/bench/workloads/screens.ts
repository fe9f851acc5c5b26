import { setTimeout as pause } from 'node:timers/promises';
import { median } from './goal.ts';
import type { Workload } from './workload.ts';

/** Microseconds of CPU time per screen and second: one core then keeps 2,000 of them current. */
const AT_MOST = 500;
const sizes = {
  smoke: { sessions: 4, viewers: 5, rounds: 3, seconds: 1 },
  normal: { sessions: 50, viewers: 10, rounds: 3, seconds: 2 },
  full: { sessions: 100, viewers: 30, rounds: 7, seconds: 5 },
};

/**
 * What it costs that open screens hear every 1.5 s that they are current, and answer each second, while nobody records
 * anything: of many clinics most rooms are silent most of the time. There is no floor: it tells nobody.
 */
export const screens: Workload = {
  id: 'SCREENS',
  onlyLong: true,
  async run({ load }, { tandem }, size) {
    const { sessions, viewers, rounds, seconds } = sizes[size];
    const rooms = await load.call('openRooms', tandem.number, sessions, viewers);
    const count = sessions * viewers;
    const found: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const before = await tandem.cpuMicros();
      await pause(seconds * 1_000);
      // The first round still has to do with their coming.
      if (round > 0) found.push(((await tandem.cpuMicros()) - before) / seconds / count);
    }
    await load.call('closeRooms', rooms);
    const micros = median(found);
    return [
      {
        id: 'SCREENS',
        workload: `CPU per second and open screen of a silent session, ${count} screens, ${rounds} rounds of ${seconds} s`,
        floor: null,
        tandem: micros,
        ratio: null,
        goal: `<= ${AT_MOST}`,
        met: micros <= AT_MOST,
        unit: 'us',
        times: micros / AT_MOST,
      },
    ];
  },
};
