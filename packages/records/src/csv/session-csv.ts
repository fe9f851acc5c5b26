import { type DataOf, drugLabel, roleLabels, routeCatalog, vitalSignRows } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { courseLines } from '../course/course-lines.ts';
import type { SessionRecord } from '../session-record.ts';
import type { ShownEntry, Standing } from '../shown-entries.ts';
import { BYTE_ORDER_MARK, csvLines } from './lines.ts';

const standings: Readonly<Record<Standing, string>> = {
  stands: 'as recorded',
  amended: 'amended',
  'entered-in-error': 'entered in error',
  removed: 'text removed',
  'not-shown': 'not shown to this role',
};

const head = [
  'seq',
  'happened at',
  'recorded at',
  'kind',
  'state',
  'entry',
  ...vitalSignRows.map(({ label, unit }) => (unit === '' ? label : `${label} (${unit})`)),
  'drug',
  'route',
  'amount (mg)',
  'rate (mg/h)',
  'recorded by',
  'role',
  'was',
  'changed at',
  'changed by',
  'reason of change',
  'late because',
  'entry id',
];

/**
 * Every entry as one row, by when it happened; below them what happened between the sessions, without a seq: it is of
 * another log. Times carry the clinic's offset.
 */
export function sessionCsv(record: SessionRecord): string {
  const { offset } = clinicTime(record.clinic.timeZone);
  const rows = record.shown.map((shown) => {
    const last = shown.earlier.at(-1);
    const change = shown.change ?? last;
    return [
      shown.seq,
      offset(shown.happenedAt),
      offset(shown.recordedAt),
      shown.label,
      standings[shown.standing],
      shown.words,
      ...signsOf(shown),
      ...medicineOf(shown),
      shown.recorder.name,
      roleLabels[shown.recorder.role],
      shown.earlier.map(({ words }) => words).join(' | '),
      change === undefined ? '' : offset(change.at),
      change?.by.name ?? '',
      change?.reason ?? '',
      shown.lateReason ?? '',
      shown.id,
    ];
  });
  return BYTE_ORDER_MARK + csvLines([head, ...rows, ...courseRows(record)]);
}

/** The same columns; what only a session has stays empty. */
function courseRows(record: SessionRecord): (string | number | null)[][] {
  const { offset } = clinicTime(record.clinic.timeZone);
  const blank = (count: number) => Array<null>(count).fill(null);
  return courseLines(record).map(({ label, words, shown }) => [
    null,
    offset(shown.happenedAt),
    offset(shown.recordedAt),
    `Between sessions: ${label}`,
    standings[shown.error === null ? 'stands' : 'entered-in-error'],
    words,
    ...blank(vitalSignRows.length + 4),
    shown.recorder.name,
    roleLabels[shown.recorder.role],
    '',
    shown.error === null ? '' : offset(shown.error.at),
    shown.error?.by.name ?? '',
    shown.error?.reason ?? '',
    '',
    shown.id,
  ]);
}

function signsOf({ kind, data }: ShownEntry): (number | null)[] {
  const signs = kind === 'vital-signs' && data !== null ? (data as DataOf<'vital-signs'>) : null;
  return vitalSignRows.map(({ key }) => signs?.[key] ?? null);
}

const medicines = ['dose', 'infusion-start', 'infusion-rate', 'infusion-stop', 'dose-not-given'];

/** Drug, route, amount and rate. A dose that was not given has no amount: a sum over the column must be right. */
function medicineOf({ kind, data, standing }: ShownEntry): (string | number | null)[] {
  if (data === null || !medicines.includes(kind)) return ['', '', null, null];
  const medicine = data as Partial<DataOf<'dose'>> &
    Pick<DataOf<'dose'>, 'drug'> & { readonly rateMgPerHour?: number };
  const counts = kind === 'dose' && standing !== 'entered-in-error';
  const route = kind.startsWith('infusion') ? 'iv' : medicine.route;
  return [
    drugLabel(medicine),
    route === undefined ? '' : routeCatalog[route].label,
    counts ? (medicine.amountMg ?? null) : null,
    medicine.rateMgPerHour ?? null,
  ];
}
