import { describe, expect, it } from 'vitest';
import { fillPlaces, templateFault } from './text-template.ts';

const places = ['client', 'vitals table'];

describe('a template of text', () => {
  it('[EXP-10] names the place that nobody knows with its line and column', () => {
    expect(templateFault('{{client}}\n  BP {{vitls}} and {{x}}', places)).toEqual({
      kind: 'unknown',
      near: 'vitls',
      line: 2,
      column: 6,
    });
    expect(templateFault('{{ Vitals   TABLE }}', places)).toBeNull();
    // A letter is one column, whatever it takes to store it.
    expect(templateFault('🙂 {{x}}', places)).toMatchObject({ line: 1, column: 3 });
  });

  it('[EXP-10] names a brace without its other half where it stands', () => {
    expect(templateFault('{{client}} {{client} more', places)).toMatchObject({
      kind: 'stray',
      near: '{{client} more',
      line: 1,
      column: 12,
    });
    expect(templateFault('no places at all, { and }', places)).toBeNull();
  });

  it('[EXP-10] is filled place by place, and a line of empty places alone says that nothing was recorded', () => {
    const said: Readonly<Record<string, string>> = { client: 'RIVERA, Maya', 'vitals table': '' };
    expect(
      fillPlaces('{{client}}:\n{{vitals table}}\n\nBP {{vitals table}}\n\n', (name) => said[name] ?? ''),
    ).toBe('RIVERA, Maya:\nNone recorded.\n\nBP\n');
  });
});
