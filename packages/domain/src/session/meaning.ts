import { tagKey } from '../entries/moment.ts';
import { type Standing, standing } from './select.ts';
import type { SessionState } from './state.ts';

/** The intention that counts: the last note of that category by when it happened; null without one (MNG-1). */
export function intentionOf(state: SessionState): Standing<'note'> | null {
  return standing(state, 'note').findLast(({ data }) => data.category === 'intention') ?? null;
}

/** Tags of moments and themes of notes of this session, most used first, then by name; as first spelled. */
export function tagsOf(state: SessionState): string[] {
  const used = [
    ...standing(state, 'moment').flatMap(({ data }) => data.tags ?? []),
    ...standing(state, 'note').flatMap(({ data }) => data.themes ?? []),
  ];
  const found = new Map<string, { spelled: string; times: number }>();
  for (const tag of used) {
    const before = found.get(tagKey(tag));
    found.set(tagKey(tag), { spelled: before?.spelled ?? tag.trim(), times: (before?.times ?? 0) + 1 });
  }
  return [...found.values()]
    .sort((a, b) => b.times - a.times || a.spelled.localeCompare(b.spelled))
    .map(({ spelled }) => spelled);
}
