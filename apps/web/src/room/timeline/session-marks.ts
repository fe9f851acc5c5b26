import {
  drugRow,
  formatMg,
  microgramsFromMg,
  type NoteCategory,
  type Phase,
  phaseLabels,
  routeCatalog,
  type SessionState,
  standing,
} from '@tandem/domain';

export interface DosePin {
  readonly id: string;
  readonly atMs: number;
  /** "40 mg IM". */
  readonly label: string;
  /** Whole micrograms given up to and with this dose. */
  readonly totalMicrograms: number;
  readonly pending: boolean;
}

export interface PhaseSpan {
  readonly id: string;
  readonly phase: Phase;
  readonly name: string;
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
}

export interface NoteMark {
  readonly id: string;
  readonly atMs: number;
  readonly category: NoteCategory;
  readonly text: string;
  readonly pending: boolean;
}

/** Ketamine and esketamine only: a pin through all lanes says "the medicine began to act here". */
export function dosePins(state: SessionState, pending: ReadonlySet<string>): DosePin[] {
  let totalMicrograms = 0;
  return standing(state, 'dose')
    .filter(({ data }) => drugRow(data.drug).studyDrug)
    .map(({ id, happenedAt, data }) => {
      totalMicrograms += microgramsFromMg(data.amountMg);
      return {
        id,
        atMs: Date.parse(happenedAt),
        label: doseLabel(data),
        totalMicrograms,
        pending: pending.has(id),
      };
    });
}

export function doseLabel(dose: { amountMg: number; route: keyof typeof routeCatalog }): string {
  return `${formatMg(microgramsFromMg(dose.amountMg))} ${routeCatalog[dose.route].label}`;
}

/** Each phase lasts until the next one; the last until the session ended, or still. */
export function phaseSpans(state: SessionState, endedMs: number | null): PhaseSpan[] {
  const phases = standing(state, 'phase');
  return phases.map(({ id, happenedAt, data }, at) => {
    const next = phases[at + 1];
    return {
      id,
      phase: data.phase,
      name: phaseLabels[data.phase],
      fromMs: Date.parse(happenedAt),
      toMs: next === undefined ? endedMs : Date.parse(next.happenedAt),
    };
  });
}

export function noteMarks(state: SessionState, pending: ReadonlySet<string>): NoteMark[] {
  return standing(state, 'note').map(({ id, happenedAt, data }) => ({
    id,
    atMs: Date.parse(happenedAt),
    category: data.category,
    text: data.text,
    pending: pending.has(id),
  }));
}
