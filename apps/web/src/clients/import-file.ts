import { MOST_IMPORT_BYTES } from '@tandem/domain';

/** Why a file is not sent at all. */
export type FileProblem = 'tooLarge' | 'notUtf8' | 'notRead';

/** The text of a chosen file, or what is wrong with it as a whole. */
export async function textOf(
  file: Blob,
): Promise<{ readonly csv: string } | { readonly problem: FileProblem }> {
  if (file.size > MOST_IMPORT_BYTES) return { problem: 'tooLarge' };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { problem: 'notRead' };
  try {
    return { csv: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    // Excel's plain "CSV" is in the alphabet of the computer: read as UTF-8, every ü would be lost.
    return { problem: 'notUtf8' };
  }
}
