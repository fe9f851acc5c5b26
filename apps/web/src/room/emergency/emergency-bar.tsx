import { IconAlertOctagon } from '@tabler/icons-react';
import type { Emergency } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { emergencyWords } from '../../words/emergency-words.ts';
import { useLoadedParts } from '../later-parts.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import classes from './emergency.module.css';
import { EmergencyClock } from './emergency-clock.tsx';
import { useEmergency } from './use-emergency.ts';

const text = emergencyWords.emergency;

/**
 * While an emergency runs, every screen of the session shows it: those who stand at its keys by the panel, everyone
 * else by this bar. It is announced once; the clock beside it stays silent.
 */
export function EmergencyBar() {
  const emergency = useEmergency();
  if (emergency === null || emergency.overMs !== null) return null;
  return <Running key={emergency.declaredMs} emergency={emergency} />;
}

function Running({ emergency }: { emergency: Emergency }) {
  const room = useRoom();
  const parts = useLoadedParts();
  const { declaredMs, marks } = emergency;
  const by = marks[0]?.item.entry.author.name ?? '';
  const atPanel = room.task.type === 'emergency' && parts !== null;
  return (
    <section className={classes.bar} aria-label={text.bar} data-behind={atPanel || undefined}>
      <IconAlertOctagon size={22} stroke={1.8} aria-hidden />
      <p role="alert" className={classes.said}>
        {text.announced(clockOf(declaredMs, room.zone), by)}
      </p>
      {!atPanel && (
        <>
          <EmergencyClock sinceMs={declaredMs} />
          {mayRecord(room, 'emergency') && (
            <button
              type="button"
              className={classes.open}
              onClick={() => room.setTask({ type: 'emergency' })}
            >
              {text.open}
            </button>
          )}
        </>
      )}
    </section>
  );
}
