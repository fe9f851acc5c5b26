import { type ComponentType, lazy } from 'react';

/** A part that a page does without: where it does not come (no network yet), nothing is drawn in its place. */
export function orNothing<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: (() => null) as unknown as ComponentType<Props> }),
    ),
  );
}
