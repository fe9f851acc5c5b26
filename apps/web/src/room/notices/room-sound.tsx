import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { chooseSound, mayHear, useSoundChoice } from '../../sound/sound-choice.ts';
import { unseenHighs } from '../../sound/sound-due.ts';
import { unlockSound, useSoundState } from '../../sound/two-tone.ts';
import { useHighSound } from '../../sound/use-high-sound.ts';
import { Button } from '../../ui/button.tsx';
import { soundWords as text } from '../../words/sound-words.ts';
import banner from '../banner-button.module.css';
import { useRoom } from '../room-context.ts';
import lines from '../status-lines.module.css';
import classes from './sound.module.css';
import { useNotices } from './use-notices.ts';

/** Sound of a running session, for a physician or nurse who turned it on here; a physician is asked once. */
export function RoomSound() {
  const { me, status } = useRoom();
  const choice = useSoundChoice(me.person.id);
  if (status !== 'in-progress' || !mayHear(me.role)) return null;
  if (choice === 'on') return <Sounding />;
  return choice === null && me.role === 'physician' ? <Question /> : null;
}

function Sounding() {
  const { session } = useRoom();
  const notices = useNotices();
  const unseen = useMemo(() => unseenHighs(notices), [notices]);
  useHighSound(session.id, unseen);
  return null;
}

function Question() {
  const { me } = useRoom();
  return (
    <section className={lines.line} data-look="question" aria-label={text.ask}>
      <span>
        <b>{text.ask}</b> · {text.how}
      </span>
      <span className={classes.answers}>
        <Button
          small
          onClick={() => {
            // In the press itself: that is when a browser allows sound.
            unlockSound();
            chooseSound(me.person.id, 'on');
          }}
        >
          {text.on}
        </Button>
        <Button small onClick={() => chooseSound(me.person.id, 'off')}>
          {text.off}
        </Button>
      </span>
    </section>
  );
}

/** Stands in the room as long as it runs: muted, on, or waiting for a tap; a press turns it on or off. */
export function SoundSign() {
  const { me, status } = useRoom();
  const choice = useSoundChoice(me.person.id);
  if (status !== 'in-progress' || !mayHear(me.role)) return null;
  // While the question stands, it is the sign.
  if (choice === null && me.role === 'physician') return null;
  return choice === 'on' ? <SoundOn /> : <Muted />;
}

function Muted() {
  const { me } = useRoom();
  return (
    <button
      type="button"
      className={`${banner.button} ${classes.sign}`}
      title={text.turnOn}
      aria-label={text.turnOn}
      onClick={() => {
        unlockSound();
        chooseSound(me.person.id, 'on');
      }}
    >
      <IconVolumeOff size={18} stroke={1.6} aria-hidden />
      <span className={classes.word}>{text.muted}</span>
    </button>
  );
}

function SoundOn() {
  const { me } = useRoom();
  const state = useSoundState();
  if (state !== 'ready') {
    return (
      <button
        type="button"
        className={`${banner.button} ${classes.sign}`}
        data-waits
        onClick={state === 'waits' ? unlockSound : () => chooseSound(me.person.id, 'off')}
      >
        <IconVolumeOff size={18} stroke={1.6} aria-hidden />
        {state === 'waits' ? text.waits : text.none}
      </button>
    );
  }
  return (
    <button
      type="button"
      className={`${banner.button} ${classes.sign}`}
      title={text.turnOff}
      aria-label={text.turnOff}
      onClick={() => chooseSound(me.person.id, 'off')}
    >
      <IconVolume size={18} stroke={1.6} aria-hidden />
      <span className={classes.word}>{text.sounds}</span>
    </button>
  );
}
