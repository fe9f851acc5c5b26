import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { exec, execNode } from './exec.mjs';

describe('running a program', () => {
  it('tells both streams, the exit code and a program that is missing', async () => {
    const both = await execNode('-e', ['console.log("out"); console.error("err"); process.exit(3)']);
    expect(both).toMatchObject({ code: 3, stdout: 'out\n', timedOut: false });
    expect(both.output).toContain('err');
    expect(await exec('/no/such/program', [])).toMatchObject({ code: 127 });
  });

  it('gives it no stdin to wait for', async () => {
    expect(await execNode('-e', ['process.stdin.on("end", () => process.exit(5)).resume()'])).toMatchObject({
      code: 5,
    });
  });

  it.skipIf(process.platform === 'win32')('ends what it started as well when it takes too long', async () => {
    const child = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })`;
    const code = `const child = ${child}; console.log(child.pid); setInterval(() => {}, 1000)`;
    const result = await execNode('-e', [code], { timeoutMs: 1_000 });
    expect(result.timedOut).toBe(true);
    const grandchild = Number(result.stdout);
    expect(grandchild).toBeGreaterThan(1);
    await expect.poll(() => isAlive(grandchild)).toBe(false);
  });
});

/** A dead process that nobody has buried yet still has its number. @param {number} pid */
function isAlive(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
