import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const BUNDLE = new URL('../../apps/api/dist/main.js', import.meta.url).href;
const READY_MS = 60_000;
/** Loaded before the server: `Date` shows what stands on the last line of the standard input, in ms, more. */
const MOVABLE_CLOCK = `data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  let byMs = 0;
  globalThis.Date = class extends Real {
    constructor(...parts) { super(...(parts.length === 0 ? [Real.now() + byMs] : parts)); }
    static now() { return Real.now() + byMs; }
  };
  process.stdin.setEncoding('utf8').on('data', (text) => { byMs = Number(text.trim().split('\\n').at(-1)); });
  process.stdin.unref();
`)}`;

export interface ApiSettings {
  readonly port: number;
  /** As tandem_app: the process checks the version and makes nothing. */
  readonly databaseUrl: string;
  readonly keysDir: string;
  readonly dataDir: string;
  /** Allowed Origin; its own address where nothing is said. */
  readonly publicUrl?: string;
  /** Its clock can be set: {@link ApiProcess.moveClock}. */
  readonly movableClock?: boolean;
  /** What it writes down; errors alone where nothing is said. */
  readonly logLevel?: 'debug';
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built server as a real process that can really die. It starts again on the same port and database. */
export class ApiProcess {
  /** All that the process has said, for the sentence of a test that fails. */
  output = '';
  /** Resolves when the server is there (again): what a client's back-off waits for. */
  up: Promise<void> = Promise.resolve();
  /** Resolves when the process of the last start is gone. */
  exited: Promise<Exit> = Promise.resolve({ code: null, signal: null });
  private child: ChildProcess | null = null;

  constructor(private readonly settings: ApiSettings) {}

  get address(): string {
    return `http://127.0.0.1:${this.settings.port}`;
  }

  /** @throws with the output when it ends before it is ready, or is not ready in time */
  start(): Promise<void> {
    const { port, databaseUrl, keysDir, dataDir, publicUrl, movableClock, logLevel } = this.settings;
    const child = spawn(
      process.execPath,
      [
        ...(movableClock ? ['--import', MOVABLE_CLOCK] : []),
        '--input-type=module',
        '-e',
        `import(${JSON.stringify(BUNDLE)}).then((m) => m.main())`,
      ],
      {
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          DATABASE_URL: databaseUrl,
          KEYS_DIR: keysDir,
          DATA_DIR: dataDir,
          DEMO: '0',
          ...(logLevel === undefined ? {} : { LOG_LEVEL: logLevel }),
          ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }),
        },
        stdio: [movableClock ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      },
    );
    this.child = child;
    this.exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    const from = this.output.length;
    this.up = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(this.failure('was not ready in time')), READY_MS);
      const hear = (text: string) => {
        this.output += text;
        if (!this.output.slice(from).includes('is ready')) return;
        clearTimeout(late);
        resolve();
      };
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
      void this.exited.then(({ code, signal }) => {
        clearTimeout(late);
        reject(this.failure(`ended with ${signal ?? code} before it was ready`));
      });
    });
    // Whoever waits for it hears of it; a start that nobody waits for must not end the test run.
    this.up.catch(() => {});
    return this.up;
  }

  /** The computer's clock now shows so much more than it should. Timers go on as they were, as with NTP or an admin. */
  moveClock(byMs: number): void {
    this.child?.stdin?.write(`${byMs}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Sends the signal and waits until the process is gone. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    this.signal(signal);
    return this.exited;
  }

  /** Whether the process of the last start still runs. */
  get running(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resident memory in MiB, as the kernel counts it. Linux only. */
  rssMib(): number {
    const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  }

  private failure(what: string): Error {
    return new Error(`the API on port ${this.settings.port} ${what}: ${this.output.slice(-2_000)}`);
  }
}
