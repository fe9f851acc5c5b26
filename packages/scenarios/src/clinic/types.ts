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

/** What the sessions to come are made from; they lie after any moment asked for. */
export type ComingInput = Omit<ClinicYearInput, 'untilMs'>;

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
  readonly protocolId: string;
  /** Oldest first; only the last one may be unfinished. */
  readonly series: readonly ClientSeries[];
}

/** One course of sessions, planned together. */
export interface ClientSeries {
  readonly id: string;
  /** 4 to 6 (clinic policy); `done` of them lie in the past. */
  readonly length: number;
  readonly done: number;
}

export interface ClinicSession {
  readonly kind: ScenarioKind;
  /** Who has signed by now; meaningless for one that is still to come. */
  readonly signed: 'both' | 'physician' | 'nobody';
  readonly input: ScenarioInput;
}

export interface ClinicYear {
  /**
   * The first seven are in the middle of a series, with their last session 4 to 10 working days ago: for sessions
   * in progress, planned today and just ended. The first two of them have the same family name.
   */
  readonly clients: readonly ClinicClient[];
  /** By `plannedAt`. */
  readonly sessions: readonly ClinicSession[];
  /** What is left of the series that are under way, from today on, by `plannedAt`. */
  readonly coming: readonly ClinicSession[];
}
