import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AppShell } from './app-shell.tsx';
import { refusedAs, whenConfirmNeeded } from './data/api.ts';
import { endLive, onLiveEvents } from './data/live.ts';
import { meQuery } from './data/me.ts';
import { PageFailed } from './page-failed.tsx';
import { slotSearch } from './plan/slot-search.ts';
import { queryClient, whenSignedOut } from './query-client.ts';
import { beforeSignIn, root } from './routes-before-sign-in.ts';
import { loadSignInParts } from './sign-in/load-parts.ts';
import { looking, page } from './spoken-page.ts';
import { spoken } from './words/language.ts';

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery);
      if (me.mustEnrol) throw redirect({ to: '/second-factor' });
    } catch (error) {
      if (refusedAs(error) !== 'not-signed-in') throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
  component: AppShell,
});

const today = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./board/today-page.tsx'), 'TodayPage'),
});

const day = createRoute({
  getParentRoute: () => app,
  path: '/day/{-$date}',
  component: lazyRouteComponent(() => import('./day/day-page.tsx'), 'DayPage'),
});

const round = createRoute({
  getParentRoute: () => app,
  path: '/round',
  component: lazyRouteComponent(() => import('./round/round-page.tsx'), 'RoundPage'),
});

const register = createRoute({
  getParentRoute: () => app,
  path: '/register/{-$date}',
  component: lazyRouteComponent(() => import('./register/register-page.tsx'), 'RegisterPage'),
});

const room = createRoute({
  getParentRoute: () => app,
  path: '/s/$sessionId',
  component: lazyRouteComponent(async () => spoken(await import('./room/room-page.tsx')), 'RoomPage'),
});

const report = createRoute({
  getParentRoute: () => app,
  path: '/s/$sessionId/report',
  component: page(async () => spoken(await import('./report/report-page.tsx')), 'ReportPage'),
});

const replay = createRoute({
  getParentRoute: () => app,
  path: '/s/$sessionId/replay',
  component: looking(async () => spoken(await import('./replay/replay-page.tsx')), 'ReplayPage'),
});

const insights = createRoute({
  getParentRoute: () => app,
  path: '/insights',
  component: looking(() => import('./insights/insights-page.tsx'), 'InsightsPage'),
});

const compare = createRoute({
  getParentRoute: () => app,
  path: '/compare',
  validateSearch: ({ ids }: Record<string, unknown>): { ids?: string } =>
    typeof ids === 'string' ? { ids } : {},
  component: looking(() => import('./compare/compare-page.tsx'), 'ComparePage'),
});

const sessions = createRoute({
  getParentRoute: () => app,
  path: '/sessions',
  component: looking(() => import('./sessions/sessions-page.tsx'), 'SessionsPage'),
});

const newSession = createRoute({
  getParentRoute: () => app,
  path: '/sessions/new',
  validateSearch: slotSearch,
  component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'NewPlanPage'),
});

const changePlan = createRoute({
  getParentRoute: () => app,
  path: '/sessions/$sessionId/plan',
  component: lazyRouteComponent(() => import('./plan/change-plan-page.tsx'), 'ChangePlanPage'),
});

const clients = createRoute({
  getParentRoute: () => app,
  path: '/clients',
  component: lazyRouteComponent(() => import('./clients/clients-page.tsx'), 'ClientsPage'),
});

const newClient = createRoute({
  getParentRoute: () => app,
  path: '/clients/new',
  component: lazyRouteComponent(() => import('./clients/new-client-page.tsx'), 'NewClientPage'),
});

const importClients = createRoute({
  getParentRoute: () => app,
  path: '/clients/import',
  component: page(() => import('./clients/import-page.tsx'), 'ImportPage'),
});

const client = createRoute({
  getParentRoute: () => app,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('./clients/client-page.tsx'), 'ClientPage'),
});

const course = createRoute({
  getParentRoute: () => app,
  path: '/clients/$clientId/course',
  component: page(() => import('./course/course-page.tsx'), 'CoursePage'),
});

const processNotes = createRoute({
  getParentRoute: () => app,
  path: '/process-notes',
  component: lazyRouteComponent(() => import('./process-notes/process-notes-page.tsx'), 'ProcessNotesPage'),
});

const removals = createRoute({
  getParentRoute: () => app,
  path: '/removals',
  component: lazyRouteComponent(() => import('./removal/removals-page.tsx'), 'RemovalsPage'),
});

const openings = createRoute({
  getParentRoute: () => app,
  path: '/openings',
  component: page(() => import('./break-glass/openings-page.tsx'), 'OpeningsPage'),
});

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});

const setup = createRoute({
  getParentRoute: () => app,
  path: '/setup',
  component: page(async () => spoken(await import('./setup/setup-page.tsx')), 'SetupPage'),
});

const protocols = createRoute({
  getParentRoute: () => app,
  path: '/setup/protocols',
  component: page(() => import('./setup/protocols/protocols-page.tsx'), 'ProtocolsPage'),
});

const protocol = createRoute({
  getParentRoute: () => app,
  path: '/setup/protocols/$protocolId',
  component: page(() => import('./setup/protocols/protocol-page.tsx'), 'ProtocolPage'),
});

const newVersion = createRoute({
  getParentRoute: () => app,
  path: '/setup/protocols/$protocolId/new',
  component: page(() => import('./setup/protocols/new-version-page.tsx'), 'NewVersionPage'),
});

const templates = createRoute({
  getParentRoute: () => app,
  path: '/setup/text-templates',
  component: page(() => import('./setup/templates/templates-page.tsx'), 'TemplatesPage'),
});

const drills = createRoute({
  getParentRoute: () => app,
  path: '/drills',
  component: looking(() => import('./drills/pages.ts'), 'DrillsPage'),
});

const drill = createRoute({
  getParentRoute: () => app,
  path: '/drills/$drillId',
  component: looking(() => import('./drills/pages.ts'), 'DrillPage'),
});

const questionnaires = createRoute({
  getParentRoute: () => app,
  path: '/setup/questionnaires',
  component: page(() => import('./setup/questionnaires/questionnaires-page.tsx'), 'QuestionnairesPage'),
});

/** What a clinic hangs up in a room or hands to somebody who is new. */
const cards = createRoute({
  getParentRoute: () => app,
  path: '/cards',
  validateSearch: ({ of }: Record<string, unknown>): { of?: string } =>
    typeof of === 'string' ? { of } : {},
  component: page(() => import('./cards/cards-page.tsx'), 'CardsPage'),
});

const health = createRoute({
  getParentRoute: () => app,
  path: '/setup/health',
  component: page(() => import('./setup/health/health-page.tsx'), 'HealthPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...beforeSignIn,
    app.addChildren([
      today,
      day,
      round,
      register,
      room,
      report,
      replay,
      compare,
      insights,
      sessions,
      newSession,
      changePlan,
      clients,
      newClient,
      importClients,
      client,
      course,
      processNotes,
      audit,
      removals,
      openings,
      setup,
      protocols,
      protocol,
      newVersion,
      templates,
      questionnaires,
      health,
      cards,
      drills,
      drill,
    ]),
  ]),
  defaultErrorComponent: PageFailed,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function leaveToSignIn(): void {
  endLive();
  // Everything read under the ended login: the next person must not see it for a moment.
  queryClient.clear();
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in')
    void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href } });
}

async function askWhoAgain(): Promise<void> {
  await queryClient.invalidateQueries();
  await router.invalidate();
}

whenSignedOut(leaveToSignIn);
whenConfirmNeeded(async () => (await loadSignInParts()).confirmLogin());
onLiveEvents({ signedOut: leaveToSignIn, askWhoAgain: () => void askWhoAgain() });
