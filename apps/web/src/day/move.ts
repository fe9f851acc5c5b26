import type { Room, Session, SessionPatch } from '@tandem/wire';

/** Where a planned session is put. */
export interface Place {
  readonly fromMs: number;
  readonly room: Room | null;
}

export interface Move {
  readonly sessionId: string;
  readonly from: Place;
  readonly to: Place;
}

export function placeOf(session: Session): Place {
  return { fromMs: Date.parse(session.plannedAt), room: session.room };
}

export function samePlace(a: Place, b: Place): boolean {
  return a.fromMs === b.fromMs && (a.room?.id ?? null) === (b.room?.id ?? null);
}

/** A plan can be given a room and another one, but not none: the API leaves out what is not sent. */
export function canStand(place: Place, session: Session): boolean {
  return place.room !== null || session.room === null;
}

/** The body of the call: only what changes, so that a change of anything else by anyone stays. */
export function patchOf({ from, to }: Move): SessionPatch {
  return {
    ...(to.fromMs === from.fromMs ? {} : { plannedAt: new Date(to.fromMs).toISOString() }),
    ...(to.room === null || to.room.id === from.room?.id ? {} : { roomId: to.room.id }),
  };
}

/** The way back, while the session still stands where this move put it. Null: somebody moved or started it since. */
export function backOf(move: Move, now: Session | undefined): Move | null {
  if (now?.status !== 'planned' || !samePlace(placeOf(now), move.to)) return null;
  return { sessionId: move.sessionId, from: move.to, to: move.from };
}

/** A room cannot be taken away again, so such a move has no way back. */
export function hasWayBack({ from, to }: Move): boolean {
  return from.room !== null || to.room === null;
}
