import type { SessionStatus } from '@tandem/domain';
import type { SessionSearch } from '@tandem/wire';

export type StatusChoice = 'past' | 'any' | SessionStatus;
export type PeriodChoice = 'any' | '7' | '30' | '90' | '365' | 'between';

/** What the list is narrowed by; an empty text is no filter. */
export interface Filters {
  readonly text: string;
  readonly status: StatusChoice;
  readonly period: PeriodChoice;
  /** `YYYY-MM-DD`, both inclusive, of `between`. */
  readonly from: string;
  readonly to: string;
  readonly protocolId: string;
  readonly roomId: string;
  readonly personId: string;
}
export type FilterKey = 'text' | 'status' | 'period' | 'protocolId' | 'roomId' | 'personId';

export const noFilters: Filters = {
  text: '',
  status: 'past',
  period: 'any',
  from: '',
  to: '',
  protocolId: '',
  roomId: '',
  personId: '',
};

const pastStatuses: SessionStatus[] = ['ended', 'signed', 'cancelled'];
export const PAGE_SIZE = 50;

/** What the server is asked; `today` is the clinic's day. Null where the days contradict each other. */
export function searchOf(filters: Filters, today: string): Omit<SessionSearch, 'cursor'> | null {
  const { status, period, protocolId, roomId, personId } = filters;
  const text = filters.text.trim();
  const days = daysOf(filters, today);
  if (days.from !== '' && days.to !== '' && days.from > days.to) return null;
  return {
    limit: PAGE_SIZE,
    ...(text === '' ? {} : { q: text }),
    ...(status === 'any' ? {} : { status: status === 'past' ? pastStatuses : [status] }),
    ...(period === 'any' || days.from === '' ? {} : { from: days.from }),
    ...(period === 'any' || days.to === '' ? {} : { to: days.to }),
    ...(protocolId === '' ? {} : { protocolId }),
    ...(roomId === '' ? {} : { roomId }),
    ...(personId === '' ? {} : { personId }),
  };
}

/** "Last 7 days" are today and the six before it. */
function daysOf({ period, from, to }: Filters, today: string): { from: string; to: string } {
  if (period === 'any') return { from: '', to: '' };
  if (period === 'between') return { from, to };
  return { from: dayBefore(today, Number(period) - 1), to: today };
}

/** The calendar day `count` days before `day`, both `YYYY-MM-DD`. */
export function dayBefore(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - count)).toISOString().slice(0, 10);
}

/** Filters that are set, in the order of the row. */
export function setKeys(filters: Filters): FilterKey[] {
  const keys: FilterKey[] = ['text', 'period', 'status', 'protocolId', 'roomId', 'personId'];
  return keys.filter((key) =>
    key === 'text' ? filters.text.trim() !== '' : filters[key] !== noFilters[key],
  );
}

export function without(filters: Filters, key: FilterKey): Filters {
  const days = key === 'period' ? { from: '', to: '' } : {};
  return { ...filters, [key]: noFilters[key], ...days };
}
