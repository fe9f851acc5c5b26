import type { Health } from '@tandem/wire';
import { Gauge, type Registry } from 'prom-client';

/** What is measured when it is asked for, besides what the health page says. */
export interface Live {
  /** Open live sockets. */
  readonly sockets: number;
  /** Sessions that some screen of this process follows. */
  readonly watchedSessions: number;
}

/** How things stand at the moment of asking, as gauges. What is not known has no sample. */
export class Measured {
  private readonly plain: Readonly<Record<keyof ReturnType<typeof figuresOf>, Gauge>>;
  private readonly diskFree: Gauge;
  private readonly diskTotal: Gauge;

  constructor(registry: Registry) {
    const gauge = (name: string, help: string, labelNames: string[] = []) =>
      new Gauge({ name: `tandem_${name}`, help, labelNames, registers: [registry] });
    this.plain = {
      sockets: gauge('live_sockets', 'Open live sockets.'),
      watchedSessions: gauge('watched_sessions', 'Sessions that a screen of this process follows.'),
      databaseUp: gauge('database_up', '1 while the database answers.'),
      databaseSaves: gauge('database_saves', '1 while the database answers and takes writes.'),
      backupAge: gauge('backup_age_seconds', 'Age of the newest backup; +Inf while there is none.'),
      backupVerified: gauge('backup_verified', '1 while the newest backup was read back and verified.'),
      clockDiffers: gauge(
        'clock_difference_seconds',
        'How far the clock of this computer is ahead of the database.',
      ),
      hintsComeThrough: gauge(
        'hints_come_through',
        '1 while a hint that this process sends itself is heard.',
      ),
      waitingDevices: gauge('waiting_devices', 'Connected devices with entries that are not in the log.'),
      waitingSeconds: gauge('waiting_seconds', 'For how long the longest of them has said so; 0 for none.'),
      certificateEnds: gauge(
        'certificate_not_after_seconds',
        'When the certificate ends, in seconds since 1970.',
      ),
    };
    this.diskFree = gauge('disk_free_bytes', 'Room that is left where this folder lies.', ['folder']);
    this.diskTotal = gauge('disk_total_bytes', 'All the room there is where this folder lies.', ['folder']);
  }

  set(health: Health, live: Live): void {
    for (const [name, value] of Object.entries(figuresOf(health, live))) {
      const gauge = this.plain[name as keyof typeof this.plain];
      if (value === null) gauge.remove();
      else gauge.set(value);
    }
    for (const { of: folder, freeBytes, totalBytes } of health.disks.folders) {
      setOrRemove(this.diskFree, folder, freeBytes);
      setOrRemove(this.diskTotal, folder, totalBytes);
    }
  }
}

function setOrRemove(gauge: Gauge, folder: string, value: number | null): void {
  if (value === null) gauge.remove({ folder });
  else gauge.set({ folder }, value);
}

/** Seconds, counts, 0 and 1; null: not known. */
function figuresOf({ at, database, backup, clock, hints, waiting, certificate }: Health, live: Live) {
  const { newest } = backup;
  const ageMs = newest === null ? Number.POSITIVE_INFINITY : Date.parse(at) - Date.parse(newest.at);
  return {
    sockets: live.sockets,
    watchedSessions: live.watchedSessions,
    databaseUp: Number(database.reachable),
    databaseSaves: Number(database.writable),
    backupAge: Math.max(0, ageMs / 1_000),
    backupVerified: Number(newest?.verified === true),
    clockDiffers: clock.differsByMs === null ? null : clock.differsByMs / 1_000,
    hintsComeThrough: Number(hints.heard),
    waitingDevices: waiting.devices,
    waitingSeconds: waiting.longestSeconds ?? 0,
    certificateEnds: certificate === null ? null : Date.parse(certificate.notAfter) / 1_000,
  };
}
