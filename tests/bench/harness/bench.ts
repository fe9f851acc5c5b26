import { join } from 'node:path';
import { ensureApiBuilt } from '../../../scripts/lib/build.mjs';
import { at } from '../../../scripts/lib/paths.mjs';
import type { Dialect } from '../load/line.ts';
import type { BenchPerson } from '../load/tandem-target.ts';
import type { LoadCalls } from '../load-generator.ts';
import type { ServerCalls } from './calls.ts';
import { Child, type ChildOptions } from './child.ts';
import { freePort } from './free-port.ts';
import { addPeople } from './people.ts';
import { type BenchPostgres, startPostgres } from './postgres-server.ts';
import { buildPrograms, type ProgramName, type Programs } from './programs.ts';

export interface BenchOptions {
  readonly seed: number;
  /** Signed in at every Tandem that is started. */
  readonly people: number;
  /** Writes a CPU profile of each Tandem here when it ends. */
  readonly profileDir?: string;
  readonly say: (line: string) => void;
}

/** A measured server: a process, and the number by which the load generator knows it. */
export interface Server {
  readonly name: string;
  readonly number: number;
  readonly origin: string;
  cpuMicros(): Promise<number>;
  rssBytes(): Promise<number>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** The same program on the same database and port. */
  startAgain(): Promise<void>;
}

/** What several processes of Tandem share. */
interface Site {
  readonly url: string;
  readonly people: readonly BenchPerson[];
}

const MEASURED = ['--expose-gc'];

/** One run: a PostgreSQL, the compiled programs, the load generator and the servers under load. */
export class Bench {
  private readonly children = new Set<Child<object>>();
  private readonly sites = new Map<Server, Site>();
  private readonly floors = new Map<Server, string>();
  private databases = 0;
  private clinics = 0;

  private constructor(
    readonly options: BenchOptions,
    readonly postgres: BenchPostgres,
    private readonly programs: Programs,
    readonly load: Child<LoadCalls>,
  ) {
    this.children.add(load as Child<object>);
  }

  static async start(options: BenchOptions): Promise<Bench> {
    const postgres = await startPostgres();
    try {
      const [programs] = await Promise.all([
        buildPrograms(join(postgres.workDir, 'programs')),
        ensureApiBuilt(options.say),
      ]);
      const { child } = await Child.start<LoadCalls>('load generator', programs.loadGenerator);
      return new Bench(options, postgres, programs, child);
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }

  /** Children first, the database last. */
  async stop(): Promise<void> {
    await Promise.all([...this.children].map((child) => child.stop()));
    await this.postgres.stop();
  }

  newDatabase(): Promise<string> {
    this.databases += 1;
    return this.postgres.createDatabase(`bench_${this.databases}`);
  }

  /** @param beside another one, with which it shares the database */
  async startFloor(
    mode: 'single' | 'batch' | 'notify',
    beside?: Server,
    dialect: Dialect = 'plain',
  ): Promise<Server> {
    const url = (beside && this.floors.get(beside)) ?? (await this.newDatabase());
    const env = { DATABASE_URL: url, FLOOR_MODE: mode, FLOOR_SOCKETS: dialect };
    const start = () => this.startProgram<ServerCalls, string>('floor', { env, nodeArgs: MEASURED });
    const { child, ready: origin } = await start();
    const number = await this.load.call('addFloor', origin, this.options.seed, dialect);
    const server = this.serverOf(
      { name: `floor ${mode}`, number, origin },
      child,
      async () => (await start()).child,
    );
    this.floors.set(server, url);
    return server;
  }

  /** @param beside another one, with which it shares the database and the logins of everyone */
  async startTandem(beside?: Server): Promise<Server> {
    const { seed, profileDir } = this.options;
    const site = (beside && this.sites.get(beside)) ?? (await this.newSite());
    const env = await this.envOf(site.url);
    const profile = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
    const nodeArgs = [...MEASURED, ...profile];
    const start = () => this.startProgram<ServerCalls>('apiProcess', { env, nodeArgs });
    const { child } = await start();
    const number =
      beside === undefined
        ? await this.load.call('addTandem', env.PUBLIC_URL, seed, site.people)
        : await this.load.call('addBeside', env.PUBLIC_URL, beside.number);
    const server = this.serverOf(
      { name: 'tandem', number, origin: env.PUBLIC_URL },
      child,
      async () => (await start()).child,
    );
    this.sites.set(server, site);
    return server;
  }

  /** More clinics beside the first one of a Tandem, with three people each. @returns how the load generator knows each */
  async addClinics(tandem: Server, count: number): Promise<number[]> {
    const { url } = this.sites.get(tandem) as Site;
    const found: number[] = [];
    for (let at = 0; at < count; at += 1) {
      this.clinics += 1;
      const seed = this.options.seed * 1_000 + this.clinics;
      const people = await addPeople(
        url,
        this.postgres.keysDir,
        seed,
        3,
        `clinic-${this.clinics}.bench.test`,
      );
      found.push(await this.load.call('addTandem', tandem.origin, seed, people));
    }
    return found;
  }

  /** Tandem alone on a database that is filled already, known to no load generator. */
  async serve(url: string): Promise<{ readonly origin: string; stop(): Promise<void> }> {
    const env = await this.envOf(url);
    const { child } = await this.startProgram<ServerCalls>('apiProcess', { env, nodeArgs: MEASURED });
    return { origin: env.PUBLIC_URL, stop: () => child.stop() };
  }

  private async envOf(url: string) {
    const port = await freePort();
    return {
      BENCH_API_BUNDLE: at('apps/api/dist/main.js'),
      DATABASE_URL: url,
      DATA_DIR: join(this.postgres.workDir, 'tandem'),
      KEYS_DIR: this.postgres.keysDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DEMO: '0',
      LOG_LEVEL: 'error',
    };
  }

  private async newSite(): Promise<Site> {
    const { seed, people } = this.options;
    const url = await this.newDatabase();
    return { url, people: await addPeople(url, this.postgres.keysDir, seed, people) };
  }

  /** Stopped with the rest unless it has ended by itself. */
  async startProgram<T extends object, Ready = null>(
    program: ProgramName,
    options: ChildOptions,
  ): Promise<{ child: Child<T>; ready: Ready }> {
    const started = await Child.start<T, Ready>(program, this.programs[program], options);
    this.children.add(started.child as Child<object>);
    return started;
  }

  private serverOf(
    named: Pick<Server, 'name' | 'number' | 'origin'>,
    first: Child<ServerCalls>,
    start: () => Promise<Child<ServerCalls>>,
  ): Server {
    let child = first;
    return {
      ...named,
      cpuMicros: () => child.call('cpuMicros'),
      rssBytes: () => child.call('rssBytes'),
      kill: () => child.kill(),
      stop: () => child.stop(),
      startAgain: async () => {
        child = await start();
      },
    };
  }
}
