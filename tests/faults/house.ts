import { rolePasswords, roleUrls } from '@tandem/api/db/roles.ts';
import { verifyClinic } from '@tandem/api/log/verify.ts';
import type { Role } from '@tandem/domain';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { WebSocket } from 'ws';
import { ApiProcess, type ApiSettings } from '../support/api-process.ts';
import type { Caller } from '../support/calls.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import { harbor, PASSWORD } from '../support/fixtures.ts';
import { dataDir, freePort } from '../support/tandem-process.ts';
import { copyTemplate, type TestDatabase } from '../support/template.ts';
import { ConfirmedLedger } from './confirmed-ledger.ts';
import { callerAt } from './http.ts';

/** What every process of a house allows as Origin, whichever port or proxy leads to it. */
export const ORIGIN = 'http://127.0.0.1:4000';

export interface StoredEntry {
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: string;
  /** Hexadecimal, as it is served. */
  readonly hash: string;
}

/** One database of its own, real API processes on it, and the ledger of what these confirm. A login is good at each of them. */
export class House {
  readonly processes: ApiProcess[] = [];
  private readonly dir = dataDir();

  private constructor(
    readonly db: TestDatabase,
    private readonly keysDir: string,
    /** As the superuser: to see and to end the processes' backends. */
    readonly admin: Sql,
    readonly ledger: ConfirmedLedger,
  ) {}

  /** @param server another PostgreSQL than the one of the whole run, with the template in it */
  static async open(server?: { readonly adminUrl: string; readonly keysDir: string }): Promise<House> {
    const { adminUrl, keysDir } = server ?? { adminUrl: inject('adminUrl'), keysDir: inject('keysDir') };
    const [db, ledger] = await Promise.all([copyTemplate(adminUrl, keysDir), ConfirmedLedger.open()]);
    return new House(db, keysDir, postgres(db.adminUrl, { max: 1, onnotice: () => {} }), ledger);
  }

  /** Address of the database as tandem_app. */
  get databaseUrl(): string {
    return roleUrls(this.db.adminUrl, rolePasswords(this.keysDir)).app;
  }

  /** A process that is ready. @param proxy stands between it and PostgreSQL */
  async process(
    proxy?: FaultProxy,
    more: Pick<ApiSettings, 'movableClock' | 'logLevel'> = {},
  ): Promise<ApiProcess> {
    const api = new ApiProcess({
      port: await freePort(),
      databaseUrl: proxy?.through(this.databaseUrl) ?? this.databaseUrl,
      keysDir: this.keysDir,
      dataDir: this.dir.path,
      publicUrl: ORIGIN,
      ...more,
    });
    this.processes.push(api);
    await api.start();
    return api;
  }

  signIn(api: ApiProcess, role: Role): Promise<Caller> {
    return callerAt(api.address, harbor.emails[role], PASSWORD);
  }

  socket(api: ApiProcess, { cookie }: Caller): WebSocket {
    const address = `${api.address.replace('http', 'ws')}/api/live`;
    return new WebSocket(address, { origin: ORIGIN, headers: { cookie } });
  }

  /** How many connections others than an administrator may newly open to this database; -1: as many as there are. */
  async limitConnections(count: number): Promise<void> {
    await this.admin.unsafe(
      `do $$ begin execute format('alter database %I connection limit ${count}', current_database()); end $$`,
    );
  }

  /** The log of one session in the order of seq, read beside the servers. */
  async log(session: string): Promise<StoredEntry[]> {
    return this.db.database.app.begin(async (tx) => {
      await tx`select set_config('tandem.clinic_id', ${harbor.id}, true)`;
      const rows = await tx<(Omit<StoredEntry, 'recordedAt'> & { recordedAt: Date })[]>`
        select id, seq, recorded_at "recordedAt", encode(hash, 'hex') hash
        from tandem.entries where stream_id = ${session} order by seq`;
      return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
    });
  }

  /** What of the hash chain does not hold. */
  async brokenLinks(session: string): Promise<readonly unknown[]> {
    return (await verifyClinic(this.db.database.app, harbor.id, session)).broken;
  }

  /** @throws when the ledger has ended before */
  async close(): Promise<void> {
    await Promise.all(this.processes.map((api) => (api.running ? api.stop('SIGKILL') : null)));
    await this.admin.end({ timeout: 1 });
    await this.db.drop();
    this.dir.remove();
    await this.ledger.close();
  }
}
