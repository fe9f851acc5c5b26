/** Longer than any name or id in an address of ours; from here on the router refuses by itself. */
const LONGEST_PART = 100;
/** Nothing is here. */
const NOWHERE = '/api/nothing';

/**
 * The address, or one where nothing is. The router answers what it cannot read before any hook: without the headers
 * of every other reply, and with what was typed in it.
 */
export function readableAddress(url = '/'): string {
  const path = url.split('?')[0] as string;
  return path.split('/').every(isReadable) ? url : NOWHERE;
}

function isReadable(part: string): boolean {
  if (part.length > LONGEST_PART) return false;
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
