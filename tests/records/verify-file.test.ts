import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBundleFile, verifyBundleFile } from '@tandem/api/exports/verify-bundle-file.ts';
import { headLine, sessionBundle } from '@tandem/records';
import { afterAll, describe, expect, test } from 'vitest';
import { scenarioSession } from './support/scenario-sessions.ts';
import { recordOf } from './support/sealed-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const session = scenarioSession('uneventful');
const bundle = sessionBundle(recordOf(session), session.seals);
const written = (name: string, text: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('npm run verify with an exported session', () => {
  test('[VER-13] says that it holds, and with the published heads that its end is there', async () => {
    const file = written('kept.tandem.json', `\uFEFF${JSON.stringify(bundle, null, 1)}\n`);
    expect(await isBundleFile(file)).toBe(true);
    const alone = await verifyBundleFile(file, null);
    expect(alone).toMatchObject({ holds: true });
    expect(alone.lines.join('\n')).toMatch(/No head that was published elsewhere/);
    const head = { at: null, clinic: bundle.clinic.id, session: bundle.session.id, ...bundle.head };
    const heads = written('chain-heads.log', headLine(head) + headLine({ ...head, session: 'another' }));
    const held = await verifyBundleFile(file, heads);
    expect(held).toMatchObject({ holds: true });
    expect(held.lines.join('\n')).toMatch(/1 published head was held against it/);
    const later = written('later.log', headLine({ ...head, seq: head.seq + 1 }));
    expect(await verifyBundleFile(file, later)).toMatchObject({
      holds: false,
      lines: [expect.stringMatching(/its end was cut off/)],
    });
  });

  test('[VER-13] tells a session from a backup and from nothing, and a broken file from a sound one', async () => {
    expect(await isBundleFile(written('backup.gz', new Uint8Array([0x1f, 0x8b, 8, 0])))).toBe(false);
    expect(await isBundleFile(join(folder, 'missing.json'))).toBe(false);
    const half = written('half.json', JSON.stringify(bundle).slice(0, -50));
    expect(await isBundleFile(half)).toBe(true);
    expect(await verifyBundleFile(half, null)).toMatchObject({ holds: false });
  });
});
