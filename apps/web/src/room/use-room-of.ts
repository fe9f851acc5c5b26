import type { Operation } from '@tandem/domain';
import { useCallback, useMemo } from 'react';
import { toServerMs } from '../data/clock.ts';
import { useConnection } from '../data/live-hooks.ts';
import { useMay, useMe } from '../data/me.ts';
import { record } from '../data/record.ts';
import type { SessionView } from '../data/session-store.ts';
import { useSessionView } from '../data/use-session-view.ts';
import { personName } from '../ui/names.ts';
import { words } from '../words/in-room.ts';
import type { Room } from './room-context.ts';

/** What a session room and every page that shows the same session know of it; the task is the page's own. */
export function useRoomOf(session: Room['session']): Omit<Room, 'pad' | 'task' | 'setTask'> {
  const me = useMe();
  const mayDo = useMay();
  const view = useSessionView(session.id);
  const connection = useConnection();
  const { confirmed } = view;
  const status = confirmed.lastSeq === 0 ? session.status : confirmed.status;
  const patient = confirmed.pins?.patient ?? session.patient;
  const clientName = patient === null ? words.board.hiddenClient : personName(patient);
  const isLive = connection.type === 'live' && view.currency.type === 'current';
  const asOf = isLive ? null : asOfMs(view.currency);
  const may = useCallback((operation: Operation) => mayDo(operation, status), [mayDo, status]);
  return useMemo(
    () => ({
      session,
      view,
      status,
      me,
      zone: me.clinic.timeZone,
      clientName,
      isLive,
      asOf,
      record: (draft) => record(draft, { me, confirmed: view.confirmed, asOf }),
      may,
    }),
    [session, view, status, me, clientName, isLive, asOf, may],
  );
}

/** The last moment for which it is proven that a screen that is not live was all there is. */
function asOfMs(currency: SessionView['currency']): Room['asOf'] {
  if (currency.type === 'current') return toServerMs(currency.provenAtMs());
  return currency.type === 'not-current' && currency.isProven ? toServerMs(currency.sinceMs) : 'never';
}
