import { type DataOf, roleLabels } from '@tandem/domain';
import { type ClinicTime, clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import type { ShownEntry } from '../shown-entries.ts';
import { type Content, colours, hairlines, heading, size, tabular } from './look.ts';

/** Steps that stand in the head or the foot of the report already. */
const elsewhere = ['planned', 'signed', 'redaction'];
const medicine = ['dose', 'infusion-start', 'infusion-rate', 'infusion-stop'];

/** Every entry, by when it happened, with what it was before it was amended struck through. */
export function entriesTable(record: SessionRecord): Content {
  const time = clinicTime(record.clinic.timeZone);
  const rows = record.shown.filter(({ kind }) => !elsewhere.includes(kind));
  if (rows.length === 0) return [heading('Record'), { text: 'Nothing was recorded.', color: colours.ink2 }];
  const initials = initialsOf(record);
  const first = rows[0] as ShownEntry;
  return [
    heading('Record'),
    {
      layout: hairlines,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [34, 74, '*', 24],
        body: [
          ['Time', 'Kind', 'Entry', 'By'].map((text, column) => ({
            text,
            fontSize: size.small,
            color: colours.ink2,
            ...(column === 3 ? { alignment: 'right' } : {}),
          })),
          ...rows.map((shown) => [
            { text: timeWords(shown, first, time), color: colours.ink2, ...tabular },
            { text: shown.label, color: colours.ink2 },
            entryCell(shown, time),
            { text: initials.get(shown.recorder.id) ?? '', color: colours.ink2, alignment: 'right' },
          ]),
        ],
      },
    },
    {
      text: record.people
        .filter(({ id }, at, all) => all.findIndex((person) => person.id === id) === at)
        .map(({ id, name, role }) => `${initials.get(id)} ${name}, ${roleLabels[role].toLowerCase()}`)
        .join(' · '),
      fontSize: size.small,
      color: colours.ink2,
      margin: [0, 6, 0, 0],
    },
  ];
}

/** The day stands beside the time where it is another one than that of the first entry. */
function timeWords({ happenedAt }: ShownEntry, first: ShownEntry, { time, day }: ClinicTime): string {
  const when = day(happenedAt);
  return when === day(first.happenedAt) ? time(happenedAt) : `${time(happenedAt)}\n${when.slice(0, 6)}`;
}

function entryCell(shown: ShownEntry, { time }: ClinicTime): Content {
  const isError = shown.standing === 'entered-in-error';
  const grey = (text: string) => ({ text, color: colours.ink3, fontSize: size.small });
  const struck = (text: string) => ({ text, decoration: 'lineThrough', color: colours.ink3 });
  const quiet = shown.standing === 'removed' || shown.standing === 'not-shown';
  const words = shown.words === '' ? shown.label : shown.words;
  const main = isError
    ? struck(words)
    : {
        text: words,
        ...(medicine.includes(shown.kind) ? { bold: true, color: colours.ketamine } : {}),
        ...(isClientsWords(shown) ? { italics: true } : {}),
        ...(quiet ? { color: colours.ink3 } : {}),
      };
  return {
    text: [
      main,
      ...shown.earlier.flatMap((version) => [
        grey('  '),
        struck(version.words),
        grey(` amended ${time(version.at)}, ${version.reason}`),
      ]),
      ...(shown.change === null
        ? []
        : [
            grey(
              `  ${isError ? 'entered in error' : 'text removed'} ${time(shown.change.at)}, ${shown.change.reason}`,
            ),
          ]),
      ...(shown.lateReason === null
        ? []
        : [grey(`  recorded ${time(shown.recordedAt)}, ${shown.lateReason}`)]),
    ],
  };
}

function isClientsWords({ kind, data }: ShownEntry): boolean {
  return (
    kind === 'words-to-keep' || (kind === 'note' && (data as DataOf<'note'> | null)?.category === 'words')
  );
}

/** "AO": of the words of a name but for titles; two people never share them. */
export function initialsOf({ people }: Pick<SessionRecord, 'people'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, name } of people) {
    if (found.has(id)) continue;
    const words = name.split(/\s+/).filter((word) => word !== '' && !/^(dr|prof|mr|mrs|ms)\.?$/i.test(word));
    const short =
      words
        .map((word) => [...word][0]?.toLocaleUpperCase('en') ?? '')
        .join('')
        .slice(0, 3) || '?';
    let own = short;
    for (let more = 2; [...found.values()].includes(own); more += 1) own = `${short}${more}`;
    found.set(id, own);
  }
  return found;
}
