import { createHash } from 'node:crypto';
import { canonicalJson } from '@tandem/domain';
import {
  type BundleEntry,
  type Digest,
  headLine,
  type PublishedHead,
  readHeads,
  type SessionBundle,
  sessionBundle,
  verdictLines,
  verifyBundle,
} from '@tandem/records';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedSession, richSession } from './support/rich-session.ts';
import { scenarioSession } from './support/scenario-sessions.ts';
import { recordOf, type SealedSession } from './support/sealed-session.ts';

const digest: Digest = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const webCrypto: Digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** As it arrives: through a file. */
const exported = (session: SealedSession, more: Parameters<typeof recordOf>[1] = {}): SessionBundle =>
  JSON.parse(JSON.stringify(sessionBundle(recordOf(session, more), session.seals)));
const headOf = ({ clinic, session, head }: SessionBundle): PublishedHead => ({
  at: null,
  clinic: clinic.id,
  session: session.id,
  ...head,
});

const session = scenarioSession('repeat-dose');
const whole = exported(session);
const published = headOf(whole);

/** A forger who knows the format makes the file's own hash fit again. */
function withFileHash({ fileHash: _, ...content }: SessionBundle): SessionBundle {
  return { ...content, fileHash: createHash('sha256').update(canonicalJson(content)).digest('hex') };
}

describe('an exported session', () => {
  test('[VER-1] holds as it was exported, by the digest of Node and of the browser alike', async () => {
    for (const one of [session, scenarioSession('late-entry'), richSession]) {
      for (const hash of [digest, webCrypto]) {
        const bundle = exported(one);
        const verdict = await verifyBundle(bundle, hash, [headOf(bundle)]);
        expect(verdict.problems).toEqual([]);
        expect(verdict).toMatchObject({ holds: true, entries: one.entries.length, heads: 1 });
      }
    }
  });

  test('[VER-2] still holds where texts were removed or a role is not shown them, and says how many', async () => {
    const forLead = exported(richSession, { role: 'lead' });
    const verdict = await verifyBundle(forLead, digest, [headOf(forLead)]);
    expect(verdict.holds).toBe(true);
    expect(verdict.withheld).toBeGreaterThan(5);
    expect(JSON.stringify(forLead)).not.toMatch(/Aristotle|coat/);
    const hidden = forLead.entries.filter(({ content }) => content !== 'here');
    for (const entry of hidden) expect(Object.keys(entry)).not.toEqual(expect.arrayContaining(['salt']));
    const redacted = await verifyBundle(exported(richSession), digest);
    expect(redacted).toMatchObject({ holds: true, removed: 1, withheld: 0 });
    expect(verdictLines(redacted).join('\n')).toMatch(/Removed at their author's request: 1\./);
  });

  test('[VER-2] holds when a lead closed it without a signature, and has none', async () => {
    const bundle = exported(closedSession);
    expect(bundle.session.status).toBe('signed');
    expect(await verifyBundle(bundle, digest)).toMatchObject({ holds: true, signatures: [] });
    const open = structuredClone(bundle);
    (open.entries as BundleEntry[]).pop();
    const last = open.entries.at(-1) as BundleEntry;
    const cut = withFileHash({ ...open, head: { seq: last.seq, hash: last.hash } });
    expect((await verifyBundle(cut, digest)).problems[0]?.what).toMatch(
      /signature that locked it is not here/,
    );
  });

  test('[VER-3] whose text vanished without an entry that says so does not hold', async () => {
    const bundle = structuredClone(whole);
    const entries = bundle.entries as BundleEntry[];
    const { salt: _s, data: _d, lateReason: _l, ...rest } = entries[6] as BundleEntry;
    entries[6] = { ...rest, content: 'removed' };
    const { problems } = await verifyBundle(withFileHash(bundle), digest);
    expect(problems[0]).toMatchObject({ seq: 7, what: expect.stringMatching(/lost its text/) });
  });

  test('[VER-4] names the first bad seq in words', async () => {
    const bundle = structuredClone(whole);
    const at = bundle.entries.findIndex(({ kind }) => kind === 'dose');
    (bundle.entries[at]?.data as { amountMg: number }).amountMg += 1;
    const verdict = await verifyBundle(withFileHash(bundle), digest);
    expect(verdict.problems).toEqual([
      {
        seq: at + 1,
        what: expect.stringMatching(
          new RegExp(`^Entry ${at + 1} \\(dose, .+\\) has other content than was sealed`),
        ),
      },
    ]);
    expect(verdictLines(verdict)[0]).toMatch(/^This record does not hold\. Entry/);
  });

  test('[VER-5] whose end was cut off, with its head and its status made to fit, is found by a published head alone', async () => {
    const cut = structuredClone(whole) as unknown as {
      entries: BundleEntry[];
      head: unknown;
      session: { status: string };
    };
    cut.entries = cut.entries.slice(0, -2);
    const last = cut.entries.at(-1) as BundleEntry;
    cut.head = { seq: last.seq, hash: last.hash };
    cut.session.status = 'ended';
    const bundle = withFileHash(cut as unknown as SessionBundle);
    expect((await verifyBundle(bundle, digest)).holds).toBe(true);
    expect(verdictLines(await verifyBundle(bundle, digest)).join()).toContain(
      'that nothing was cut off at the end is not shown',
    );
    const { problems } = await verifyBundle(bundle, digest, readHeads(headLine(published)).heads);
    expect(problems).toEqual([{ seq: last.seq + 1, what: expect.stringMatching(/its end was cut off/) }]);
  });

  test('[VER-6] of another format, and what is no file of ours, is told so and never breaks', async () => {
    for (const value of [
      null,
      1,
      'x',
      [],
      {},
      { format: 'tandem-session' },
      { ...whole, formatVersion: 2 },
      { ...whole, entries: [null] },
      { ...whole, entries: [{}] },
    ])
      expect((await verifyBundle(value, digest)).holds, JSON.stringify(value).slice(0, 40)).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect((await verifyBundle({ ...whole, entries: [value] }, digest)).holds).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

type Path = (string | number)[];

/** Every place of a value that holds no further one. */
function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else
    for (const [key, item] of Object.entries(value))
      yield* leaves(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

const places = [...leaves(whole)];

const text = JSON.stringify(whole);

/** A copy with one place changed, or gone. */
function changedAt(path: Path, change: ((value: unknown) => unknown) | null): SessionBundle {
  const copy = JSON.parse(text);
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key];
  const key = path.at(-1) as string | number;
  if (change !== null) holder[key] = change(holder[key]);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}

/** Another value than it was. */
const other = (value: unknown, n: number): unknown => {
  if (typeof value === 'number') return value + 1 + n;
  if (typeof value === 'boolean') return !value;
  if (value === null) return n;
  const text = String(value);
  const at = text === '' ? 0 : n % text.length;
  const char = text[at] === 'a' ? 'b' : 'a';
  return text.slice(0, at) + char + text.slice(at + 1);
};

/** One random act against the file. */
const acts = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      place: fc.nat(places.length - 1),
      n: fc.nat(1000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('delete' as const), at: fc.nat(whole.entries.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('drop' as const), place: fc.nat(places.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('swap' as const),
      a: fc.nat(whole.entries.length - 1),
      b: fc.nat(whole.entries.length - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('repeat' as const), at: fc.nat(whole.entries.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('cut' as const), keep: fc.nat(whole.entries.length - 1) }),
  },
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;
/** Swapping an entry with itself changes nothing. */
const act = acts.filter((done) => done.type !== 'swap' || done.a !== done.b);

function after(done: Act): SessionBundle {
  if (done.type === 'edit') return changedAt(places[done.place] as Path, (value) => other(value, done.n));
  if (done.type === 'drop') return changedAt(places[done.place] as Path, null);
  const copy = JSON.parse(text) as { entries: BundleEntry[]; head: unknown };
  const { entries } = copy;
  if (done.type === 'delete') entries.splice(done.at, 1);
  if (done.type === 'repeat') entries.splice(done.at, 0, entries[done.at] as BundleEntry);
  if (done.type === 'swap') {
    const { a, b } = done;
    [entries[a], entries[b]] = [entries[b], entries[a]] as [BundleEntry, BundleEntry];
  }
  if (done.type === 'cut') {
    copy.entries = entries.slice(0, done.keep);
    const last = copy.entries.at(-1);
    copy.head = last === undefined ? whole.head : { seq: last.seq, hash: last.hash };
  }
  return copy as unknown as SessionBundle;
}

/** What the chain says nothing of: whoever rewrites it with the file's hash says something of the copy, not of the session. */
const besidesTheChain =
  /^(exportedAt|exportedBy|purpose|epoch|people|protocol|client|session(?!,id$)|clinic(?!,id$)|fileHash|format)/;

describe('1,000 random edits, deletions, repetitions, reorderings and truncations', () => {
  const RUNS = process.env.TANDEM_TEST_SIZE === 'long' ? 20_000 : 1_000;

  test(`[VER-7] of an exported session are all found, ${RUNS} times`, async () => {
    await fc.assert(
      fc.asyncProperty(act, async (done) => {
        const bundle = after(done);
        expect((await verifyBundle(bundle, digest, [published])).holds, JSON.stringify(done)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  test('[VER-8] are found too by whoever makes the hash of the file fit again, in everything that the chain covers', async () => {
    await fc.assert(
      fc.asyncProperty(act, async (done) => {
        if (done.type === 'edit' || done.type === 'drop')
          fc.pre(!besidesTheChain.test((places[done.place] as Path).join()));
        const bundle = withFileHash(after(done));
        expect((await verifyBundle(bundle, digest, [published])).holds, JSON.stringify(done)).toBe(false);
      }),
      { numRuns: RUNS / 4 },
    );
  }, 120_000);

  test('[VER-9] of the file of published heads leave no wrong head behind: a line that cannot be read is named', () => {
    const lines = headLine(published) + headLine({ ...published, seq: 1 });
    expect(readHeads(lines)).toEqual({ heads: [published, { ...published, seq: 1 }], unread: [] });
    expect(readHeads(`${lines}half a li`).unread).toEqual([3]);
    expect(readHeads('{"seq":1}\n').unread).toEqual([1]);
  });
});
