import {
  cardProblem,
  type FhirBundle,
  fhirBundle,
  fillTemplate,
  pdfPlan,
  type Resource,
  sessionCsv,
} from '@tandem/records';
import { describe, expect, test } from 'vitest';
import { fhirProblems } from './support/fhir-checks.ts';
import { courseIds, deputy, richCourse } from './support/rich-course.ts';
import { richSession, SESSION, therapist, uuid } from './support/rich-session.ts';
import { recordOf } from './support/sealed-session.ts';

const record = recordOf(richSession, { courses: [richCourse] });
const bundle = fhirBundle(record);
const fromEntry = (id: string, type: string): Resource[] =>
  bundle.entry
    .map(({ resource }) => resource)
    .filter(
      ({ resourceType, identifier }) =>
        resourceType === type && JSON.stringify(identifier ?? null).includes(`"${id}"`),
    );
const coded = (id: string, code: string) =>
  fromEntry(id, 'Observation').find((one) => JSON.stringify(one.code).includes(`"${code}"`)) as Resource;

describe('the course of a client in FHIR', () => {
  test('[EXP-19] passes the validator with one of everything, for each role that may export', () => {
    for (const role of ['physician', 'therapist', 'lead'] as const)
      expect(fhirProblems(fhirBundle(recordOf(richSession, { role, courses: [richCourse] })))).toEqual([]);
  });

  test('[EXP-19] gives PHQ-9 and GAD-7 as panel, items and total under LOINC, own ones under codes of our own', () => {
    const panel = coded(courseIds.phq9, '44249-1');
    expect(panel.status).toBe('final');
    const items = panel.component as { code: { coding: { code: string }[] }; valueCodeableConcept: object }[];
    expect(items.map(({ code }) => code.coding[0]?.code)).toEqual(
      '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' '),
    );
    expect(items[5]?.valueCodeableConcept).toMatchObject({
      coding: [{ code: 'LA6571-9', display: 'Nearly every day', extension: [{ valueDecimal: 3 }] }],
    });
    expect(coded(courseIds.phq9, '44261-6')).toMatchObject({
      valueQuantity: { value: 13, code: '{score}' },
      interpretation: [{ text: 'moderate' }],
      derivedFrom: [{ reference: `urn:uuid:${courseIds.phq9}` }],
      encounter: { reference: `urn:uuid:${SESSION}` },
      performer: [{ reference: `urn:uuid:${record.client.id}` }],
    });
    expect(coded(courseIds.gad7, '70274-6')).toMatchObject({ valueQuantity: { value: 9 } });
    const [answers] = fromEntry(courseIds.phq9, 'QuestionnaireResponse');
    expect(answers).toMatchObject({ id: courseIds.phq9, status: 'completed' });
    // What was done about item 9 goes with it.
    expect(JSON.stringify(panel.note)).toContain('Passing thoughts, no plan');
    const shame = coded(courseIds.shame, 'urn:tandem:code:measure');
    expect(JSON.stringify(shame)).toContain('shame-check-in.judging');
    expect(JSON.stringify(shame.note)).toContain('not a validated instrument');
    expect(shame.hasMember).toBeUndefined();
    // No total where an answer is missing, and never a zero for it.
    const gap = coded(courseIds.phq9Gap, '44261-6');
    expect(gap.valueQuantity).toBeUndefined();
    expect(JSON.stringify(gap.dataAbsentReason)).toContain('not every question was answered');
    expect(JSON.stringify(coded(courseIds.phq9Gap, '44249-1').component)).toContain('asked-unknown');
  });

  test('[EXP-19] says entered in error of all that came of an entry, and why', () => {
    const all = ['Observation', 'QuestionnaireResponse'].flatMap((type) =>
      fromEntry(courseIds.phq9Error, type),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(3).fill('entered-in-error'));
    expect(JSON.stringify(all)).toContain('Another client.');
  });

  test('[EXP-19] gives the plan with its activities, each check-in with its outcome, insights with the approval', () => {
    const [plan] = fromEntry(courseIds.laterPlan, 'CarePlan');
    expect(plan).toMatchObject({
      status: 'active',
      replaces: [{ reference: `urn:uuid:${courseIds.plan}` }],
      encounter: { reference: `urn:uuid:${SESSION}` },
    });
    const activity = plan?.activity as { detail?: { description: string }; reference?: object }[];
    expect(activity.flatMap(({ detail }) => detail?.description ?? [])).toEqual([
      'Ten lines, <by hand>',
      'Along the river',
      'Paint the coat',
    ]);
    expect(activity.flatMap(({ reference }) => reference ?? [])).toHaveLength(3);
    expect(fromEntry(courseIds.plan, 'CarePlan')[0]).toMatchObject({ status: 'revoked' });
    const [done] = fromEntry(courseIds.checkIn, 'Task');
    expect(done).toMatchObject({ status: 'completed', owner: { reference: `urn:uuid:${therapist.id}` } });
    expect(JSON.stringify(done?.note)).toContain('The coat stays off.');
    expect(fromEntry(courseIds.missed, 'Task')[0]).toMatchObject({ status: 'failed' });
    expect(fromEntry(courseIds.moved, 'Task')[0]).toMatchObject({
      status: 'requested',
      businessStatus: { text: 'moved once' },
      restriction: { period: { end: expect.stringContaining('2026-11-28T09:52') } },
    });
    expect(JSON.stringify(bundle.entry.filter(({ fullUrl }) => fullUrl.includes(deputy.id)))).toContain(
      deputy.name,
    );
    const [insight] = fromEntry(courseIds.insight, 'DocumentReference');
    expect(insight).toMatchObject({
      extension: [{ extension: [{ valueCode: 'by-phone' }, { valueDateTime: expect.any(String) }] }],
      context: { period: { start: '2026-11-24T10:55:00.000-05:00' } },
    });
    expect(fromEntry(courseIds.notAgreed, 'DocumentReference')).toEqual([]);
    expect(JSON.stringify(bundle)).not.toContain('Perhaps her father knew.');
    expect(JSON.stringify(bundle)).toContain('the client has not agreed to it: 1 insight');
  });

  test('[EXP-19] keeps every fullUrl, and is another version of the document once the course has grown', () => {
    const again = fhirBundle(recordOf(richSession, { courses: [richCourse] }));
    expect(again.entry).toEqual(bundle.entry);
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const before = fhirBundle(
      recordOf(richSession, { courses: [{ ...richCourse, entries: richCourse.entries.slice(0, -1) }] }),
    );
    expect(before.identifier).not.toEqual(bundle.identifier);
    // Without a course nothing is said of one.
    const none = fhirBundle(recordOf(richSession));
    expect(JSON.stringify(none)).not.toMatch(/CarePlan|between sessions/i);
  });
});

const loose = (resource: Resource | undefined) => resource as unknown as Record<string, unknown>;
const inBundle = (whole: FhirBundle, type: string, holds = '') =>
  loose(
    whole.entry
      .map(({ resource }) => resource)
      .find((one) => one.resourceType === type && JSON.stringify(one).includes(holds)),
  );

/** Courses that must not pass, each by the sentence that names it. */
const bad: readonly [string, (whole: FhirBundle) => void, RegExp][] = [
  [
    'a total that is not the sum of its items',
    (b) => Object.assign(inBundle(b, 'Observation', '"44261-6"'), { valueQuantity: { value: 3 } }),
    /a total says 3, its items sum to 13/,
  ],
  [
    'a check-in with a status that is none',
    (b) => Object.assign(inBundle(b, 'Task'), { status: 'missed' }),
    /status missed, which is none/,
  ],
  [
    'a check-in without its required intent',
    (b) => {
      delete inBundle(b, 'Task').intent;
    },
    /intent/,
  ],
  [
    'an activity that is both told and referred to',
    (b) => {
      const [first] = inBundle(b, 'CarePlan').activity as Record<string, unknown>[];
      Object.assign(first ?? {}, { reference: { reference: `urn:uuid:${courseIds.checkIn}` } });
    },
    /both detail and reference/,
  ],
  [
    'an insight without the approval of the client',
    (b) => {
      delete inBundle(b, 'DocumentReference', 'client-approval').extension;
    },
    /not agreed to/,
  ],
];

describe('a course that is wrong', () => {
  test.each(bad)('[EXP-7] is refused: %s', (_name, change, sentence) => {
    const whole = structuredClone(bundle);
    change(whole);
    expect(fhirProblems(whole).join('\n')).toMatch(sentence);
  });
});

describe('the course of a client in the other formats', () => {
  const plan = (variant: 'chart' | 'client' | 'going-home') =>
    JSON.stringify(pdfPlan(record, { variant, measurements: true }));

  test('[EXP-19] stands in the report after the signatures, what was entered in error struck through', () => {
    const text = plan('chart');
    expect(text.indexOf('Between the sessions')).toBeGreaterThan(text.indexOf('Signatures'));
    expect(text).toContain('13 of 27, moderate');
    expect(text).toContain('2, 2, 1, 2, 1, 3, 1, 0, 1');
    expect(text).toContain('no total: not every question was answered');
    expect(text).toMatch(/Item 9 was answered 1\. What was done: Asked at once/);
    expect(text).toContain('Along the river');
    // The plan that was replaced is not the one that holds.
    expect(text).not.toContain('"Each evening"');
    expect(text).toContain('done: Slept well. The coat stays off.');
    expect(text).toContain('agreed by phone, 26-Nov-2026');
    expect(text).toMatch(/"text":"24 of 27, severe","decoration":"lineThrough"/);
    expect(text).not.toContain('Perhaps her father knew.');
    expect(plan('going-home')).not.toMatch(/PHQ-9|river/);
  });

  test('[EXP-20] leaves for the client the insights alone that the client agreed to', () => {
    const text = plan('client');
    expect(text).toContain('The shame was never mine to carry.');
    expect(text).not.toMatch(/PHQ-9|GAD-7|judging|of 27|Perhaps her father|Along the river|Slept well/);
  });

  test('[EXP-19] is rows below those of the session in CSV, and places of a template in text', () => {
    const csv = sessionCsv(record);
    expect(csv).toContain('Between sessions: Measure,as recorded,"PHQ-9: 13 of 27, moderate;');
    expect(csv).toMatch(/Between sessions: Measure,entered in error,.*Another client\./);
    expect(csv).toContain(courseIds.missed);
    expect(csv).not.toContain('Perhaps her father knew.');
    const cells = csv.split('\r\n').filter((line) => line.includes('Between sessions: Check-in'));
    expect(cells).toHaveLength(3);
    const text = fillTemplate(
      record,
      '{{measures}}\n{{integration plan}}\n{{check-ins}}\n{{insights}}\n{{story}}',
    );
    expect(text).toContain('PHQ-9: 13 of 27, moderate');
    expect(text).not.toContain('24 of 27');
    expect(text).toContain('Journaling: Ten lines, <by hand>, each evening');
    expect(text).not.toContain('Each evening;');
    expect(text).toContain('Check-in, 1 week: missed');
    expect(text).toContain('the client has not agreed to it: 1 insight');
    expect(text).toContain('from “I am the mistake”');
    expect(fillTemplate(recordOf(richSession), '{{measures}}')).toBe('None recorded.\n');
  });
});

describe('a card with words to keep', () => {
  const kept = richSession.entries.find(({ kind }) => kind === 'words-to-keep')?.id ?? '';
  const card = (...keep: string[]) => pdfPlan(record, { variant: 'card', measurements: false, keep });

  test('[EXP-21] has what was chosen, with day and clinic, and nothing else of the record', () => {
    const text = JSON.stringify(card(kept, courseIds.story, courseIds.insight).definition.content);
    for (const words of ['“I was doing my best with what I had.”', 'I am the mistake', 'never mine to carry'])
      expect(text).toContain(words);
    expect(text).toContain('24-Nov-2026  ·  Harbor');
    expect(text).not.toMatch(/mmHg|etamine|PHQ|coat|Zoë|of 27|Penicillin/);
    const sizes = [...text.matchAll(/"fontSize":([\d.]+),"lineHeight"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  test('[EXP-21] takes no words that are not there, none the client has not agreed to, and no more than fit', () => {
    expect(cardProblem(record, [kept])).toBeNull();
    expect(cardProblem(record, [])).toBe('unknown');
    expect(cardProblem(record, [kept, uuid(9999)])).toBe('unknown');
    expect(cardProblem(record, [courseIds.notAgreed])).toBe('unknown');
    expect(cardProblem(record, [courseIds.phq9])).toBe('unknown');
    const long = richSession.entries.map((entry) =>
      entry.id === kept ? { ...entry, data: { text: 'All of it, again and again. '.repeat(30) } } : entry,
    );
    expect(cardProblem(recordOf(richSession, { entries: long }), [kept])).toBe('too-long');
  });
});
