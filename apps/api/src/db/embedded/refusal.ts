/** Stops the start. The message is the whole sentence for the person; no stack is shown. */
export class EmbeddedRefusal extends Error {
  override readonly name = 'EmbeddedRefusal';
}

interface SystemError extends Error {
  code?: string;
}

const CAUSES: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EEXIST: 'a file with this name is in the way',
};

/** Turns what the operating system says about `path` into a refusal; other errors pass unchanged. */
export function refusalFor(error: unknown, path: string): unknown {
  if (error instanceof EmbeddedRefusal) return error;
  const cause = CAUSES[(error as SystemError)?.code ?? ''];
  if (!cause) return error;
  return new EmbeddedRefusal(
    `Tandem cannot use ${path}: ${cause}. Nothing was started and no data was changed. ` +
      'Make room or correct the rights there, or set DATA_DIR (and KEYS_DIR) to another directory.',
  );
}
