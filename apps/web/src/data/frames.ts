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
