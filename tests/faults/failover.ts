import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EmbeddedPostgres, startEmbedded } from '@tandem/api/db/embedded.ts';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { planSession } from '../support/calls.ts';
import { Cluster } from '../support/cluster.ts';
import { FaultProxy } from '../support/fault-proxy.ts';
import { House } from './house.ts';
import { FLAWLESS, judge } from './judge.ts';
import { Screen, until } from './screen.ts';
import { Writers } from './writers.ts';

const BACK_MS = 10_000;

/** A copy of the running server that follows it, and confirms every commit before the person hears of it. */
async function synchronousStandby(primary: Cluster, dir: string): Promise<EmbeddedPostgres> {
  const { admin, pgData, adminUrl } = primary;
  const data = join(dir, 'standby');
  const copy = join(data, pgData.split('/').at(-1) as string);
  mkdirSync(data);
  // One session from start to stop of the backup: its end belongs to whoever began it.
  await admin`select pg_backup_start('standby', true)`;
  cpSync(pgData, copy, {
    recursive: true,
    filter: (path) => !path.endsWith('postmaster.pid') && !path.endsWith('postmaster.opts'),
  });
  const [end] = await admin<{ labelfile: string }[]>`select labelfile from pg_backup_stop(false)`;
  const { port, username, password } = new URL(adminUrl);
  const from = `host=127.0.0.1 port=${port} user=${username} password=${password} application_name=standby`;
  writeFileSync(join(copy, 'backup_label'), end?.labelfile ?? '');
  writeFileSync(join(copy, 'standby.signal'), '');
  writeFileSync(join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${from}'\n`);
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody:nogroup', data]);
  const standby = await startEmbedded({ dataDir: data, keysDir: primary.keysDir, say: () => {} });
  await admin.unsafe(`alter system set synchronous_standby_names = 'standby'`);
  await admin.unsafe('select pg_reload_conf()');
  await until('the standby is synchronous', async () => {
    const rows = await admin`select 1 from pg_stat_replication where sync_state = 'sync'`;
    return rows.length === 1;
  });
  return standby;
}

/** A4, with everything that reaches the database going through one address that is then led elsewhere. */
export function failoverTest(): void {
  test('[SAV-5] the server dies and its synchronous standby takes over: nothing confirmed is lost, none doubled', async () => {
    const primary = await Cluster.start();
    const dir = dirname(dirname(primary.pgData));
    const standby = await synchronousStandby(primary, dir);
    const proxy = await FaultProxy.before(primary.adminUrl);
    const house = await House.open({ adminUrl: proxy.through(primary.adminUrl), keysDir: primary.keysDir });
    const api = await house.process();
    const physician = await house.signIn(api, 'physician');
    const { cookie } = physician;
    const session = await planSession(physician, { started: false });
    const screen = new Screen([api.address], cookie, session);
    const addresses = [api.address];
    const writers = new Writers(house.ledger, { addresses, cookie, session, writers: 4, limitMs: 12_000 });
    try {
      await until('people write', () => writers.confirmed > 100);
      // It comes back by its supervisor, and nobody reaches it any more.
      primary.kill();
      const confirmed = writers.confirmed;
      const promoting = postgres(standby.adminUrl, { max: 1, onnotice: () => {} });
      await promoting`select pg_promote()`;
      await promoting.end();
      const movedMs = performance.now();
      proxy.leadTo(standby.adminUrl);
      await until('people write again', () => writers.confirmed > confirmed + 10, 30_000);
      const backMs = Math.round(performance.now() - movedMs);
      await writers.stop();
      console.log(
        `failover: ${confirmed} confirmed before, ${writers.resent} sent again, writing ${backMs} ms after`,
      );
      await until('the screen has everything', () => screen.cursor > writers.confirmed);
      expect(await judge(house, session, writers, 1, [screen])).toEqual(FLAWLESS);
      expect(backMs).toBeLessThanOrEqual(BACK_MS);
    } finally {
      screen.leave();
      await house.close().finally(async () => {
        proxy.close();
        await standby.stop();
        await primary.stop();
        rmSync(dir, { recursive: true, force: true });
      });
    }
  }, 180_000);
}
