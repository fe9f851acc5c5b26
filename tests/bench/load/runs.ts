import type { AnyNewEntry } from '@tandem/domain';
import type { HttpClient } from './http-client.ts';
import { Refused, type Room } from './room.ts';
import { untilHealthy } from './viewer.ts';

export interface Rate {
  readonly entries: number;
  readonly seconds: number;
}

/** One entry, from POST to the last viewer. @returns milliseconds */
async function once(room: Room, entry: AnyNewEntry): Promise<number> {
  const everywhere = room.reachesAll(entry.id);
  const began = performance.now();
  const [stored, arrivedAt] = await Promise.all([room.post(entry), everywhere]);
  if (!stored) throw new Error('the server answered with an error of its own');
  return arrivedAt - began;
}

/**
 * `perSecond` entries a second whether or not the one before has arrived: a server that stalls is not spared
 * the entries of the meantime. @returns one latency in milliseconds per entry
 */
export async function paced(
  rooms: readonly Room[],
  entries: readonly AnyNewEntry[],
  perSecond: number,
): Promise<number[]> {
  const began = performance.now();
  return Promise.all(
    entries.map(async (entry, at) => {
      await dueAt(began + (at * 1000) / perSecond);
      return once(rooms[at % rooms.length] as Room, entry);
    }),
  );
}

function dueAt(whenMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, whenMs - performance.now()));
}

/** As fast as it goes with at most `concurrency` entries on their way, each waited for until every viewer has it. */
export async function flatOut(
  rooms: readonly Room[],
  entries: readonly AnyNewEntry[],
  concurrency: number,
): Promise<Rate> {
  const began = performance.now();
  await inTurn(
    entries,
    concurrency,
    async (entry, at) => void (await once(rooms[at % rooms.length] as Room, entry)),
  );
  return { entries: entries.length, seconds: (performance.now() - began) / 1000 };
}

/** As a device behaves: what was not confirmed is sent again under the same id once the server answers again. */
export async function stubborn(
  http: HttpClient,
  room: Room,
  entries: readonly AnyNewEntry[],
  concurrency: number,
): Promise<{ resent: number }> {
  let resent = 0;
  await inTurn(entries, concurrency, async (entry) => {
    while (!(await tried(room, entry))) {
      resent += 1;
      await untilHealthy(http);
    }
  });
  return { resent };
}

async function tried(room: Room, entry: AnyNewEntry): Promise<boolean> {
  try {
    return await room.post(entry);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return false;
  }
}

async function inTurn<T>(
  items: readonly T[],
  workers: number,
  work: (item: T, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: Math.min(workers, items.length) }, worker));
}
