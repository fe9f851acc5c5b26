import { type RefusalCode, refusalTable } from '@tandem/domain';
import { type DownFrame, downFrameSchema } from '@tandem/wire';

/** A frame from the server, checked against the wire; null when it is not one. */
export function readFrame(data: unknown): DownFrame | null {
  if (typeof data !== 'string') return null;
  try {
    return downFrameSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

/** Asking again would get the same answer: a refusal of our own table that is not marked retryable. */
export function isRefusedForGood(code: string): boolean {
  return Object.hasOwn(refusalTable, code) && !refusalTable[code as RefusalCode].retryable;
}
