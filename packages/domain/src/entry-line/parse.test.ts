import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adverseEventTerms, isAlwaysSerious } from '../entries/adverse-event.ts';
import { phases } from '../entries/phase.ts';
import { context, NOW, read, understood } from './line.test-support.ts';
import { parseEntryLine } from './parse.ts';
import { realNotes } from './real-notes.test-support.ts';

const dose = (more: object) => ({
  dose: { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 40, ...more },
});
const note = (text: string, category = 'noticed') => ({ note: { text, category } });

describe('doses on the line', () => {
  test('[LIN-1] k with amount and route, a place, and "given" for what was', () => {
    expect(understood('k 40 im')).toEqual(dose({}));
    expect(understood('K 40 IM')).toEqual(dose({}));
    expect(understood('k 20 im rd')).toEqual(dose({ amountMg: 20, site: 'right deltoid' }));
    expect(understood('k 40 mg im ld given')).toEqual(dose({ state: 'already-given', site: 'left deltoid' }));
    expect(understood('k 0.5 iv')).toEqual(dose({ amountMg: 0.5, route: 'iv' }));
    expect(understood('ondansetron 4 iv')).toEqual(dose({ drug: 'ondansetron', amountMg: 4, route: 'iv' }));
    expect(understood('esketamine 56 in')).toEqual(dose({ drug: 'esketamine', amountMg: 56, route: 'in' }));
  });

  test('[LIN-6] an amount that has led to ten-fold errors is refused with the fix', () => {
    expect(understood('k .5 im')).toBe('Write 0.5, with a zero before the point.');
    expect(understood('k 5.0 im')).toBe('Write 5, without a zero at the end.');
    expect(understood('k 1,5 im')).toBe('Write 1.5, with a point instead of a comma.');
    expect(understood('k 40. im')).toBe('Write 40, without the point.');
  });

  test('[LIN-7] no unit but mg, no dose without a route, none of 0 and none finer than a microgram', () => {
    expect(understood('k 40 mcg im')).toMatch(/^Doses are in mg here, not mcg/);
    expect(understood('k 4 ml im')).toMatch(/^Doses are in mg here, not ml/);
    expect(understood('k 40')).toMatch(/^Add the route/);
    expect(understood('k 0 im')).toMatch(/amountMg must be more than 0 mg/);
    expect(understood('k 0.0005 im')).toMatch(/at most 3 decimals/);
  });

  test('[LIN-7] esketamine has no short form, and a word that is no drug is a note', () => {
    for (const line of [
      'e 56 in',
      'esk 56 in',
      's-ketamine 56 in',
      'ketalar 40 im',
      'k 40 im please',
      'k 40 up',
      'k 40 im rd lt',
    ]) {
      const reading = read(line);
      expect(reading).toMatchObject({ type: 'entry', entry: { kind: 'note', data: { text: line } } });
    }
  });
});

describe('phases, events and notes on the line', () => {
  test('[LIN-1] p and a phase; e, a term and its grade', () => {
    for (const phase of phases) expect(understood(`p ${phase}`)).toEqual({ phase: { phase } });
    for (const term of adverseEventTerms) {
      const serious = isAlwaysSerious(term) ? { serious: true } : {};
      expect(understood(`e ${term} 2`)).toEqual({ 'adverse-event': { term, grade: 2, ...serious } });
      expect(understood(`E ${term.replaceAll('_', ' ')} 3`)).toEqual({
        'adverse-event': { term, grade: 3, ...serious },
      });
    }
  });

  test('[LIN-7] an event without a grade asks for it; a grade that does not exist is refused', () => {
    expect(read('e nausea')).toEqual({
      type: 'problem',
      sentence: 'Add the grade, 1 (mild) to 5.',
      suggestion: 'e nausea 1',
    });
    expect(read('e fall')).toMatchObject({ type: 'problem', suggestion: 'e fall 2' });
    for (const grade of [0, 6, 12]) expect(understood(`e nausea ${grade}`)).toMatch(/does not exist/);
  });

  test('[AEV-2] a fall of grade 1 is refused with the fix, and what is always serious is recorded so', () => {
    expect(read('E Fall 1')).toEqual({
      type: 'problem',
      sentence: 'Fall is grade 2 or more.',
      suggestion: 'E Fall 2',
    });
    expect(understood('e fall 2')).toEqual({ 'adverse-event': { term: 'fall', grade: 2 } });
    expect(understood('e self harm 1')).toEqual({
      'adverse-event': { term: 'self_harm', grade: 1, serious: true },
    });
  });

  test('[LIN-1] anything else is a note; " words, # theme, ~ affect', () => {
    expect(understood('breath slow, hands open')).toEqual(note('breath slow, hands open'));
    expect(understood('"I am the mistake')).toEqual(note('I am the mistake', 'words'));
    expect(understood('"I am the mistake"')).toEqual(note('I am the mistake', 'words'));
    expect(understood('# shame')).toEqual(note('shame', 'theme'));
    expect(understood('~breath shallow')).toEqual(note('breath shallow', 'affect'));
    expect(understood('"')).toBe('Add the words of the note.');
    for (const line of ['', '   ', '@13:40', '-4m']) expect(read(line).type).toBe('empty');
  });

  test('[LIN-1] for a role that writes noticed notes alone, a first " # or ~ is a part of the words', () => {
    for (const line of ['"I am the mistake"', '# shame', '~breath shallow', '"']) {
      const reading = parseEntryLine(line, { ...context, noticedOnly: true });
      expect(reading).toMatchObject({ entry: { kind: 'note', data: { text: line, category: 'noticed' } } });
      expect(parseEntryLine(line, { ...context, noticedOnly: true, forced: 'note' })).toEqual(reading);
    }
  });

  test('[LIN-3] k, p and e count only before a number, a phase or a listed event; a note says that it began like data', () => {
    for (const line of [
      'hr88 by hand',
      'ra since ten',
      '97% of the time',
      'calm, 148/92 before that',
      'calm (148/92)',
      'k is quiet today',
      'p peaceful',
      'e motional',
      'k 40 im slowly',
      '148/92 was the old one',
    ]) {
      expect(read(line)).toMatchObject({
        entry: { kind: 'note', data: { text: line } },
        fellBackToNote: true,
      });
    }
    for (const line of [
      'peak was gentle',
      'weeks 24/7/365',
      'keeps the eyes closed',
      'sat up',
      'rare smile',
      'o dear',
    ]) {
      expect(read(line)).toMatchObject({
        entry: { kind: 'note', data: { text: line } },
        fellBackToNote: false,
      });
    }
  });

  test('[LIN-8] a tapped chip forces the kind: a note stays a note, and data that is none is a problem', () => {
    expect(understood('148/92 88 97', 'note')).toEqual(note('148/92 88 97'));
    expect(understood('k 40 im', 'note')).toEqual(note('k 40 im'));
    expect(understood('40 im', 'dose')).toEqual(dose({}));
    expect(understood('peak', 'phase')).toEqual({ phase: { phase: 'peak' } });
    expect(understood('nausea 2', 'adverse-event')).toEqual({
      'adverse-event': { term: 'nausea', grade: 2 },
    });
    expect(understood('calm now', 'vital-signs')).toBe(
      'Not understood: `calm now`. Write for example 148/92 88 97.',
    );
    expect(understood('40 up', 'dose')).toMatch(/^Not understood/);
  });
});

describe('times on the line', () => {
  const timeOf = (line: string) => {
    const reading = read(line);
    return reading.type === 'entry' ? reading.happenedAtMs : undefined;
  };

  test('[LIN-9] @10:40 or -4m anywhere is the time and leaves the rest as it was', () => {
    const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00.000Z`);
    expect(timeOf('148/92 88 97')).toBeNull();
    expect(timeOf('148/92 88 97 @10:40')).toBe(at('10:40'));
    expect(timeOf('@9:05 148/92 88 97')).toBe(at('09:05'));
    expect(timeOf('148/92 @13.58 88 97')).toBe(at('13:58'));
    expect(timeOf('hr88 -4m')).toBe(NOW - 4 * 60_000);
    expect(timeOf('hr88 -4 min')).toBe(NOW - 4 * 60_000);
    expect(understood('148/92 @13:58 88 97')).toEqual(understood('148/92 88 97'));
    expect(understood('k 40 im -12m')).toEqual(dose({}));
  });

  test('[LIN-9] a clock time later than now is yesterday, as the clock that was passed in says', () => {
    expect(timeOf('hr88 @23:50')).toBe(Date.parse('2026-11-23T23:50:00.000Z'));
  });

  test('[LIN-9] a line that is suggested keeps the time that was typed', () => {
    expect(read('92/148 @13:40')).toMatchObject({ suggestion: '148/92 @13:40' });
    expect(read('-4m 92/148')).toMatchObject({ suggestion: '148/92 -4m' });
    expect(read('@13:40 e nausea')).toMatchObject({ suggestion: 'e nausea 1 @13:40' });
  });

  test('[LIN-9] what only looks like a time stays in the note', () => {
    for (const line of ['mail me@10:40', 'at 10:40 she smiled', 'room @25:00', 'weighs 4m-5', 'x-4m']) {
      expect(read(line)).toMatchObject({ entry: { kind: 'note', data: { text: line } }, happenedAtMs: null });
    }
  });
});

/** Any UTF-16 units, halves of surrogate pairs and NUL among them; plain letters more often. */
const unit = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xffff }));
const anyText = fc.array(unit, { minLength: 1, maxLength: 80 }).map((units) => String.fromCharCode(...units));

describe('what people really write', () => {
  test('[LIN-10] given 1,000 notes full of numbers, drug names and key letters, when read, then none becomes data, none is refused and each is stored as typed', () => {
    expect(new Set(realNotes).size).toBe(1000);
    for (const text of realNotes) expect(understood(text)).toEqual(note(text));
  });

  test('[LIN-10] given a note, when it is taken from a line of data with a word too many, then without that word it is data', () => {
    for (const [text, word] of [
      ['BP 148/92', 'BP '],
      ['97% calm', ' calm'],
      ['hr88 by hand', ' by hand'],
      ['k 20 im at home', ' at home'],
      ['ondansetron 4 iv at hand', ' at hand'],
      ['p peak was gentle', ' was gentle'],
      ['e nausea 2 years ago', ' years ago'],
    ] as const) {
      expect(understood(text)).toEqual(note(text));
      expect(read(text.replace(word, ''))).not.toMatchObject({ entry: { kind: 'note' } });
    }
  });

  test('[LIN-10] given any text at all, when read, then it never throws, and a note holds every character but the outer blanks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = read(text, 'note');
        if (reading.type !== 'entry' || reading.entry.kind !== 'note' || reading.happenedAtMs !== null)
          return;
        const prefix = /^["#~]/.test(text.trim()) ? 1 : 0;
        const kept = text.trim().slice(prefix);
        const { text: stored } = reading.entry.data;
        expect([kept.trim(), kept.replace(/"$/, '').trim()]).toContain(stored);
      }),
      { numRuns: 2000 },
    );
  });

  test('[LIN-10] given blanks inside a note with a time, when read, then they stay: what is shown is what is stored', () => {
    expect(understood('first line\nsecond  line @13:40')).toEqual(note('first line\nsecond  line'));
  });
});
