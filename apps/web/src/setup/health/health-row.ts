export interface HealthRow {
  readonly what: string;
  /** `red`: somebody has to do what the notes say. `plain`: said, and neither well nor wrong. */
  readonly look: 'well' | 'plain' | 'red';
  readonly state: string;
  readonly notes: readonly string[];
  /** A folder, as the server names it. */
  readonly folder: string | null;
}
