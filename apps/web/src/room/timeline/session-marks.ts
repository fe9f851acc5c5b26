import {
  type DataOf,
  drugRow,
  formatMg,
  microgramsFromMg,
  type Note,
  type NoteCategory,
  noteCategories,
  type Phase,
  phaseKind,
  phaseLabels,
  routeCatalog,
  type SessionState,
  type Standing,
  standing,
} from '@tandem/domain';
import { doseTitle } from '../../entries/dose.tsx';
import { amendedWords, markTitle } from './amended.ts';

/** What every mark of an entry has. */
interface EntryMark {
  readonly id: string;
  readonly atMs: number;
  /** "amended 10:23, was 20 mg, mistyped"; null when it stands as it was recorded. */
  readonly amended: string | null;
  /** Kept on this device, not confirmed yet. */
  readonly pending: boolean;
  /** What it says when it is pointed at. */
  readonly title: string;
}

export interface DosePin extends EntryMark {
  /** "40 mg IM". */
  readonly label: string;
  /** Whole micrograms given up to and with this dose. */
  readonly totalMicrograms: number;
}

export interface PhaseSpan {
  readonly id: string;
  readonly phase: Phase;
  readonly name: string;
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
  readonly amended: string | null;
}

export interface NoteMark extends EntryMark {
  readonly category: NoteCategory;
}

/** How marks are named: which entries are kept on this device, and the clinic's clock. */
export interface MarkContext {
  readonly pending: ReadonlySet<string>;
  readonly zone: string;
}

/** Ketamine and esketamine only: a pin through all lanes says "the medicine began to act here". */
export function dosePins(state: SessionState, context: MarkContext): DosePin[] {
  let totalMicrograms = 0;
  return standing(state, 'dose')
    .filter(({ data }) => drugRow(data.drug).studyDrug)
    .map((dose) => {
      totalMicrograms += microgramsFromMg(dose.data.amountMg);
      const mark = markOf(dose, doseTitle, context);
      return { ...mark, label: doseLabel(dose.data), totalMicrograms };
    });
}

export function doseLabel(dose: { amountMg: number; route: keyof typeof routeCatalog }): string {
  return `${formatMg(microgramsFromMg(dose.amountMg))} ${routeCatalog[dose.route].label}`;
}

/** Each phase lasts until the next one; the last until the session ended, or still. */
export function phaseSpans(state: SessionState, endedMs: number | null, zone: string): PhaseSpan[] {
  const phases = standing(state, 'phase');
  return phases.map(({ id, happenedAt, data, item }, at) => {
    const next = phases[at + 1];
    return {
      id,
      phase: data.phase,
      name: phaseLabels[data.phase],
      fromMs: Date.parse(happenedAt),
      toMs: next === undefined ? endedMs : Date.parse(next.happenedAt),
      amended: amendedWords(item, (was) => [phaseKind.summarize(was as never)], zone).at(-1) ?? null,
    };
  });
}

export function noteMarks(state: SessionState, context: MarkContext): NoteMark[] {
  const named = ({ category, text }: Note) => `${noteCategories[category].label}: ${text}`;
  return standing(state, 'note').map((note) => ({
    ...markOf(note, named, context),
    category: note.data.category,
  }));
}

function markOf<Kind extends 'dose' | 'note'>(
  { id, happenedAt, data, item }: Standing<Kind>,
  named: (data: DataOf<Kind>) => string,
  { pending, zone }: MarkContext,
): EntryMark {
  const mark = {
    atMs: Date.parse(happenedAt),
    amended: amendedWords(item, (version) => [named(version as DataOf<Kind>)], zone).at(-1) ?? null,
    pending: pending.has(id),
  };
  return { id, ...mark, title: markTitle(mark, named(data), zone) };
}
