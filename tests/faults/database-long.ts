import { expect, test } from 'vitest';
import { answers, flawless } from './database-outage.ts';
import type { DatabasePlace } from './database-room.ts';
import { noDisk } from './database-saving.ts';
import { until } from './screen.ts';

/** A flush that was under way, one for all that came meanwhile, one more for those of the held session: 5 s each. */
const HELD_MS = 20_000;

/** What the short run has no time for. */
export function longOutageTests(place: DatabasePlace): void {
  test('[SAV-4] a row that somebody else holds: statements end after 5 s, nobody waits for each of the others in turn', async () => {
    const { room } = place();
    const [{ session }, other] = [await room.session(), await room.session()];
    await room.house.admin.begin(async (tx) => {
      await tx`select 1 from tandem.stream_heads where stream_id = ${session} for update`;
      const held = Array.from({ length: 6 }, () => room.post(session, HELD_MS));
      const beside = room.post(other.session, HELD_MS);
      for (const reply of await Promise.all(held)) {
        expect(reply).toMatchObject({ status: 503, code: 'unavailable' });
        expect(reply.ms).toBeGreaterThan(4_900);
      }
      expect(await beside).toMatchObject({ status: 201 });
    });
    expect((await room.house.log(session)).length).toBe(1);
    expect(await room.post(session)).toMatchObject({ status: 201 });
  }, 60_000);

  test('[SAV-2] no room for the write-ahead log: PostgreSQL ends, nothing confirmed is lost, it comes back with the room', async (context) => {
    if (noDisk !== null) context.skip(noDisk);
    const { cluster, room } = place();
    const { session, onA, onB } = await room.session();
    const writers = room.writers(session);
    await until('people write', () => writers.confirmed > 20);
    cluster.fill();
    // Until it needs a segment that there is no room for.
    await until(
      'PostgreSQL ends',
      () =>
        cluster.admin`select pg_switch_wal()`.then(
          () => false,
          () => true,
        ),
      60_000,
      0,
    );
    await until('a write is refused', async () => (await room.post(session)).status === 503, 60_000);
    cluster.free();
    const freedMs = performance.now();
    const answersMs = await answers(cluster);
    const confirmed = writers.confirmed;
    await until('people write again', () => writers.confirmed > confirmed, 30_000);
    console.log(
      `write-ahead log full: PostgreSQL ${Math.round(answersMs - freedMs)} ms after there was room, writing ${Math.round(performance.now() - answersMs)} ms later`,
    );
    await writers.stop();
    await flawless(room, session, [onA, onB], writers);
  }, 180_000);
}
