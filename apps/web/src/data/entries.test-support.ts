import type { AnyNewEntry, Entry } from '@tandem/domain';
import type { Problem } from '@tandem/wire';
import type { NewOutboxItem } from './outbox-types.ts';

export const sessionA = 'aaaaaaaa-0000-4000-8000-000000000000';
export const sessionB = 'bbbbbbbb-0000-4000-8000-000000000000';
export const author = {
  id: 'cccccccc-0000-4000-8000-000000000000',
  name: 'Dr Amara Okafor',
  role: 'physician',
} as const;
export const speaker = {
  personId: author.id,
  clinicId: 'eeeeeeee-0000-4000-8000-000000000000',
  name: author.name,
  role: author.role,
  epoch: 'epoch-1',
  offlineMode: true,
} as const;

export function idOf(number: number): string {
  return `dddddddd-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const at = '2026-11-24T15:00:00.000Z';

export function note(number: number): AnyNewEntry {
  return {
    id: idOf(number),
    kind: 'note',
    happenedAt: at,
    data: { text: `note ${number}`, category: 'noticed' },
  };
}

export function dose(number: number, amountMg: number): AnyNewEntry {
  const data = { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg } as const;
  return { id: idOf(number), kind: 'dose', happenedAt: at, data };
}

export function queued(entry: AnyNewEntry, more: Partial<NewOutboxItem> = {}): NewOutboxItem {
  return {
    sessionId: sessionA,
    entry,
    line: `line of ${entry.id}`,
    author: speaker,
    epoch: 'epoch-1',
    ...more,
  };
}

/** An entry as the server would serve it under this seq. */
export function served(seq: number, entry: AnyNewEntry, more: Partial<Entry> = {}): Entry {
  const { id, kind, happenedAt, data } = entry;
  return {
    id,
    sessionId: sessionA,
    seq,
    kind,
    version: 1,
    happenedAt,
    recordedAt: happenedAt,
    author,
    data,
    context: null,
    hash: `hash ${seq}`,
    ...more,
  };
}

export const signedProblem: Problem = {
  type: 'urn:tandem:session-signed',
  title: 'This session is signed. Nothing was added. Add it as an addendum.',
  status: 409,
  code: 'session-signed',
  retryable: false,
};
