/** What a sign-in seldom needs, when it is needed. In one place: each import lists again what it brings along. */
export const loadSignInParts = () => import('./on-demand.ts');
