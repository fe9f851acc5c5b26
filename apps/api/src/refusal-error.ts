import { type Refusal, type RefusalCode, refusalTable, refuse } from '@tandem/domain';

/** Carries a refusal out of a handler to the one error handler; the refusal stays a value. */
export class RefusalError extends Error {
  constructor(
    readonly refusal: Refusal,
    /** Extra reply headers, e.g. `retry-after`. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusalTable[refusal.refused].sentence);
  }
}

export function refused(code: RefusalCode, more: Omit<Refusal, 'refused'> = {}): RefusalError {
  return new RefusalError(refuse(code, more));
}
