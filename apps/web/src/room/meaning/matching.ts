import { type Item, type Moment, type Note, type SessionState, tagKey, timeline } from '@tandem/domain';
import { viewOf } from '../../entries/registry.tsx';
import type { Search } from './log-search-store.ts';

/** Ids of the rows that hold every word of the query and any of the tags; null when neither is asked for. */
export function matching(
  state: SessionState,
  { query, tags }: Search,
  zone: string,
): ReadonlySet<string> | null {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0 && tags.length === 0) return null;
  const keys = tags.map(tagKey);
  const rows = timeline(state).filter((item) => {
    if (item.data === null) return false;
    const own = tagsOfItem(item);
    const said = wordsOf(item, own, zone);
    return (
      asked.every((word) => said.includes(word)) &&
      (keys.length === 0 || own.some((tag) => keys.includes(tagKey(tag))))
    );
  });
  return new Set(rows.map(({ entry }) => entry.id));
}

function tagsOfItem({ entry, data }: Item): readonly string[] {
  if (entry.kind === 'moment') return (data as Moment).tags ?? [];
  return entry.kind === 'note' ? ((data as Note).themes ?? []) : [];
}

function wordsOf({ entry, data }: Item, tags: readonly string[], zone: string): string {
  const view = viewOf(entry.kind);
  const detail = view.detail?.(data, { grams: null, zone }) ?? '';
  return [view.title(data), detail, ...tags.map((tag) => `#${tag}`)].join(' ').toLowerCase();
}
