import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { type Entry, noticesOf, replayOf } from '@tandem/domain';
import { rngOf } from '@tandem/scenarios';
import postgres from 'postgres';
import type { Bench } from '../harness/bench.ts';
import { makeSessions } from '../harness/many-sessions.ts';
import { type Goal, percentile } from './goal.ts';
import type { Workload } from './workload.ts';

const sizes = {
  smoke: { sessions: 40, entries: 1_600, rounds: 5 },
  normal: { sessions: 300, entries: 30_000, rounds: 20 },
  full: { sessions: 10_000, entries: 1_000_000, rounds: 40 },
};
/** Moments of each opened session that a replay is taken to. */
const SEEKS = 10;
const LEAD = { email: 'lead@many.test', password: 'a password of the benchmark' };

/** What a lead asks, in turn: bodies of `POST /api/past-sessions/search`. */
const lists = [{}, { sort: 'client', up: true }, { sort: 'peak' }, { sort: 'notices' }, { limit: 200 }];
const filters = [
  { notices: 'high' },
  { gradeFrom: 2, status: ['signed'] },
  { route: 'im', outsideLimit: true },
  { from: '2026-09-01', to: '2026-11-24', notices: 'none' },
  { notices: 'open', sort: 'dose' },
];
/** Rare and frequent words, beginnings of words, two words of one note, a client, and what nobody wrote. */
const searches = [
  { text: 'lighthouse' },
  { text: 'gooseb' },
  { text: 'grief' },
  { text: 'window tenderness' },
  { text: 'speaks mother' },
  { text: 'DEMO-0042' },
  { text: 'zeppelin' },
];

/** Past sessions: lists, filters and words over many, and opening one of them. Absolute times: there is no floor. */
export const g12: Workload = {
  id: 'G12',
  async run(bench, _pair, size) {
    const { sessions, entries, rounds } = sizes[size];
    const url = await bench.newDatabase();
    const urls = await prepareDatabase(url, bench.postgres.keysDir, () => {});
    const say = everyTenth(bench.options.say);
    const made = await makeSessions(urls, { seed: bench.options.seed, sessions, entries, lead: LEAD, say });
    await settle(url);
    const times = await measure(bench, url, rounds);
    await tellPlans(url, made.clinicId, bench.options.say);
    const what = `${made.sessions} sessions, ${made.entries} entries, ${rounds} rounds`;
    return [
      goalOf('G12-list', `list and sort, p95, ${what}`, times.list, 300),
      goalOf('G12-filter', `filter, p95, ${what}`, times.filter, 300),
      goalOf('G12-words', `words in notes, p95, ${what}`, times.words, 300),
      goalOf('G12-facts', `the four facts, p95, ${what}`, times.facts, 300),
      goalOf('G12-open', `opening one with its log, p95, ${what}`, times.open, 150),
      goalOf('G12-seek', `replay: record and notices at any moment, p95, ${what}`, times.seek, 50),
    ];
  },
};

/** What autovacuum does in a house that did not begin this minute. */
async function settle(url: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe('vacuum analyze');
  await admin.end();
}

/** Which indexes are used: of the list as the server asks it, of words as the one function does. */
async function tellPlans(url: string, clinicId: string, say: (line: string) => void): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  const explain = async (role: string, title: string, query: string) => {
    const rows = await admin.begin(async (tx) => {
      await tx.unsafe(`set local role ${role}`);
      await tx`select set_config('tandem.clinic_id', ${clinicId}, true)`;
      return tx.unsafe<{ 'QUERY PLAN': string }[]>(`explain (analyze, costs off, timing off) ${query}`);
    });
    say(`${title}:`);
    for (const row of rows) say(`  ${row['QUERY PLAN']}`);
  };
  await explain('tandem_app', 'the newest 50', NEWEST);
  await explain('tandem_owner', 'a rare word, as the function looks for it', wordsBody("'lighthouse':*"));
  await explain('tandem_owner', 'a frequent word', wordsBody("'grief':*"));
  await explain('tandem_app', 'the same without the function', wordsBody("'lighthouse':*"));
  await admin.end();
}

const NEWEST = `select s.id, s.planned_at from tandem.sessions s
  join tandem.patients p on p.clinic_id = s.clinic_id and p.id = s.patient_id
  left join tandem.session_figures f on f.clinic_id = s.clinic_id and f.session_id = s.id
  where s.clinic_id = tandem.clinic() and s.status in ('ended', 'signed', 'cancelled')
  order by s.planned_at desc, s.id desc limit 51`;
const wordsBody = (query: string) => `select distinct w.session_id from tandem.session_words w
  where w.clinic_id = tandem.clinic() and w.words @@ to_tsquery('simple', $q$${query}$q$)`;

async function measure(bench: Bench, url: string, rounds: number) {
  const server = await bench.serve(url);
  const client = await signedIn(server.origin);
  const times: Record<'list' | 'filter' | 'words' | 'facts' | 'open' | 'seek', number[]> = {
    list: [],
    filter: [],
    words: [],
    facts: [],
    open: [],
    seek: [],
  };
  const rng = rngOf('g12', bench.options.seed);
  const { items } = await client<{ items: { id: string }[] }>('/api/past-sessions/search', { limit: 200 });
  // The first of each kind warms caches and plans; a house that runs has them warm.
  for (let round = -1; round < rounds; round += 1) {
    const time = async (kind: keyof typeof times, work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      if (round >= 0) times[kind].push(performance.now() - began);
    };
    const asked = (body: object) => () => client('/api/past-sessions/search', body);
    for (const body of lists) await time('list', asked(body));
    for (const body of filters) await time('filter', asked(body));
    for (const body of searches) await time('words', asked(body));
    await time('facts', () => client('/api/past-sessions/facts', {}));
    const { id } = rng.pick(items);
    let entries: readonly Entry[] = [];
    await time('open', async () => {
      await client(`/api/sessions/${id}`);
      ({ entries } = await client<{ entries: Entry[] }>(`/api/sessions/${id}/entries?limit=500`));
    });
    const replay = replayOf(id, entries);
    for (let seek = 0; seek < SEEKS; seek += 1) {
      const atMs = rng.int(replay.fromMs, replay.toMs);
      await time('seek', async () => noticesOf(replay.at(atMs, { type: 'known' }), atMs));
    }
  }
  await server.stop();
  return times;
}

type Client = <Reply>(path: string, body?: object) => Promise<Reply>;

async function signedIn(origin: string): Promise<Client> {
  let cookie = '';
  const client: Client = async (path, body) => {
    const reply = await fetch(`${origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = await reply.json();
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${JSON.stringify(json)}`);
    const set = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (set.length > 0) cookie = set.join('; ');
    return json;
  };
  await client('/api/auth/sign-in/email', LEAD);
  return client;
}

function goalOf(id: string, workload: string, times: readonly number[], atMostMs: number): Goal {
  const tandem = percentile(times, 0.95);
  return {
    id,
    workload,
    floor: null,
    tandem,
    ratio: null,
    goal: `<= ${atMostMs} ms`,
    met: tandem <= atMostMs,
    unit: 'ms',
    times: tandem / atMostMs,
  };
}

function everyTenth(say: (line: string) => void): (line: string) => void {
  let lines = 0;
  return (line) => {
    if (lines % 10 === 0) say(line);
    lines += 1;
  };
}
