import type { Session } from '@tandem/wire';
import { clockOf } from '../data/zone.ts';
import { personName } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import type { Conflict } from './conflicts.ts';
import type { Span } from './day-grid.ts';

export function whoWords(session: Session): string {
  return session.patient === null ? words.board.hiddenClient : personName(session.patient);
}

export function roomWords(room: { readonly name: string } | null): string {
  return room?.name ?? words.board.noRoom;
}

/** "14:30 to 16:30" by the clinic's clock. */
export function spanWords({ fromMs, toMs }: Span, zone: string): string {
  return words.day.from(clockOf(fromMs, zone), clockOf(toMs, zone));
}

/** What stands in the way, as a sentence. */
export function conflictWords({ kind, session, span, personName: name }: Conflict, zone: string): string {
  const when = spanWords(span, zone);
  switch (kind) {
    case 'room':
      return words.conflict.room(roomWords(session.room), when, whoWords(session));
    case 'client':
      return words.conflict.client(whoWords(session), when, roomWords(session.room));
    case 'person':
      return words.conflict.person(name ?? '', when, roomWords(session.room));
  }
}

/** "IM, two doses · Session 3 of 6 · Training". */
export function subtitleOf(session: Session): string {
  const { protocol, series, origin } = session;
  const inSeries = series === null ? '' : words.seriesPlace(series.number, series.of);
  return [protocol?.name ?? '', inSeries, words.origin[origin]].filter((part) => part !== '').join(' · ');
}
