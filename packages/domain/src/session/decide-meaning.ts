import type { Moment } from '../entries/moment.ts';
import { kindsWithWords, type WordsToKeep } from '../entries/words-to-keep.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { AHEAD_TOLERANCE_MS } from '../time.ts';
import { itemOf, type SessionState } from './state.ts';

/**
 * MNG-2, MNG-4: a region ends after its start and not ahead of the clock; words to keep come from something of this
 * session. For entries and amendments alike; other kinds pass.
 * @param data valid for `kind`
 * @param startsAt when it happened, after the correction
 * @param before what the entry says until now, of an amendment: a source that it keeps is not looked at again
 * @param at path of `data` in the entry, e.g. `data.data` in an amendment
 */
export function meaningRefusal(
  kind: string,
  data: unknown,
  startsAt: string,
  state: SessionState,
  nowMs: number,
  at: string,
  before?: unknown,
): Refusal | null {
  if (kind === 'moment') return regionRefusal(data as Moment, startsAt, nowMs, at);
  if (kind === 'words-to-keep') return sourceRefusal(data as WordsToKeep, state, at, before as WordsToKeep);
  return null;
}

function regionRefusal({ endsAt }: Moment, startsAt: string, nowMs: number, at: string): Refusal | null {
  if (endsAt === undefined) return null;
  const field = `${at}.endsAt`;
  if (Date.parse(endsAt) <= Date.parse(startsAt)) {
    return refuse('invalid', {
      field,
      detail:
        'The end of a moment lies after its start. Nothing was stored. Check the times, or leave the end out.',
    });
  }
  return Date.parse(endsAt) > nowMs + AHEAD_TOLERANCE_MS ? refuse('time-ahead', { field }) : null;
}

function sourceRefusal(
  { fromEntryId }: WordsToKeep,
  state: SessionState,
  at: string,
  before: WordsToKeep | undefined,
): Refusal | null {
  if (fromEntryId === undefined || fromEntryId === before?.fromEntryId) return null;
  const field = `${at}.fromEntryId`;
  const source = itemOf(state, fromEntryId);
  if (source === undefined || !kindsWithWords.includes(source.entry.kind))
    return refuse('not-found', { field });
  if (source.retraction === null) return null;
  return refuse('entry-retracted', {
    field,
    detail:
      'What these words come from was marked entered in error. Nothing was stored. Leave fromEntryId out to keep the words.',
  });
}
