import type { Health } from '@tandem/wire';
import type { LateArrival } from './late-arrivals.ts';

const DAY_MS = 86_400_000;
/** Sign-in codes, backups and certificates go by this computer's clock; more is no noise of a slow answer. */
const CLOCK_RED_MS = 2_000;
/** A renewal that failed twice still leaves a week to mend it (clinic policy). */
const CERTIFICATE_RED_DAYS = 14;
/** A device that is connected sends within seconds: what stays this long was refused, or is stuck (clinic policy). */
const WAITING_RED_MS = 300_000;

/** @param differsByMs how far this computer is ahead of the database; null: not known yet */
export function clockHealth(differsByMs: number | null): Health['clock'] {
  return { differsByMs, red: differsByMs !== null && Math.abs(differsByMs) > CLOCK_RED_MS };
}

/** @param certificate null: plain http */
export function certificateHealth(
  certificate: { readonly notAfter: string } | null,
  nowMs: number,
): Health['certificate'] {
  if (certificate === null) return null;
  const daysLeft = Math.floor((Date.parse(certificate.notAfter) - nowMs) / DAY_MS);
  return { notAfter: certificate.notAfter, daysLeft, red: daysLeft < CERTIFICATE_RED_DAYS };
}

/** @param waitingMs per connected device on which entries wait */
export function waitingHealth(waitingMs: readonly number[], late: LateArrival | null): Health['waiting'] {
  const longestMs = Math.max(0, ...waitingMs);
  return {
    devices: waitingMs.length,
    longestSeconds: waitingMs.length === 0 ? null : Math.floor(longestMs / 1_000),
    late:
      late === null
        ? null
        : { waitedSeconds: Math.floor(late.waitedMs / 1_000), at: new Date(late.atMs).toISOString() },
    red: longestMs > WAITING_RED_MS,
  };
}
