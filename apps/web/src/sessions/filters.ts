import type { SessionStatus } from '@tandem/domain';
import type { NoticeFilter, PastFilter } from '@tandem/wire';

export type StatusChoice = 'past' | 'any' | SessionStatus;
export type PeriodChoice = 'any' | '7' | '30' | '90' | '365' | 'between';
export type GradeChoice = 'any' | '1' | '2' | '3' | '4' | '5';

/** What the list is narrowed by; an empty text and `any` are no filter. */
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
  readonly route: string;
  readonly notices: 'any' | NoticeFilter;
  readonly outside: 'any' | 'yes';
  readonly grade: GradeChoice;
}
export type FilterKey = Exclude<keyof Filters, 'from' | 'to'>;

export const noFilters: Filters = {
  text: '',
  status: 'past',
  period: 'any',
  from: '',
  to: '',
  protocolId: '',
  roomId: '',
  personId: '',
  route: '',
  notices: 'any',
  outside: 'any',
  grade: 'any',
};

const pastStatuses: SessionStatus[] = ['ended', 'signed', 'cancelled'];

/** What the server is asked; `today` is the clinic's day. Null where the days contradict each other. */
export function searchOf(filters: Filters, today: string): PastFilter | null {
  const { status, period, route, notices, outside, grade } = filters;
  const text = filters.text.trim();
  const days = daysOf(filters, today);
  if (days.from !== '' && days.to !== '' && days.from > days.to) return null;
  return {
    ...(text === '' ? {} : { text }),
    ...(status === 'any' ? {} : { status: status === 'past' ? pastStatuses : [status] }),
    ...(period === 'any' || days.from === '' ? {} : { from: days.from }),
    ...(period === 'any' || days.to === '' ? {} : { to: days.to }),
    ...idsOf(filters),
    ...(route === '' ? {} : { route: route as NonNullable<PastFilter['route']> }),
    ...(notices === 'any' ? {} : { notices }),
    ...(outside === 'any' ? {} : { outsideLimit: true as const }),
    ...(grade === 'any' ? {} : { gradeFrom: Number(grade) }),
  };
}

function idsOf({ protocolId, roomId, personId }: Filters): PastFilter {
  return {
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

const order: readonly FilterKey[] = [
  'text',
  'period',
  'status',
  'personId',
  'route',
  'notices',
  'protocolId',
  'roomId',
  'outside',
  'grade',
];

/** Filters that are set, in the order of the row. */
export function setKeys(filters: Filters): FilterKey[] {
  return order.filter((key) =>
    key === 'text' ? filters.text.trim() !== '' : filters[key] !== noFilters[key],
  );
}

export function without(filters: Filters, key: FilterKey): Filters {
  const days = key === 'period' ? { from: '', to: '' } : {};
  return { ...filters, [key]: noFilters[key], ...days };
}

/** What a person begins with: the last 90 days; a lead those of everybody, others their own. */
export function firstFilters(role: string, personId: string): Filters {
  return { ...noFilters, period: '90', personId: role === 'lead' ? '' : personId };
}
