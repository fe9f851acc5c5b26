import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** A port that is free now; the rare race with another program shows itself as a busy port. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A data directory that PostgreSQL's own account may pass; gone with `remove`. */
export function dataDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tandem-start-'));
  chmodSync(path, 0o755);
  return {
    path: join(path, 'data'),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** `npm start` and its sisters as a person runs them, in a process of their own. */
export class TandemProcess {
  output = '';
  private readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [RUN, command, ...args], {
      env: { ...cleanEnv(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.ended = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  /** Milliseconds until the ready line. @throws with the output when it ends first or takes over a minute */
  async ready(): Promise<number> {
    const startMs = performance.now();
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (/Tandem is ready at http/.test(this.output)) resolve();
      };
      this.child.stdout?.on('data', check);
      const late = setTimeout(() => reject(new Error(`not ready: ${this.output}`)), 60_000);
      void this.ended.then((code) => {
        clearTimeout(late);
        reject(new Error(`ended with ${code}: ${this.output}`));
      });
      check();
    });
    return performance.now() - startMs;
  }

  /** Of the server itself: `start` runs it in this very process. */
  get pid(): number {
    return this.child.pid as number;
  }

  end = () => this.ended;

  async signal(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** The test runner's own settings must not reach the program under test. */
function cleanEnv(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'CI'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Processes whose command line names `path`: what a stopped Tandem may have left. Linux only. */
export function processesNaming(path: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(path) ? [line.trim()] : [];
      } catch {
        return [];
      }
    });
}
