import { randomUUID } from 'node:crypto';
import { type Role, roles, type SessionStatus } from '@tandem/domain';
import postgres from 'postgres';
import { HttpClient } from '../../bench/load/http-client.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cedar, harbor } from '../../support/fixtures.ts';
import { addFormer } from '../../support/former.ts';
import {
  ClinicFixture,
  type CourseFixture,
  type SessionFixture,
  type SessionPerStatus,
} from './clinic-fixture.ts';
import type { ClinicIds, IdKind } from './ids.ts';
import { Ledger } from './ledger.ts';

/** Two clinics with a session in every state: Harbor's people ask, Cedar is what they must not reach. */
export interface World {
  readonly api: TestApi;
  /** Lighter than the callers' own `fetch`: thousands of calls go through it. */
  readonly http: HttpClient;
  readonly callers: Readonly<Record<Role, Caller>>;
  /** Cookies of the latest login that was made by a call under test: for calls that end theirs. */
  readonly spareLogins: Map<Role, string>;
  readonly sessions: SessionPerStatus;
  readonly course: CourseFixture;
  readonly ours: ClinicIds;
  readonly theirs: ClinicIds;
  readonly ledger: Ledger;
  /** Ids of the other clinic that were stored here because they were sent here: seeing them again tells nothing. */
  readonly brought: Set<string>;
  /** Worked here as physician, and can sign in no more. */
  readonly formerId: string;
  /** Without readings it is quicker. */
  newSession(status: SessionStatus, withReadings: boolean): Promise<SessionFixture>;
  newProtocol(): Promise<string>;
  /** An id in use at Cedar that is given out once. */
  takeForeign(kind: IdKind): string;
  /** A code that a screen shows and nobody has typed. */
  takeCode(): string;
  /** A text of the former physician whose removal nobody has decided about. */
  takeRedaction(): string;
  /** A session that the physician opened without being on its team, at which nobody has looked. */
  takeOpening(): string;
  /** A release of the therapist's process notes that was asked for and not decided. */
  takeRelease(askedBy: 'lead' | 'somebody else'): string;
  /** Cedar's physician writes in a session of theirs that runs. */
  writeThere(): Promise<void>;
  close(): Promise<void>;
}

export async function makeWorld(options: Parameters<typeof startApi>[0] = {}): Promise<World> {
  const api = await startApi(options);
  const signedIn = roles.map(async (role) => [role, await api.as(role)] as const);
  const callers = Object.fromEntries(await Promise.all(signedIn)) as Record<Role, Caller>;
  const { physician, nurse, therapist, lead } = callers;
  const here = new ClinicFixture(harbor, physician, nurse, therapist, lead, { nurse, therapist });
  const of = (role: Role) => api.as(role, cedar);
  const there = new ClinicFixture(
    cedar,
    await of('physician'),
    await of('nurse'),
    await of('therapist'),
    await of('lead'),
  );
  const [sessions, foreign] = await Promise.all([here.sessionPerStatus(), there.sessionPerStatus()]);
  const admins = [callers.admin, await api.as('admin', cedar)] as const;
  const [own, other] = await Promise.all([invitationsBy(admins[0], 1), invitationsBy(admins[1], 5)]);
  const openings = await spareOpenings(api.db.adminUrl, sessions['in-progress'].id, 300);
  const openedThere = await spareOpenings(api.db.adminUrl, foreign['in-progress'].id, 20);
  const [ours, theirs] = await Promise.all([
    here.ids(sessions, own, openings.splice(0, 1)),
    there.ids(foreign, other.slice(0, 1), openedThere.splice(0, 1)),
  ]);
  const spare = {
    ...(await spareIds(there, foreign)),
    invitation: other.slice(1),
    opening: openedThere,
    room: await roomsBy(admins[1], 5),
  };
  const former = { name: 'Dr Lena Sorge', email: 'former@harbor.test', role: 'physician' } as const;
  const formerId = await addFormer(api, former);
  const ledger = await Ledger.open(api.db.adminUrl, harbor.id, cedar.id);
  await keepFresh(api.db.adminUrl);
  const codes = await spareCodes(api.db.adminUrl);
  const releases = {
    lead: await spareReleases(api.db.adminUrl, lead.personId, therapist.personId),
    'somebody else': await spareReleases(api.db.adminUrl, formerId, therapist.personId),
  };
  await here.notes(sessions['in-progress'].id, 100);
  const redactions = await spareRedactions(api.db.adminUrl, sessions['in-progress'].id, formerId);
  const { port } = api.app.server.address() as { port: number };
  const http = new HttpClient(`http://127.0.0.1:${port}`);
  return {
    api,
    http,
    callers,
    sessions,
    course: await here.course(),
    ours,
    theirs,
    ledger,
    formerId,
    spareLogins: new Map(),
    brought: new Set(),
    newSession: (status, withReadings) => here.session(status, withReadings),
    newProtocol: () => here.protocol(),
    takeForeign: (kind) => {
      const id = spare[kind]?.pop();
      if (id === undefined) throw new Error(`no ${kind} of the other clinic is left: make more in spareIds`);
      return id;
    },
    takeCode: () => codes.pop() as string,
    takeRedaction: () => redactions.pop() as string,
    takeOpening: () => openings.pop() as string,
    takeRelease: (askedBy) => releases[askedBy].pop() as string,
    writeThere: () => there.notes(foreign['in-progress'].id, 1).then(() => {}),
    close: async () => {
      http.close();
      await ledger.close();
      await api.close();
    },
  };
}

/** What asks for a fresh login is asked for longer than one is fresh. */
async function keepFresh(adminUrl: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1 });
  await admin`update auth.logins set confirmed_at = now() + interval '1 hour'`;
  await admin.end();
}

async function invitationsBy(admin: Caller, n: number): Promise<string[]> {
  const made = Array.from({ length: n }, async () => {
    const id = randomUUID();
    const email = `${id}@invited.test`;
    const reply = await admin.post('/api/invitations', { id, name: 'Ada', email, roles: ['nurse'] });
    if (reply.status !== 201) throw new Error(`invite: ${reply.status} ${JSON.stringify(reply.body)}`);
    return id;
  });
  return Promise.all(made);
}

async function roomsBy(admin: Caller, n: number): Promise<string[]> {
  const ids = Array.from({ length: n }, () => randomUUID());
  for (const id of ids) await admin.post('/api/rooms', { id, name: `Cedar ${id.slice(0, 8)}` });
  return ids;
}

/** By the physician of the session's clinic; each is reviewed once. */
async function spareOpenings(adminUrl: string, sessionId: string, n: number): Promise<string[]> {
  const admin = postgres(adminUrl, { max: 1 });
  const rows = await admin<{ id: string }[]>`
    insert into tandem.break_glass (clinic_id, id, session_id, person_id, role, reason)
    select p.clinic_id, gen_random_uuid(), p.session_id, p.person_id, 'physician', 'Called in.'
    from tandem.session_people p, generate_series(1, ${n}) where p.session_id = ${sessionId} and p.role = 'physician'
    returning id`;
  await admin.end();
  return rows.map(({ id }) => id);
}

/** More than one address may ask for, so they are put there. */
async function spareCodes(adminUrl: string): Promise<string[]> {
  const admin = postgres(adminUrl, { max: 1 });
  const rows = await admin<{ code: string }[]>`
    insert into auth.display_codes (code, token_hash, expires_at)
    select translate(lpad(n::text, 6, '0'), '0123456789', '3479CDFHJK'), sha256(n::text::bytea), now() + interval '1 hour'
    from generate_series(1, 300) n returning code`;
  await admin.end();
  return rows.map(({ code }) => code);
}

/** Each is decided or ended once. */
async function spareReleases(adminUrl: string, askedBy: string, authorId: string): Promise<string[]> {
  const admin = postgres(adminUrl, { max: 1 });
  const rows = await admin<{ id: string }[]>`
    insert into notes.releases (clinic_id, id, author_id, patient_id, ground, proof, hours, asked_by)
    select ${harbor.id}, gen_random_uuid(), ${authorId}, ${harbor.patientIds[0]}, 'coroner', 'Letter.', 24, ${askedBy}
    from generate_series(1, 300) returning id`;
  await admin.end();
  return rows.map(({ id }) => id);
}

/** Each is decided once. */
async function spareRedactions(adminUrl: string, sessionId: string, askedBy: string): Promise<string[]> {
  const admin = postgres(adminUrl, { max: 1 });
  const rows = await admin<{ id: string }[]>`
    insert into tandem.redaction_requests (clinic_id, id, session_id, entry_id, reason, asked_by)
    select ${harbor.id}, gen_random_uuid(), ${sessionId}, e.id, 'Names somebody.', ${askedBy}
    from tandem.entries e where e.clinic_id = ${harbor.id} and e.kind = 'note' and e.stream_id = ${sessionId}
      and not exists (select from tandem.redaction_requests q where q.clinic_id = e.clinic_id and q.entry_id = e.id)
    returning id`;
  await admin.end();
  return rows.map(({ id }) => id);
}

/** Ids in use at Cedar apart from those that probes try: whoever makes one up here must hear nothing of it. */
async function spareIds(
  there: ClinicFixture,
  foreign: SessionPerStatus,
): Promise<Partial<Record<IdKind, string[]>>> {
  const three = [0, 1, 2];
  const planned = await Promise.all([...three, 3, 4].map(() => there.session('planned', false)));
  return {
    session: planned.map(({ id }) => id),
    patient: [...planned, foreign.signed].map(({ patientId }) => patientId),
    course: await Promise.all(three.map(async () => (await there.course(randomUUID())).id)),
    consent: await Promise.all([...three, 3].map(() => there.consent())),
    instrument: await Promise.all(three.map(() => there.instrument())),
    'client-fact': await Promise.all(Array.from({ length: 9 }, () => there.clientFact())),
    vial: await Promise.all(three.map(() => there.newVial())),
    'vial-count': await Promise.all(three.map(() => there.vialCount())),
    display: await Promise.all([...three, 3, 4].map(() => there.display())),
    protocol: await Promise.all(three.map(() => there.protocol())),
    'process-note': await Promise.all([...three, 3].map(() => there.processNote(foreign.planned.id))),
    release: await Promise.all([...three, 3].map(() => there.release())),
    redaction: await Promise.all([...three, 3].map(() => there.redaction(foreign['in-progress'].id))),
    entry: [
      ...(await there.notes(foreign['in-progress'].id, 100)),
      ...(await there.notes(foreign['in-progress'].id, 50)),
    ],
    approval: await Promise.all(three.map(() => there.approval(foreign['in-progress'].id))),
  };
}
