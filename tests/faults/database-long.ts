import { expect, test } from 'vitest';
import { ANSWER_MS, answers, flawless } from './database-outage.ts';
import type { DatabasePlace } from './database-room.ts';
import { noDisk } from './database-saving.ts';
import { until } from './screen.ts';

/** What the short run has no time for. */
export function longOutageTests(place: DatabasePlace): void {
  test('[SAV-4] a row that somebody else holds: the statement ends after 5 s, nothing is stored', async () => {
    const { room } = place();
    const { session } = await room.session();
    await room.house.admin.begin(async (tx) => {
      await tx`select 1 from tandem.stream_heads where stream_id = ${session} for update`;
      const reply = await room.post(session, ANSWER_MS);
      expect(reply).toMatchObject({ status: 503, code: 'unavailable' });
      expect(reply.ms).toBeGreaterThan(4_900);
    });
    expect((await room.house.log(session)).length).toBe(1);
    expect(await room.post(session)).toMatchObject({ status: 201 });
  }, 60_000);

  test('[SAV-2] no room for the write-ahead log: PostgreSQL ends, nothing confirmed is lost, it comes back with the room', async (context) => {
    if (noDisk !== null) context.skip(noDisk);
    const { cluster, room } = place();
    const { session, onA, onB } = await room.session();
    const writers = room.writers(session);
    await until('people write', () => writers.confirmed.size > 20);
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
    const confirmed = writers.confirmed.size;
    await until('people write again', () => writers.confirmed.size > confirmed, 30_000);
    console.log(
      `write-ahead log full: PostgreSQL ${Math.round(answersMs - freedMs)} ms after there was room, writing ${Math.round(performance.now() - answersMs)} ms later`,
    );
    await writers.stop();
    await flawless(room, session, [onA, onB], writers);
  }, 180_000);
}
