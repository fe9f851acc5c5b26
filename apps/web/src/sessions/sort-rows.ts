import type { Session } from '@tandem/wire';
import { lengthMs } from '../ui/session-length.ts';

export type SortKey = 'date' | 'client' | 'protocol' | 'room' | 'duration' | 'record';
export interface Sort {
  readonly key: SortKey;
  readonly up: boolean;
}

/** The order of the server: newest first. */
export const serverSort: Sort = { key: 'date', up: false };

const statusOrder = ['ended', 'in-progress', 'planned', 'signed', 'cancelled'];

/** Sorts a whole list; of a part of one it would show the first of those that happen to be here. */
export function sortRows(sessions: readonly Session[], { key, up }: Sort): Session[] {
  const sign = up ? 1 : -1;
  return sessions.toSorted((a, b) => {
    const [left, right] = [columnOf(a, key), columnOf(b, key)];
    // What is not known stands last, whichever way the rest is sorted.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), undefined, { numeric: true });
    return order === 0 ? newestFirst(a, b) : sign * order;
  });
}

function columnOf(session: Session, key: SortKey): string | number | null {
  switch (key) {
    case 'date':
      return Date.parse(session.plannedAt);
    case 'client':
      return session.patient && `${session.patient.familyName}, ${session.patient.givenName}`;
    case 'protocol':
      return session.protocol?.name ?? null;
    case 'room':
      return session.room?.name ?? null;
    case 'duration':
      return lengthMs(session);
    case 'record':
      return statusOrder.indexOf(session.status);
  }
}

function newestFirst(a: Session, b: Session): number {
  return Date.parse(b.plannedAt) - Date.parse(a.plannedAt) || (a.id < b.id ? 1 : -1);
}
