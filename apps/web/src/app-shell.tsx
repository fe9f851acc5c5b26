import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { NoticesElsewhere } from './board/notices-elsewhere.tsx';
import { liveFor } from './data/live.ts';
import { LiveContext } from './data/live-hooks.ts';
import { useMay, useMe } from './data/me.ts';
import { usePinnedRoom } from './data/pinned-room.ts';
import { AllKeys } from './keys/all-keys.tsx';
import { PersonMenu } from './person-menu.tsx';
import { RailLinks } from './rail-links.tsx';
import { CannotSave } from './ui/cannot-save.tsx';
import { useColorModeKey, useRootBackground } from './ui/color-mode.ts';
import { useFindClient } from './ui/find-client.tsx';
import { usePageFocus } from './ui/page-focus.ts';
import { Mark, Shell } from './ui/shell.tsx';

/** For a device that stands in a room. Without it the room itself still sounds: no reason to take a page away. */
const SoundOfPinnedRoom = lazy(() =>
  import('./sound/sound-of-pinned-room.tsx').then(
    (part) => ({ default: part.SoundOfPinnedRoom }),
    () => ({ default: () => null }),
  ),
);
const ReleaseTold = lazy(() =>
  import('./process-notes/release-told.tsx').then(
    (part) => ({ default: part.ReleaseTold }),
    () => ({ default: () => null }),
  ),
);
const FindClient = lazy(async () => ({ default: (await import('./clients/find-client.tsx')).FindClient }));

/** Everything behind the sign-in page: rail, the person, and the live part for the role they act in. */
export function AppShell() {
  const me = useMe();
  const may = useMay();
  const pinned = usePinnedRoom();
  useColorModeKey();
  useRootBackground();
  usePageFocus();
  return (
    <LiveContext value={liveFor(me)}>
      <Shell
        rail={
          <>
            <Mark />
            <RailLinks />
            <PersonMenu />
          </>
        }
      >
        <CannotSave />
        {may('board.read') && <NoticesElsewhere />}
        <Suspense>{may('process-notes.read') && <ReleaseTold />}</Suspense>
        <Suspense>{pinned !== null && <SoundOfPinnedRoom roomId={pinned.id} />}</Suspense>
        <Outlet key={`${me.person.id} ${me.role} ${me.epoch}`} />
      </Shell>
      {may('patient.read') && <FindClientFromAnywhere />}
      <AllKeys />
    </LiveContext>
  );
}

function FindClientFromAnywhere() {
  const { open, close } = useFindClient();
  return open ? (
    <Suspense>
      <FindClient onClose={close} />
    </Suspense>
  ) : null;
}
