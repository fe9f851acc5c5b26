import { type CourseKind, checkInSteps, planForms, roleLabels, totalOf } from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import type { CourseRecord, CourseShown, ShownMeasure } from '../course/course-record.ts';
import {
  answersInShort,
  approvalWords,
  errorWords,
  measureName,
  notAgreedWords,
  outcomeWords,
  safetyWords,
  storyWords,
  timings,
  totalWords,
} from '../course/course-words.ts';
import type { SessionRecord } from '../session-record.ts';
import { type Content, colours, hairlines, heading, rule, size } from './look.ts';

/** What happened between the sessions: after the signatures, because nobody signed it with the session. */
export function courseBlock(record: SessionRecord): Content {
  const { course } = record;
  if (course === null) return [];
  const notAgreed = notAgreedWords(record);
  return [
    rule(18, 2),
    heading('Between the sessions', 8),
    {
      text: 'From the client’s course as it stood when this copy was made. It is not part of what was signed.',
      color: colours.ink2,
      fontSize: size.small,
    },
    ...part('Measures', course.measures.length === 0 ? [] : [measuresTable(record, course)]),
    ...part('Integration plan', plan(record, course)),
    ...part('Check-ins', course.checkIns.length === 0 ? [] : [checkInsTable(record, course)]),
    ...part(
      'The story',
      course.stories.map((story) => entry(record, story, storyWords(story))),
    ),
    ...part('Insights the client agreed to', [
      ...course.insights.map((insight) =>
        entry(record, insight, insight.data.text, approvalWords(insight, record)),
      ),
      ...(notAgreed === null ? [] : [{ text: notAgreed, ...grey, margin: [0, 2, 0, 0] }]),
    ]),
  ];
}

const grey = { color: colours.ink2, fontSize: size.small } as const;

/** Rows of a table that go to the next page together with their heading. */
const TOGETHER = 8;

/** A heading stays with what it is of; a long table breaks all the same. */
function part(title: string, blocks: readonly Content[]): Content[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  const { table } = first as { readonly table?: { readonly body: readonly unknown[] } };
  const head = { text: title, bold: true, margin: [0, 10, 0, 3] };
  return [{ stack: [head, first], unbreakable: (table?.body.length ?? 0) <= TOGETHER }, ...rest];
}

const day = ({ clinic }: SessionRecord, at: string) => clinicTime(clinic.timeZone).day(at);

function measuresTable(record: SessionRecord, { measures }: CourseRecord): Content {
  return {
    layout: hairlines,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [64, 100, 112, '*'],
      body: [
        ['Day', 'Measure', 'Total', 'Answers'].map((text) => ({ text, ...grey })),
        ...measures.map((shown) => [
          { text: day(record, shown.happenedAt), color: colours.ink2, noWrap: true },
          {
            stack: [
              struck(shown, measureName(shown)),
              ...(shown.measure?.validated === false ? [{ text: 'not validated', ...grey }] : []),
            ],
          },
          struck(shown, totalWords(shown) ?? 'read one by one', { bold: hasTotal(shown) }),
          answersCell(record, shown),
        ]),
      ],
    },
  };
}

const hasTotal = ({ measure, data }: ShownMeasure) =>
  measure !== null && totalOf(measure, data.answers) !== null;

function answersCell(record: SessionRecord, shown: ShownMeasure): Content {
  const { filledBy, timing } = shown.data;
  const safety = safetyWords(shown, record);
  const how = `${filledBy === 'client' ? 'by the client' : `by ${shown.recorder.name}`}${timing === undefined ? '' : `, ${timings[timing]}`}`;
  return {
    stack: [
      struck(shown, answersInShort(shown)),
      { text: how, ...grey },
      ...(safety === null ? [] : [{ text: safety, bold: true, margin: [0, 1, 0, 0] }]),
      ...wrong(record, shown),
    ],
  };
}

/** The plan that holds; one before it, and one entered in error, are in FHIR and CSV. */
function plan(record: SessionRecord, { plans }: CourseRecord): Content[] {
  const latest = plans.find(({ isLatest }) => isLatest);
  if (latest === undefined) return [];
  const rows = latest.data.items.map(({ form, text, when = '' }) => [
    { text: planForms[form], color: colours.ink2 },
    { text },
    { text: when, color: colours.ink2 },
  ]);
  const by = { text: written(record, latest), ...grey, margin: [0, 3, 0, 0] };
  if (rows.length === 0) return [{ text: 'Nothing is planned.' }, by];
  return [{ layout: hairlines, table: { dontBreakRows: true, widths: [110, '*', 120], body: rows } }, by];
}

function checkInsTable(record: SessionRecord, { checkIns }: CourseRecord): Content {
  return {
    layout: hairlines,
    table: {
      dontBreakRows: true,
      widths: [64, 80, '*', 120],
      body: checkIns.map((one) => [
        { text: day(record, one.dueAt), color: colours.ink2, noWrap: true },
        struck(one, checkInSteps[one.data.step].label),
        { stack: [struck(one, outcomeWords(one, record)), ...wrong(record, one)] },
        { text: one.data.owner.name, color: colours.ink2 },
      ]),
    },
  };
}

function entry(
  record: SessionRecord,
  shown: CourseShown<'story' | 'insight'>,
  words: string,
  more?: string,
): Content {
  const under = [more, written(record, shown)].filter((text) => text !== undefined).join(' · ');
  return {
    stack: [struck(shown, words), { text: under, ...grey }, ...wrong(record, shown)],
    margin: [0, 1, 0, 5],
  };
}

const written = (record: SessionRecord, { recorder, happenedAt }: CourseShown<CourseKind>) =>
  `${recorder.name}, ${roleLabels[recorder.role].toLowerCase()}, ${day(record, happenedAt)}`;

function struck({ error }: CourseShown<CourseKind>, text: string, look: object = {}): Content {
  return error === null ? { text, ...look } : { text, decoration: 'lineThrough', color: colours.ink3 };
}

function wrong(record: SessionRecord, shown: CourseShown<CourseKind>): Content[] {
  const words = errorWords(shown, record);
  return words === null ? [] : [{ text: words, color: colours.ink3, fontSize: size.small }];
}
