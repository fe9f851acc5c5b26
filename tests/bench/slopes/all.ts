import type { Bench, Server } from '../harness/bench.ts';
import { median } from '../workloads/goal.ts';
import { flatOutWords, type RateLane, rateLanes } from '../workloads/rate-lanes.ts';
import { pacedSlope, type Slope, type SlopeSize, slopeOf, slopeSizes } from './slope.ts';

type Measured = (bench: Bench, tandem: Server, size: SlopeSize) => Promise<Slope>;

const VIEWERS = 3;
/** Entries that a resumed viewer had missed, and how often it is asked. */
const MISSED = 50;
const RESUMES = 15;

/** Rooms with so many entries in each: the log of a long session. */
async function roomsOfLength(bench: Bench, { number }: Server, lengths: readonly number[]) {
  const lanes = [];
  for (const x of lengths) {
    const rooms = await bench.load.call('openRooms', number, 1, VIEWERS);
    if (x > 0) await bench.load.call('flatOut', rooms, x, 256);
    lanes.push({ x, rooms });
  }
  return lanes;
}

async function close({ load }: Bench, lanes: readonly { readonly rooms: number }[]): Promise<void> {
  for (const { rooms } of lanes) await load.call('closeRooms', rooms);
}

const length: Measured = async (bench, tandem, size) => {
  const lanes = await roomsOfLength(
    bench,
    tandem,
    size === 'full' ? [0, 1_000, 10_000, 100_000] : [0, 1_000, 10_000],
  );
  const asked = { id: 'LENGTH', what: 'save, by entries already in the session', atMost: 1.1 };
  const slope = await pacedSlope(bench, asked, lanes, slopeSizes[size]);
  await close(bench, lanes);
  return slope;
};

/** What the nearest peer sends for an entry grows with the record (G7). */
const bytes: Measured = async (bench, tandem, size) => {
  const lanes = await roomsOfLength(bench, tandem, size === 'full' ? [0, 1_000, 10_000] : [0, 1_000]);
  const values = lanes.map(({ x, rooms }) => ({ x, rooms, rounds: [] as number[] }));
  for (let round = 0; round < slopeSizes[size].rounds; round += 1)
    for (const { rooms, rounds } of values) rounds.push(await bench.load.call('saveBytes', rooms));
  await close(bench, lanes);
  const what = 'body, reply and frame to one viewer of a blood pressure, by entries already in the session';
  return slopeOf({ id: 'BYTES', what, atMost: 1.1 }, values, 'bytes');
};

const resume: Measured = async (bench, tandem, size) => {
  const lanes = await roomsOfLength(
    bench,
    tandem,
    size === 'full' ? [1_000, 10_000, 100_000] : [1_000, 10_000],
  );
  const values = lanes.map(({ x, rooms }) => ({ x, rooms, rounds: [] as number[] }));
  for (let round = 0; round <= slopeSizes[size].rounds; round += 1) {
    for (const lane of values) {
      const ms = await bench.load.call('resume', lane.rooms, MISSED, RESUMES);
      // The first round is nobody's: connections and caches are made in it.
      if (round > 0) lane.rounds.push(ms);
    }
  }
  await close(bench, lanes);
  const what = `resume with ${MISSED} entries missed, by entries in the session, ${slopeSizes[size].rounds} rounds of ${RESUMES}`;
  return slopeOf({ id: 'RESUME', what, atMost: 1.1 }, values);
};

const sessions: Measured = async (bench, tandem, size) => {
  const lanes = [];
  for (const x of size === 'full' ? [1, 100, 1_000] : [1, 100])
    lanes.push({ x, rooms: await bench.load.call('openRooms', tandem.number, x, 1) });
  const asked = {
    id: 'SESSIONS',
    what: 'save, by sessions in progress at the same rate together',
    atMost: 1.15,
  };
  const slope = await pacedSlope(bench, asked, lanes, slopeSizes[size]);
  await close(bench, lanes);
  return slope;
};

/** As many sessions in each case; of one clinic, or of many. */
const ROOMS_OF_CLINICS = 100;

const clinics: Measured = async (bench, tandem, size) => {
  const lanes = [];
  for (const x of size === 'full' ? [1, 10, 100] : [1, 10]) {
    const others = await bench.addClinics(tandem, x);
    const parts = [];
    for (const number of others)
      parts.push(await bench.load.call('openRooms', number, ROOMS_OF_CLINICS / x, 1));
    lanes.push({ x, rooms: await bench.load.call('joinRooms', parts) });
  }
  const what = `save, by clinics that share ${ROOMS_OF_CLINICS} sessions`;
  const slope = await pacedSlope(bench, { id: 'CLINICS', what, atMost: 1.1 }, lanes, slopeSizes[size]);
  await close(bench, lanes);
  return slope;
};

const OTHER_ROOMS = 60;

/**
 * Apart: the same room is measured with and without the others. They come and go with their rooms, which takes longer
 * than a round, so that several rounds of one kind follow each other; each kind has a turn before and after the other.
 */
const others: Measured = async (bench, tandem, size) => {
  const { rounds, entries } = slopeSizes[size];
  const lane = [{ x: 0, rooms: await bench.load.call('openRooms', tandem.number, 1, VIEWERS) }];
  const values = [0, OTHER_ROOMS * 5].map((x) => ({ x, rounds: [] as number[] }));
  const half = Math.ceil(rounds / 2);
  for (const [at, turn] of [half, half, rounds - half, rounds - half].entries()) {
    const value = values[at % 2] as (typeof values)[0];
    const beside = value.x === 0 ? null : await bench.load.call('openRooms', tandem.number, OTHER_ROOMS, 5);
    for (let round = 0; round < turn; round += 1) {
      const once = await pacedSlope(bench, { id: 'OTHERS', what: '', atMost: 1.1 }, lane, {
        rounds: 1,
        entries,
      });
      value.rounds.push(once.points[0]?.median ?? Number.NaN);
    }
    if (beside !== null) await bench.load.call('closeRooms', beside);
  }
  await close(bench, lane);
  const what = `save, by viewers of other sessions, ${rounds} rounds of ${entries}`;
  return slopeOf({ id: 'OTHERS', what, atMost: 1.1 }, values);
};

const ALL_ROOMS = 100;

/** Rooms are written at every process, and each is watched at the next one: no process knows what its screens show. */
const processes: Measured = async (bench, tandem, size) => {
  const servers = [tandem];
  while (servers.length < 4) servers.push(await bench.startTandem(tandem));
  const counts = [1, 2, 4];
  const lanes = counts.map((count): RateLane => {
    const mine = servers.slice(0, count);
    const writing = mine.map((at, n) => ({
      at,
      watchedAt: mine[(n + 1) % count] as Server,
      sessions: ALL_ROOMS / count,
    }));
    return { writing, servers: mine };
  });
  const shape = { viewers: VIEWERS, rounds: slopeSizes[size].rounds, entries: size === 'full' ? 800 : 400 };
  const { rates } = await rateLanes(bench, lanes, shape);
  for (const server of servers.slice(1)) await server.stop();
  const values = rates.map(({ cpu: rounds }, at) => ({ x: counts[at] as number, rounds }));
  const perSecond = rates.map(({ perSecond: each }) => Math.round(median(each))).join(', ');
  const what = `CPU of all processes per entry, by processes, ${flatOutWords(`${ALL_ROOMS}x${VIEWERS}`, shape)}; entries/s: ${perSecond}`;
  return slopeOf({ id: 'PROCESSES', what, atMost: 3 }, values, 'us');
};

/** What grows beside an entry, and what it may cost it. A new one is one function here. */
export const slopes: Readonly<Record<string, Measured>> = {
  LENGTH: length,
  BYTES: bytes,
  RESUME: resume,
  SESSIONS: sessions,
  CLINICS: clinics,
  OTHERS: others,
  PROCESSES: processes,
};
