import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLetterKeys } from '../keys/use-keys.ts';
import { useSettled } from '../ui/use-settled.ts';
import { REPLAY_ROUTE } from './replay-path.ts';

/** Somebody who holds J down passes rows without opening a chart of any. */
const PASSING_MS = 400;

/** Which row is looked at, and whether somebody chose it themselves; R replays it while letters are keys. */
export function useChoice(firstId: string | null, keysOn: boolean) {
  const [picked, setPicked] = useState<string | null>(null);
  const settled = useSettled(picked, PASSING_MS);
  const navigate = useNavigate();
  const chosenId = picked ?? firstId;
  useLetterKeys(
    keysOn && chosenId !== null
      ? { replay: () => void navigate({ to: REPLAY_ROUTE, params: { sessionId: chosenId } }) }
      : {},
  );
  return { chosenId, read: picked !== null && settled === picked, choose: setPicked };
}
