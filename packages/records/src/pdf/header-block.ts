import { formatMg, formatMgPerKg, reportFacts, weightGrams } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { closedWithout, hiddenWords, isInvented, type SessionRecord } from '../session-record.ts';
import { places } from '../text/places.ts';
import { pressureWords } from '../text/vitals-table.ts';
import { type Content, colours, rule, size } from './look.ts';

const said = (record: SessionRecord, place: string): string => places[place]?.(record) ?? '';

/** Who it is, when, where, with whom, and whether it is signed. */
export function headerBlock(record: SessionRecord): Content {
  const { session } = record;
  const series = session.series === null ? '' : `, session ${said(record, 'session number')}`;
  const lines = [
    [
      `Born ${said(record, 'birth date')}`,
      said(record, 'sex'),
      said(record, 'mrn'),
      said(record, 'weight'),
      said(record, 'allergies'),
    ],
    [
      `Ketamine-assisted psychotherapy${series}`,
      `${said(record, 'date')}, ${said(record, 'start')} to ${said(record, 'end')}`,
      said(record, 'room'),
      said(record, 'team'),
    ],
    [`Protocol: ${said(record, 'protocol')}`, record.clinic.name],
  ];
  return [
    {
      columns: [
        { text: said(record, 'client'), fontSize: size.title, bold: true, color: colours.ink },
        { width: 'auto', table: { body: [[{ text: stateWords(record), ...pill }]] }, layout: 'noBorders' },
      ],
    },
    ...lines.map((parts) => ({
      text: parts.filter((part) => part !== '').join(' · '),
      color: colours.ink2,
      margin: [0, 1.5, 0, 0],
    })),
    ...warnings(record).map((text) => ({ text, bold: true, margin: [0, 6, 0, 0] })),
    rule(),
    factsRow(record),
    rule(6, 10),
  ];
}

const pill = {
  fillColor: colours.accentWash,
  color: colours.accent,
  bold: true,
  fontSize: size.small,
  margin: [6, 3, 6, 3],
} as const;

function stateWords({ session, state }: SessionRecord): string {
  if (closedWithout(state) !== null) return 'Closed without a signature';
  if (session.status === 'signed') return 'Signed';
  if (session.status === 'cancelled') return 'Cancelled';
  if (session.status === 'planned') return 'Planned';
  if (session.status === 'in-progress') return 'In progress, not signed';
  return state.signatures.length > 0 ? 'Signed in part' : 'Draft, not signed';
}

/** What nobody may overlook: an invented session, one copied from paper, and what this copy leaves out. */
function warnings(record: SessionRecord): string[] {
  const closed = closedWithout(record.state);
  return [
    ...(closed === null ? [] : [closed]),
    ...(isInvented(record) ? ['Practice or demo session. No real client.'] : []),
    ...(record.session.origin === 'transcribed' ? ['Copied from paper after the session.'] : []),
    ...hiddenWords(record),
  ];
}

function factsRow({ state, exportedAt }: SessionRecord): Content {
  const { ketamine, vitals, lowestSaturation, notices } = reportFacts(state, Date.parse(exportedAt));
  const grams = weightGrams(state);
  const none = ketamine.doses === 0;
  const facts: [string, string, string][] = [
    [
      'Ketamine',
      none ? 'none' : formatMg(ketamine.totalMicrograms),
      none || grams === null ? '' : formatMgPerKg(ketamine.totalMicrograms, grams),
    ],
    ['BP baseline, peak, last', pressureWords(state, exportedAt), ''],
    [
      'SpO₂ lowest',
      lowestSaturation === null ? 'none' : `${lowestSaturation.percent} %`,
      oxygenWords(lowestSaturation?.oxygenLitresPerMin ?? null),
    ],
    ['Vital signs on time', `${vitals.onTime} of ${vitals.due}`, ''],
    [
      'Notices',
      `${notices.high} High, ${notices.medium} Medium`,
      notices.open === 0 ? '' : `${notices.open} without an outcome`,
    ],
  ];
  return {
    columns: facts.map(([label, value, more]) => ({
      width: 'auto',
      stack: [
        { text: label, fontSize: size.small, color: colours.ink2, noWrap: true },
        { text: value, bold: true, fontSize: 10.5, noWrap: true, margin: [0, 1, 0, 0] },
        { text: more, fontSize: size.small, color: colours.ink2, noWrap: true },
      ],
    })),
    columnGap: 20,
  };
}

function oxygenWords(litres: number | null): string {
  if (litres === null) return '';
  return litres === 0 ? 'room air' : `${litres} L/min`;
}

/** "RIVERA, Maya · 24-Nov-2026": at the head of every page but the first. */
export function runningHead(record: SessionRecord): string {
  const { day } = clinicTime(record.clinic.timeZone);
  const { session } = record;
  return `${said(record, 'client')} · ${day(session.startedAt ?? session.plannedAt)}`;
}
