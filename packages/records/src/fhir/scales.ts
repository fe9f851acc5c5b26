import {
  answerResults,
  checkRow,
  type DataOf,
  instruments,
  scaleWords,
  scoreOf,
  scoreWords,
} from '@tandem/domain';
import type { ShownEntry } from '../shown-entries.ts';
import { concept, localSystem, profileUrl, systems } from './codes.ts';
import {
  changeNotes,
  exportable,
  type FhirContext,
  identityOf,
  type Resource,
  some,
  urn,
} from './context.ts';
import { observationStatus } from './vitals.ts';

const responseStatus = ({ standing }: ShownEntry) =>
  standing === 'amended' || standing === 'entered-in-error' ? standing : 'completed';

/** Answers to the checklists and scales, and what was counted from them. */
export function questionnaires(context: FhirContext): Resource[] {
  return [
    ...exportable(context.record, ['checklist']).flatMap((shown) => checklist(context, shown)),
    ...exportable(context.record, ['assessment']).flatMap((shown) => assessment(context, shown)),
  ];
}

function response(context: FhirContext, shown: ShownEntry, questionnaire: string) {
  const { identifier, id } = identityOf(context, shown);
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    identifier: identifier[0],
    questionnaire: `urn:tandem:questionnaire:${questionnaire}`,
    status: responseStatus(shown),
    subject: context.subject,
    encounter: context.encounter,
    authored: context.time.offset(shown.happenedAt),
    author: context.practitioner(shown.recorder),
  };
}

function checklist(context: FhirContext, shown: ShownEntry): Resource[] {
  const { answers } = shown.data as DataOf<'checklist'>;
  const item = answers.map(({ item: linkId, result, note, person, overrideReason }) => ({
    linkId,
    text: checkRow(linkId).statement,
    answer: [
      {
        valueCoding: { system: localSystem('answer'), code: result, display: answerResults[result] },
        ...some(
          'item',
          [
            ['note', note],
            ['person', person],
            ['override-reason', overrideReason],
          ].flatMap(([name, text]) =>
            text === undefined ? [] : [{ linkId: `${linkId}.${name}`, answer: [{ valueString: text }] }],
          ),
        ),
      },
    ],
  }));
  const weight = answers.find(({ weightKg }) => weightKg !== undefined)?.weightKg;
  const found: Resource[] = [{ ...response(context, shown, 'checklist'), item }];
  if (weight !== undefined) found.push(bodyWeight(context, shown, weight));
  return found;
}

function bodyWeight(context: FhirContext, shown: ShownEntry, kg: number): Resource {
  return {
    ...derived(context, shown, 'weight'),
    meta: { profile: [profileUrl('bodyweight')] },
    category: [concept(systems.category, 'vital-signs')],
    code: concept(systems.loinc, '29463-7', 'Body weight'),
    valueQuantity: { value: kg, unit: 'kg', system: systems.ucum, code: 'kg' },
  };
}

function assessment(context: FhirContext, shown: ShownEntry): Resource[] {
  const { instrument, answers } = shown.data as DataOf<'assessment'>;
  const { name, items } = scaleWords[instrument];
  const score = scoreOf(instrument, answers);
  const filled: Resource = {
    ...response(context, shown, `${instrument}:${instruments[instrument].version}`),
    item: answers.map(({ item, value }) => ({
      linkId: item,
      text: items.find((row) => row.item === item)?.label ?? item,
      answer: [{ valueInteger: value }],
    })),
  };
  if (score === null) return [filled];
  const total: Resource = {
    ...derived(context, shown, 'score'),
    category: [concept(systems.category, 'survey')],
    code: concept(localSystem('scale'), instrument, `${name}: ${scoreWords(instrument, score)}`),
    valueQuantity: { value: score, unit: 'score', system: systems.ucum, code: '{score}' },
  };
  return [filled, total];
}

/** An Observation that is read off the answers. */
function derived(context: FhirContext, shown: ShownEntry, part: string) {
  return {
    resourceType: 'Observation',
    ...identityOf(context, shown, part),
    status: observationStatus(shown),
    subject: context.subject,
    encounter: context.encounter,
    effectiveDateTime: context.time.offset(shown.happenedAt),
    issued: context.time.offset(shown.recordedAt),
    performer: [context.practitioner(shown.recorder)],
    derivedFrom: [{ reference: urn(shown.id) }],
    ...some('note', changeNotes(context, shown)),
  };
}
