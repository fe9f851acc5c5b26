import {
  type Author,
  type DataOf,
  type Disposition,
  type NoteCategory,
  type ProtocolPlan,
  parseInstant,
  type RecordableKind,
} from '@tandem/domain';
import { bodyOf, type Push, type Reading } from './body.ts';
import { type DoseToGive, dosesFor } from './dosing.ts';
import { type Rng, rngOf } from './random.ts';
import { Recorder } from './recorder.ts';
import { observationMin } from './schedule.ts';
import type { ScenarioInput, ScenarioKind } from './types.ts';

/** A set of vital signs that was recorded, for what answers it later. */
export interface TakenSet {
  readonly id: string;
  readonly atMin: number;
  readonly reading: Reading;
}

/**
 * One session while it is put together. Minutes count from the first dose, negative before it, because the
 * schedules of clinical.md do.
 */
export class Draft {
  readonly rng: Rng;
  readonly plan: ProtocolPlan;
  readonly doses: readonly DoseToGive[];
  readonly doseIds: string[] = [];
  readonly startMs: number;
  readonly firstDoseMs: number;
  readonly recorder: Recorder;
  readonly pushes: Push[] = [];
  readonly sets: TakenSet[] = [];
  /** Slots of the schedule that are typed in this many minutes late, by position. */
  readonly lateSlots = new Map<number, number>();
  /** Minutes after the first dose when the last set is taken. */
  lastSetMin: number;
  disposition: Disposition = 'completed';
  /** Minutes that belong to one hard moment: no other notes fall into them. */
  hush: { readonly fromMin: number; readonly toMin: number } | null = null;
  /** Minutes after the first dose at which the client has said what they say; null: with the last set. */
  saidByMin: number | null = null;
  private body: ((minute: number) => Reading) | null = null;

  constructor(
    readonly kind: ScenarioKind,
    readonly input: ScenarioInput,
  ) {
    const plannedMs = parseInstant(input.plannedAt);
    if (plannedMs === null) throw new RangeError(`plannedAt is not a time: ${input.plannedAt}`);
    this.rng = rngOf(kind, input.seed, input.sessionId);
    this.plan = input.pins.protocol.data;
    this.recorder = new Recorder(rngOf('ids', kind, input.seed, input.sessionId));
    this.doses = dosesFor(kind, this.rng, this.plan, input.weightKg);
    this.startMs = plannedMs + this.rng.int(0, 360) * 1000;
    this.firstDoseMs = this.startMs + this.rng.int(16 * 60, 22 * 60) * 1000;
    this.lastSetMin = observationMin(this.plan, this.doses);
  }

  /** Minutes from the start to the first dose. */
  get leadMin(): number {
    return (this.firstDoseMs - this.startMs) / 60_000;
  }

  get notesEndMin(): number {
    return this.saidByMin ?? this.lastSetMin + 3;
  }

  ms(minute: number): number {
    return this.firstDoseMs + Math.round(minute * 60) * 1000;
  }

  readingAt(minute: number): Reading {
    this.body ??= bodyOf({ ...this.input, doses: this.doses, pushes: this.pushes }, this.rng);
    return this.body(minute);
  }

  /** The course without anything but the medicine, from a generator of its own: for a push to be measured on. */
  calmReadingAt(minute: number): Reading {
    const rng = rngOf('calm', this.kind, this.input.seed, this.input.sessionId);
    return bodyOf({ ...this.input, doses: this.doses, pushes: [] }, rng)(minute);
  }

  /** Who measures: the nurse where there is one, mostly. */
  measurer(): Author {
    const { nurse, physician } = this.input.people;
    return nurse !== undefined && this.rng.chance(0.7) ? nurse : physician;
  }

  /** @param minute when it happened @param options.afterMin minutes later typed in, with the reason */
  record<Kind extends RecordableKind>(
    author: Author,
    kind: Kind,
    data: DataOf<Kind>,
    minute: number,
    options: { readonly afterMin?: number; readonly lateReason?: string } = {},
  ): string {
    const { afterMin, lateReason } = options;
    return this.recorder.entry(author, kind, data, {
      happenedMs: this.ms(minute),
      ...(afterMin === undefined ? {} : { recordedMs: this.ms(minute + afterMin) }),
      ...(lateReason === undefined ? {} : { lateReason }),
    });
  }

  note(
    author: Author,
    category: NoteCategory,
    text: string,
    minute: number,
    themes?: readonly string[],
  ): string {
    return this.record(
      author,
      'note',
      { text, category, ...(themes === undefined ? {} : { themes: [...themes] }) },
      minute,
    );
  }
}
