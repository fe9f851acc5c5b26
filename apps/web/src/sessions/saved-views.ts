import { useState } from 'react';
import { type Filters, noFilters, setKeys } from './filters.ts';

/** A filter to come back to. Named by what it filters: nobody types a name, and words looked for are never in it. */
export type SavedView = Omit<Filters, 'text'>;

const MOST = 8;

/**
 * Views of one person on this device: a habit of a desk, which holds choices and ids and no word of a record. On the
 * server it would be one more thing to keep, back up and hand out.
 */
export function useSavedViews(personId: string): {
  readonly views: readonly SavedView[];
  save(filters: Filters): void;
  drop(view: SavedView): void;
} {
  const key = `tandem.past-views.${personId}`;
  const [views, setViews] = useState<readonly SavedView[]>(() => readViews(key));
  const keep = (next: readonly SavedView[]) => {
    setViews(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Where nothing can be kept it holds until the page is left.
    }
  };
  return {
    views,
    save: (filters) => keep(withView(views, filters)),
    drop: (view) => keep(views.filter((one) => one !== view)),
  };
}

/** The newest first, each once. */
export function withView(views: readonly SavedView[], filters: Filters): SavedView[] {
  const { text: _, ...view } = filters;
  return [view, ...views.filter((one) => !sameView(one, filters))].slice(0, MOST);
}

/** Something is set, and it is no saved view yet. */
export function isWorthSaving(views: readonly SavedView[], filters: Filters): boolean {
  return setKeys({ ...filters, text: '' }).length > 0 && !views.some((view) => sameView(view, filters));
}

export function sameView(view: SavedView, filters: Filters): boolean {
  return (Object.keys(view) as (keyof SavedView)[]).every((key) => view[key] === filters[key]);
}

/** What another version of the page kept is read as far as it is known. */
export function parseViews(kept: string | null): SavedView[] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(found)) return [];
    const { text: _, ...empty } = noFilters;
    return found
      .slice(0, MOST)
      .map(
        (one: Partial<Record<string, unknown>>) =>
          Object.fromEntries(
            Object.entries(empty).map(([key, value]) => [
              key,
              typeof one[key] === 'string' ? one[key] : value,
            ]),
          ) as unknown as SavedView,
      );
  } catch {
    return [];
  }
}

function readViews(key: string): SavedView[] {
  try {
    return parseViews(localStorage.getItem(key));
  } catch {
    return [];
  }
}
