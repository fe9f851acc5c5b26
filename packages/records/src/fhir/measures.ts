import { bandOf, totalOf } from '@tandem/domain';
import type { ShownMeasure } from '../course/course-record.ts';
import {
  type AnsweredItem,
  answeredItems,
  answerWords,
  measureName,
  safetyWords,
  totalWords,
} from '../course/course-words.ts';
import { type Concept, concept, localSystem, ordinalUrl, systems } from './codes.ts';
import { type FhirContext, identityOf, type Resource, some, urn } from './context.ts';
import { courseStatus, errorNotes, ofThisSession } from './course-context.ts';

/**
 * Self-report measures: the answers as they were given, a panel of the items, and the total where there is one
 * (clinical.md 4.1 and 4.3).
 */
export function measureResources(context: FhirContext): Resource[] {
  return (context.record.course?.measures ?? []).flatMap((shown) => [
    questionnaireResponse(context, shown),
    ...total(context, shown),
    panel(context, shown),
  ]);
}

function questionnaireResponse(context: FhirContext, shown: ShownMeasure): Resource {
  const { identifier, id } = identityOf(context, shown);
  const { instrument, version, filledBy } = shown.data;
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    identifier: identifier[0],
    questionnaire: `urn:tandem:questionnaire:${instrument}:${version}`,
    status: shown.error === null ? 'completed' : 'entered-in-error',
    subject: context.subject,
    ...ofThisSession(context, shown),
    authored: context.time.offset(shown.happenedAt),
    author: context.practitioner(shown.recorder),
    ...(filledBy === 'client' ? { source: context.subject } : {}),
    item: answeredItems(shown)
      .filter(({ value }) => value !== null)
      .map((answered) => ({
        linkId: answered.key,
        text: answered.item?.text ?? answered.key,
        answer: [
          isOnALine(answered) ? { valueInteger: answered.value } : { valueCoding: codingOf(answered) },
        ],
      })),
  };
}

function panel(context: FhirContext, shown: ShownMeasure): Resource {
  const { measure, data } = shown;
  const safety = safetyWords(shown, context.record);
  const notes = [
    ...errorNotes(context, shown),
    ...(safety === null ? [] : [{ text: safety }]),
    ...(measure?.validated === false ? [{ text: 'Own wording, not a validated instrument.' }] : []),
  ];
  return {
    ...observation(context, shown, 'panel'),
    code:
      measure?.loinc === undefined
        ? concept(localSystem('measure'), data.instrument, measureName(shown))
        : concept(systems.loinc, measure.loinc.panel, measureName(shown)),
    ...(measure?.total == null ? {} : { hasMember: [{ reference: urn(totalId(context, shown)) }] }),
    component: answeredItems(shown).map((answered) => ({
      code: itemCode(shown, answered),
      ...(answered.value === null
        ? { dataAbsentReason: concept(systems.absent, 'asked-unknown', 'Not answered') }
        : isOnALine(answered)
          ? { valueInteger: answered.value }
          : { valueCodeableConcept: { coding: [codingOf(answered)], text: answerWords(answered) } }),
    })),
    ...some('note', notes),
  };
}

/** None where items are never summed; one without a value, and why, where an answer is missing (MEA-1). */
function total(context: FhirContext, shown: ShownMeasure): Resource[] {
  const { measure, data } = shown;
  if (measure === null || measure.total === null) return [];
  const score = totalOf(measure, data.answers);
  const band = bandOf(measure, score);
  return [
    {
      ...observation(context, shown, 'total'),
      code:
        measure.loinc === undefined
          ? concept(localSystem('measure-total'), measure.key, `${measure.name} total`)
          : concept(systems.loinc, measure.loinc.total, `${measure.name} total`),
      ...(score === null
        ? { dataAbsentReason: concept(systems.absent, 'unknown', totalWords(shown) ?? '') }
        : { valueQuantity: { value: score, unit: 'score', system: systems.ucum, code: '{score}' } }),
      ...(band === null ? {} : { interpretation: [{ text: band.words }] }),
      ...some('note', errorNotes(context, shown)),
    },
  ];
}

const totalId = (context: FhirContext, shown: ShownMeasure) => identityOf(context, shown, 'total').id;

function observation(context: FhirContext, shown: ShownMeasure, part: string) {
  return {
    resourceType: 'Observation',
    ...identityOf(context, shown, part),
    status: courseStatus(shown, 'final'),
    category: [concept(systems.category, 'survey')],
    subject: context.subject,
    ...ofThisSession(context, shown),
    effectiveDateTime: context.time.offset(shown.happenedAt),
    issued: context.time.offset(shown.recordedAt),
    performer: [shown.data.filledBy === 'client' ? context.subject : context.practitioner(shown.recorder)],
    derivedFrom: [{ reference: urn(shown.id) }],
  };
}

function itemCode({ data: { instrument } }: ShownMeasure, { key, item }: AnsweredItem): Concept {
  return item?.loinc === undefined
    ? concept(localSystem('measure-item'), `${instrument}.${key}`, item?.text ?? key)
    : concept(systems.loinc, item.loinc, item.text);
}

/** A value between two ends, and one of a question that nobody knows any more, has no words of its own. */
const isOnALine = ({ item }: AnsweredItem): boolean => item === null || item.slider === true;

/** LOINC answers of "how often" (LL358-3), by their value; one list for PHQ-9 and GAD-7. */
const howOften = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'] as const;

function codingOf({ key, item, value }: AnsweredItem) {
  const code = item?.loinc === undefined ? undefined : howOften[value ?? -1];
  return {
    extension: [{ url: ordinalUrl, valueDecimal: value }],
    system: code === undefined ? localSystem('measure-answer') : systems.loinc,
    code: code ?? `${key}.${value}`,
    display: item?.answers.find((one) => one.value === value)?.words ?? String(value),
  };
}
