import { isPlannable } from '../day/calendar.ts';

/** What a link to the plan form may say: no name stands in a URL, only ids and times. */
export interface SlotSearch {
  /** Id of the client. */
  readonly client?: string;
  /** Instant at which it is to begin. */
  readonly at?: string;
  /** Id of the room. */
  readonly room?: string;
  /** The day view that it came from, `YYYY-MM-DD`: where it goes back to. */
  readonly back?: string;
}

/** Takes what can be read and leaves out the rest. */
export function slotSearch(search: Record<string, unknown>): SlotSearch {
  const { client, at, room, back } = search;
  return {
    ...(typeof client === 'string' ? { client } : {}),
    ...(typeof at === 'string' && Date.parse(at) >= Date.parse('2000-01-01') ? { at } : {}),
    ...(typeof room === 'string' ? { room } : {}),
    ...(typeof back === 'string' && isPlannable(back) ? { back } : {}),
  };
}
