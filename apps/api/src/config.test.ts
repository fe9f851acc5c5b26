import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('Settings of the nightly backup', () => {
  test('[BAK-21] by default 02:30, fourteen kept, places left to the caller', () => {
    const { backup } = readConfig({});
    expect(backup).toEqual({ at: { hours: 2, minutes: 30 }, keep: 14, dir: null, secondDir: null });
  });

  test('[BAK-21] as they are set', () => {
    const { backup } = readConfig({
      BACKUP_AT: '23:05',
      BACKUP_KEEP: '3',
      BACKUP_DIR: '/disk one',
      BACKUP_SECOND_DIR: 'two',
    });
    expect(backup).toEqual({
      at: { hours: 23, minutes: 5 },
      keep: 3,
      dir: '/disk one',
      secondDir: 'two',
    });
    expect(readConfig({ BACKUP_AT: 'off' }).backup.at).toBeNull();
  });

  test.each([
    ['BACKUP_AT', '2:30'],
    ['BACKUP_AT', '24:00'],
    ['BACKUP_AT', ''],
    ['BACKUP_KEEP', '0'],
    ['BACKUP_KEEP', '1.5'],
    ['BACKUP_DIR', ' '],
    ['BACKUP_DIR', ''],
    ['BACKUP_SECOND_DIR', '\t'],
  ])('[BAK-21] %s=%j stops the start with a sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^${name} must be .+ then start again\\.$`),
    );
  });

  test('[BAK-21] a second place without a first one is refused', () => {
    const DATABASE_URL = 'postgres://user:secret@127.0.0.1/tandem';
    expect(() => readConfig({ DATABASE_URL, BACKUP_SECOND_DIR: '/two' })).toThrow(
      /^BACKUP_SECOND_DIR needs BACKUP_DIR/,
    );
    expect(readConfig({ BACKUP_SECOND_DIR: '/two' }).backup.secondDir).toBe('/two');
  });
});

describe('Proxies in front', () => {
  test('[AUT-25] none is trusted where none is named', () => {
    expect(readConfig({}).trustProxy).toEqual([]);
    expect(readConfig({ TRUST_PROXY: '10.0.0.7, 10.1.0.0/16,::1,fd00::/8' }).trustProxy).toEqual([
      '10.0.0.7',
      '10.1.0.0/16',
      '::1',
      'fd00::/8',
    ]);
  });

  test.each(['', 'true', '*', 'proxy.example', '10.0.0.0/33', '10.0.0.7,', '::1/129', '10.0.0.0/'])(
    '[AUT-25] TRUST_PROXY=%j stops the start: nobody is trusted by a slip',
    (value) => {
      expect(() => readConfig({ TRUST_PROXY: value })).toThrow(/^TRUST_PROXY must be .+ then start again\.$/);
    },
  );
});

describe('Who reads metrics', () => {
  test('[OPS-5] this computer alone where nobody is named', () => {
    expect(readConfig({}).metricsFrom).toEqual([]);
    expect(readConfig({ METRICS_FROM: '10.0.0.9, fd00::/8' }).metricsFrom).toEqual(['10.0.0.9', 'fd00::/8']);
  });

  test.each(['', '*', '0.0.0.0/33', 'prometheus.example', '10.0.0.9,'])(
    '[OPS-5] METRICS_FROM=%j stops the start with a sentence that names it',
    (value) => {
      expect(() => readConfig({ METRICS_FROM: value })).toThrow(
        /^METRICS_FROM must be .+ then start again\.$/,
      );
    },
  );
});
