import { type DataOf, formatMg, ketamineGiven } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import type { ShownEntry } from '../shown-entries.ts';
import { vitalsRows, vitalsSummary } from '../text/vitals-table.ts';
import { type Content, colours, hairlines, heading, rule, size } from './look.ts';

/**
 * A copy for the client: intention, from and to, moments, words to keep, and of what came after the session the
 * insights alone that they agreed to. Nothing that others noticed about them, no measurement unless they asked for
 * them, and nothing that was entered in error.
 */
export function clientCopy(record: SessionRecord, measurements: boolean): Content {
  const { client, clinic, session } = record;
  const time = clinicTime(clinic.timeZone);
  const intentions = of(record, 'note').filter(
    ({ data }) => (data as DataOf<'note'>).category === 'intention',
  );
  const shifts = of(record, 'shift').map(({ data }) => data as DataOf<'shift'>);
  const moments = of(record, 'moment');
  const kept = of(record, 'words-to-keep');
  const agreed = (record.course?.insights ?? []).filter(({ error }) => error === null);
  const blocks: Content[] = [
    { text: `${client.givenName} ${client.familyName}`, fontSize: size.title, bold: true },
    {
      text: `Your session of ${time.day(session.startedAt ?? session.plannedAt)} at ${clinic.name}`,
      fontSize: 11,
      color: colours.ink2,
      margin: [0, 2, 0, 0],
    },
    rule(10, 4),
    ...section('What you came with', intentions.slice(-1).map(quoted)),
    ...section(
      'From, and to',
      shifts.map(({ from, to }) => ({
        stack: [
          { text: `“${from}”`, color: colours.ink2, italics: true },
          { text: `“${to}”`, bold: true, italics: true, margin: [0, 2, 0, 0] },
        ],
        fontSize: 12,
        margin: [0, 2, 0, 8],
      })),
    ),
    ...section(
      'Moments',
      moments.map(({ happenedAt, words }) => ({
        columns: [
          { width: 44, text: time.time(happenedAt), color: colours.ink2 },
          { width: '*', text: words },
        ],
        margin: [0, 2, 0, 2],
      })),
    ),
    ...section('Words to keep', kept.map(quoted)),
    ...section(
      'What became clear, as you agreed to it',
      agreed.map(({ data: { text } }) => ({ text, fontSize: 12, margin: [0, 2, 0, 6] })),
    ),
    ...(measurements ? measured(record) : []),
  ];
  if (intentions.length + shifts.length + moments.length + kept.length + agreed.length === 0) {
    blocks.push({
      text: 'No moments or words to keep were written down in this session.',
      margin: [0, 8, 0, 0],
    });
  }
  return blocks;
}

/** Entries of one kind as they stand. */
function of(record: SessionRecord, kind: string): ShownEntry[] {
  return record.shown.filter(
    (shown) => shown.kind === kind && (shown.standing === 'stands' || shown.standing === 'amended'),
  );
}

function quoted({ kind, data, words }: ShownEntry): Content {
  const text = kind === 'note' || kind === 'words-to-keep' ? (data as { readonly text: string }).text : words;
  return { text: `“${text}”`, fontSize: 12, italics: true, margin: [0, 2, 0, 6] };
}

function section(title: string, blocks: readonly Content[]): Content[] {
  return blocks.length === 0 ? [] : [heading(title, 16), ...blocks];
}

function measured(record: SessionRecord): Content[] {
  const { totalMicrograms, doses } = ketamineGiven(record.state);
  return section('Measurements, as you asked for them', [
    { text: doses === 0 ? 'No ketamine was given.' : `Ketamine ${formatMg(totalMicrograms)} in all.` },
    { text: vitalsSummary(record) },
    ...grid(vitalsRows(record)),
  ]);
}

function grid(rows: readonly (readonly string[])[]): Content[] {
  const [heads, ...sets] = rows;
  if (heads === undefined) return [];
  return [
    {
      margin: [0, 6, 0, 0],
      layout: hairlines,
      table: {
        headerRows: 1,
        widths: heads.map((head) => (head === '' ? '*' : 'auto')),
        body: [
          heads.map((text) => ({ text, fontSize: size.small, color: colours.ink2, noWrap: true })),
          ...sets,
        ],
      },
    },
  ];
}
