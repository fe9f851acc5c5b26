import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConfirmedLedger } from './confirmed-ledger.ts';
import type { StoredEntry } from './house.ts';
import { FLAWLESS, judge, type Verdict } from './judge.ts';
import { type Lie, LyingServer } from './lying-server.ts';
import { until } from './screen.ts';
import { Writers } from './writers.ts';

let ledger: ConfirmedLedger;
let session: string;

beforeAll(async () => {
  const startMs = performance.now();
  ledger = await ConfirmedLedger.open();
  console.log(`the ledger is there after ${Math.round(performance.now() - startMs)} ms`);
});
beforeEach(() => {
  session = randomUUID();
});
afterAll(() => ledger.close());

const said = (seq: number, hash = 'a'): StoredEntry => ({
  id: randomUUID(),
  seq,
  recordedAt: '2026-11-27T10:00:00.000Z',
  hash,
});
const judged = (log: readonly StoredEntry[]) => ({
  ledger,
  log: async () => [...log],
  brokenLinks: async () => [],
});

/** The verdict on two writers at a server that tells this lie, when each has asked again at least once. */
async function verdictOn(lie: Lie): Promise<Verdict> {
  const server = await LyingServer.start(lie);
  const options = { addresses: [server.address], cookie: '', session, writers: 2 };
  const writers = new Writers(ledger, options);
  try {
    await until('people write', () => writers.confirmed > 30);
    await writers.stop();
    return await judge(judged(server.log), session, writers, 0);
  } finally {
    server.close();
  }
}

/** At this seq the server lies. */
const AT = 7;
const at7 = (otherwise: (log: StoredEntry[], entry: StoredEntry) => void): Lie => ({
  store: (log, entry) => (entry.seq === AT ? otherwise(log, entry) : log.push(entry)),
});
const lies: readonly (readonly [what: string, lie: Lie, verdict: Partial<Verdict>])[] = [
  ['keeps what it confirms', {}, {}],
  ['confirms an entry that it does not store', at7(() => {}), { lost: 1, gaps: 1 }],
  ['stores one twice', at7((log, entry) => log.push(entry, entry)), { doubled: 1, gaps: 1 }],
  ['stores what nobody sent', at7((log, entry) => log.push(entry, said(AT))), { unknown: 1, gaps: 1 }],
  [
    "stores two in each other's place",
    at7((log, entry) => {
      const before = log.pop() as StoredEntry;
      log.push({ ...entry, seq: AT - 1 }, { ...before, seq: AT });
    }),
    { moved: 2 },
  ],
  ['stores other content', at7((log, entry) => log.push({ ...entry, hash: 'b' })), { changed: 1 }],
  ['stores another time', at7((log, entry) => log.push({ ...entry, recordedAt: 'x' })), { changed: 1 }],
];

describe('the judge of these tests', () => {
  test.each(lies)('a server that %s', async (_what, lie, verdict) => {
    const found = await verdictOn(lie);
    // How many come behind the one that went wrong is the writers' pace.
    expect({ ...found, gaps: Math.min(found.gaps, 1) }).toEqual({ ...FLAWLESS, ...verdict });
  });

  test('a server that confirms an entry once more and says another seq, time or hash', async () => {
    for (const [at, part] of [{ seq: 1_000 }, { recordedAt: 'x' }, { hash: 'b' }].entries()) {
      session = randomUUID();
      const found = await verdictOn({ again: (entry) => ({ ...entry, ...part }) });
      expect(found.changed, `part ${at}`).toBeGreaterThan(1);
      expect({ ...found, changed: 0 }).toEqual(FLAWLESS);
    }
  });

  test('a session in which nothing was confirmed has no verdict', async () => {
    const written = { sent: new Set<string>() };
    await expect(judge(judged([]), session, written, 0)).rejects.toThrow('nothing was confirmed');
  });
});

describe('the ledger of what was confirmed', () => {
  test('is handed over by session, as it was told', async () => {
    const [first, second, elsewhere] = [said(1), said(2), said(1)];
    ledger.note(session, first);
    ledger.note('another', elsewhere);
    ledger.note(session, second);
    ledger.note(session, first);
    const book = { session, heard: 3, confirmed: [first, second], changed: [] };
    expect(await ledger.handOver(session)).toEqual(book);
  });

  test('that has not heard everything says so', async () => {
    ledger.note(session, said(1));
    // Arrives as something else than a confirmation.
    ledger.note(session, undefined as never);
    await expect(ledger.handOver(session)).rejects.toThrow('heard 1 of 2 confirmations');
  });

  test('that is killed, before it is asked or while it is: no verdict, no more writing, no quiet end', async () => {
    const own = await ConfirmedLedger.open();
    own.note(session, said(1));
    process.kill(own.pid, 'SIGSTOP');
    await expect(own.handOver(session, 100)).rejects.toThrow('did not hand over within 100 ms');
    const asked = expect(own.handOver(session)).rejects.toThrow('is gone (SIGKILL)');
    process.kill(own.pid, 'SIGKILL');
    await asked;
    expect(() => own.note(session, said(2))).toThrow('the ledger of confirmed ids is gone (SIGKILL)');
    await expect(judge({ ...judged([]), ledger: own }, session, { sent: new Set() }, 0)).rejects.toThrow(
      'is gone (SIGKILL)',
    );
    await expect(own.close()).rejects.toThrow('is gone (SIGKILL)');
  });

  test('that is killed under writers ends their test with its sentence, not with a wait', async () => {
    const own = await ConfirmedLedger.open();
    const server = await LyingServer.start({});
    const writers = new Writers(own, { addresses: [server.address], cookie: '', session, writers: 2 });
    await until('people write', () => writers.confirmed > 5);
    process.kill(own.pid, 'SIGKILL');
    const more = until('people write for ever', () => writers.confirmed > 1_000_000);
    await expect(more).rejects.toThrow('the ledger of confirmed ids is gone');
    await expect(writers.stop()).rejects.toThrow('is gone');
    server.close();
  });
});
