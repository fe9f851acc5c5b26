import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { firstIssue } from './issues.ts';
import { isStorableText, typedText, uuidSchema } from './text.ts';

describe('typed text', () => {
  test('[TXT-1] given NUL or half a surrogate pair, when checked, then refused; whole ones pass', () => {
    expect(isStorableText('🌊 Έρχεται σαν κύμα')).toBe(true);
    for (const text of ['a\0b', '\ud83d', 'a\udc00b', '\ude00\ud83d'])
      expect(isStorableText(text)).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isStorableText(text)).toBe(!text.includes('\0'));
      }),
    );
  });

  test('[TXT-1] given a length limit, when text is as long, then it passes; one longer or blank, refused', () => {
    const schema = typedText(5);
    expect(schema.safeParse('12345').success).toBe(true);
    expect(schema.safeParse('123456').success).toBe(false);
    for (const blank of ['', '   ', '\n\t']) expect(schema.safeParse(blank).success).toBe(false);
    expect(schema.parse(' ab ')).toBe(' ab ');
    for (const text of ['a\0b', 'a\ud83d']) expect(schema.safeParse(text).success).toBe(false);
  });

  test('[TXT-2] given a UUID in capitals, when read, then in small letters: one spelling for one id', () => {
    expect(uuidSchema.parse('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11')).toBe(
      'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    );
    for (const text of [
      'a0eebc999c0b4ef8bb6d6bb9bd380a11',
      '{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}',
      '',
      'x'.repeat(36),
    ]) {
      expect(uuidSchema.safeParse(text).success).toBe(false);
    }
  });
});

describe('what is wrong, as a field and a sentence', () => {
  const schema = z.strictObject({
    entries: z
      .array(z.strictObject({ data: z.strictObject({ text: typedText(5), grade: z.int().min(1).max(5) }) }))
      .min(1),
  });
  const issue = (value: unknown) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) throw new Error('nothing wrong');
    return firstIssue(parsed.error);
  };
  const one = (data: object) => ({ entries: [{ data }] });

  test('[REF-3] the path is spelled as in the request, and the sentence ends with what is safe', () => {
    expect(issue(one({ text: 'abcdef', grade: 1 }))).toEqual({
      field: 'entries[0].data.text',
      sentence: 'entries[0].data.text must be at most 5 characters. Nothing was stored.',
    });
  });

  test('[REF-3] missing, unknown, of the wrong type and out of range are told apart', () => {
    expect(issue(one({ text: 'a' })).sentence).toMatch(/grade is missing/);
    expect(issue(one({ text: 'a', grade: 1, colour: 'red' }))).toMatchObject({
      field: 'entries[0].data.colour',
    });
    expect(issue(one({ text: 'a', grade: '2' })).sentence).toMatch(/grade must be/);
    expect(issue(one({ text: 'a', grade: 6 })).sentence).toMatch(/at most 5/);
    expect(issue([]).sentence).toMatch(/^This must be an object/);
  });
});
