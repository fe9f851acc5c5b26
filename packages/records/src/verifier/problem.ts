/** Something that does not hold; `seq` of the first entry that it is about, null when it is about the file. */
export interface Problem {
  readonly seq: number | null;
  readonly what: string;
}
