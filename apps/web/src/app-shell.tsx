import { IconHistory, IconLayoutDashboard, IconSettings, IconUsers } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { liveFor } from './data/live.ts';
import { LiveContext } from './data/live-hooks.ts';
import { useMay, useMe } from './data/me.ts';
import { PersonMenu } from './person-menu.tsx';
import { useColorModeKey, useRootBackground } from './ui/color-mode.ts';
import { useFindClient } from './ui/find-client.tsx';
import { Mark, RailWord, railItem, Shell } from './ui/shell.tsx';
import { words } from './words.ts';

const FindClient = lazy(async () => ({ default: (await import('./clients/find-client.tsx')).FindClient }));

/** Everything behind the sign-in page: rail, the person, and the live part for the role they act in. */
export function AppShell() {
  const me = useMe();
  const may = useMay();
  useColorModeKey();
  useRootBackground();
  const board = may('board.read');
  return (
    <LiveContext value={liveFor(me)}>
      <Shell
        rail={
          <>
            <Mark />
            {board && (
              <Link to="/" className={railItem} activeOptions={{ exact: true }}>
                <RailWord icon={IconLayoutDashboard} word={words.rail.today} />
              </Link>
            )}
            {may('session.list') && (
              <Link to="/sessions" className={railItem}>
                <RailWord icon={IconHistory} word={words.rail.sessions} />
              </Link>
            )}
            {may('patient.read') && (
              <Link to="/clients" className={railItem}>
                <RailWord icon={IconUsers} word={words.rail.clients} />
              </Link>
            )}
            {(may('protocol.draft') || may('clinic.write')) && (
              <Link to="/setup" className={railItem}>
                <RailWord icon={IconSettings} word={words.rail.setup} />
              </Link>
            )}
            <PersonMenu />
          </>
        }
      >
        <Outlet key={`${me.person.id} ${me.role} ${me.epoch}`} />
      </Shell>
      {may('patient.read') && <FindClientFromAnywhere />}
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
