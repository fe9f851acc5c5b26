import { lazy, Suspense } from 'react';
import { useMe } from '../data/me.ts';
import { usePinnedRoom } from '../data/pinned-room.ts';
import { mayHear, useSoundChoice } from './sound-choice.ts';

const PinnedSound = lazy(() =>
  // Without it the room itself still sounds: no reason to take a page away.
  import('./pinned-sound.tsx').then(
    ({ PinnedSound: Part }) => ({ default: Part }),
    () => ({ default: () => null }),
  ),
);

/** For a device that stands in a room, once its person turned the sound on. */
export function SoundOfPinnedRoom() {
  const { person, role } = useMe();
  const room = usePinnedRoom();
  const choice = useSoundChoice(person.id);
  if (room === null || choice !== 'on' || !mayHear(role)) return null;
  return (
    <Suspense>
      <PinnedSound roomId={room.id} />
    </Suspense>
  );
}
