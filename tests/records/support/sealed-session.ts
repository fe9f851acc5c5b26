import { emptyHead, type Head, seal } from '@tandem/api/log/seal.ts';
import { asReadBy } from '@tandem/api/log/visible.ts';
import {
  type Author,
  decide,
  type Entry,
  evolve,
  idsOf,
  initialState,
  isRefusal,
  type KnownEntry,
  type Role,
  type SessionCommand,
  type SessionState,
} from '@tandem/domain';
import { type RecordInput, type Seal, type SessionRecord, sessionRecord } from '@tandem/records';

/** One call of the writer, as scenarios make them. */
export interface Call {
  readonly atMs: number;
  readonly actor: Author;
  readonly command: SessionCommand;
}

/** A session as the log holds it, sealed by the writer's own code. */
export interface SealedSession {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly state: SessionState;
  readonly entries: readonly Entry[];
  readonly seals: readonly Seal[];
}

export const CLINIC = 'ccc00001-0000-4000-8000-000000000001';

/** Decides, seals and folds each call in turn. @throws when one is refused: then the test says something untrue */
export function sealedSession(sessionId: string, calls: Iterable<Call>, clinicId = CLINIC): SealedSession {
  let state = initialState(sessionId);
  let head: Head = emptyHead;
  const entries: Entry[] = [];
  const seals: Seal[] = [];
  for (const { atMs, actor, command } of calls) {
    const decided = decide(command, state, {
      sessionId,
      actor,
      nowMs: atMs,
      known: knownOf(entries, command),
    });
    if (isRefusal(decided)) throw new Error(`${command.type}: ${JSON.stringify(decided)}`);
    for (const one of decided) {
      if (!('draft' in one)) continue;
      const sealed = seal(clinicId, sessionId, one.draft, actor, head, atMs);
      const { payload_hash: payloadHash, salt } = sealed.row as { payload_hash: string; salt: string };
      // In the row they stand as PostgreSQL reads bytes: \x before the hex digits.
      seals.push({ seq: sealed.entry.seq, payloadHash: payloadHash.slice(2), salt: salt.slice(2) });
      // As it comes back from the database: what is undefined is not there.
      const entry = JSON.parse(JSON.stringify(sealed.entry)) as Entry;
      entries.push({ ...entry, context: entry.context ?? null });
      head = sealed.head;
      state = evolve(state, sealed.entry);
    }
  }
  return withErased({ clinicId, sessionId, state, entries, seals });
}

function knownOf(entries: readonly Entry[], command: SessionCommand): Map<string, KnownEntry> {
  const ids = new Set(idsOf(command));
  const found = entries.filter((entry) => ids.has(entry.id));
  return new Map(found.map((entry) => [entry.id, { ...entry, authorId: entry.author.id }]));
}

/** A redaction erases payload and salt of what it names, in the transaction that writes it. */
function withErased(session: SealedSession): SealedSession {
  const erased = new Set(
    session.entries
      .filter(({ kind }) => kind === 'redaction')
      .flatMap(({ data }) => {
        const { entryId, amendmentIds = [] } = data as { entryId: string; amendmentIds?: string[] };
        return [entryId, ...amendmentIds];
      }),
  );
  return {
    ...session,
    entries: session.entries.map((entry) => (erased.has(entry.id) ? withoutPayload(entry) : entry)),
    seals: session.seals.map((one, at) =>
      erased.has(session.entries[at]?.id ?? '') ? { ...one, salt: null } : one,
    ),
  };
}

function withoutPayload(entry: Entry): Entry {
  const { lateReason: _, ...context } = entry.context ?? {};
  return { ...entry, data: null, context: Object.keys(context).length === 0 ? null : context };
}

/** The record that this role is given of it. */
export function recordOf(
  session: SealedSession,
  more: Partial<RecordInput> & { role?: Role } = {},
): SessionRecord {
  const { state, entries, sessionId, clinicId } = session;
  const { role = 'physician', ...rest } = more;
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  const { pins, plan } = state;
  const last = entries.at(-1) as Entry;
  return sessionRecord({
    clinic: { id: clinicId, name: 'Harbor', timeZone: 'America/New_York' },
    client: pins?.patient ?? invented,
    session: {
      id: sessionId,
      status: state.status,
      origin: state.origin,
      plannedAt: plan?.plannedAt ?? last.recordedAt,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
      room: 'Room 2',
      setting: 'in-clinic',
      disposition: state.disposition,
      series: { number: 3, of: 6 },
    },
    team: (pins?.team ?? []).map(({ personId: id, name, role: as }) => ({ id, name, role: as })),
    protocol: { id: pins?.protocol.id ?? sessionId, name: pins?.protocol.name ?? 'None', version: 2 },
    entries: asReadBy(role, state.status, entries, kinds),
    head: { seq: last.seq, hash: last.hash },
    epoch: '0e000000-0000-4000-8000-00000000e000',
    exportedAt: new Date(Date.parse(last.recordedAt) + 3_600_000).toISOString(),
    exportedBy: { id: 'dd000000-0000-4000-8000-0000000000dd', name: 'Dr Amara Okafor', role },
    purpose: null,
    ...rest,
  });
}

const invented: RecordInput['client'] = {
  id: 'ee000000-0000-4000-8000-0000000000ee',
  familyName: 'Rivera',
  givenName: 'Maya',
  birthDate: '1987-03-14',
  sex: 'female',
  mrn: null,
  allergies: { status: 'not-asked', items: [] },
};
