import { type RefusalCode, refusalTable } from '@tandem/domain';
import type { DownFrame } from '@tandem/wire';

export function frameOf(frame: DownFrame): string {
  return JSON.stringify(frame);
}

/**
 * @param saving false while the database refuses writes: the screen is current, and nothing new can be kept
 * @param heard the last ping of this socket that had come when the reading was asked for
 */
export function currentFrame(sessionId: string, lastSeq: number, saving: boolean, heard: number): string {
  return frameOf({ type: 'current', sessionId, lastSeq, ...(saving ? {} : { saving }), heard });
}

export function boardCurrentFrame(saving: boolean, heard: number): string {
  return frameOf({ type: 'board-current', ...(saving ? {} : { saving }), heard });
}

/** The socket's own words for a head that was not read: of one session, or of the board. */
export function headUnknownFrame(sessionId?: string): string {
  const message = 'The database does not answer. What is on the screen may not be current.';
  return frameOf({ type: 'error', code: 'head-unknown', message, ...(sessionId && { sessionId }) });
}

export function cursorAheadFrame(sessionId: string): string {
  const message = 'The server has fewer entries than this screen. Reload; what you typed is kept.';
  return frameOf({ type: 'error', code: 'cursor-ahead', message, sessionId });
}

export function refusalFrame(
  code: RefusalCode,
  message: string = refusalTable[code].sentence,
  sessionId?: string,
): string {
  const lasting = !refusalTable[code].retryable;
  return frameOf({
    type: 'error',
    code,
    message,
    ...(sessionId !== undefined && { sessionId }),
    ...(lasting && { lasting }),
  });
}
