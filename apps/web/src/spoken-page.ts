import { lazyRouteComponent } from '@tanstack/react-router';
import { spoken } from './words/language.ts';
import type { LookingBack } from './words/looking-english.ts';
import type { OnPages } from './words/page-english.ts';

/** A page whose sentences come with those of its like (`words/page-english.ts`). */
export function page<Part extends { readonly english: Partial<OnPages> }, Name extends keyof Part & string>(
  load: () => Promise<Part>,
  name: Name,
) {
  return lazyRouteComponent(async () => spoken(await load(), 'pages'), name);
}

/** The same for a page that looks back (`words/looking-english.ts`). */
export function looking<
  Part extends { readonly english: Partial<LookingBack> },
  Name extends keyof Part & string,
>(load: () => Promise<Part>, name: Name) {
  return lazyRouteComponent(async () => spoken(await load(), 'lookingBack'), name);
}
