import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { NoticesElsewhere } from './board/notices-elsewhere.tsx';
import { liveFor } from './data/live.ts';
import { LiveContext } from './data/live-hooks.ts';
import { useMay, useMe } from './data/me.ts';
import { usePinnedRoom } from './data/pinned-room.ts';
import { AllKeys } from './keys/all-keys.tsx';
import { whenLockMatters } from './lock/lock-later.ts';
import { PersonMenu } from './person-menu.tsx';
import { RailLinks } from './rail-links.tsx';
import { CannotSave } from './ui/cannot-save.tsx';
import { useColorModeKey, useRootBackground } from './ui/color-mode.ts';
import { useFindClient } from './ui/find-client.tsx';
import { orNothing } from './ui/or-nothing.ts';
import { usePageFocus } from './ui/page-focus.ts';
import { Mark, Shell } from './ui/shell.tsx';
import { SkipLinks } from './ui/skip-links.tsx';
import { spoken } from './words/language.ts';

/** For a device that stands in a room. Without it the room itself still sounds: no reason to take a page away. */
const SoundOfPinnedRoom = orNothing(
  async () => (await import('./sound/sound-of-pinned-room.tsx')).SoundOfPinnedRoom,
);
const ReleaseTold = orNothing(async () => (await import('./process-notes/release-told.tsx')).ReleaseTold);
const OpenedTold = orNothing(
  async () => (await spoken(await import('./break-glass/opened-told.tsx'), 'pages')).OpenedTold,
);
const Lock = orNothing(async () => {
  await whenLockMatters();
  return (await import('./lock/lock.tsx')).Lock;
});
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
      {/* Not in the rail, which a tablet puts away. */}
      <SkipLinks />
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
        <Suspense>{may('break-glass.review') && <OpenedTold />}</Suspense>
        <Suspense>{pinned !== null && <SoundOfPinnedRoom roomId={pinned.id} />}</Suspense>
        <Outlet key={`${me.person.id} ${me.role} ${me.epoch}`} />
      </Shell>
      {may('patient.read') && <FindClientFromAnywhere />}
      <AllKeys />
      <Suspense>
        <Lock />
      </Suspense>
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
