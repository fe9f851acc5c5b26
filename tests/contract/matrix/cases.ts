import type { CourseKind, Operation, RecordableKind, Relation, Role, SessionStatus } from '@tandem/domain';
import type { UpFrame } from '@tandem/wire';
import type { SessionFixture } from './clinic-fixture.ts';
import type { Call, IdUse } from './ids.ts';
import type { World } from './world.ts';

/** For whom a call is made, and in which session. */
export interface At {
  readonly world: World;
  readonly role: Role;
  readonly session: SessionFixture;
  /** Who recorded the entry, where that is not whoever sends it. */
  readonly recorderId?: string;
}

interface Guarded {
  /** Who may: nobody in particular, whoever is signed in, or whose role may do this. */
  readonly guard: 'public' | 'signed-in' | Operation;
  /** Whose thing it is done to, where the table asks. */
  readonly relation?: Relation;
  /** Every id that is given, by its place: `path id`, `query cursor`, `people[].personId`. */
  readonly ids: Readonly<Record<string, IdUse>>;
}

/** One route, or one kind of entry of the route that takes entries: what it is given, who may call it, and how. */
export interface RouteCase extends Guarded {
  /** As the running server lists it: `PATCH /api/sessions/:id`. */
  readonly route: string;
  readonly kind?: RecordableKind | CourseKind;
  /** What the id in the path is the id of. */
  readonly target?: 'session' | 'protocol';
  /** Of a call about a session: in other statuses it answers 409. */
  readonly effectiveIn?: readonly SessionStatus[];
  /** It changes its target so that it cannot be called again. */
  readonly consumes?: boolean;
  /** It ends the login it was called with. */
  readonly endsLogin?: true;
  /** Of a call that is allowed and effective, where that is not 200 or 201. */
  readonly answers?: number;
  /** A call that is valid in everything. New ids each time. */
  make(at: At): Call;
}

/** One message of the live socket. */
export interface MessageCase extends Guarded {
  readonly message: UpFrame['type'];
  /** The frame that comes back when it is allowed; null: none does. */
  readonly answeredBy: 'current' | 'presence' | 'board' | null;
  /** The error about a session that is not there; presence only asks whether this socket follows it. */
  readonly refusedWith?: 'not-found' | 'invalid';
  make(sessionId: string): UpFrame;
}

export function nameOf({ route, kind, relation }: RouteCase): string {
  const more = [kind, relation].filter((part) => part !== undefined).join(', ');
  return more === '' ? route : `${route} (${more})`;
}
