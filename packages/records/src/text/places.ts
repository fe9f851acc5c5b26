import {
  type DataOf,
  dischargeOf,
  dispositions,
  formatKg,
  formatMg,
  formatMgPerKg,
  ketamineGiven,
  roleLabels,
  weightGrams,
} from '@tandem/domain';
import { ageAt, clinicTime, shownDay } from '../clinic-time.ts';
import { coursePlaces } from '../course/course-places.ts';
import { closedWithout, isInvented, type SessionRecord } from '../session-record.ts';
import type { ShownEntry } from '../shown-entries.ts';
import { vitalsSummary, vitalsTable } from './vitals-table.ts';

/** What may stand in a template, by its name. An empty text is said as "None recorded." */
export const places: Readonly<Record<string, (record: SessionRecord) => string>> = {
  client: ({ client }) => `${upperCase(client.familyName)}, ${client.givenName}`,
  'birth date': ({ client, session, ...record }) => {
    const day = timeOf(record)
      .offset(session.startedAt ?? session.plannedAt)
      .slice(0, 10);
    return `${shownDay(client.birthDate)} (${ageAt(client.birthDate, day)}y)`;
  },
  sex: ({ client }) => ({ female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' })[client.sex],
  mrn: ({ client }) => (client.mrn === null ? 'no MRN' : `MRN ${client.mrn}`),
  allergies: ({ client: { allergies } }) =>
    ({
      'not-asked': 'Allergies not asked',
      'none-known': 'No known allergies',
      known: `Allergies: ${allergies.items.join(', ')}`,
    })[allergies.status],
  clinic: ({ clinic }) => clinic.name,
  date: (record) => timeOf(record).day(record.session.startedAt ?? record.session.plannedAt),
  start: (record) => timeOr(record, record.session.startedAt, 'not started'),
  end: (record) => timeOr(record, record.session.endedAt, 'not ended'),
  room: ({ session }) => session.room ?? 'no room',
  'session number': ({ session: { series } }) =>
    series === null ? 'not in a series' : `${series.number} of ${series.of}`,
  team: ({ team }) => team.map(({ name, role }) => `${name} (${roleLabels[role].toLowerCase()})`).join(', '),
  protocol: ({ protocol: { name, version } }) => (version === null ? name : `${name}, version ${version}`),
  weight: ({ state }) => {
    const grams = weightGrams(state);
    return grams === null ? 'no weight' : formatKg(grams);
  },
  'ketamine total': ({ state }) => {
    const { totalMicrograms, doses } = ketamineGiven(state);
    const grams = weightGrams(state);
    if (doses === 0) return 'none given';
    const byWeight = grams === null ? '' : `, ${formatMgPerKg(totalMicrograms, grams)}`;
    return `${formatMg(totalMicrograms)}${byWeight}`;
  },
  doses: (record) =>
    lines(record, ['dose', 'infusion-start', 'infusion-rate', 'infusion-stop', 'dose-not-given']),
  'vitals table': vitalsTable,
  'vitals summary': vitalsSummary,
  events: (record) => lines(record, ['adverse-event', 'emergency']),
  intention: (record) => notes(record, (note) => note.category === 'intention'),
  notes: (record) => notes(record, (note) => note.category !== 'intention'),
  phases: (record) => lines(record, ['phase']),
  moments: (record) => lines(record, ['moment']),
  shift: (record) => lines(record, ['shift']),
  'words to keep': (record) => lines(record, ['words-to-keep']),
  scales: (record) => lines(record, ['assessment']),
  checklist: (record) => lines(record, ['checklist']),
  'going home': ({ state, exportedAt }) =>
    state.startedAt === null
      ? ''
      : dischargeOf(state, Date.parse(exportedAt))
          .items.map(({ met, statement, fact }) => `${met ? '[x]' : '[ ]'} ${statement}: ${fact}`)
          .join('\n'),
  outcome: ({ session: { disposition } }) => (disposition === null ? 'not ended' : dispositions[disposition]),
  signatures: (record) => {
    const { day, time } = timeOf(record);
    const signed = record.state.signatures.map(
      ({ author, meaning, at }) =>
        `${author.name}, ${roleLabels[author.role].toLowerCase()}, ${day(at)} ${time(at)}: ${meaning}`,
    );
    return [...signed, closedWithout(record.state) ?? ''].filter((line) => line !== '').join('\n');
  },
  addenda: (record) => lines(record, ['addendum']),
  ...coursePlaces,
  'chain head': ({ head }) => `#${head.seq} ${head.hash}`,
  'copy made': (record) => {
    const { day, time } = timeOf(record);
    const mark = isInvented(record) ? ' Not a real session.' : '';
    return `Copied ${day(record.exportedAt)} ${time(record.exportedAt)} by ${record.exportedBy.name}.${mark}`;
  },
};

/** Family names in capitals, as on the screens. Greek capitals carry no accents. */
export const upperCase = (name: string) =>
  name.toLocaleUpperCase(/\p{Script=Greek}/u.test(name) ? 'el' : 'en');

const timeOf = ({ clinic }: Pick<SessionRecord, 'clinic'>) => clinicTime(clinic.timeZone);

function timeOr(record: SessionRecord, at: string | null, otherwise: string): string {
  return at === null ? otherwise : timeOf(record).time(at);
}

/** One line per entry, corrections beside it; removed and withheld ones say that they are. */
export function entryLine(record: SessionRecord, shown: ShownEntry): string {
  const { time } = timeOf(record);
  const was = shown.earlier
    .map(({ words, at, reason }) => ` [amended ${time(at)}, was ${words}: ${reason}]`)
    .join('');
  const error =
    shown.standing === 'entered-in-error' ? ` [ENTERED IN ERROR: ${shown.change?.reason ?? ''}]` : '';
  return `${time(shown.happenedAt)}  ${shown.words}${was}${error} (${shown.recorder.name})`;
}

function lines(record: SessionRecord, kinds: readonly string[]): string {
  return record.shown
    .filter(({ kind }) => kinds.includes(kind))
    .map((shown) => entryLine(record, shown))
    .join('\n');
}

function notes(record: SessionRecord, which: (note: DataOf<'note'>) => boolean): string {
  return record.shown
    .filter(({ kind, data }) => kind === 'note' && data !== null && which(data as DataOf<'note'>))
    .map((shown) => entryLine(record, shown))
    .join('\n');
}
