import type { BoardSession, DownFrame, PresentPerson, ServedEntry, UpFrame, Writing } from '@tandem/wire';
import type { Scheduler } from './scheduler.ts';

/** The connection as it is now; each state carries only what it needs. */
export type ConnectionState =
  | { readonly type: 'idle' }
  | { readonly type: 'connecting'; readonly attempt: number; readonly downSinceMs: number }
  | { readonly type: 'live'; readonly epoch: string; readonly clockOffsetMs: number; readonly build: string }
  | {
      readonly type: 'waiting-to-retry';
      readonly attempt: number;
      readonly downSinceMs: number;
      readonly retryAtMs: number;
    }
  | { readonly type: 'stopped'; readonly reason: StopReason };

export type StopReason =
  /** The login ended: sign in again. */
  | 'login-ended'
  /** The server no longer speaks this page's version of the wire. */
  | 'page-too-old';

/** Why something on the screen may not be current. */
export type Doubt =
  /** Nothing was heard. */
  | 'silence'
  /** This page stood still (sleep, a locked tablet): what it shows is as old as its sleep. */
  | 'stood-still'
  /** The server says that its database does not answer. */
  | 'database'
  /** The server has fewer entries than this screen. */
  | 'ahead'
  /** The server is newer than this page and speaks to it no more. */
  | 'too-old';

/** The part of a WebSocket that is used, so that a test can be one. */
export interface SocketLike {
  send(text: string): void;
  close(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
}

/** One session followed over the socket. */
export interface Watcher {
  /** Last seq held: where catching up begins. */
  after(): number;
  entries(entries: readonly ServedEntry[]): void;
  /** @param ageMs ms since the moment of which the server says so; Infinity when it is not known (`echo.ts`) */
  current(lastSeq: number, ageMs: number): void;
  doubted(why: Doubt): void;
  /** The server refused this session, e.g. because the role may not see it. */
  refused(code: string, message: string): void;
}

/** The sessions in progress, followed over the same socket. */
export interface BoardWatcher {
  board(sessions: readonly BoardSession[]): void;
  /** @param ageMs as of a session */
  current(ageMs: number): void;
  doubted(why: Doubt): void;
}

/** What the others in a session's room see of this screen: never the text. */
export interface OwnPresence {
  readonly writing: Writing | null;
  /** Entries of this device that the server has not confirmed. */
  readonly pending: number;
}

export type PresenceListener = (people: readonly PresentPerson[]) => void;

/** Nothing heard for so long is a dead line, even if the browser has not noticed (a tablet that woke up). */
export const SILENCE_LIMIT_MS = 8_000;
/** A handshake that takes longer than this is given up. */
export const OPEN_LIMIT_MS = 10_000;

export interface LineParts {
  readonly open: () => SocketLike;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  /** Roles or rights changed on the server: ask again who this is. The line comes back by itself. */
  readonly rightsChanged: () => void;
  /** With nothing followed the server has no reason to speak, and silence means nothing. */
  readonly expectsWords: () => boolean;
  /** Connected: say what is to be followed. */
  readonly greeted: () => void;
  readonly heard: (frame: Exclude<DownFrame, { type: 'hello' }>) => void;
  /** This page stood still: nothing on it is known to be current. */
  readonly stoodStill: () => void;
  readonly changed: () => void;
}

export interface SocketLine {
  state(): ConnectionState;
  /** Connects, unless it is connected or on its way. */
  start(): void;
  /** Sends if the line is live; else drops it: `greeted` says again what counts. */
  send(frame: UpFrame): void;
  /** What is expected from the server has changed. */
  listenForSilence(): void;
  /** Ms since the moment of which a `current` with this `heard` speaks; Infinity when it is not known. */
  ageMs(heard: number | undefined): number;
  /** A message named this moment of the server, by the server's clock. */
  sawServerTime(serverMs: number): void;
  /** The network is back: does not wait for the rest of a back-off. */
  retryNow(): void;
  /** Someone looks at this page again. `frozen`: the browser says that it did not run meanwhile. */
  woke(frozen: boolean): void;
  close(): void;
}
