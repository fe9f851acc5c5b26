import {
  correctOperation,
  type Dose,
  type EntryKind,
  entryKindOf,
  type Item,
  may,
  type Operation,
  type RecordableKind,
  type SessionStatus,
  standing,
  writeOperation,
} from '@tandem/domain';
import type { Me, Session } from '@tandem/wire';
import { createContext, useContext } from 'react';
import type { Draft, RecordedAgainst } from '../data/record.ts';
import type { SessionView } from '../data/session-store.ts';

/** What the place under the timeline is used for right now; the client and the chart stay in sight. */
export type Task =
  | {
      readonly type: 'line';
      /** Words the server refused, on their way back into the line. */
      readonly putBack?: string;
    }
  | { readonly type: 'read-back'; readonly typed: TypedDose }
  | { readonly type: 'undo'; readonly entryId: string }
  | { readonly type: 'amend'; readonly entryId: string; readonly prefill: AmendPrefill | null }
  | { readonly type: 'retract'; readonly entryId: string }
  | { readonly type: 'emergency' }
  | PanelTask;

export interface PanelTask {
  readonly type: 'panel';
  readonly panel:
    | 'intention'
    | 'moment'
    | 'shift'
    | 'keep'
    | 'gate'
    | 'scales'
    | 'event'
    | 'not-taken'
    | 'infusion'
    | 'not-given'
    | 'waste'
    | 'lozenge'
    | 'discharge'
    | 'handover';
  /** What a refused entry held, to be put right; null for a new one. */
  readonly prefill: unknown;
  /** A refused dose that what is recorded here takes the place of. */
  readonly insteadOf?: string;
}

export interface TypedDose {
  readonly dose: Dose;
  readonly happenedAtMs: number | null;
  readonly lateReason: string | null;
  readonly line: string;
}

/** A correction that the server refused, to be put right. */
export interface AmendPrefill {
  readonly data: unknown;
  readonly happenedAt: string | null;
  readonly reason: string;
  /** What it was held against; null where it was not said. */
  readonly basedOnSeq: number | null;
}

export interface Room {
  readonly session: Session;
  readonly view: SessionView;
  readonly status: SessionStatus;
  readonly me: Me;
  readonly zone: string;
  /** "RIVERA, Maya". */
  readonly clientName: string;
  /** Connected, and the server said so within the last 5 s. */
  readonly isLive: boolean;
  /** What is on the screen is known to be all there is as of this moment, in ms by the server's clock; null while live. */
  readonly asOf: RecordedAgainst['asOf'];
  /** Puts an entry into the outbox, against what is on the screen. @returns its id */
  record(draft: Draft): string;
  readonly may: (operation: Operation) => boolean;
  /** A tablet or phone on which something may be recorded: keys instead of a line, and the rail behind a button. */
  readonly pad: boolean;
  readonly task: Task;
  /** A session that is shown again: nothing is recorded or corrected in it. */
  readonly replay?: true;
  setTask(task: Task): void;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('outside a session room');
  return room;
}

/** May this role record this kind now? The server decides; this hides what it would refuse. */
export function mayRecord(room: Pick<Room, 'may' | 'status'>, kind: RecordableKind): boolean {
  const definition = entryKindOf(kind);
  if (definition === undefined || !definition.recordableIn.includes(room.status)) return false;
  const operation = writeOperation(definition);
  return operation === null || room.may(operation);
}

/** Something was given in this session: from here on somebody will ask whether the client may go home. */
export function wasGiven({ view: { expected } }: Pick<Room, 'view'>): boolean {
  return standing(expected, 'dose').length > 0 || standing(expected, 'infusion-start').length > 0;
}

/** Of what was marked entered in error its author may ask that the words go as well. */
export function mayAskRemoval({ me, replay }: Pick<Room, 'me' | 'replay'>, item: Item): boolean {
  return (
    replay !== true && item.retraction !== null && item.data !== null && item.entry.author.id === me.person.id
  );
}

/** The author corrects, or a physician for vital signs, doses and events; never another's note (COR-1). */
export function mayCorrect(
  { me, status, replay }: Pick<Room, 'me' | 'status' | 'replay'>,
  item: Item,
): boolean {
  if (replay === true) return false;
  const definition = entryKindOf(item.entry.kind as EntryKind);
  if (definition === undefined || definition.group === 'lifecycle') return false;
  if (item.data === null || item.retraction !== null) return false;
  if (status === 'signed' || status === 'cancelled') return false;
  const operation = correctOperation(definition);
  const relation = item.entry.author.id === me.person.id ? 'own' : 'any';
  return operation !== null && may(me.role, operation, { status, relation });
}
