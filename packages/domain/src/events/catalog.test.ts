import { describe, expect, test } from 'vitest';
import {
  adverseEventLabel,
  adverseEventSchema,
  adverseEventTerms,
  isAlwaysSerious,
  leastGradeOf,
} from '../entries/adverse-event.ts';
import { firstIssue } from '../issues.ts';
import { adverseEventCatalog, eventGrades, findTerms, generalGrades, gradeWords } from './catalog.ts';

const refused = (data: unknown) => {
  const parsed = adverseEventSchema.safeParse(data);
  return parsed.success ? null : firstIssue(parsed.error).sentence;
};

describe('[AEV-1] every listed term has a label, its grades and what is not verified of them', () => {
  test.each(adverseEventTerms)('%s', (term) => {
    const { grades, unverified } = adverseEventCatalog[term];
    expect(adverseEventLabel(term)).toMatch(/^[A-Z][a-z -]+$/);
    for (const grade of eventGrades) expect(gradeWords(term, grade).words).not.toBe('');
    // Only words of its own can be from memory: the general text is read.
    for (const grade of unverified) expect(grades[grade]).toBeDefined();
    expect(grades[5]).toBeUndefined();
  });

  test('an anchor of its own stands before the general one; hypertension grade 2 alone is read', () => {
    expect(gradeWords('nausea', 2)).toEqual({ words: 'Eats and drinks less', unverified: true });
    expect(gradeWords('nausea', 4)).toEqual({ words: generalGrades[4], unverified: false });
    expect([1, 2, 3, 4].map((grade) => gradeWords('hypertension', grade as 1).unverified)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(adverseEventCatalog.hypertension.hint).toContain('not automatically an event');
  });

  test('a term beside the list may be typed: general grades, its own words as label', () => {
    expect(refused({ term: 'itching nose', grade: 1 })).toBeNull();
    expect(gradeWords('itching nose', 1)).toEqual({ words: generalGrades[1], unverified: false });
    expect(adverseEventLabel('itching nose')).toBe('Itching nose');
    // Not a label by accident of a name that every object has.
    expect(adverseEventLabel('constructor')).toBe('Constructor');
    expect(gradeWords('constructor', 1).words).toBe(generalGrades[1]);
  });
});

describe('[AEV-2] a fall is grade 2 or more; new suicidal ideation and self-harm are serious', () => {
  test('one grade below is refused by its field, the least is taken', () => {
    expect(leastGradeOf('fall')).toBe(2);
    expect(refused({ term: 'fall', grade: 1 })).toBe(
      'grade must be 2 or more: fall is never milder. Nothing was stored.',
    );
    expect(refused({ term: 'fall', grade: 2 })).toBeNull();
    expect(refused({ term: 'nausea', grade: 1 })).toBeNull();
  });

  test('not serious, and nothing said of it, are refused alike', () => {
    const serious = adverseEventTerms.filter(isAlwaysSerious);
    expect(serious).toEqual(['suicidal_ideation_new', 'self_harm']);
    for (const term of serious) {
      expect(refused({ term, grade: 1, serious: true })).toBeNull();
      expect(refused({ term, grade: 5, serious: false })).toMatch(/^serious must be true: .* always serious/);
      expect(refused({ term, grade: 1 })).toMatch(/^serious must be true/);
    }
    expect(refused({ term: 'nausea', grade: 1, serious: false })).toBeNull();
  });
});

test('[AEV-3] an event ends when or after it began', () => {
  const of = (endedAt: string) =>
    refused({ term: 'nausea', grade: 1, onsetAt: '2026-11-24T10:00:00.000Z', endedAt });
  expect(of('2026-11-24T10:00:00.000Z')).toBeNull();
  expect(of('2026-11-24T10:00:00.001Z')).toBeNull();
  expect(of('2026-11-24T09:59:59.999Z')).toMatch(/^endedAt must not be before onsetAt/);
});

test('[AEV-4] a term is found by its label and by what people call it, its own beginning first', () => {
  expect(findTerms('')).toEqual(adverseEventTerms);
  expect(findTerms('double vis')).toEqual(['diplopia']);
  expect(findTerms('hyper')).toEqual(['hypertension', 'hypersalivation', 'hypersensitivity']);
  expect(findTerms('chest_pain')).toEqual(['chest_pain']);
  expect(findTerms('sick')).toEqual(['nausea', 'vomiting']);
  // Its label begins with what was typed; "nausea" does not hold it at all.
  expect(findTerms('dis').slice(0, 2)).toEqual(['hallucination_distressing', 'dissociation_distressing']);
  // Listed after the two that are found by another word for them.
  expect(findTerms('fear')).toEqual(['fear_of_death', 'anxiety', 'panic']);
  expect(findTerms('bp')).toEqual(['hypertension', 'hypotension']);
  expect(findTerms('no such thing')).toEqual([]);
});
