import { type ChildProcess, spawn } from 'node:child_process';
import type { Message } from './calls.ts';

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** For node itself, such as `--cpu-prof`. */
  readonly nodeArgs?: readonly string[];
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

const READY_MS = 60_000;
const STOP_MS = 8_000;
const LAST_WORDS = 2_000;

type Call = (...args: never[]) => unknown;

/** A program of the benchmark in a process of its own, asked by name and stopped with us. */
export class Child<T extends object> {
  private readonly waiting = new Map<number, Waiting>();
  private readonly exited: Promise<void>;
  private readonly up: Promise<unknown>;
  private settle: Waiting | null = null;
  private asked = 0;
  private lastWords = '';

  private constructor(
    private readonly name: string,
    private readonly process: ChildProcess,
  ) {
    this.up = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-LAST_WORDS);
    });
    process.on('message', (message: Message) => this.take(message));
    process.on('error', (error) => this.fail(error.message));
    this.exited = new Promise((resolve) => {
      process.once('exit', (code, signal) => {
        this.fail(`it ended with ${signal ?? `code ${code}`}`);
        resolve();
      });
    });
  }

  /** Starts `file` and resolves with what it says once it is up. */
  static async start<T extends object, Ready = null>(
    name: string,
    file: string,
    options: ChildOptions = {},
  ): Promise<{ child: Child<T>; ready: Ready }> {
    const child = new Child<T>(
      name,
      spawn(process.execPath, ['--enable-source-maps', ...(options.nodeArgs ?? []), file], {
        env: { ...process.env, ...options.env },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      }),
    );
    const late = setTimeout(() => child.fail('it was not ready in time'), READY_MS);
    try {
      return { child, ready: (await child.up) as Ready };
    } catch (error) {
      await child.kill();
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  call<K extends keyof T & string>(
    name: K,
    ...args: T[K] extends Call ? Parameters<T[K]> : never
  ): Promise<T[K] extends Call ? Awaited<ReturnType<T[K]>> : never> {
    this.asked += 1;
    const n = this.asked;
    return new Promise((resolve, reject) => {
      if (!this.process.connected) return reject(this.ended('it is gone'));
      this.waiting.set(n, { resolve: resolve as Waiting['resolve'], reject });
      this.process.send({ n, name, args });
    });
  }

  /** As a power cut would: no handler of the program runs. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<void> {
    this.process.kill('SIGTERM');
    const late = setTimeout(() => this.process.kill('SIGKILL'), STOP_MS);
    await this.exited;
    clearTimeout(late);
  }

  private take(message: Message): void {
    if ('ready' in message) {
      this.settle?.resolve(message.ready as never);
      return;
    }
    const waiting = this.waiting.get(message.n);
    this.waiting.delete(message.n);
    if ('error' in message) waiting?.reject(new Error(`${this.name}: ${message.error}`));
    else waiting?.resolve(message.result as never);
  }

  private fail(why: string): void {
    const error = this.ended(why);
    this.settle?.reject(error);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private ended(why: string): Error {
    return new Error(`${this.name}: ${why}${this.lastWords === '' ? '' : `\n${this.lastWords}`}`);
  }
}
