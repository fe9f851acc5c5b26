import type { Allergies, Author, Pins, ProtocolPlan } from '@tandem/domain';
import type { ScenarioInput, ScenarioKind } from '../types.ts';

export interface ClinicYearInput {
  readonly seed: number;
  /** Every past session has ended before this moment. */
  readonly untilMs: number;
  /** IANA name; sessions lie on working days between 08:30 and 18:30 there. */
  readonly timeZone: string;
  /** At least this many past sessions; 306 when left out. */
  readonly sessions?: number;
  /** How far back the year reaches; 425 (14 months) when left out. */
  readonly days?: number;
  readonly rooms: readonly string[];
  /** Sessions run side by side as far as rooms, physicians and therapists reach. */
  readonly physicians: readonly Author[];
  readonly therapists: readonly Author[];
  readonly nurses: readonly Author[];
  readonly protocols: readonly { readonly id: string; readonly name: string; readonly data: ProtocolPlan }[];
}

/** A synthetic person treated, in the shape in which `POST /api/patients` takes one, and what they come for. */
export interface ClinicClient {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly sex: Pins['patient']['sex'];
  readonly mrn: string;
  readonly allergies: Allergies;
  readonly medicines: readonly string[];
  readonly weightKg: number;
  readonly seriesId: string;
  readonly protocolId: string;
  /** Length of the series, 1 to 6; `sessionsDone` of it lie in the past. */
  readonly seriesLength: number;
  readonly sessionsDone: number;
}

export interface ClinicSession {
  readonly kind: ScenarioKind;
  readonly signed: 'both' | 'physician' | 'nobody';
  readonly input: ScenarioInput;
}

export interface ClinicYear {
  /**
   * The first five are in the middle of their series, with their last session 5 to 16 days ago: for sessions
   * in progress and planned today. The first two of them have the same family name.
   */
  readonly clients: readonly ClinicClient[];
  /** By `plannedAt`. */
  readonly sessions: readonly ClinicSession[];
}
