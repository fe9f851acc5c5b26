import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const git = (...args: string[]) => execFileSync('git', ['-C', ROOT, ...args], { stdio: 'pipe' }).toString();

/** Why this checkout cannot be cloned at a commit, in words for a test that is skipped; null when it can. */
export function whyNoClone(commit = 'HEAD'): string | null {
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
    return null;
  } catch {
    return `cannot run here: this folder is no git checkout that reaches back to ${commit}`;
  }
}

/** A clone in a folder of its own, with an empty home and nothing of this run's environment: what a newcomer has. */
export class FreshClone {
  private readonly root = mkdtempSync(join(tmpdir(), 'tandem-clone-'));
  private readonly home = join(this.root, 'home');
  readonly dir = join(this.root, 'tandem');
  private readonly typed: Typed[] = [];

  constructor(commit = 'HEAD') {
    // Otherwise PostgreSQL, which never runs as root, could not enter, and the data would go elsewhere.
    chmodSync(this.root, 0o755);
    mkdirSync(this.home);
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, this.dir]);
    execFileSync('git', ['-C', this.dir, 'checkout', '--quiet', '--detach', git('rev-parse', commit).trim()]);
  }

  read = (path: string) => readFileSync(join(this.dir, path), 'utf8');

  /** A line as it is typed in a terminal there. */
  type(line: string, env: Readonly<Record<string, string>> = {}): Typed {
    const kept = ['PATH', 'LANG', 'npm_config_registry'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    });
    const typed = new Typed(line, this.dir, { ...Object.fromEntries(kept), HOME: this.home, ...env });
    this.typed.push(typed);
    return typed;
  }

  async remove(): Promise<void> {
    await Promise.all(this.typed.map((typed) => typed.ctrlC()));
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A command that runs in the foreground of a terminal. */
export class Typed {
  output = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(line: string, cwd: string, env: Readonly<Record<string, string>>) {
    // A group of its own, as a terminal gives it: Ctrl-C reaches all of it.
    this.child = spawn(line, { cwd, env, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    this.ended = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  /** What it said, once it said that. @throws with its last words when it ends before */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    let over = false;
    void this.ended.then(() => {
      over = true;
    });
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found;
      if (over) throw new Error(`it ended before it said ${pattern}: ${this.output.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Resolves when all of it has ended: a shell says then that a signal ended it, whatever came before. */
  async ctrlC(): Promise<void> {
    if (this.child.exitCode === null && this.child.pid !== undefined)
      try {
        process.kill(-this.child.pid, 'SIGINT');
      } catch {
        // It ended by itself in between.
      }
    await this.ended;
  }
}
