import { describe, expect, it } from 'vitest';
import { author, idOf, note, queued, sessionA, sessionB, speaker } from './entries.test-support.ts';
import { manualTime } from './manual-time.test-support.ts';
import { createOutbox } from './outbox.ts';
import { memoryShelf } from './outbox-shelf.ts';
import type { SendOutcome } from './outbox-types.ts';
import { createPresenceStore } from './presence-store.ts';
import type { OwnPresence, PresenceListener } from './socket-states.ts';

function setUp() {
  const time = manualTime();
  const said: string[] = [];
  let listener: PresenceListener = () => {};
  const socket = {
    onPresence(_sessionId: string, given: PresenceListener) {
      listener = given;
      return () => {};
    },
    present: (_sessionId: string, { writing, pending }: OwnPresence) =>
      void said.push(`${writing ?? 'nothing'} ${pending}`),
  };
  const answers: ((outcome: SendOutcome) => void)[] = [];
  const send = () => new Promise<SendOutcome>((resolve) => void answers.push(resolve));
  const outbox = createOutbox({ send, shelf: memoryShelf(), scheduler: time, random: () => 0 });
  outbox.speakAs(speaker);
  const parts = { sessionId: sessionA, socket, outbox, scheduler: time, personId: author.id };
  return {
    time,
    said,
    outbox,
    answers,
    store: createPresenceStore(parts),
    tell: (...people: Parameters<PresenceListener>) => listener(...people),
  };
}

describe('own presence', () => {
  it('[PSN-1] a change of kind is told once things have settled, and never twice', async () => {
    const { time, said, store } = setUp();
    store.writes('note');
    await time.advance(100);
    store.writes('vital-signs');
    store.writes('vital-signs');
    expect(said).toEqual([]);
    await time.advance(200);
    expect(said).toEqual(['vital-signs 0']);
    store.writes('vital-signs');
    await time.advance(1_000);
    expect(said).toHaveLength(1);
    // A kind that flickers does not put the telling off for ever.
    for (let key = 0; key < 6; key += 1) {
      store.writes(key % 2 === 0 ? 'note' : 'dose');
      await time.advance(100);
    }
    expect(said.length).toBeGreaterThan(1);
  });

  it('[PSN-2] ends 5 s after the last key, and at once when the line is cleared, sent or left', async () => {
    const { time, said, store } = setUp();
    store.writes('note');
    await time.advance(4_000);
    store.writes('note');
    await time.advance(4_999);
    expect(said).toEqual(['note 0']);
    await time.advance(301);
    expect(said).toEqual(['note 0', 'nothing 0']);
    store.writes('dose');
    await time.advance(300);
    store.writes(null);
    await time.advance(300);
    expect(said.slice(2)).toEqual(['dose 0', 'nothing 0']);
    await time.advance(60_000);
    expect(said).toHaveLength(4);
  });

  it('[PSN-3] use is told at most every 30 s, and not at all while nobody touches the page', async () => {
    const { time, said, store } = setUp();
    for (let second = 0; second < 65; second += 1) {
      await time.advance(1_000);
      store.used();
    }
    expect(said).toEqual(['nothing 0', 'nothing 0']);
    await time.advance(600_000);
    expect(said).toHaveLength(2);
  });

  it('[PSN-4] counts what waits on this device, of this session and this person; what is stored at once is not told', async () => {
    const { time, said, outbox, answers } = setUp();
    await outbox.add(queued(note(1)));
    await time.advance(100);
    answers[0]?.({ type: 'stored' });
    await time.advance(1_000);
    expect(said).toEqual([]);
    await outbox.add(queued(note(2)));
    await outbox.add(queued(note(3)));
    await outbox.add(queued(note(4), { sessionId: sessionB }));
    await outbox.add(queued(note(5), { author: { ...speaker, personId: idOf(9), role: 'nurse' } }));
    await time.advance(300);
    expect(said).toEqual(['nothing 2']);
    outbox.arrived([idOf(2), idOf(3)]);
    await time.advance(300);
    expect(said).toEqual(['nothing 2', 'nothing 0']);
  });

  it('[PSN-4] a page that finds entries of an earlier one tells of them', async () => {
    const first = setUp();
    await first.outbox.add(queued(note(1)));
    const said: number[] = [];
    const socket = {
      onPresence: () => () => {},
      present: (_sessionId: string, { pending }: OwnPresence) => void said.push(pending),
    };
    const { time, outbox } = first;
    createPresenceStore({ sessionId: sessionA, socket, outbox, scheduler: time, personId: author.id });
    await time.advance(300);
    expect(said).toEqual([1]);
  });

  it('[PSN-2] nothing is said any more once the room is left', async () => {
    const { time, said, store, outbox } = setUp();
    store.writes('note');
    store.close();
    await outbox.add(queued(note(1)));
    await time.advance(60_000);
    expect(said).toEqual([]);
  });
});

describe('who is here', () => {
  it('[PSN-5] is what the server told last', () => {
    const { store, tell } = setUp();
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const people = [{ ...author, writing: null, pending: 0, lastSeenAt: '2026-11-24T15:00:00.000Z' }];
    tell(people);
    expect(store.people()).toBe(people);
    expect(told).toBe(1);
  });

  it('[PSN-10] whoever is not told of any more stays for half an hour as gone, writes nothing, and is here again when told of', async () => {
    const { store, tell, time } = setUp();
    const seen = (id: string, more = {}) => ({
      ...{ id, name: id, role: 'therapist' as const, writing: null, pending: 0 },
      lastSeenAt: new Date(time.nowMs()).toISOString(),
      ...more,
    });
    const standing = () => store.people().map(({ id, gone, writing }) => [id, gone === true, writing]);
    tell([seen(author.id), seen('jonas', { writing: 'note', pending: 2 })]);
    tell([seen(author.id)]);
    expect(standing()).toEqual([
      [author.id, false, null],
      ['jonas', true, null],
    ]);
    tell([seen('jonas')]);
    // Whoever looks is never gone from their own screen.
    expect(standing()).toEqual([['jonas', false, null]]);
    tell([]);
    await time.advance(30 * 60_000 - 1);
    tell([]);
    expect(standing()).toEqual([['jonas', true, null]]);
    await time.advance(1);
    tell([]);
    expect(standing()).toEqual([]);
  });
});
