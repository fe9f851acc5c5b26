import { BYTE_ORDER_MARK, clinicTime, csvLines } from '@tandem/records';
import type { PastSession } from '@tandem/wire';

const head = [
  'planned for',
  'status',
  'origin',
  'family name',
  'given name',
  'MRN',
  'session',
  'of',
  'protocol',
  'room',
  'team',
  'started',
  'ended',
  'given',
  'total (mg)',
  'mg/kg',
  'doses',
  'doses outside of a limit',
  'baseline systolic (mmHg)',
  'baseline diastolic (mmHg)',
  'peak systolic (mmHg)',
  'peak diastolic (mmHg)',
  'lowest SpO2 (%)',
  'notices high',
  'notices medium',
  'notices open',
  'seen after (s)',
  'vital signs due',
  'on time',
  'worst adverse event (grade)',
  'adverse events',
  'amendments',
  'entered in error',
  'PHQ-9 first',
  'PHQ-9 by then',
  'locked',
  'session id',
];

/** Sessions as one file; times carry the clinic's offset, what is not known is empty. */
export function pastCsv(items: readonly PastSession[], timeZone: string): string {
  const { offset } = clinicTime(timeZone);
  const time = (at: string | null) => (at === null ? '' : offset(at));
  return BYTE_ORDER_MARK + csvLines([head, ...items.map((item) => rowOf(item, time))]);
}

function rowOf(item: PastSession, time: (at: string | null) => string) {
  const { patient, series, figures, phq9 } = item;
  return [
    time(item.plannedAt),
    item.status,
    item.origin,
    patient?.familyName ?? null,
    patient?.givenName ?? null,
    patient?.mrn ?? null,
    series?.number ?? null,
    series?.of ?? null,
    item.protocol === null ? null : `${item.protocol.name} v${item.protocol.version}`,
    item.room?.name ?? null,
    item.people.map(({ name, role }) => `${name} (${role})`).join('; '),
    time(item.startedAt),
    time(item.endedAt),
    ...(figures === null ? Array.from({ length: 20 }, () => null) : figureCells(figures)),
    phq9?.first ?? null,
    phq9?.latest ?? null,
    time(figures?.lockedAt ?? null),
    item.id,
  ];
}

function figureCells(figures: NonNullable<PastSession['figures']>): (string | number | null)[] {
  const { notices, vitals, events, peak, baseline } = figures;
  return [
    figures.given
      .map(({ drug, route, micrograms }) => `${drug} ${micrograms.map(mg).join(' + ')} mg ${route}`)
      .join('; '),
    mg(figures.doseMicrograms),
    figures.microgramsPerKg === null ? null : mg(figures.microgramsPerKg),
    figures.doses,
    figures.dosesOutside,
    baseline?.systolic ?? null,
    baseline?.diastolic ?? null,
    peak?.systolic ?? null,
    peak?.diastolic ?? null,
    figures.lowestSpo2,
    notices.high.raised,
    notices.medium.raised,
    notices.open,
    notices.seenMs.map((ms) => Math.round(ms / 1000)).join('; '),
    vitals.due,
    vitals.onTime,
    events.worstGrade,
    events.worst.join('; '),
    figures.amendments,
    figures.retractions.all,
  ];
}

/** Micrograms as milligrams, exactly. */
const mg = (micrograms: number) => micrograms / 1000;
