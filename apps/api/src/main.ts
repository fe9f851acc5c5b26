import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server as TlsServer } from 'node:tls';
import { buildApp } from './app.ts';
import type { Places } from './backup/nightly.ts';
import { checkoutRoot, type OpenDatabase, openDatabase } from './boot.ts';
import { type Config, ConfigRefusal, isLoopback, readConfig } from './config.ts';
import { prepareDemo, prepareTraining } from './demo/demo.ts';
import { startMover } from './demo/mover.ts';
import { authSecret, secondFactorKey } from './keys.ts';
import { joiningWords, type Lan, openLan, sharedPlaces } from './lan/lan.ts';
import { HEADS_FILE } from './log/published-heads.ts';
import { refreshFigures } from './log/refresh-figures.ts';

const BUILD = '0.1.0';
/** Longer than any request that was begun, and before a service manager loses patience (systemd: 90 s). */
const STOP_WITHIN_MS = 15_000;

/** `npm start`: database, migrations, demo, then one port for API and dashboard. Resolves once it listens. */
export async function main(): Promise<void> {
  const config = readConfig(process.env);
  // Before a database is made, which would take its time and be of no use.
  if (config.lan) sharedPlaces();
  const signals = new StopSignals();
  const open = await openDatabase(config, (line) => console.log(line));
  signals.stopWith(() => open.stop());
  try {
    signals.stopWith(await serve(config, open));
  } catch (error) {
    // Whoever stops a start takes its database away from under it.
    if (signals.came) return;
    await open.stop();
    throw error;
  }
}

/** @returns what ends it, in order: sockets and requests first, the database last */
async function serve(config: Config, open: OpenDatabase): Promise<() => Promise<void>> {
  const lan = config.lan ? await openLan(config, open.dirs.keysDir) : null;
  try {
    return await serveAt(config, open, lan);
  } catch (error) {
    await lan?.stop();
    throw error;
  }
}

async function serveAt(config: Config, open: OpenDatabase, lan: Lan | null): Promise<() => Promise<void>> {
  const { database, dirs } = open;
  const dashboardDir = join(checkoutRoot(), 'apps/web/dist');
  const verifierFile = join(checkoutRoot(), 'apps/api/dist/verifier.html');
  const { app, services } = await buildApp({
    ...(lan === null ? {} : { tls: lan.tls, origins: lan.origins, joining: () => lan.joining() }),
    certificate: () => (lan === null ? null : { notAfter: lan.notAfter().toISOString() }),
    database,
    config,
    secret: authSecret(dirs.keysDir),
    secondFactorKey: secondFactorKey(dirs.keysDir),
    keysDir: dirs.keysDir,
    dashboardDir: existsSync(join(dashboardDir, 'index.html')) ? dashboardDir : null,
    verifierFile: existsSync(verifierFile) ? verifierFile : null,
    headsFile: join(dirs.dataDir, HEADS_FILE),
    build: BUILD,
    backups: placesOf(config, open),
    dataFolder: { path: dirs.dataDir, holdsDatabase: open.embedded },
  });
  const demo = config.demo && (await mayHoldDemo(open));
  try {
    if (demo) await prepareDemo(services, (line) => console.log(line));
    await refuseOpenDemo(config, open);
    await listen(app, config);
  } catch (error) {
    await app.close();
    throw error;
  }
  lan?.renewAt(app.server as unknown as TlsServer);
  const mover =
    demo && config.demoLive
      ? startMover({
          address: addressOf(config),
          databaseUrl: database.appUrl,
          prepare: () => prepareTraining(services),
        })
      : null;
  services.nightly.start();
  services.drills.start();
  const first = demo ? null : await services.firstRun.offer();
  console.log(`Tandem is ready at ${config.publicUrl.origin}`);
  if (first !== null)
    console.log(`No clinic is here yet. Make it at ${config.publicUrl.origin}/first-run#${first}`);
  if (lan !== null) console.log(joiningWords(lan.joining()));
  let over = false;
  const refreshing = refreshFigures(
    database,
    (line) => console.log(line),
    () => over,
  ).catch((error: unknown) =>
    // Lists show what there is; the next start makes the rest.
    app.log.error({ code: (error as { code?: string }).code }, 'figures of past sessions could not be made'),
  );
  const quietly = async () => {
    await mover?.stop();
    await refreshing;
    await app.close();
    await lan?.stop();
  };
  return async () => {
    over = true;
    // Confirmed is what the database has: of what does not end by itself nothing is lost when the process does.
    await Promise.race([quietly(), sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
    await open.stop();
  };
}

/** Paths as DATA_DIR is read: relative ones begin at the checkout, whatever the working directory is. */
function placesOf({ backup }: Config, { dirs, embedded }: OpenDatabase): Places {
  const whole = (path: string | null) => (path === null ? null : resolve(checkoutRoot(), path));
  const ownDir = embedded ? join(dirs.dataDir, 'backups') : null;
  return {
    ...backup,
    dir: whole(backup.dir) ?? ownDir,
    secondDir: whole(backup.secondDir),
    makesDir: backup.dir === null,
  };
}

/** Invented clients are never put beside real ones: not into a clinic of one's own, and not into a restored one. */
async function mayHoldDemo({ database }: OpenDatabase): Promise<boolean> {
  const [real] = await database.auth`select 1 from tandem.clinics where not demo limit 1`;
  if (real !== undefined) console.log('This database holds a clinic of your own, so no demo is made in it.');
  return real === undefined;
}

/** Where this process itself is reached, whatever people call it. */
function addressOf({ host, port }: Config): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The demo's password is public, so a database that holds demo accounts is served on this computer alone. */
async function refuseOpenDemo(config: Config, open: OpenDatabase): Promise<void> {
  if (isLoopback(config.host)) return;
  const demo = await open.database.auth`select 1 from tandem.clinics where demo limit 1`;
  if (demo.length === 0) return;
  throw new ConfigRefusal(
    `HOST is ${config.host}, but this database holds demo accounts with a public password. Use HOST=127.0.0.1, or an own DATA_DIR with DEMO=0.`,
  );
}

async function listen(
  app: { listen(options: { port: number; host: string }): Promise<string> },
  config: Config,
): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new ConfigRefusal(
        `Port ${config.port} is in use by another program. Stop it, or start with another one: PORT=${config.port + 1} npm start`,
      );
    }
    if (code === 'EACCES')
      throw new ConfigRefusal(`This user may not use port ${config.port}. Choose a PORT over 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ConfigRefusal(
        `HOST ${config.host} is no address of this computer. Correct HOST, then start again.`,
      );
    }
    throw error;
  }
}

/** Ctrl-C and SIGTERM end everything cleanly, from before the database is opened: no PostgreSQL is left behind. */
class StopSignals {
  came = false;
  private stop: (() => Promise<void>) | null = null;

  constructor() {
    const onSignal = () => {
      // A terminal sends Ctrl-C to the whole group and npm sends it on: the second one is the same wish.
      if (this.came) return;
      this.came = true;
      this.end();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  }

  /** What ends as much as is there now; called at once when the signal came while it was being made. */
  stopWith(stop: () => Promise<void>): void {
    const cameBefore = this.came && this.stop === null;
    this.stop = stop;
    if (cameBefore) this.end();
  }

  private end(): void {
    this.stop?.().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  }
}
