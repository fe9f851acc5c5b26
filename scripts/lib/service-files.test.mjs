import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { settingNames } from '../../apps/api/src/config.ts';
import { SETTINGS, serviceFor, settingsText } from './service-files.mjs';

const facts = {
  node: process.execPath,
  root: '/srv/tandem 100%',
  envFile: '/srv/tandem 100%/.tandem/service.env',
  args: ['--lan'],
  user: 'lena',
  home: '/home/lena',
  everyone: true,
};
const textOf = (/** @type {NodeJS.Platform} */ platform, more = {}) =>
  serviceFor(platform, { ...facts, ...more })?.text ?? '';

describe('the service that starts Tandem', () => {
  it('[SRV-1] on Linux starts at boot, after the network, and again two seconds after a crash, for ever', () => {
    const text = textOf('linux');
    expect(text).toContain(
      `ExecStart="${process.execPath}" "--env-file=/srv/tandem 100%%/.tandem/service.env"`,
    );
    expect(text).toMatch(/"start" "--lan"\n/);
    for (const line of ['Restart=always', 'RestartSec=2', 'StartLimitIntervalSec=0', 'User=lena'])
      expect(text.split('\n')).toContain(line);
    expect(text).toContain('WantedBy=multi-user.target');
  });

  it('[SRV-1] on Linux of one user needs no root, and lingers so that it starts at boot all the same', () => {
    const service = serviceFor('linux', { ...facts, everyone: false });
    expect(service?.file).toBe('/home/lena/.config/systemd/user/tandem.service');
    expect(service?.start).toContainEqual(['loginctl', 'enable-linger', 'lena']);
    expect(service?.text).not.toContain('User=');
  });

  it('[SRV-1] is a unit that systemd itself finds nothing wrong with', (context) => {
    const dir = mkdtempSync(join(tmpdir(), 'tandem-unit-'));
    const unit = join(dir, 'tandem.service');
    try {
      execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' });
    } catch {
      return context.skip('cannot run here: systemd-analyze is not on this machine');
    }
    try {
      writeFileSync(unit, textOf('linux', { root: dir, envFile: join(dir, 'env'), user: 'root' }));
      const said = execFileSync('systemd-analyze', ['verify', unit], { encoding: 'utf8', stdio: 'pipe' });
      expect(said).toBe('');
      writeFileSync(
        unit,
        textOf('linux', { root: dir, user: 'root' }).replace('Restart=always', 'Restart=perhaps'),
      );
      expect(() =>
        execFileSync('systemd-analyze', ['verify', '--recursive-errors=one', unit], { stdio: 'pipe' }),
      ).toThrow();
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it('[SRV-1] on a Mac and on Windows starts at boot and again', () => {
    expect(textOf('darwin')).toMatch(/<key>KeepAlive<\/key><true\/>/);
    expect(textOf('darwin')).toMatch(/<key>RunAtLoad<\/key><true\/>/);
    expect(textOf('win32')).toContain('<BootTrigger>');
    expect(textOf('win32')).toContain('<RestartOnFailure>');
    expect(textOf('win32')).toContain('&quot;--env-file=/srv/tandem 100%/.tandem/service.env&quot;');
    expect(serviceFor('aix', facts)).toBeNull();
  });

  it('[SRV-2] keeps the settings of the moment and no other variable', () => {
    const env = { PORT: '3443', DATABASE_URL: 'postgres://t:a"b@c/d', SECRET: 'x', BACKUP_DIR: '/disk one' };
    const kept = parseEnv(settingsText(env));
    expect(Object.keys(kept).sort()).toEqual(['BACKUP_DIR', 'DATABASE_URL', 'PORT']);
    expect(kept.BACKUP_DIR).toBe('/disk one');
    expect(SETTINGS.toSorted()).toEqual([...settingNames, 'DATA_DIR', 'KEYS_DIR'].toSorted());
  });
});
