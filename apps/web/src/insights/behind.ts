/** What stands behind a number, to be listed. */
export interface Behind {
  readonly name: string;
  readonly ids: readonly string[];
  readonly all: number;
}
