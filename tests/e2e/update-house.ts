import { type EmbeddedPostgres, startEmbedded } from '@tandem/api/db/embedded.ts';
import postgres from 'postgres';
import { FaultProxy } from '../support/fault-proxy.ts';
import { dataDir, freePort, TandemProcess } from '../support/tandem-process.ts';
import { FreshClone } from './fresh-clone.ts';

/** One database, a Tandem of an earlier commit on it, and the address in front that leads to one or the other. */
export class UpdateHouse {
  private readonly data = dataDir();
  private readonly clone: FreshClone;
  private readonly shared = process.env.TANDEM_URL;
  private server: EmbeddedPostgres | null = null;
  private proxy: FaultProxy | null = null;
  private later: TandemProcess | null = null;
  private readonly env: Record<string, string> = {};

  constructor(before: string) {
    this.clone = new FreshClone(before);
  }

  /** Starts the earlier one with the demo, as it is started in its own checkout. Pages of the test go to it. */
  async startEarlier() {
    this.server = await startEmbedded({
      dataDir: `${this.data.path}/pg`,
      keysDir: `${this.data.path}/pg-keys`,
      say: () => {},
    });
    const admin = postgres(this.server.adminUrl, { max: 1 });
    await admin`create database tandem`;
    await admin.end();
    const port = await freePort();
    this.proxy = await FaultProxy.before(`http://127.0.0.1:${port}`);
    const address = this.proxy.through('http://127.0.0.1');
    const database = new URL(this.server.adminUrl);
    database.pathname = '/tandem';
    Object.assign(this.env, {
      DATABASE_URL: database.toString(),
      KEYS_DIR: `${this.data.path}/keys`,
      DATA_DIR: this.data.path,
      PUBLIC_URL: address,
      BACKUP_AT: 'off',
      DEMO_LIVE: '0',
    });
    const running = this.clone.type('npm start', { ...this.env, PORT: String(port), DEMO: '1' });
    await running.said(/Tandem is ready/);
    process.env.TANDEM_URL = address;
    return running;
  }

  /** Starts this checkout's on the same database, which it brings up to date; nobody is led to it yet. */
  async startLater(): Promise<{ readonly address: string; readonly said: string }> {
    const port = await freePort();
    this.later = new TandemProcess('start', [], { ...this.env, PORT: String(port), DEMO: '0' });
    await this.later.ready();
    return { address: `http://127.0.0.1:${port}`, said: this.later.output };
  }

  leadTo(address: string): void {
    this.proxy?.leadTo(address);
  }

  /** What `npm run verify` says of the whole database. */
  async verified(): Promise<string> {
    const verify = new TandemProcess('verify', [], this.env);
    await verify.end();
    return verify.output;
  }

  async remove(): Promise<void> {
    if (this.shared !== undefined) process.env.TANDEM_URL = this.shared;
    await this.clone.remove();
    await this.later?.signal('SIGTERM');
    this.proxy?.close();
    await this.server?.stop();
    this.data.remove();
  }
}
