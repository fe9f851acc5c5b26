import { type DataOf, dischargeOf, roleLabels, standing } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { closedWithout, type SessionRecord } from '../session-record.ts';
import { type Content, colours, hairlines, heading, size } from './look.ts';

/** What going home asked for, unmet first, as it stood at the end of the session. */
export function goingHomeBlock({ state, session, clinic, exportedAt }: SessionRecord): Content {
  if (state.startedAt === null || session.disposition === 'no-dose') return [];
  const atMs = Date.parse(state.endedAt ?? exportedAt);
  const { items } = dischargeOf(state, atMs);
  const { time } = clinicTime(clinic.timeZone);
  return [
    heading(`Ready to go home, ${time(new Date(atMs).toISOString())}`),
    {
      layout: hairlines,
      table: {
        dontBreakRows: true,
        widths: [34, '*', '*'],
        body: items.map(({ met, statement, fact }) => [
          { text: met ? 'yes' : 'no', bold: !met, color: met ? colours.ink2 : colours.ink },
          { text: statement, bold: !met },
          { text: fact, color: colours.ink2 },
        ]),
      },
    },
  ];
}

/** Who signed what, when, with its meaning, and the entry it covers (21 CFR 11.50). */
export function signaturesBlock(record: SessionRecord): Content {
  const { state, clinic } = record;
  const { day, time } = clinicTime(clinic.timeZone);
  const signatures = standing(state, 'signed');
  const closed = closedWithout(state);
  const missing: Content[] = closed === null ? [] : [{ text: closed, bold: true, margin: [0, 0, 0, 4] }];
  if (signatures.length === 0)
    return [
      heading('Signatures'),
      ...missing,
      { text: 'Nobody has signed this record.', color: colours.ink2 },
    ];
  return [
    heading('Signatures'),
    ...missing,
    {
      layout: hairlines,
      table: {
        dontBreakRows: true,
        widths: [150, '*', 92],
        body: signatures.map(({ data, happenedAt, item }) => [
          [
            { text: item.entry.author.name, bold: true },
            { text: roleLabels[item.entry.author.role], color: colours.ink2, fontSize: size.small },
          ],
          [{ text: data.meaning }, { text: covers(data), color: colours.ink3, fontSize: size.small }],
          { text: `${day(happenedAt)} ${time(happenedAt)}`, alignment: 'right', color: colours.ink2 },
        ]),
      },
    },
  ];
}

function covers({ coversSeq, coversHash }: DataOf<'signed'>): string {
  return `Covers the record to entry ${coversSeq}, ${coversHash.slice(0, 16)}…`;
}
