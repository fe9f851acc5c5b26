import { IconAlertTriangle, IconCircleCheck, IconCloudOff } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { toServerMs, useNow } from '../data/clock.ts';
import { useCanSave, useConnection, useKeeping, useOutboxItems } from '../data/live-hooks.ts';
import type { OutboxItem } from '../data/outbox-shelf.ts';
import { clockOf } from '../data/zone.ts';
import { loadKept } from '../kept/load-kept.ts';
import { span } from '../ui/names.ts';
import { words } from '../words/in-room.ts';
import { useRoom } from './room-context.ts';
import classes from './save-state.module.css';

const KeptDialog = lazy(async () => ({ default: (await loadKept()).KeptDialog }));
const text = words.save;

/** A save faster than this shows nothing: a flicker on every entry would teach people not to look. */
const QUIET_MS = 800;
/** From here on it is not a hiccup: the time it began is named, and what waits is counted. */
const TROUBLE_AFTER_MS = 30_000;

interface Said {
  readonly look: keyof typeof icons;
  readonly words: string;
}
const icons = { trouble: IconCloudOff, refused: IconAlertTriangle, saved: IconCircleCheck, quiet: null };

/** Does the server have everything? One place, one line, always words with the shape; what waits is one press away. */
export function SaveState() {
  const [open, setOpen] = useState(false);
  const said = useSaid();
  const spoken = useSpoken(said);
  const Icon = said === null ? null : icons[said.look];
  const line = said !== null && (
    <>
      {Icon !== null && <Icon size={18} stroke={1.6} aria-hidden />}
      {said.words}
    </>
  );
  return (
    <>
      <div role="status" aria-live="off" className={classes.state}>
        {said !== null &&
          (said.look === 'trouble' || said.look === 'refused' ? (
            <button
              type="button"
              className={classes.line}
              data-look={said.look}
              onClick={() => setOpen(true)}
            >
              {line}
            </button>
          ) : (
            <span className={classes.line} data-look={said.look}>
              {line}
            </span>
          ))}
      </div>
      <p aria-live="polite" className="visually-hidden">
        {spoken}
      </p>
      {open && (
        <Suspense>
          <KeptDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** For those who hear it: when it turns bad, and when it is good again. Not each entry, nor each minute of waiting. */
function useSpoken(said: Said | null): string {
  const [spoken, setSpoken] = useState('');
  const isBad = said?.look === 'trouble' || said?.look === 'refused';
  const isGood = said?.look === 'saved';
  const wasBad = useRef(false);
  useEffect(() => {
    if (wasBad.current ? !isGood : !isBad) return;
    wasBad.current = isBad;
    setSpoken(isBad ? (said?.words ?? '') : text.savedAgain);
  }, [isBad, isGood, said]);
  return spoken;
}

function useSaid(): Said | null {
  const { zone, me } = useRoom();
  const connection = useConnection();
  const items = useOutboxItems();
  const { pageOnly, cleared } = useKeeping();
  const canSave = useCanSave();
  useNow(400);
  const unsent = items.filter(({ status }) => status === 'queued' || status === 'sending');
  const refused = items.filter(({ status }) => status === 'refused').length;
  const trouble = (...parts: (string | null)[]): Said => ({
    look: 'trouble',
    words: parts.filter((part) => part !== null).join(' · '),
  });
  const kept = unsent.length === 0 ? null : text.kept(unsent.length, ageOf(unsent));

  if (connection.type === 'stopped' && connection.reason === 'page-too-old')
    return trouble(text.tooOld, pageOnly === 0 ? kept : text.pageOnly(pageOnly));
  if (cleared !== null) return trouble(text.cleared, kept);
  if (!canSave && connection.type === 'live') return trouble(text.cannot, kept);
  if (
    connection.type === 'waiting-to-retry' ||
    (connection.type === 'connecting' && connection.attempt > 0)
  ) {
    const downMs = Date.now() - connection.downSinceMs;
    const since = clockOf(toServerMs(connection.downSinceMs), zone);
    const unsafe = pageOnly === 0 ? kept : text.pageOnly(pageOnly);
    return trouble(downMs > TROUBLE_AFTER_MS ? text.offline(since) : text.reconnecting, unsafe);
  }
  const oldestMs = Math.min(...unsent.map(({ queuedAtMs }) => queuedAtMs));
  const waitedMs = unsent.length === 0 ? 0 : Date.now() - oldestMs;
  const isStranded = unsent.some(({ epoch, author }) => epoch !== me.epoch || author.role !== me.role);
  if (isStranded || waitedMs > TROUBLE_AFTER_MS)
    return trouble(pageOnly === 0 ? kept : text.pageOnly(pageOnly));
  if (waitedMs > QUIET_MS) return { look: 'quiet', words: text.saving };
  if (refused > 0) return { look: 'refused', words: text.refused(refused) };
  if (unsent.length > 0 || connection.type !== 'live') return null;
  return { look: 'saved', words: text.saved };
}

/** Of the one that waits longest, once it is a minute. */
function ageOf(unsent: readonly OutboxItem[]): string {
  const ms = Date.now() - Math.min(...unsent.map(({ queuedAtMs }) => queuedAtMs));
  return ms < 60_000 ? '' : span(ms);
}
