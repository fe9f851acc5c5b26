import { IconAlertTriangle, IconCircleCheck, IconCloudOff } from '@tabler/icons-react';
import { toServerMs, useNow } from '../data/clock.ts';
import { useConnection, useOutboxItems } from '../data/live-hooks.ts';
import { clockOf } from '../data/zone.ts';
import { words } from '../words/in-room.ts';
import { useRoom } from './room-context.ts';
import classes from './save-state.module.css';

/** A save faster than this shows nothing: a flicker on every entry would teach people not to look. */
const QUIET_MS = 800;
/** From here on it is not a hiccup: the time it began is named. */
const OFFLINE_AFTER_MS = 30_000;

/** Does the server have everything? One place, one line, always words with the shape. */
export function SaveState() {
  return (
    <div role="status" aria-live="polite" className={classes.state}>
      <State />
    </div>
  );
}

function State() {
  const { zone } = useRoom();
  const connection = useConnection();
  const items = useOutboxItems();
  useNow(400);
  const unsent = items.filter((item) => item.status === 'queued' || item.status === 'sending');
  const refused = items.filter((item) => item.status === 'refused').length;

  if (connection.type === 'stopped' && connection.reason === 'page-too-old') {
    return <Line look="trouble">{words.failed.tooOld}</Line>;
  }
  if (
    connection.type === 'waiting-to-retry' ||
    (connection.type === 'connecting' && connection.attempt > 0)
  ) {
    const downMs = Date.now() - connection.downSinceMs;
    const since = clockOf(toServerMs(connection.downSinceMs), zone);
    return (
      <Line look="trouble">
        {downMs > OFFLINE_AFTER_MS
          ? words.save.offline(since, unsent.length)
          : words.save.reconnecting(unsent.length)}
      </Line>
    );
  }
  if (unsent.some((item) => Date.now() - item.queuedAtMs > QUIET_MS)) {
    return <Line look="quiet">{words.save.saving}</Line>;
  }
  if (refused > 0) return <Line look="refused">{words.save.refused(refused)}</Line>;
  if (unsent.length > 0 || connection.type !== 'live') return null;
  return <Line look="saved">{words.save.saved}</Line>;
}

const icons = { trouble: IconCloudOff, refused: IconAlertTriangle, saved: IconCircleCheck, quiet: null };

function Line({ look, children }: { look: keyof typeof icons; children: string }) {
  const Icon = icons[look];
  return (
    <span className={classes.line} data-look={look}>
      {Icon !== null && <Icon size={18} stroke={1.6} aria-hidden />}
      {children}
    </span>
  );
}
