import { dataDir, freePort, TandemProcess } from '../support/tandem-process.ts';
import { asAdministrator } from './administrator.ts';

/** A Tandem of a test's own, for what would end every other test. Pages and calls of the test go to it meanwhile. */
export class OwnHouse {
  private readonly data = dataDir();
  private readonly shared = process.env.TANDEM_URL;
  private tandem: TandemProcess | null = null;
  private port = 0;

  async start(): Promise<void> {
    this.port ||= await freePort();
    const env = { PORT: String(this.port), DATA_DIR: this.data.path, DEMO_LIVE: '0' };
    this.tandem = new TandemProcess('start', [], env);
    await this.tandem.ready();
    process.env.TANDEM_URL = `http://127.0.0.1:${this.port}`;
  }

  /** The same records under a new epoch, as after a restore. */
  async restoredAsIs(): Promise<void> {
    await asAdministrator(
      (sql) => sql`update tandem.installation set epoch = gen_random_uuid()`,
      this.data.path,
    );
    await this.stop();
    await this.start();
  }

  async remove(): Promise<void> {
    if (this.shared !== undefined) process.env.TANDEM_URL = this.shared;
    await this.stop();
    this.data.remove();
  }

  private async stop(): Promise<void> {
    await this.tandem?.signal('SIGTERM');
    this.tandem = null;
  }
}
