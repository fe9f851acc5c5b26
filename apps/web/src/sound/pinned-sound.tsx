import { useQuery } from '@tanstack/react-query';
import { useMatch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useNow } from '../data/clock.ts';
import { useBoardView } from '../data/live-hooks.ts';
import { runningQuery } from '../data/queries.ts';
import { unseenOnBoard, type Watched, watchWorst } from './pinned-unseen.ts';
import { useHighSound } from './use-high-sound.ts';

/** The session of the room that this device stands in sounds on every page; on its own page the room does it. */
export function PinnedSound({ roomId }: { readonly roomId: string }) {
  const here = useMatch({ from: '/app/s/$sessionId', shouldThrow: false })?.params.sessionId ?? null;
  const running = useQuery(runningQuery);
  const session = running.data?.items.find(({ room }) => room?.id === roomId);
  return session === undefined || session.id === here ? null : (
    <Sounding key={session.id} sessionId={session.id} />
  );
}

function Sounding({ sessionId }: { readonly sessionId: string }) {
  const { lines } = useBoardView();
  const worst = lines?.get(sessionId)?.worstNotice ?? null;
  const now = useNow(1_000);
  const watched = useRef<Watched | null | undefined>(undefined);
  // Nothing is known before the board's first word, and then nothing of it is new.
  if (lines !== null) watched.current = watchWorst(watched.current, worst, now);
  const unseen = useMemo(() => unseenOnBoard(watched.current ?? null, worst, now), [worst, now]);
  useHighSound(sessionId, unseen);
  return null;
}
