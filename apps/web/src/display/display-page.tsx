import { useEffect } from 'react';
import { toServerMs, useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { useWakeLock } from '../ui/use-wake-lock.ts';
import { wallWords as text } from '../words/wall-words.ts';
import { words } from '../words.ts';
import { Calm } from './calm.tsx';
import classes from './display.module.css';
import { PairingCode } from './pairing-code.tsx';
import { StaffSide } from './staff-side.tsx';
import { useView } from './use-view.ts';

/** What this says, for another language to be laid over. */
export const english = { wall: text };

/** A screen on a wall, read at 4 m (ux.md 2.11). Once it is paired nothing that is done to it does anything. */
export function DisplayPage() {
  const { view, isCurrent, askedAtMs, wasPaired } = useView();
  const staysAwake = useWakeLock(true);
  const nowMs = useNow(1_000);
  useEffect(() => {
    document.title = `${text.page} · ${words.product}`;
    const nothing = (event: Event) => event.preventDefault();
    document.addEventListener('contextmenu', nothing);
    return () => document.removeEventListener('contextmenu', nothing);
  }, []);
  if (view === null || view.shows === 'code') {
    return (
      <main className={classes.screen} aria-label={text.page}>
        <PairingCode code={view} isCurrent={isCurrent} wasPaired={wasPaired} nowMs={nowMs} />
        {!staysAwake && <p className={classes.small}>{text.cannotStayAwake}</p>}
      </main>
    );
  }
  const clock = clockOf(nowMs, view.timeZone);
  const since = isCurrent ? null : text.notCurrent(clockOf(toServerMs(askedAtMs), view.timeZone));
  const stale = !isCurrent || undefined;
  return (
    <main
      className={classes.screen}
      data-paired
      data-shows={view.shows}
      data-stale={stale}
      aria-label={text.page}
    >
      {view.shows === 'off' && <p className={classes.clockAlone}>{clock}</p>}
      {view.shows === 'calm' && <Calm view={view} clock={clock} />}
      {view.shows === 'staff-side' && <StaffSide view={view} clock={clock} nowMs={nowMs} since={since} />}
      {since !== null && view.shows !== 'staff-side' && (
        <p className={classes.since} role="status">
          {since}
        </p>
      )}
      {view.shows === 'off' && <p className={classes.small}>{text.off}</p>}
      {!staysAwake && <p className={classes.small}>{text.cannotStayAwake}</p>}
    </main>
  );
}
