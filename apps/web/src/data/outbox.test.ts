import { describe, expect, it } from 'vitest';
import { author, idOf, note, queued, sessionB, signedProblem, speaker } from './entries.test-support.ts';
import { manualTime, settled } from './manual-time.test-support.ts';
import { createOutbox } from './outbox.ts';
import { memoryShelf } from './outbox-shelf.ts';
import { BACKOFF_MAX_MS, BACKOFF_MIN_MS, backoffMs } from './scheduler.ts';
import { slowServer } from './slow-server.test-support.ts';

function setUp() {
  const time = manualTime();
  const server = slowServer();
  const shelf = memoryShelf();
  const outbox = createOutbox({ send: server.send, shelf, scheduler: time, random: () => 0.5 });
  outbox.speakAs(speaker);
  return { time, server, shelf, outbox };
}

describe('outbox', () => {
  it('[OUT-1] sends one entry of a session at a time, in the order recorded', async () => {
    const { server, outbox } = setUp();
    for (const number of [1, 2, 3]) await outbox.add(queued(note(number)));
    await settled();
    expect(server.ids()).toEqual([idOf(1)]);
    await server.answer(0, { type: 'stored' });
    expect(server.ids()).toEqual([idOf(1), idOf(2)]);
    await server.answer(1, { type: 'stored' });
    expect(server.ids()).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  it('[OUT-1] keeps the order also when the shelf takes longer over the first', async () => {
    const time = manualTime();
    const server = slowServer();
    const shelf = memoryShelf();
    const puts: (() => void)[] = [];
    const slow = { ...shelf, put: () => new Promise<void>((done) => puts.push(done)) };
    const outbox = createOutbox({ send: server.send, shelf: slow, scheduler: time, random: () => 0 });
    outbox.speakAs(speaker);
    void outbox.add(queued(note(1)));
    void outbox.add(queued(note(2)));
    await settled();
    for (let turn = 0; turn < 2; turn += 1) {
      for (const done of puts.splice(0).reverse()) done();
      await settled();
    }
    expect(outbox.items().map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  });

  it('[OUT-1] a shelf that is full loses nothing and stops nothing', async () => {
    const server = slowServer();
    const full = { ...memoryShelf(), put: () => Promise.reject(new Error('full')) };
    const outbox = createOutbox({ send: server.send, shelf: full, scheduler: manualTime(), random: () => 0 });
    outbox.speakAs(speaker);
    await outbox.add(queued(note(1)));
    await outbox.add(queued(note(2)));
    expect(outbox.items().map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  });

  it('[OUT-2] another session does not wait', async () => {
    const { server, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await outbox.add(queued(note(2), { sessionId: sessionB }));
    await settled();
    expect(server.ids()).toEqual([idOf(1), idOf(2)]);
  });

  it('[OUT-3] sends the same id again after silence, and nothing overtakes it', async () => {
    const { time, server, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await outbox.add(queued(note(2)));
    await settled();
    await server.answer(0, { type: 'failed' });
    expect(server.ids()).toEqual([idOf(1)]);
    await time.advance(backoffMs(1, () => 0.5) - 1);
    expect(server.ids()).toEqual([idOf(1)]);
    await time.advance(1);
    expect(server.ids()).toEqual([idOf(1), idOf(1)]);
    server.asked[1]?.fail(new Error('network'));
    await settled();
    await time.advance(BACKOFF_MAX_MS);
    expect(server.ids()).toEqual([idOf(1), idOf(1), idOf(1)]);
    await server.answer(2, { type: 'stored' });
    expect(server.ids().at(-1)).toBe(idOf(2));
  });

  it('[OUT-3] waits between 0.25 and 10 seconds, however often and whatever the dice say', () => {
    for (let attempt = 1; attempt < 40; attempt += 1) {
      for (const dice of [0, 0.5, 0.999999]) {
        expect(backoffMs(attempt, () => dice)).toBeGreaterThanOrEqual(BACKOFF_MIN_MS);
        expect(backoffMs(attempt, () => dice)).toBeLessThanOrEqual(BACKOFF_MAX_MS);
      }
    }
  });

  it('[OUT-4] sets a refused entry aside with its sentence and its text, and goes on', async () => {
    const { server, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await outbox.add(queued(note(2)));
    await settled();
    await server.answer(0, { type: 'refused', problem: signedProblem });
    const [refused] = outbox.items();
    expect(refused).toMatchObject({ id: idOf(1), status: 'refused', line: `line of ${idOf(1)}` });
    expect(refused?.problem?.title).toBe(signedProblem.title);
    expect(server.ids()).toEqual([idOf(1), idOf(2)]);
    outbox.discard(idOf(1));
    expect(outbox.items().map(({ id }) => id)).toEqual([idOf(2)]);
  });

  it('[OUT-4] throws nothing away but what was refused', async () => {
    const { outbox } = setUp();
    await outbox.add(queued(note(1)));
    outbox.discard(idOf(1));
    expect(outbox.items()).toHaveLength(1);
  });

  it('[OUT-5] an entry that came over the socket is settled, whatever its POST says later', async () => {
    const { time, server, shelf, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await settled();
    outbox.arrived([idOf(1)]);
    expect(outbox.items()).toEqual([]);
    await server.answer(0, { type: 'failed' });
    await time.advance(60_000);
    expect(outbox.items()).toEqual([]);
    expect(server.ids()).toEqual([idOf(1)]);
    expect(await shelf.all(speaker)).toEqual([]);
  });

  it('[OUT-5] what came over the socket holds up nothing behind it, whatever its POST says later', async () => {
    const { server, outbox } = setUp();
    for (const number of [1, 2]) await outbox.add(queued(note(number)));
    await settled();
    outbox.arrived([idOf(1)]);
    await server.answer(0, { type: 'failed' });
    expect(server.ids()).toEqual([idOf(1), idOf(2)]);
  });

  it('[OUT-5] a stored entry stays in sight until it comes over the socket', async () => {
    const { server, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await settled();
    await server.answer(0, { type: 'stored' });
    expect(outbox.items()).toMatchObject([{ id: idOf(1), status: 'stored' }]);
    outbox.arrived([idOf(1)]);
    expect(outbox.items()).toEqual([]);
  });

  it('[OUT-6] never sends an entry under another person or role', async () => {
    const { time, server, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await settled();
    await server.answer(0, { type: 'signed-out' });
    const other = { ...speaker, personId: idOf(99), name: 'Dr Other' };
    outbox.speakAs(other);
    expect(outbox.items()).toEqual([]);
    expect(outbox.others()).toMatchObject([{ name: author.name, count: 1 }]);
    await time.advance(60_000);
    expect(server.ids()).toEqual([idOf(1)]);
    await outbox.add(queued(note(2), { author: other }));
    await settled();
    expect(server.ids()).toEqual([idOf(1), idOf(2)]);
    await server.answer(1, { type: 'stored' });
    outbox.speakAs({ ...speaker, role: 'therapist' });
    await settled();
    expect(server.ids()).toHaveLength(2);
    outbox.speakAs(speaker);
    await settled();
    expect(server.ids()).toEqual([idOf(1), idOf(2), idOf(1)]);
  });

  it('[OUT-8] the network is back: no waiting for the rest of a back-off', async () => {
    const { server, outbox } = setUp();
    await outbox.add(queued(note(1)));
    await settled();
    await server.answer(0, { type: 'failed' });
    outbox.retryNow();
    await settled();
    expect(server.ids()).toEqual([idOf(1), idOf(1)]);
  });
});
