import type { BackupProblem } from '@tandem/wire';

/** A backup that cannot be made, read or restored: one sentence with cause and way out; no stack is shown. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal';

  constructor(
    sentence: string,
    readonly problem: BackupProblem = 'other',
  ) {
    super(sentence);
  }
}
