import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Pages that say where a thing is shown: what they name must be there. */
const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const rowsOf = (page: string, start: RegExp) =>
  read(page)
    .split('\n')
    .filter((line) => start.test(line));

/** The file, with the modules of its folder that it takes tests from. */
function testsIn(file: string): string {
  const parts = [...read(file).matchAll(/\bfrom '(\.\/[^']+)'/g)].map((match) => match[1] as string);
  return [file, ...parts.map((part) => join(file, '..', part))].map(read).join('\n');
}

/** What a row names and is not there: a file, or the beginning of a title in it. */
function missing(row: string): string[] {
  const named = [
    ...row.matchAll(
      /`((?:tests|apps|packages|scripts)\/[\w./-]+\.(?:test|spec)\.(?:tsx?|mjs))`((?:,? "[^"]+")*)/g,
    ),
  ];
  return named.flatMap(([, file = '', quoted = '']) => {
    if (!existsSync(join(ROOT, file))) return [`${file} does not exist`];
    const tests = testsIn(file);
    const titles = [...quoted.matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);
    return titles.filter((title) => !tests.includes(title)).map((title) => `${file} has no test "${title}"`);
  });
}
const namesTest = (row: string) => /`[\w./-]+\.(?:test|spec)\.(?:tsx?|mjs)`/.test(row);

describe('docs/faults.md', () => {
  const rows = rowsOf('docs/faults.md', /^\| [ABCD]\d+ \|/);

  it('has a row for every fault and attack, and each names a test that exists and has the title, or says why not', () => {
    const upTo = (group: string, last: number) =>
      Array.from({ length: last }, (_, at) => `${group}${at + 1}`);
    expect(rows.map((row) => row.split(' ')[1])).toEqual([
      ...upTo('A', 16),
      ...upTo('B', 9),
      ...upTo('C', 6),
      ...upTo('D', 18),
    ]);
    expect(rows.filter((row) => !namesTest(row) && !row.includes('**Not shown**'))).toEqual([]);
    expect(rows.flatMap(missing)).toEqual([]);
  });
});

describe('docs/asvs.md', () => {
  /** ASVS 5.0.0: how many requirements of levels 1 and 2 each section has; those of level 3 stand behind them. */
  const SECTIONS: Record<string, number> = {
    '1.1': 2,
    '1.2': 9,
    '1.3': 11,
    '1.4': 3,
    '1.5': 2,
    '2.1': 3,
    '2.2': 3,
    '2.3': 4,
    '2.4': 1,
    '3.2': 2,
    '3.3': 4,
    '3.4': 6,
    '3.5': 5,
    '3.7': 2,
    '4.1': 3,
    '4.2': 1,
    '4.3': 2,
    '4.4': 4,
    '5.1': 1,
    '5.2': 3,
    '5.3': 2,
    '5.4': 3,
    '6.1': 3,
    '6.2': 12,
    '6.3': 4,
    '6.4': 4,
    '6.5': 5,
    '6.6': 3,
    '6.8': 4,
    '7.1': 3,
    '7.2': 4,
    '7.3': 2,
    '7.4': 5,
    '7.5': 2,
    '7.6': 2,
    '8.1': 2,
    '8.2': 3,
    '8.3': 1,
    '8.4': 1,
    '9.1': 3,
    '9.2': 4,
    '10.1': 2,
    '10.2': 2,
    '10.3': 4,
    '10.4': 11,
    '10.5': 5,
    '10.6': 2,
    '10.7': 3,
    '11.1': 2,
    '11.2': 3,
    '11.3': 3,
    '11.4': 4,
    '11.5': 1,
    '11.6': 1,
    '12.1': 3,
    '12.2': 2,
    '12.3': 4,
    '13.1': 1,
    '13.2': 5,
    '13.3': 2,
    '13.4': 5,
    '14.1': 2,
    '14.2': 4,
    '14.3': 3,
    '15.1': 3,
    '15.2': 3,
    '15.3': 7,
    '16.1': 1,
    '16.2': 5,
    '16.3': 4,
    '16.4': 3,
    '16.5': 3,
    '17.1': 1,
    '17.2': 4,
    '17.3': 2,
  };
  const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
  );
  const rows = rowsOf('docs/asvs.md', /^\| \d/);
  const idsOf = (row: string) => [...(row.split('|')[1] ?? '').matchAll(/\d+\.\d+\.\d+/g)].map(([id]) => id);

  it('has each of the 253 requirements of levels 1 and 2 once', () => {
    expect(wanted).toHaveLength(253);
    expect(rows.flatMap(idsOf)).toEqual(wanted);
  });

  it('says of each how it is held: a test that exists and has the title, or a reason', () => {
    const held = (row: string) => (row.split('|')[3] ?? '').trim();
    expect(rows.filter((row) => held(row).length < 12)).toEqual([]);
    expect(
      rows.filter((row) => !namesTest(held(row)) && !/^(reason|open|does not apply): /.test(held(row))),
    ).toEqual([]);
    expect(rows.flatMap(missing)).toEqual([]);
  });

  it('counts at its head what it says', () => {
    const count = (start: string) =>
      rows.filter((row) => (row.split('|')[3] ?? '').trim().startsWith(start)).flatMap(idsOf).length;
    const [open, none, reason] = [count('open: '), count('does not apply: '), count('reason: ')];
    expect(read('docs/asvs.md')).toContain(
      `**253 requirements**: ${253 - open - none - reason} shown by tests, ${reason} by a reason, ${none} about what is not there, ${open} open.`,
    );
  });
});
