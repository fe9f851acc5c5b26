import type { Joining } from '@tandem/wire';
import fastify, { LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { App } from './app-type.ts';
import { ReadAudit } from './audit/read-audit.ts';
import { Logins } from './auth/logins.ts';
import { Pins } from './auth/pins.ts';
import { Nightly, nowhere, type Places } from './backup/nightly.ts';
import { FirstRun } from './clinic/first-clinic.ts';
import { allowedOrigins, type Config } from './config.ts';
import { clinicScopes } from './db/clinic-scope.ts';
import type { Database } from './db/connect.ts';
import { HouseClock } from './db/house-clock.ts';
import { Saving } from './db/saving.ts';
import { WriteCheck } from './db/write-check.ts';
import { DrillPlayer } from './drills/drill-player.ts';
import { Disks } from './health/disks.ts';
import { LateArrivals } from './health/late-arrivals.ts';
import { HealthLook } from './health/look.ts';
import { LogWriter } from './log/append.ts';
import { PublishedHeads } from './log/published-heads.ts';
import { Counted } from './metrics/counted.ts';
import { access } from './plugins/access.ts';
import { dashboard } from './plugins/dashboard.ts';
import { epochGuard } from './plugins/epoch.ts';
import { errorHandling } from './plugins/errors.ts';
import { securityHeaders } from './plugins/headers.ts';
import { health } from './plugins/health.ts';
import { metrics } from './plugins/metrics.ts';
import { openapi } from './plugins/openapi.ts';
import { readableAddress } from './plugins/readable-address.ts';
import { dropStalledReaders } from './plugins/stalled-readers.ts';
import { validation } from './plugins/validation.ts';
import { verifierPage } from './plugins/verifier-page.ts';
import { AuthorKeys } from './process-notes/author-keys.ts';
import { notesScopes } from './process-notes/scope.ts';
import { approvalRoutes } from './routes/approvals.ts';
import { auditRoutes } from './routes/audit.ts';
import { breakGlassRoutes } from './routes/break-glass.ts';
import { clientFactRoutes } from './routes/client-facts.ts';
import { clientImportRoutes } from './routes/client-import.ts';
import { clinicRoutes } from './routes/clinic.ts';
import { consentRoutes } from './routes/consents.ts';
import { courseRoutes } from './routes/courses.ts';
import { wallRoutes } from './routes/display.ts';
import { displayRoutes } from './routes/displays.ts';
import { drillRoutes } from './routes/drills.ts';
import { entryRoutes } from './routes/entries.ts';
import { exportRoutes } from './routes/exports.ts';
import { firstRunRoutes } from './routes/first-run.ts';
import { healthRoutes } from './routes/health.ts';
import { instrumentRoutes } from './routes/instruments.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { joiningRoutes } from './routes/joining.ts';
import { ownSignInRoutes } from './routes/own-sign-in.ts';
import { paperFormRoutes } from './routes/paper-forms.ts';
import { pastSessionRoutes } from './routes/past-sessions.ts';
import { patientRoutes } from './routes/patients.ts';
import { peopleRoutes } from './routes/people.ts';
import { processNoteReleaseRoutes } from './routes/process-note-releases.ts';
import { processNoteRoutes } from './routes/process-notes.ts';
import { protocolRoutes } from './routes/protocols.ts';
import { redactionRoutes } from './routes/redactions.ts';
import { roomRoutes } from './routes/rooms.ts';
import { sessionStepRoutes } from './routes/session-steps.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { textTemplateRoutes } from './routes/text-templates.ts';
import { unlockRoutes } from './routes/unlock.ts';
import { vialRoutes } from './routes/vials.ts';
import type { Services } from './services.ts';
import { entryHint } from './stream/hints.ts';
import { liveSocket } from './stream/socket.ts';
import { Stream } from './stream/stream.ts';

export interface AppOptions {
  readonly database: Database;
  readonly config: Pick<Config, 'publicUrl' | 'logLevel'> &
    Partial<Pick<Config, 'trustProxy' | 'metricsFrom'>>;
  /** Signs login cookies. */
  readonly secret: string;
  /** Seals the secrets of second factors; 32 bytes. */
  readonly secondFactorKey: Uint8Array;
  /** Where the key of the process notes lies. */
  readonly keysDir: string;
  /** Folder of the built dashboard; null serves the API alone. */
  readonly dashboardDir: string | null;
  /** The page that checks an exported session without a server; null where it is not built. */
  readonly verifierFile?: string | null;
  /** Where chain heads are published at each signature; nowhere when it is not said. */
  readonly headsFile?: string;
  readonly build: string;
  /** Where backups go; nowhere when it is not said. They begin with `services.nightly.start()`. */
  readonly backups?: Places;
  /** Serve https with this certificate; plain http without. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Origins besides that of `publicUrl` under which people reach it; may grow. */
  readonly origins?: ReadonlySet<string>;
  /** Where DATA_DIR is, whose room health tells of; it tells of none when it is not said. */
  readonly dataFolder?: { readonly path: string; readonly holdsDatabase: boolean };
  /** The certificate that is served now; null, and when it is not said: plain http. */
  readonly certificate?: () => { readonly notAfter: string } | null;
  /** Where tablets of the clinic's own network join, now; null, and when it is not said: there is no such network. */
  readonly joining?: () => Joining['lan'];
  /** Tests only, see `ScopeOptions`. */
  readonly withoutClinicFilter?: boolean;
}

/** The whole server but for `listen`: tests and production build the same one. */
export async function buildApp(options: AppOptions): Promise<{ app: App; services: Services }> {
  const { database, config, build } = options;
  const app = fastify({
    bodyLimit: 65_536,
    // Only who is named here may say for whom it asks; failed sign-ins are counted by that address.
    trustProxy: trusted(config.trustProxy),
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    ...serverOptions(options.tls),
    // No addresses, no bodies: a request line may not tell more than the route.
    logger:
      config.logLevel === 'silent' ? false : { level: config.logLevel, serializers: { req: () => ({}) } },
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    rewriteUrl: ({ url }) => readableAddress(url),
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  const services = await makeServices(app, options);
  const origins = originsOf(config.publicUrl, options.origins);
  dropStalledReaders(app as never);
  validation(app as never);
  errorHandling(app as never, services.saving);
  securityHeaders(app as never, config.publicUrl);
  access(app as never, services.logins, services.inClinic, origins);
  epochGuard(app as never, services.epoch);
  await openapi(app as never);
  await liveSocket(app, services, origins, build);
  health(app as never, database, services.saving);
  firstRunRoutes(app, services);
  metrics(app as never, {
    counted: services.counted,
    health: services.health,
    hub: services.stream.hub,
    from: config.metricsFrom ?? [],
  });
  signInRoutes(app, services);
  ownSignInRoutes(app, services);
  peopleRoutes(app, services);
  invitationRoutes(app, services);
  patientRoutes(app, services);
  clientFactRoutes(app, services);
  clientImportRoutes(app, services);
  consentRoutes(app, services);
  courseRoutes(app, services);
  drillRoutes(app, services);
  instrumentRoutes(app, services);
  protocolRoutes(app, services);
  clinicRoutes(app, services);
  roomRoutes(app, services);
  joiningRoutes(app, options.joining ?? (() => null));
  sessionRoutes(app, services);
  pastSessionRoutes(app, services);
  paperFormRoutes(app, services);
  sessionStepRoutes(app, services);
  entryRoutes(app, services);
  exportRoutes(app, services);
  textTemplateRoutes(app, services);
  approvalRoutes(app, services);
  vialRoutes(app, services);
  healthRoutes(app, services);
  displayRoutes(app, services);
  processNoteRoutes(app, services);
  auditRoutes(app, services);
  redactionRoutes(app, services);
  unlockRoutes(app, services);
  breakGlassRoutes(app, services);
  processNoteReleaseRoutes(app, services);
  wallRoutes(app, services, config);
  verifierPage(app as never, options.verifierFile ?? null);
  await dashboard(app as never, options.dashboardDir);
  return { app, services };
}

/** Node would look only every 30 s whether these limits are over. */
function serverOptions(tls: AppOptions['tls']) {
  const limits = { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 };
  return tls === undefined
    ? { http: limits }
    : { https: { ...tls, ...limits, minVersion: 'TLSv1.2' as const } };
}

/** Asked for each write: the addresses of a clinic's network may grow while it runs. */
function originsOf(publicUrl: URL, more: ReadonlySet<string> = new Set()): Pick<ReadonlySet<string>, 'has'> {
  const own = allowedOrigins(publicUrl);
  return { has: (origin) => own.has(origin) || more.has(origin) };
}

/** @returns false where nobody is named: then no header says who asks */
function trusted(proxies: readonly string[] = []): string[] | false {
  return proxies.length === 0 ? false : [...proxies];
}

async function makeServices(app: App, options: AppOptions): Promise<Services> {
  const { database, secret, secondFactorKey, config } = options;
  const counted = new Counted();
  const lateArrivals = new LateArrivals();
  const inClinic = clinicScopes(database, { withoutClinicFilter: options.withoutClinicFilter ?? false });
  const clock = new HouseClock((differsByMs) => {
    // Nothing here depends on it; backups, certificates and other programs on this computer do.
    app.log.error({ differsByMs }, 'the clock of this computer differs from the clock of the database');
  });
  const logins = new Logins({
    auth: database.auth,
    secret,
    secondFactorKey,
    publicUrl: config.publicUrl,
    // The database's, as everywhere: a computer whose clock is wrong would take no code of any phone.
    nowMs: () => clock.nowMs(),
  });
  const stream = new Stream(database, inClinic, logins, clock);
  const readAudit = new ReadAudit(inClinic);
  const saving = new Saving(database.app, clock, (code) => {
    if (code !== null) app.log.error({ code }, 'the database cannot save');
    else app.log.info('the database saves again');
    stream.tellSaving(code === null);
    if (code === null) readAudit.settle().catch((error: unknown) => saving.failed(error));
  });
  const heads = new PublishedHeads(options.headsFile ?? null, (error) =>
    app.log.error({ code: (error as { code?: string }).code }, 'a chain head could not be published'),
  );
  const writer = new LogWriter(database.writer, {
    onCommit: (committed, hinted) => {
      stream.committed(committed, hinted);
      heads.committed(committed);
      counted.committed(committed);
      for (const { entries } of committed) lateArrivals.came(entries);
    },
    atHeads: { nowMs: () => clock.nowMs(), hintOf: (committed) => entryHint(stream.name, committed) },
    onFlush: (flush) => counted.flushed(flush),
  });
  stream.onHeard = (from) => counted.heard(from);
  stream.hub.onUnknown = () => counted.headUnknown();
  stream.board.onUnknown = () => counted.headUnknown();
  stream.onHint = (clinicId, sessionId, seq) => writer.heard(clinicId, sessionId, seq);
  stream.onRefused = () => void saving.check('try');
  await saving.start();
  await stream.start();
  const [row] = await database.app<{ epoch: string }[]>`select epoch from tandem.installation`;
  const epoch = row?.epoch as string;
  const nightly = new Nightly({
    database,
    epoch,
    places: options.backups ?? nowhere,
    error: (sentence) => app.log.error(sentence),
  });
  const health = new HealthLook({
    ...{ saving, nightly, clock, stream, lateArrivals, epoch },
    check: new WriteCheck(database.app),
    disks: new Disks({
      data: options.dataFolder?.path ?? null,
      backup: nightly.shelf?.dir ?? null,
      second: nightly.second?.dir ?? null,
    }),
    holdDatabase: options.dataFolder?.holdsDatabase ?? false,
    certificate: options.certificate ?? (() => null),
    build: options.build,
  });
  const drills = new DrillPlayer({ database, inClinic, writer, clock });
  app.addHook('onClose', async () => {
    await drills.stop();
    await nightly.stop();
    saving.stop();
    await writer.drain();
    await heads.drain();
    await stream.stop();
  });
  return {
    database,
    inClinic,
    writer,
    logins,
    pins: new Pins(database.auth),
    firstRun: new FirstRun(database.auth, inClinic),
    inNotes: notesScopes(database.notes),
    authorKeys: new AuthorKeys(options.keysDir),
    stream,
    nightly,
    drills,
    epoch,
    clock,
    saving,
    readAudit,
    health,
    counted,
  };
}
