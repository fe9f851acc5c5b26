import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import type { Notice } from '@tandem/domain';
import { Suspense, useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { Button } from '../../ui/button.tsx';
import { words } from '../../words/in-room.ts';
import { OutcomeForm } from '../later-parts.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { takeVitals } from '../room-focus.ts';
import { details, headline, seenByMe } from './notice-lines.ts';
import classes from './notices.module.css';
import { useAcknowledge } from './use-acknowledge.ts';

const text = words.notices;
/** A Medium that nobody who counts has seen for so long gets its edge brighter, once and without a sound. */
const AGAIN_MS = 2 * 60_000;

/** One notice: shape, colour and word together, what it stands on, and what can be done about it. */
export function NoticeRow({ notice }: { readonly notice: Notice }) {
  const room = useRoom();
  const { me, zone } = room;
  const acknowledge = useAcknowledge();
  const now = useNow(1_000);
  const [writing, setWriting] = useState(false);
  const { id, priority, facts, settled, quiet, raisedMs } = notice;
  const Icon = priority === 'high' ? IconAlertOctagon : IconAlertTriangle;
  // A therapist's line is a note: they call, and leave the measuring to those who do it.
  const mayMeasure = me.role !== 'therapist' && mayRecord(room, 'vital-signs');
  const asksOutcome =
    settled === null && facts.type !== 'vitals-due' && (priority === 'high' || facts.type.startsWith('dose'));
  const mayAnswer = mayRecord(room, 'acknowledgement');

  return (
    <li
      className={classes.notice}
      data-priority={priority}
      data-quiet={quiet || undefined}
      data-again={(!quiet && now - raisedMs >= AGAIN_MS) || undefined}
    >
      <Icon size={22} stroke={1.8} aria-hidden />
      <div className={classes.words}>
        <p className={classes.headline}>
          <b>{text.priorities[priority]}</b> {headline(notice, now, zone)}
        </p>
        <p className={classes.details}>{details(notice, zone).join(' · ')}</p>
      </div>
      <div className={classes.actions}>
        {settled === null && !facts.type.startsWith('dose') && mayMeasure && (
          <Button small onClick={(event) => takeVitals(event.currentTarget.closest('main'))}>
            {facts.type === 'vitals-due' ? text.take : text.recheck}
          </Button>
        )}
        {mayAnswer && asksOutcome && !writing && (
          <Button small onClick={() => setWriting(true)}>
            {text.outcome}
          </Button>
        )}
        {mayAnswer && !seenByMe(notice, me.person.id) && (
          <Button small onClick={() => acknowledge(id)}>
            {text.seen}
          </Button>
        )}
      </div>
      {writing && (
        <Suspense>
          <OutcomeForm
            onLeave={() => setWriting(false)}
            onSave={(outcome) => {
              acknowledge(id, outcome);
              setWriting(false);
            }}
          />
        </Suspense>
      )}
    </li>
  );
}
