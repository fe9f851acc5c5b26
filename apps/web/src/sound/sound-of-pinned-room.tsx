import { useMay, useMe } from '../data/me.ts';
import { PinnedSound } from './pinned-sound.tsx';
import { mayHear, useSoundChoice } from './sound-choice.ts';

/** For a device that stands in a room, once its person turned the sound on. */
export function SoundOfPinnedRoom({ roomId }: { readonly roomId: string }) {
  const { person, role } = useMe();
  const may = useMay();
  const choice = useSoundChoice(person.id);
  return choice === 'on' && mayHear(role) && may('board.read') ? <PinnedSound roomId={roomId} /> : null;
}
