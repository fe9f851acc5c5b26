import { randomUUID } from 'node:crypto';

/** What an id can be the id of. `series` names no row of a table; a cursor holds a session's id. */
export const idKinds = [
  'person',
  'patient',
  'protocol',
  'room',
  'session',
  'entry',
  'series',
  'vial',
  'approval',
  'cursor',
  'consent',
  'course',
  'vial-count',
  'display',
  'login',
  'invitation',
  'process-note',
  'release',
  'redaction',
  'opening',
  'drill',
  'instrument',
  'client-fact',
] as const;
export type IdKind = (typeof idKinds)[number];

/**
 * What a call does with an id that it is given. `looked-up`: there must be such a row in the asker's clinic, else
 * 404. `chosen`: the sender makes it up, and what another clinic calls by it is no matter. `kept`: stored or used
 * as it is and never looked up.
 */
export interface IdUse {
  readonly kind: IdKind;
  readonly use: 'looked-up' | 'chosen' | 'kept';
  /** True where the server's own description cannot show it: a cursor, an id inside free data. */
  readonly undescribed?: true;
}

export const lookedUp = (kind: IdKind): IdUse => ({ kind, use: 'looked-up' });
export const chosen = (kind: IdKind): IdUse => ({ kind, use: 'chosen' });
export const kept = (kind: IdKind): IdUse => ({ kind, use: 'kept' });
export const undescribed = (use: IdUse): IdUse => ({ ...use, undescribed: true });

/** Ids of one clinic, by what they are the id of: a session in every state, one of everything else. */
export type ClinicIds = Readonly<Record<IdKind, readonly string[]>>;

export interface Probe {
  readonly value: string;
  readonly origin: 'foreign' | 'unknown' | 'wrong kind';
}

/** Ids that must not lead anywhere where one of `kind` is asked for, by somebody whose clinic has `ours`. */
export function probesFor(kind: IdKind, ours: ClinicIds, theirs: ClinicIds): Probe[] {
  const inOurTables = idKinds.slice(0, 6);
  const wrong = inOurTables.filter((other) => other !== kind).map((other) => ours[other].at(-1) as string);
  return [
    ...theirs[kind].map((value) => ({ value, origin: 'foreign' as const })),
    { value: unknownOf(kind, ours), origin: 'unknown' },
    ...wrong.map((value) => ({
      value: kind === 'cursor' ? withId(ours.cursor[0] as string, value) : value,
      origin: 'wrong kind' as const,
    })),
  ];
}

/** A foreign id and one that nobody has; which one turns with `at`, so that roles do not all try the same. */
export function sampleOf(probes: readonly Probe[], at: number): Probe[] {
  return (['foreign', 'unknown'] as const).flatMap((origin) => {
    const all = probes.filter((probe) => probe.origin === origin);
    return all.length === 0 ? [] : [all[at % all.length] as Probe];
  });
}

function unknownOf(kind: IdKind, ours: ClinicIds): string {
  return kind === 'cursor' ? withId(ours.cursor[0] as string, randomUUID()) : randomUUID();
}

/** A cursor of ours that says it stopped at another id. */
function withId(cursor: string, id: string): string {
  const [filter, plannedAt] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
  return Buffer.from(JSON.stringify([filter, plannedAt, id])).toString('base64url');
}

/** One call, before it is sent. `id` is the one in the path. */
export interface Call {
  readonly id?: string;
  /** Further ids in the path, by their name. */
  readonly more?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Of a login that is not the role's usual one. */
  readonly cookie?: string;
}

/** The same call with `value` at `path`: `path id`, `query cursor`, or a place in the body such as `people[].personId`. */
export function withIdAt(call: Call, path: string, value: string): Call {
  if (path === 'path id') return { ...call, id: value };
  if (path.startsWith('path ')) return { ...call, more: { ...call.more, [path.slice(5)]: value } };
  if (path.startsWith('query ')) return { ...call, query: { ...call.query, [path.slice(6)]: value } };
  const body = structuredClone(call.body);
  const steps = path.replaceAll('[]', '.0').split('.');
  const last = steps.pop() as string;
  const place = steps.reduce<Record<string, unknown>>(
    (node, step) => node[step] as Record<string, unknown>,
    body as Record<string, unknown>,
  );
  place[last] = value;
  return { ...call, body };
}

/** As a refusal names it, or undefined for the path and the query. */
export const fieldOf = (path: string) => (path.includes(' ') ? undefined : path.replaceAll('[]', '[0]'));
