import {
  bandOf,
  type CourseKind,
  checkInSteps,
  type MeasureAnswer,
  type MeasureItem,
  planForms,
  totalOf,
} from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import type { SessionRecord } from '../session-record.ts';
import type { CourseShown, ShownCheckIn, ShownInsight, ShownMeasure, ShownPlan } from './course-record.ts';

/** Sentences of what happened between the sessions, the same in every format. */

export const measureName = ({ measure, data }: ShownMeasure): string => measure?.name ?? data.instrument;

/** "12 of 27, moderate"; that there is no total, and why; nothing where items are never summed. */
export function totalWords({ measure, data }: ShownMeasure): string | null {
  if (measure === null || measure.total === null) return null;
  const total = totalOf(measure, data.answers);
  if (total === null) return 'no total: not every question was answered';
  const band = bandOf(measure, total);
  return `${total} of ${measure.total.most}${band === null ? '' : `, ${band.words}`}`;
}

/** An answer with its question, in the order of the measure; of a measure that nobody knows, in that of the answers. */
export interface AnsweredItem {
  readonly key: string;
  readonly item: MeasureItem | null;
  /** Null when it was not answered. */
  readonly value: number | null;
}

export function answeredItems({ measure, data: { answers } }: ShownMeasure): AnsweredItem[] {
  const answered = (key: string) => answers.find(({ item }: MeasureAnswer) => item === key)?.value ?? null;
  if (measure === null) return answers.map(({ item: key, value }) => ({ key, item: null, value }));
  const asked = [...measure.items, ...(measure.unscored === undefined ? [] : [measure.unscored])];
  return asked
    .map((item) => ({ key: item.key, item, value: answered(item.key) }))
    .filter(({ item, value }) => value !== null || item !== measure.unscored);
}

/** The offered words of an answer; of a line, the number. */
export function answerWords({ item, value }: AnsweredItem): string {
  if (value === null) return 'not answered';
  const offered = item?.slider === true ? undefined : item?.answers.find((one) => one.value === value);
  return offered === undefined ? String(value) : `${offered.words} (${value})`;
}

/** "judging 4, hiding 6" where items have no order that everybody knows; "1, 2, –" where they are numbered. */
export function answersInShort(shown: ShownMeasure): string {
  const numbered = shown.measure?.total !== null && shown.measure !== null;
  return answeredItems(shown)
    .map(({ key, value }) => `${numbered ? '' : `${key} `}${value ?? '–'}`)
    .join(', ');
}

/** What was done about an answer of 1 or more to item 9 of the PHQ-9; null where there is none. */
export function safetyWords({ safety }: ShownMeasure, record: SessionRecord): string | null {
  if (safety === null) return null;
  const asked = `Item 9 was answered ${safety.answer}.`;
  if (safety.outcome === null) return `${asked} What was done about it is not written yet.`;
  const { text, by, at } = safety.outcome;
  return `${asked} What was done: ${text} (${by}, ${whenWords(record, at)})`;
}

export function measureWords(shown: ShownMeasure, record: SessionRecord): string {
  const { measure, data } = shown;
  const parts = [
    totalWords(shown),
    `answers ${answersInShort(shown)}`,
    data.filledBy === 'client' ? 'filled in by the client' : 'filled in by staff',
    data.timing === undefined ? null : timings[data.timing],
    measure?.validated === false ? 'own wording, not a validated instrument' : null,
  ].filter((part) => part !== null);
  const safety = safetyWords(shown, record);
  return `${measureName(shown)}: ${parts.join('; ')}${safety === null ? '' : `. ${safety}`}`;
}

export const timings = { before: 'before a session', after: 'after a session', between: 'between sessions' };

export function storyWords({ data: { from, to } }: CourseShown<'story'>): string {
  return [from === undefined ? null : `from “${from}”`, to === undefined ? null : `to “${to}”`]
    .filter((part) => part !== null)
    .join(' ');
}

type PlanItem = ShownPlan['data']['items'][number];
export function planItemWords({ form, text, when }: PlanItem): string {
  return `${planForms[form]}: ${text}${when === undefined ? '' : `, ${when}`}`;
}
export const planWords = ({ data: { items } }: ShownPlan): string =>
  items.length === 0 ? 'nothing planned' : items.map(planItemWords).join('; ');

export const stepName = ({ data: { step } }: ShownCheckIn): string => `Check-in, ${checkInSteps[step].label}`;

/** "done: Slept well"; "missed"; "due 24-Nov-2026 10:37". */
export function outcomeWords({ outcome, dueAt, moves }: ShownCheckIn, record: SessionRecord): string {
  const moved = moves === 0 ? '' : `, moved ${moves === 1 ? 'once' : `${moves} times`}`;
  if (outcome === null) return `due ${whenWords(record, dueAt)}${moved}`;
  return `${outcome.how}${moved}${outcome.text === null ? '' : `: ${outcome.text}`}`;
}

const hows = { 'in-person': 'in person', 'by-phone': 'by phone', 'in-writing': 'in writing' } as const;

/** "agreed in person, 24-Nov-2026 10:37" */
export function approvalWords({ approval }: ShownInsight, record: SessionRecord): string {
  return `agreed ${hows[approval.how]}, ${whenWords(record, approval.approvedAt)}`;
}

/** How many insights a copy leaves out, and why; null when there are none. */
export function notAgreedWords({ course }: SessionRecord): string | null {
  const count = course?.notAgreed ?? 0;
  if (count === 0) return null;
  return `Not here, because the client has not agreed to ${count === 1 ? 'it: 1 insight' : `them: ${count} insights`}.`;
}

/** "entered in error 24-Nov-2026 10:37: Wrong client." */
export function errorWords({ error }: CourseShown<CourseKind>, record: SessionRecord): string | null {
  return error === null ? null : `entered in error ${whenWords(record, error.at)}: ${error.reason}`;
}

/** "24-Nov-2026 10:37" of the clinic. */
export function whenWords({ clinic }: Pick<SessionRecord, 'clinic'>, at: string): string {
  const { day, time } = clinicTime(clinic.timeZone);
  return `${day(at)} ${time(at)}`;
}
