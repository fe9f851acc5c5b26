import { dispositions, type Role, signaturesNeeded } from '@tandem/domain';
import { useEffect } from 'react';
import { toServerMs } from '../data/clock.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { useClockSkew } from '../ui/clock-skew.ts';
import { dayWords } from '../ui/names.ts';
import { NotCurrent } from '../ui/not-current.tsx';
import { lowerFirst, roleWord, words } from '../words/in-room.ts';
import { loadLaterParts, useLoadedParts } from './later-parts.ts';
import { mayRecord, type Room, useRoom } from './room-context.ts';
import classes from './status-lines.module.css';

const text = words.room;

/** What state this session is in, in words, above everything that depends on it. Pushes down, never covers. */
export function StatusLines() {
  const room = useRoom();
  const { view, zone } = room;
  const skew = useClockSkew();
  const parts = useLoadedParts();
  const StillGoing = parts?.StillGoing;
  const HandoverLines = parts?.HandoverLines;
  const RoomSound = parts?.RoomSound;
  const OpenBanner = parts?.OpenBanner;
  const DrillLines = parts?.DrillLines;
  const { breakGlass } = room.session;
  // Somebody waits to be answered: now, not in a few seconds.
  const waits = (view.expected.byKind.handover?.length ?? 0) > 0;
  useEffect(() => {
    if (waits || breakGlass) loadLaterParts();
  }, [waits, breakGlass]);
  const isTraining = view.confirmed.origin === 'training';
  const lines = [...(isTraining ? [text.training] : []), ...linesOf(room), ...(skew === null ? [] : [skew])];
  return (
    <>
      {OpenBanner && breakGlass && <OpenBanner session={room.session} />}
      {view.currency.type === 'not-current' && (
        <div className={classes.line} data-look="stale">
          <NotCurrent
            since={clockOf(toServerMs(view.currency.sinceMs), zone)}
            because={view.currency.because}
          />
        </div>
      )}
      {DrillLines && room.view.confirmed.plan?.drill && <DrillLines />}
      {HandoverLines !== undefined && <HandoverLines />}
      {RoomSound !== undefined && <RoomSound />}
      {StillGoing !== undefined && <StillGoing />}
      {lines.length > 0 && (
        <div className={classes.line} role="status">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </>
  );
}

function linesOf(room: Room): string[] {
  const { status, session, view, zone } = room;
  const { confirmed } = view;
  const when = (at: string | null) => (at === null ? '' : momentWords(at, zone));
  switch (status) {
    case 'planned':
      return [text.planned(when(confirmed.plan?.plannedAt ?? session.plannedAt))];
    case 'in-progress':
      return mayRecord(room, 'note') ? [] : [text.readOnly];
    case 'ended': {
      const how = confirmed.disposition ?? session.disposition ?? 'completed';
      return [text.ended(when(confirmed.endedAt), lowerFirst(dispositions[how])), ...signatureLines(room)];
    }
    case 'signed': {
      const names = [...new Set(confirmed.signatures.map(({ author }) => author.name))];
      return [text.signed(when(confirmed.signatures.at(-1)?.at ?? null), names.join(text.and))];
    }
    case 'cancelled':
      return [text.cancelled(reasonOfCancelling(room))];
  }
}

/** Once the first part is signed, who is still missing. */
function signatureLines({ view: { confirmed }, zone }: Room): string[] {
  if (confirmed.signatures.length === 0) return [];
  const done = new Map<Role, string>(
    confirmed.signatures.map(({ author, at }) => [
      author.role,
      text.partSigned(roleWord(author.role), author.name, momentWords(at, zone)),
    ]),
  );
  return signaturesNeeded(confirmed).map((role) => done.get(role) ?? text.partOpen(roleWord(role)));
}

function reasonOfCancelling({ view: { confirmed } }: Room): string {
  for (const item of confirmed.items.backwards()) {
    if (item.entry.kind === 'cancelled') return (item.data as { reason: string } | null)?.reason ?? '';
  }
  return '';
}

function momentWords(at: string, zone: string): string {
  const ms = Date.parse(at);
  return `${dayWords(dayOf(ms, zone))} ${clockOf(ms, zone)}`;
}
