import type { ServedEntry } from '@tandem/wire';

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
  current(lastSeq: number): void;
  /** The server refused this session, e.g. because the role may not see it. */
  refused(code: string, message: string): void;
}

/** Nothing heard for so long is a dead line, even if the browser has not noticed (a tablet that woke up). */
export const SILENCE_LIMIT_MS = 8_000;
/** A handshake that takes longer than this is given up. */
export const OPEN_LIMIT_MS = 10_000;
