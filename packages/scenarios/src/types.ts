import type { Author, Instant, Pins, SessionCommand } from '@tandem/domain';

/** What happens in a synthetic session. */
export const scenarioKinds = [
  'uneventful',
  'pressure-rise',
  'repeat-dose',
  'late-entry',
  'emergence-distress',
  'early-leave',
  'dropped-network',
] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

export interface ScenarioPeople {
  readonly physician: Author;
  readonly therapist: Author;
  readonly nurse?: Author;
}

export interface ScenarioInput {
  /** With `sessionId` the only source of variety: the same input gives the same steps byte for byte. */
  readonly seed: number;
  readonly sessionId: string;
  readonly patientId: string;
  readonly protocolId: string;
  readonly roomId?: string;
  readonly seriesId?: string;
  readonly people: ScenarioPeople;
  /** Which visit of this client it is, from 1: nobody tells the same story twice in a row. Any, when left out. */
  readonly visit?: number;
  /** When the session is planned for; it starts 0 to 6 minutes later. */
  readonly plannedAt: Instant;
  readonly weightKg: number;
  /** Route, drug and limits come from `pins.protocol.data`; who signs comes from `pins.team`. */
  readonly pins: Pins;
  readonly origin: 'demo' | 'training';
}

/** One call of the writer. `atMs` is the scenario clock, when it is recorded; steps never go back in time. */
export interface Step {
  readonly atMs: number;
  readonly actor: Author;
  readonly command: SessionCommand;
}
