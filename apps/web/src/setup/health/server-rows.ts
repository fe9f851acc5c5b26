import type { DiskHealth, Health } from '@tandem/wire';
import { healthWords as text } from '../../words/health-words.ts';
import type { HealthRow } from './health-row.ts';
import { dayAndClock, dayWordsOf } from './moment-words.ts';

const GB = 1_000_000_000;

/** How the computer stands that keeps the record; what is `plain` is said, and neither well nor wrong. */
export function diskRows({ disks: { holdDatabase, folders } }: Health): HealthRow[] {
  return folders.map((disk) => {
    const elsewhere = disk.of === 'data' && !holdDatabase ? [text.disk.elsewhere] : [];
    return {
      what: text.disk.what[disk.of],
      look: disk.freeBytes === null ? 'plain' : disk.red ? 'red' : 'well',
      state: roomOf(disk),
      notes: [
        ...(disk.freeBytes === null ? [text.disk.unknownNote] : []),
        ...(disk.red ? [text.disk.short[disk.of]] : []),
        ...elsewhere,
      ],
      folder: disk.directory,
    };
  });
}

function roomOf({ freeBytes, totalBytes }: DiskHealth): string {
  if (freeBytes === null || totalBytes === null) return text.disk.unknown;
  return text.disk.free(bytesWords(freeBytes), bytesWords(totalBytes));
}

/** As disks are sold: a thousand to a step. Rounded down, so that no room is claimed that is not there. */
export function bytesWords(bytes: number): string {
  const [unit, of] = bytes >= 1_000 * GB ? ['TB', 1_000 * GB] : ['GB', GB];
  return `${(Math.floor((bytes / (of as number)) * 10) / 10).toFixed(1)} ${unit}`;
}

export function clockRow({ clock: { differsByMs, red } }: Health): HealthRow {
  const { what } = text.clock;
  if (differsByMs === null)
    return { what, look: 'plain', state: text.clock.unknown, notes: [], folder: null };
  const by = Math.abs(differsByMs) < 1_000 ? `${Math.abs(differsByMs)} ms` : spanWords(Math.abs(differsByMs));
  const off = differsByMs > 0 ? text.clock.ahead(by) : text.clock.behind(by);
  return red
    ? { what, look: 'red', state: off, notes: [text.clock.redNote], folder: null }
    : { what, look: 'well', state: text.clock.well, notes: differsByMs === 0 ? [] : [off], folder: null };
}

/** @param zone of the clinic, as everywhere: moments are told by its clock */
export function hintsRow({ database, hints }: Health, zone: string): HealthRow {
  const { what } = text.hints;
  const { ownAt, othersAt } = hints;
  if (!hints.heard && !database.reachable)
    return { what, look: 'plain', state: text.hints.unknown, notes: [], folder: null };
  return {
    what,
    look: hints.red ? 'red' : 'well',
    state: hints.red ? text.hints.silent : text.hints.well,
    notes: [
      ...(hints.red ? [text.hints.redNote] : []),
      ...(ownAt === null ? [] : [text.hints.own(dayAndClock(ownAt, zone))]),
      othersAt === null ? text.hints.alone : text.hints.others(dayAndClock(othersAt, zone)),
    ],
    folder: null,
  };
}

export function waitingRow(
  { waiting: { devices, longestSeconds, late, red } }: Health,
  zone: string,
): HealthRow {
  return {
    what: text.waiting.what,
    look: red ? 'red' : devices === 0 ? 'well' : 'plain',
    state: devices === 0 ? text.waiting.none : text.waiting.some(devices),
    notes: [
      ...(longestSeconds === null ? [] : [text.waiting.longest(spanWords(longestSeconds * 1_000))]),
      ...(red ? [text.waiting.redNote] : []),
      late === null
        ? text.waiting.noneLate
        : text.waiting.late(spanWords(late.waitedSeconds * 1_000), dayAndClock(late.at, zone)),
      text.waiting.blind,
    ],
    folder: null,
  };
}

export function certificateRow({ certificate }: Health, zone: string): HealthRow {
  const { what } = text.certificate;
  if (certificate === null)
    return {
      what,
      look: 'plain',
      state: text.certificate.none,
      notes: [text.certificate.noneNote],
      folder: null,
    };
  const { daysLeft, notAfter, red } = certificate;
  const isOver = daysLeft < 0;
  return {
    what,
    look: red ? 'red' : 'well',
    state: isOver ? text.certificate.over : text.certificate.left(daysLeft),
    notes: [
      text.certificate.until(dayWordsOf(notAfter, zone)),
      ...(red ? [isOver ? text.certificate.overNote : text.certificate.soonNote] : []),
    ],
    folder: null,
  };
}

export function serverRow({ build, epoch }: Health): HealthRow {
  return {
    what: text.server.what,
    look: 'plain',
    state: text.server.build(build),
    notes: [text.server.epoch(epoch)],
    folder: null,
  };
}

/** Whole seconds, minutes or hours, never rounded up: these signs are the same in every language. */
export function spanWords(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
