import type { Rng } from '@tandem/scenarios';
import type { FaultKind, Figures } from './figures.ts';
import type { MemoryLog } from './memory-log.ts';
import type { Sabotage } from './sabotage.ts';
import type { Trace } from './trace.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What every part of one simulated clinic shares. */
export interface World {
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly figures: Figures;
  readonly log: MemoryLog;
  readonly sabotage: Sabotage;
  /** A generator of its own for each thing that has a name: more draws in one never move another. */
  rng(name: string): Rng;
  /** The right time as the world knows it and no clock in it may: ms since the epoch. */
  trueMs(): number;
  /** The database's clock, which can jump. */
  databaseMs(): number;
  readonly databaseClock: { skewMs: number };
  /** A fault that really struck. */
  struck(kind: FaultKind, what?: string): void;
}

/** Makes the failing part in a world of its own. */
export type Saboteur = (world: Omit<World, 'sabotage'>) => Partial<Sabotage>;
