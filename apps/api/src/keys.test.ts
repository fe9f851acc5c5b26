import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authSecret, readOrCreateSecret, secondFactorKey } from './keys.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('[SEC-1] a key of the installation', () => {
  test('is made once, of 256 random bits, in a file that its user alone reads', () => {
    const keys = join(dir, 'keys');
    const secret = authSecret(keys);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(authSecret(keys)).toBe(secret);
    expect(secondFactorKey(keys)).toHaveLength(32);
    expect(secondFactorKey(keys).toString('base64url')).not.toBe(secret);
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    // Nothing half-written is left beside them.
    expect(readdirSync(keys).sort()).toEqual(['auth-secret', 'second-factor-key']);
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);
  });

  test.each([0o640, 0o604, 0o644, 0o660])('that others can read (%o) is refused with what to do', (mode) => {
    authSecret(dir);
    chmodSync(join(dir, 'auth-secret'), mode);
    expect(() => authSecret(dir)).toThrow(/^Other people on this computer can read .+ chmod 600 /);
  });

  test('that is empty is refused, and never replaced by itself', () => {
    writeFileSync(join(dir, 'auth-secret'), '\n', { mode: 0o600 });
    expect(() => authSecret(dir)).toThrow(/is empty\. Restore it from your copy/);
    expect(() => readOrCreateSecret(dir, 'auth-secret', () => 'new')).toThrow(/is empty/);
  });
});
