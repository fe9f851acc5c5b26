import { dataDir, freePort, TandemProcess } from '../support/tandem-process.ts';

/** One Tandem with the demo clinics for the whole run, started as a person starts it. */
export default async function setup(): Promise<() => Promise<void>> {
  const data = dataDir();
  const port = await freePort();
  const tandem = new TandemProcess('start', [], { PORT: String(port), DATA_DIR: data.path, DEMO_LIVE: '0' });
  await tandem.ready();
  process.env.TANDEM_PID = String(tandem.pid);
  process.env.TANDEM_DATA = data.path;
  process.env.TANDEM_URL = `http://127.0.0.1:${port}`;
  return async () => {
    const code = await tandem.signal('SIGTERM');
    data.remove();
    if (code !== 0) throw new Error(`Tandem ended with ${code}: ${tandem.output}`);
  };
}
