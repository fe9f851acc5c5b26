const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Is this a bundle that can be read at all? Only what reading it would stumble over; everything else is for the
 * hashes to say.
 * @returns a sentence when it is not
 */
export function bundleShape(value: unknown): string | null {
  if (!isObject(value) || value.format !== 'tandem-session')
    return 'This is no exported session of Tandem. Choose the file that “Export, bundle” made.';
  if (value.formatVersion !== 1)
    return 'This file is of a newer Tandem. Open it with the verifier that came with that version.';
  const { clinic, session, head, entries } = value;
  if (!isObject(clinic) || typeof clinic.id !== 'string') return broken('clinic');
  if (!isObject(session) || typeof session.id !== 'string') return broken('session');
  if (!isObject(head) || typeof head.seq !== 'number' || typeof head.hash !== 'string') return broken('head');
  if (!Array.isArray(entries)) return broken('entries');
  const odd = entries.findIndex((entry) => !isEntry(entry));
  if (odd >= 0)
    return `Entry ${odd + 1} of the file is not as Tandem writes one: something in it was changed.`;
  return null;
}

const broken = (part: string) => `The part “${part}” of this file is missing or was changed.`;

function isEntry(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { seq, id, kind, version, author, happenedAt, recordedAt, content } = value;
  const texts = [id, kind, happenedAt, recordedAt];
  return (
    typeof seq === 'number' &&
    typeof version === 'number' &&
    texts.every((text) => typeof text === 'string') &&
    isObject(author) &&
    (content === 'here'
      ? 'data' in value && 'lateReason' in value
      : content === 'withheld' || content === 'removed')
  );
}
