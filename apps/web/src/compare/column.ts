import type { Session } from '@tandem/wire';
import type { Compared } from './compared.ts';

/** A session that is here, with the short name that table and pictures call it by. */
export interface Column {
  readonly session: Session;
  readonly compared: Compared;
  readonly name: string;
  readonly client: string;
  readonly day: string;
}
