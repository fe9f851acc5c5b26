import { formatMg, formatMgPerKg, ketamineGiven, noticesOf, weightGrams } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { hiddenWords, isInvented, type SessionRecord } from '../session-record.ts';
import { places } from '../text/places.ts';
import { vitalsFacts } from '../text/vitals-table.ts';
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
  if (session.status === 'signed') return 'Signed';
  if (session.status === 'cancelled') return 'Cancelled';
  if (session.status === 'planned') return 'Planned';
  if (session.status === 'in-progress') return 'In progress, not signed';
  return state.signatures.length > 0 ? 'Signed in part' : 'Draft, not signed';
}

/** What nobody may overlook: an invented session, one copied from paper, and what this copy leaves out. */
function warnings(record: SessionRecord): string[] {
  return [
    ...(isInvented(record) ? ['Practice or demo session. No real client.'] : []),
    ...(record.session.origin === 'transcribed' ? ['Copied from paper after the session.'] : []),
    ...hiddenWords(record),
  ];
}

function factsRow(record: SessionRecord): Content {
  const { state, exportedAt } = record;
  const { totalMicrograms, doses } = ketamineGiven(state);
  const grams = weightGrams(state);
  const { pressure, lowestSpo2 } = vitalsFacts(record);
  const sets = record.shown.filter(
    ({ kind, standing }) => kind === 'vital-signs' && standing !== 'entered-in-error',
  );
  const notices = noticesOf(state, Date.parse(state.endedAt ?? exportedAt)).filter(
    ({ priority }) => priority !== 'low',
  );
  const high = notices.filter(({ priority }) => priority === 'high').length;
  const open = notices.filter(({ settled }) => settled === null).length;
  const facts: [string, string, string][] = [
    [
      'Ketamine',
      doses === 0 ? 'none' : formatMg(totalMicrograms),
      doses === 0 || grams === null ? '' : formatMgPerKg(totalMicrograms, grams),
    ],
    [
      'BP baseline, peak, last',
      pressure === null
        ? 'none'
        : [pressure.baseline ?? 'no baseline', pressure.peak, pressure.last].join(' · '),
      '',
    ],
    ['SpO₂ lowest', lowestSpo2 === null ? 'none' : `${lowestSpo2} %`, ''],
    ['Vital signs', `${sets.length} sets`, ''],
    [
      'Notices',
      `${high} High, ${notices.length - high} Medium`,
      open === 0 ? '' : `${open} without an outcome`,
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

/** "RIVERA, Maya · 24-Nov-2026": at the head of every page but the first. */
export function runningHead(record: SessionRecord): string {
  const { day } = clinicTime(record.clinic.timeZone);
  const { session } = record;
  return `${said(record, 'client')} · ${day(session.startedAt ?? session.plannedAt)}`;
}
