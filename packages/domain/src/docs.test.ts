import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withClinicalTables } from './clinical-page.test-support.ts';
import { routeKeys } from './drugs/catalog.ts';
import { entryKinds } from './entries/registry.ts';
import { withPermissions } from './permission-page.test-support.ts';
import { scheduleOf } from './protocol/route-schedule.ts';
import { refusalTable } from './refusals.ts';
import { type LimitBand, type LimitRow, limitRows } from './rules/limits.ts';
import { scaleWords } from './scales/catalog.ts';
import { instrumentKeys, instruments } from './scales/instruments.ts';
import { vitalSign, vitalSignRows } from './vitals/catalog.ts';

/** Cells of every table row of a page whose first cell is a name in backticks. */
function tableOf(page: string, section = ''): Map<string, string[]> {
  const whole = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  const [text = ''] = section === '' ? [whole] : (whole.split(`\n## ${section}\n`)[1] ?? '').split('\n## ');
  const rows = text.split('\n').filter((line) => /^\| `[^`]+` \|/.test(line));
  return new Map(
    rows.map((row) => {
      const cells = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [(cells[0] as string).replaceAll('`', ''), cells.slice(1)];
    }),
  );
}

/** Medium, High, raised again and source of one sign, as the page words them. */
function limitCells({ sign, medium, high, ...row }: LimitRow): string[] {
  const band = ({ low, high: upper }: LimitBand) =>
    [
      low === undefined ? null : `under ${low}`,
      upper === undefined ? null : `${row.highCounts ? 'from' : 'over'} ${upper}`,
    ]
      .filter((part) => part !== null)
      .join(', ');
  const from = row.mediumFromMinute;
  const twice = row.twice;
  const unit = vitalSign(sign).unit;
  return [
    `${band(medium)}${from === undefined ? '' : ` from minute ${from} after the first dose`}`,
    `${band(high)}${twice === undefined ? '' : `, or under ${twice.below} twice within ${twice.withinMinutes} min`}${
      row.emergencyBelow === undefined ? '' : `; under ${row.emergencyBelow} is an emergency`
    }`,
    row.worsensBy === null ? 'by priority alone' : `by ${row.worsensBy}${unit === '' ? '' : ` ${unit}`}`,
    row.source,
  ];
}

describe('The pages say what the code does', () => {
  test('docs/errors.md and the table of refusals', () => {
    const stated = Object.entries(refusalTable).map(([code, row]) => [
      code,
      [String(row.status), row.sentence, row.retryable ? 'yes' : 'no'],
    ]);
    expect(Object.fromEntries(tableOf('errors.md'))).toEqual(Object.fromEntries(stated));
  });

  test('docs/entry-kinds.md and the registry', () => {
    const stated = entryKinds.map((kind) => [kind.kind, [String(kind.version), kind.label, kind.group]]);
    const page = [...tableOf('entry-kinds.md')].map(([kind, cells]) => [kind, cells.slice(0, 3)]);
    expect(Object.fromEntries(page)).toEqual(Object.fromEntries(stated));
  });

  test('docs/clinical-rules.md and the catalogue of vital signs', () => {
    const stated = vitalSignRows.map((row) => [
      row.key,
      [row.label, row.unit === '' ? 'none' : row.unit, `${row.impossible.min} to ${row.impossible.max}`],
    ]);
    const page = [...tableOf('clinical-rules.md', 'Vital signs')];
    expect(Object.fromEntries(page.map(([key, cells]) => [key, cells.slice(0, 3)]))).toEqual(
      Object.fromEntries(stated),
    );
  });

  test('docs/clinical-rules.md and the scales', () => {
    const stated = instrumentKeys.map((key) => {
      const { items, version } = instruments[key];
      const sum = (end: 'min' | 'max') => items.reduce((total, item) => total + item[end], 0);
      const { name, source } = scaleWords[key];
      return [key, [name, String(version), String(items.length), `${sum('min')} to ${sum('max')}`, source]];
    });
    expect(Object.fromEntries(tableOf('clinical-rules.md', 'Scales'))).toEqual(Object.fromEntries(stated));
  });

  test('docs/clinical-rules.md and the limits', () => {
    const stated = limitRows.map((row) => [row.sign, limitCells(row)]);
    expect(Object.fromEntries(tableOf('clinical-rules.md', 'Limits'))).toEqual(Object.fromEntries(stated));
  });

  test('docs/clinical-rules.md and the slots of vital signs', () => {
    const page = [...tableOf('clinical-rules.md', 'When vital signs are due')];
    const minutes = page.map(([route, [cell = '']]) => [route, cell.split(';')[0]]);
    const stated = routeKeys.map((route) => [route, scheduleOf('ketamine', route).join(', ')]);
    expect(Object.fromEntries(minutes)).toEqual(Object.fromEntries(stated));
    const esketamine = page.find(([route]) => route === 'in')?.[1][0];
    expect(esketamine).toContain(`esketamine ${scheduleOf('esketamine', 'in').join(', ')} `);
  });

  test('docs/clinical-rules.md and the values of a protocol, the checklist and the holds; -u prints them anew', async () => {
    const page = fileURLToPath(new URL('../../../docs/clinical-rules.md', import.meta.url));
    await expect(withClinicalTables(readFileSync(page, 'utf8'))).toMatchFileSnapshot(page);
  });

  test('docs/security.md and the table of permissions; -u prints it anew', async () => {
    const page = fileURLToPath(new URL('../../../docs/security.md', import.meta.url));
    await expect(withPermissions(readFileSync(page, 'utf8'))).toMatchFileSnapshot(page);
  });
});
