import { describe, expect, it } from 'vitest';
import { author, idOf, note, queued, signedProblem, speaker } from './entries.test-support.ts';
import { settled } from './manual-time.test-support.ts';
import { device, slowShelf } from './outbox-device.test-support.ts';
import type { OutboxOwner } from './outbox-shelf.ts';

describe('outbox of one browser', () => {
  it('[OUT-7] goes on with what an earlier page left, the one under way included', async () => {
    const { server, shelf, page } = device();
    const left = {
      ...queued(note(1)),
      id: idOf(1),
      queuedAtMs: 0,
      attempts: 1,
      problem: null,
      exported: false,
    };
    await shelf.put({ ...left, status: 'sending' });
    page().outbox.speakAs(speaker);
    await settled();
    expect(server.ids()).toEqual([idOf(1)]);
  });

  it('[OUT-7] an earlier page stands before anything recorded since', async () => {
    const { server, shelf, page } = device();
    const before = page();
    before.outbox.speakAs(speaker);
    await before.outbox.add(queued(note(1)));
    await settled();
    await before.outbox.add(queued(note(2)));
    before.crash();
    const slowly = async (owner: OutboxOwner) => {
      await settled();
      return shelf.all(owner);
    };
    const slow = page({ ...shelf, all: slowly });
    slow.outbox.speakAs(speaker);
    await slow.outbox.add(queued(note(3)));
    for (let at = 1; at < 4; at += 1) {
      await settled();
      await settled();
      await server.answer(at, { type: 'stored' });
    }
    expect(server.ids()).toEqual([idOf(1), idOf(1), idOf(2), idOf(3)]);
  });

  it('[OUT-9] two tabs: one sends at a time, in the order recorded on both, and the other sees it stored', async () => {
    const { server, page } = device();
    const [one, two] = [page(), page()];
    one.outbox.speakAs(speaker);
    two.outbox.speakAs(speaker);
    await one.outbox.add(queued(note(1)));
    await settled();
    await two.outbox.add(queued(note(2)));
    await one.outbox.add(queued(note(3)));
    await settled();
    expect(server.ids()).toEqual([idOf(1)]);
    expect(two.outbox.items().map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
    for (let at = 0; at < 3; at += 1) await server.answer(at, { type: 'stored' });
    await settled();
    expect(server.ids()).toEqual([idOf(1), idOf(2), idOf(3)]);
    for (const { outbox } of [one, two])
      expect(outbox.items().map(({ status }) => status)).toEqual(['stored', 'stored', 'stored']);
  });

  it('[OUT-9] what one tab was refused or discarded is so in the other', async () => {
    const { server, page } = device();
    const [one, two] = [page(), page()];
    one.outbox.speakAs(speaker);
    two.outbox.speakAs(speaker);
    await one.outbox.add(queued(note(1)));
    await settled();
    await server.answer(0, { type: 'refused', problem: signedProblem });
    await settled();
    expect(two.outbox.items()).toMatchObject([
      { status: 'refused', problem: { title: signedProblem.title } },
    ]);
    two.outbox.discard(idOf(1));
    await settled();
    expect(one.outbox.items()).toEqual([]);
    expect(server.ids()).toEqual([idOf(1)]);
  });

  it('[OUT-10] an entry of another database is never sent; it is thrown away only once it is in a file', async () => {
    const { server, page } = device();
    const { outbox } = page();
    outbox.speakAs(speaker);
    await outbox.add(queued(note(1)));
    await settled();
    await server.answer(0, { type: 'other-epoch' });
    outbox.speakAs({ ...speaker, epoch: 'epoch-2' });
    outbox.retryNow();
    await settled();
    expect(server.ids()).toEqual([idOf(1)]);
    outbox.discard(idOf(1));
    expect(outbox.items()).toMatchObject([{ id: idOf(1), status: 'queued' }]);
    await outbox.exported([idOf(1)]);
    const later = page();
    later.outbox.speakAs({ ...speaker, epoch: 'epoch-2' });
    await settled();
    expect(later.outbox.items()).toMatchObject([{ exported: true }]);
    later.outbox.discard(idOf(1));
    await settled();
    expect(outbox.items()).toEqual([]);
  });

  it('[OUT-10] an answer that comes after everybody knows of the other database stops nothing', async () => {
    const { server, page } = device();
    const { outbox } = page();
    outbox.speakAs(speaker);
    await outbox.add(queued(note(1)));
    await settled();
    // The socket was quicker: it is known and said before the POST is answered.
    const now = { ...speaker, epoch: 'epoch-2' };
    outbox.speakAs(now);
    await server.answer(0, { type: 'other-epoch' });
    expect(outbox.items()).toMatchObject([{ id: idOf(1), status: 'queued' }]);
    await outbox.add(queued(note(2), { author: now, epoch: 'epoch-2' }));
    await settled();
    expect(server.ids()).toEqual([idOf(1), idOf(2)]);
    await server.answer(1, { type: 'stored' });
    const status = new Map(outbox.items().map((item) => [item.id, item.status]));
    expect([status.get(idOf(1)), status.get(idOf(2))]).toEqual(['queued', 'stored']);
  });

  it('[OUT-10] an exported entry of this database is still sent and is not thrown away', async () => {
    const { server, page } = device();
    const { outbox } = page();
    outbox.speakAs(speaker);
    await outbox.add(queued(note(1)));
    await outbox.exported([idOf(1)]);
    outbox.discard(idOf(1));
    await settled();
    expect(outbox.items()).toMatchObject([{ exported: true, status: 'sending' }]);
    expect(server.ids()).toEqual([idOf(1)]);
    // Waiting for its next try, too.
    await server.answer(0, { type: 'failed' });
    outbox.discard(idOf(1));
    await settled();
    expect(outbox.items()).toMatchObject([{ exported: true, status: 'queued' }]);
  });

  it('[OUT-7] a reading of the shelf from before something was written or taken away undoes neither', async () => {
    const { server, shelf, page } = device();
    const slow = slowShelf(shelf);
    const { outbox } = page(slow.shelf);
    outbox.speakAs(speaker);
    await outbox.add(queued(note(1)));
    await settled();
    await server.answer(0, { type: 'refused', problem: signedProblem });
    // Read while it is there, handed over when it no longer is.
    const late = await slow.holdReading(() => outbox.speakAs(speaker));
    outbox.discard(idOf(1));
    await settled();
    late();
    await settled();
    expect(outbox.items()).toEqual([]);

    const empty = await slow.holdReading(() => outbox.speakAs(speaker));
    await outbox.add(queued(note(2)));
    empty();
    await settled();
    expect(outbox.items()).toMatchObject([{ id: idOf(2), status: 'sending' }]);

    // Its removal takes a while: what is on its way off the shelf does not come back by a reading.
    await server.answer(1, { type: 'refused', problem: signedProblem });
    const gone = slow.holdRemoval();
    outbox.discard(idOf(2));
    outbox.speakAs(speaker);
    await settled();
    expect(outbox.items()).toEqual([]);
    gone();
  });

  it('[OUT-11] says what only this page holds: a full disk, or a clinic that keeps nothing on devices', async () => {
    const { shelf, page } = device();
    const full = page({ ...shelf, put: () => Promise.reject(new Error('full')) });
    full.outbox.speakAs(speaker);
    await full.outbox.add(queued(note(1)));
    expect(full.outbox.keeping()).toEqual({ pageOnly: 1, cleared: null });
    const off = page();
    off.outbox.speakAs({ ...speaker, offlineMode: false });
    await off.outbox.add(queued(note(2)));
    expect(off.outbox.keeping().pageOnly).toBe(1);
    expect(await shelf.all(speaker)).toEqual([]);
    const on = page();
    on.outbox.speakAs(speaker);
    await on.outbox.add(queued(note(3)));
    expect(on.outbox.keeping().pageOnly).toBe(0);
  });

  it('[OUT-12] a cleared storage is told at once, with what is gone; what this page has is kept again', async () => {
    const { shelf, page, clear } = device();
    const other = { ...speaker, personId: idOf(99), name: 'Dr Other' };
    const theirs = page();
    theirs.outbox.speakAs(other);
    await theirs.outbox.add(queued(note(1), { author: other }));
    theirs.crash();
    const { outbox } = page();
    outbox.speakAs(speaker);
    await outbox.add(queued(note(2)));
    await settled();
    expect(outbox.others()).toMatchObject([{ name: 'Dr Other', count: 1 }]);
    await clear();
    expect(outbox.keeping().cleared).toMatchObject({ gone: [{ name: 'Dr Other', count: 1 }] });
    expect(outbox.others()).toEqual([]);
    await settled();
    expect((await shelf.all(speaker)).map(({ id }) => id)).toEqual([idOf(2)]);
    expect(outbox.keeping().pageOnly).toBe(0);
  });

  it('[OUT-12] an empty storage that is cleared is nothing to tell of', async () => {
    const { page, clear } = device();
    const { outbox } = page();
    outbox.speakAs(speaker);
    await settled();
    await clear();
    expect(outbox.keeping().cleared).toBeNull();
  });

  it('[OUT-13] what somebody left is handed over in order; what is refused stays and holds up nothing', async () => {
    const { shelf, page } = device();
    const left = page();
    left.outbox.speakAs(speaker);
    for (const number of [1, 2, 3]) await left.outbox.add(queued(note(number)));
    left.crash();
    const { outbox } = page();
    const lead = { ...speaker, personId: idOf(99), name: 'Lea Quist', role: 'lead' as const };
    outbox.speakAs(lead);
    await settled();
    expect(outbox.others()).toMatchObject([{ name: author.name, count: 3 }]);
    const sent: string[] = [];
    const result = await outbox.adopt(speaker, async ({ id }) => {
      sent.push(id);
      return id === idOf(2) ? signedProblem : null;
    });
    expect(sent).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(result).toEqual({ stored: 2, refused: [signedProblem] });
    expect((await shelf.all(speaker)).map(({ id }) => id)).toEqual([idOf(2)]);
    expect(outbox.others()).toMatchObject([{ count: 1 }]);
    await expect(outbox.adopt(speaker, () => Promise.reject(new Error('no answer')))).rejects.toThrow();
    expect(await shelf.all(speaker)).toHaveLength(1);
  });
});
