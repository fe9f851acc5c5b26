import { ceilingOf, drugRow, formatKg, formatMg, gramsFromKg } from '@tandem/domain';
import { ageAt, clinicTime, shownDay } from '../../clinic-time.ts';
import { upperCase } from '../../text/places.ts';
import { type Content, colours, contentWidth } from '../look.ts';
import { allergyBox, allergyLines } from './allergy-box.ts';
import type { PaperInput, PaperSession } from './paper-input.ts';
import { inColumns, known, type PaperColumn, paperHeading, paperTable, toWrite } from './paper-parts.ts';
import type { PaperWords } from './paper-words.ts';
import { vitalsRows } from './vitals-rows.ts';

const DOSE_ROWS = 5;

/** The side for the medicine and the body. @param session null for a client whom nobody planned */
export function frontPage(session: PaperSession | null, words: PaperWords, input: PaperInput): Content[] {
  const vitals = vitalsRows(session, words, session === null ? 1 : moreLines(session, words));
  return [
    ...(session === null ? blankHead(words, input) : plannedHead(session, words, input)),
    paperHeading(words.vitals, vitals.hint),
    paperTable(vitalsColumns(words), vitals.rows),
    { text: words.moaasHint, fontSize: 7.5, color: colours.ink2, margin: [0, 3, 0, 0] },
    paperHeading(words.doses, words.dosesHint),
    paperTable(
      doseColumns(words),
      Array.from({ length: DOSE_ROWS }, () => []),
    ),
  ];
}

function plannedHead(session: PaperSession, words: PaperWords, { clinic }: PaperInput): Content[] {
  const { client, protocol, room, weightKg, plannedAt } = session;
  const { day, time, offset } = clinicTime(clinic.timeZone);
  const age = ageAt(client.birthDate, offset(plannedAt).slice(0, 10));
  const grams = weightKg === null ? null : gramsFromKg(weightKg);
  const third = (contentWidth - 28) / 3;
  return [
    headLine(clientName(session), words),
    {
      text: [
        `${words.born} ${shownDay(client.birthDate)} (${age}y)`,
        words.sexes[client.sex],
        client.mrn === null ? words.noMrn : `${words.mrn} ${client.mrn}`,
        clinic.name,
      ].join(' · '),
      fontSize: 10.5,
      margin: [0, 1, 0, 0],
    },
    ...warning(session, words),
    allergyBox(client.allergies, words),
    inColumns([
      known(words.planned, `${day(plannedAt)} ${time(plannedAt)}`),
      known(words.room, room ?? '–'),
      known(words.team, teamWords(session, words)),
    ]),
    inColumns([
      known(words.protocol, protocolName(session, words)),
      known(words.drug, drugWords(protocol.plan, words)),
      known(words.plannedDoses, plannedDoses(session, words)),
    ]),
    inColumns([
      known(words.ceiling, ceilingWords(protocol.plan, grams, words)),
      known(
        words.interval,
        protocol.plan.minimumIntervalMinutes === undefined
          ? words.noInterval
          : words.minutes(protocol.plan.minimumIntervalMinutes),
      ),
      known(words.weight, grams === null ? '–' : formatKg(grams)),
    ]),
    inColumns([
      toWrite(words.weightToday, third),
      toWrite(words.started, third),
      toWrite(words.ended, third),
    ]),
  ];
}

function blankHead(words: PaperWords, { clinic }: PaperInput): Content[] {
  const half = (contentWidth - 14) / 2;
  const third = (contentWidth - 28) / 3;
  const row = (...labels: string[]) =>
    inColumns(
      labels.map((label) => toWrite(label, labels.length === 2 ? half : third)),
      8,
    );
  return [
    headLine(words.blank, words),
    { text: clinic.name, fontSize: 10.5, margin: [0, 1, 0, 0] },
    row(words.client, words.born),
    allergyBox(null, words),
    row(words.mrn, words.room, words.team),
    row(words.protocol, words.drug, words.ceiling),
    row(words.weightToday, words.started, words.ended),
  ];
}

const headLine = (text: string, words: PaperWords): Content => ({
  columns: [
    { text, fontSize: text.length > LONG_NAME ? 12 : 16, bold: true },
    { width: 'auto', text: words.title, color: colours.ink2, noWrap: true, margin: [0, 5, 0, 0] },
  ],
  columnGap: 12,
});

/** "RIVERA, Maya", as on the screens. */
export const clientName = ({ client: { familyName, givenName } }: PaperSession) =>
  `${upperCase(familyName)}, ${givenName}`;

function warning({ origin, protocol }: PaperSession, words: PaperWords): Content[] {
  const said = [
    ...(origin === 'demo' || origin === 'training' ? [words.invented] : []),
    ...(protocol.confirmed ? [] : [words.unconfirmed]),
  ];
  return said.length === 0 ? [] : [{ text: said.join(' · '), bold: true, margin: [0, 2, 0, 0] }];
}

type Plan = PaperSession['protocol']['plan'];

const drugName = (drug: string, words: PaperWords) =>
  words.drugs[drug] ?? drugRow(drug as Plan['drug'])?.label ?? drug;
const drugWords = ({ drug, route }: Plan, words: PaperWords) =>
  `${drugName(drug, words)} ${words.routes[route]}`;

function ceilingWords(plan: Plan, grams: number | null, words: PaperWords): string {
  const ceiling = ceilingOf(plan, grams);
  const byWeight = plan.ceilingMgPerKg === undefined ? '' : words.ceilingByWeight(plan.ceilingMgPerKg);
  if (ceiling === null) return byWeight === '' ? words.noCeiling : byWeight;
  // Of two ceilings the lower one counts, and it is not known before the weight is.
  return grams === null && byWeight !== '' ? `${formatMg(ceiling)}, ${byWeight}` : formatMg(ceiling);
}

function plannedDoses({ plannedDoses: doses }: PaperSession, words: PaperWords): string {
  const said = doses.map(({ drug, route, amountMg }) =>
    `${drugName(drug, words)} ${amountMg} mg ${route.toUpperCase()}`.replaceAll(' ', '\u00A0'),
  );
  return said.length === 0 ? words.noDoses : asManyAsFit(said, '; ');
}

function teamWords({ team }: PaperSession, words: PaperWords): string {
  const said = team.map(({ name, role }) => `${name} (${words.roles[role]})`);
  return said.length === 0 ? '–' : asManyAsFit(said, ', ');
}

function protocolName({ protocol: { name, version } }: PaperSession, words: PaperWords): string {
  return words.version(name.length > MOST_SIGNS ? `${name.slice(0, MOST_SIGNS)}…` : name, version);
}

/** From here on a name is set in smaller type. */
const LONG_NAME = 42;
/** Signs of one fact, and of a line of it in a third of the width. */
const MOST_SIGNS = 110;
const SIGNS_A_LINE = 28;

/** What is left out is counted: "…, +3". */
function asManyAsFit(parts: readonly string[], between: string): string {
  let kept = parts.length;
  while (kept > 1 && parts.slice(0, kept).join(between).length > MOST_SIGNS) kept -= 1;
  const more = parts.length - kept;
  return [...parts.slice(0, kept), ...(more === 0 ? [] : [`+${more}`])].join(between);
}

/** Lines that this head has beyond the least one, so that the rows below leave them their room. */
function moreLines(session: PaperSession, words: PaperWords): number {
  const lines = (...facts: string[]) =>
    Math.max(...facts.map((fact) => Math.ceil(fact.length / SIGNS_A_LINE)));
  const { client, protocol } = session;
  return (
    (allergyLines(client.allergies, words) - 1) * 1.2 +
    (lines(teamWords(session, words)) - 1) +
    (lines(protocolName(session, words), drugWords(protocol.plan, words), plannedDoses(session, words)) - 1) +
    (lines(ceilingWords(protocol.plan, null, words)) - 1) +
    warning(session, words).length +
    (clientName(session).length > LONG_NAME ? Math.ceil(clientName(session).length / LONG_NAME) : 0)
  );
}

const vitalsColumns = (words: PaperWords): PaperColumn[] => [
  { head: words.due, share: 5 },
  { head: words.time, share: 6 },
  { head: words.bp, share: 10 },
  { head: words.hr, share: 6.5 },
  { head: words.spo2, share: 6.5 },
  { head: words.rr, share: 6.5 },
  { head: words.moaas, share: 8 },
  { head: words.oxygen, share: 7 },
  { head: words.who, share: 8 },
];

const doseColumns = (words: PaperWords): PaperColumn[] => [
  { head: words.time, share: 6 },
  { head: words.doseDrug, share: 12 },
  { head: words.doseRoute, share: 6 },
  { head: words.mg, share: 7 },
  { head: words.orderedBy, share: 11 },
  { head: words.givenBy, share: 11 },
  { head: words.lot, share: 11 },
];
