import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { entryKinds } from './entries/registry.ts';
import { withPermissions } from './permission-page.test-support.ts';
import { refusalTable } from './refusals.ts';
import { vitalSignRows } from './vitals/catalog.ts';

/** Cells of every table row of a page whose first cell is a name in backticks. */
function tableOf(page: string): Map<string, string[]> {
  const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
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
    const page = [...tableOf('clinical-rules.md')];
    expect(Object.fromEntries(page.map(([key, cells]) => [key, cells.slice(0, 3)]))).toEqual(
      Object.fromEntries(stated),
    );
  });

  test('docs/security.md and the table of permissions; -u prints it anew', async () => {
    const page = fileURLToPath(new URL('../../../docs/security.md', import.meta.url));
    await expect(withPermissions(readFileSync(page, 'utf8'))).toMatchFileSnapshot(page);
  });
});
