import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { loadSignInParts } from './sign-in/load-parts.ts';
import { page } from './spoken-page.ts';
import { spoken } from './words/language.ts';

export const root = createRootRoute({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const { next } = search;
    // Only a path of this page: a link must not lead a signed-in person elsewhere.
    return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
  },
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** A screen on a wall: no person is signed in there. */
const display = createRoute({
  getParentRoute: () => root,
  path: '/display',
  component: lazyRouteComponent(
    async () => spoken(await import('./display/display-page.tsx')),
    'DisplayPage',
  ),
});

/** Where a tablet's way to Tandem ends; before anybody signs in. */
const tabletCheck = createRoute({
  getParentRoute: () => root,
  path: '/tablet-check',
  component: page(() => import('./tablet/tablet-check-page.tsx'), 'TabletCheckPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/second-factor',
  component: lazyRouteComponent(loadSignInParts, 'EnrolPage'),
});

/** Behind `#` stands the token: no server, log or referrer is told it. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(loadSignInParts, 'InvitationPage'),
});

/** As an invitation's: behind `#` stands the token that the start printed. */
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  component: lazyRouteComponent(loadSignInParts, 'FirstRunPage'),
});

/** What opens without a login. */
export const beforeSignIn = [signIn, display, tabletCheck, secondFactor, invitation, firstRun] as const;
