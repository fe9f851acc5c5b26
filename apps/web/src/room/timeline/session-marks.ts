import {
  type Administration,
  type DataOf,
  drugRow,
  formatMg,
  formatRate,
  type Item,
  infusionStartKind,
  ketamineTotals,
  microgramsFromMg,
  momentKind,
  type Note,
  noteCategories,
  type Phase,
  phaseKind,
  phaseLabels,
  rememberedBy,
  routeCatalog,
  type SessionState,
  type Standing,
  shiftKind,
  standing,
  studyAdministrations,
  wordsToKeepKind,
} from '@tandem/domain';
import { doseTitle } from '../../entries/dose.tsx';
import { span } from '../../ui/names.ts';
import { words } from '../../words/in-room.ts';
import { amendedWords, markTitle } from './amended.ts';
import type { MeaningShape } from './meaning-shapes.tsx';

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

/** An infusion as a bar: how fast it went in, and when. */
export interface InfusionBar {
  readonly id: string;
  /** The last one of an infusion that runs ends where its last entry is; what ticks draws it on. */
  readonly stretches: readonly { readonly fromMs: number; readonly toMs: number; readonly rate: number }[];
  /** Null when it is over. */
  readonly running: { readonly sinceMs: number; readonly rate: number } | null;
}

/** What had been given by a moment: straight in between, a step where two have one moment. */
export interface GivenLevel {
  readonly atMs: number;
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

/** Something noticed, said, turned or kept: a point, or a stretch of time. */
export interface NoteMark extends EntryMark {
  readonly shape: MeaningShape;
  /** Null for a point. */
  readonly endMs: number | null;
  /** Words for a bar, the fuller ones first. */
  readonly labels: readonly string[];
}

/** How marks are named: which entries are kept on this device, and the clinic's clock. */
export interface MarkContext {
  readonly pending: ReadonlySet<string>;
  readonly zone: string;
}

/** Ketamine and esketamine only: a pin through all lanes says "the medicine began to act here". */
export function dosePins(state: SessionState, context: MarkContext): DosePin[] {
  const infusions = studyInfusions(state);
  const infused = (atMs: number) =>
    infusions.length === 0
      ? 0
      : studyAdministrations(state, atMs)
          .filter(({ shape }) => shape === 'infusion')
          .reduce((sum, { micrograms }) => sum + micrograms, 0);
  let dosed = 0;
  const starts = standing(state, 'infusion-start').filter(({ data }) => drugRow(data.drug).studyDrug);
  const given = [...standing(state, 'dose').filter(({ data }) => drugRow(data.drug).studyDrug), ...starts];
  return given
    .sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt) || a.seq - b.seq)
    .map((one) => {
      if (isStart(one)) {
        const mark = markOf(one, infusionStartKind.summarize, context);
        const infusion = infusions.find(({ id }) => id === one.id);
        const label = infusion === undefined ? '' : infusionLabel(infusion);
        return { ...mark, label, totalMicrograms: dosed + infused(mark.atMs) };
      }
      dosed += microgramsFromMg(one.data.amountMg);
      const mark = markOf(one, doseTitle, context);
      return { ...mark, label: doseLabel(one.data), totalMicrograms: dosed + infused(mark.atMs) };
    });
}

function isStart(one: Standing<'dose'> | Standing<'infusion-start'>): one is Standing<'infusion-start'> {
  return one.item.entry.kind === 'infusion-start';
}

function studyInfusions(state: SessionState): Administration[] {
  return studyAdministrations(state, Number.POSITIVE_INFINITY).filter(({ shape }) => shape === 'infusion');
}

/** "20 mg IV over 40 min" once it is over; while it runs what it gives now. */
function infusionLabel({ startMs, endMs, micrograms, microgramsPerHour }: Administration): string {
  if (endMs !== null) return words.chart.infusion.over(formatMg(micrograms), span(endMs - startMs));
  return microgramsPerHour === 0
    ? words.chart.infusion.paused
    : words.chart.infusion.running(formatRate(microgramsPerHour / 1000));
}

export function infusionBars(state: SessionState): InfusionBar[] {
  return studyInfusions(state).map(({ id, startMs, endMs, segments, microgramsPerHour: rate }) => ({
    id,
    stretches: segments.map((one) => ({ ...one, rate: one.microgramsPerHour })),
    running: endMs === null ? { sinceMs: segments.at(-1)?.toMs ?? startMs, rate } : null,
  }));
}

/** The total at each moment at which it bends or steps. */
export function givenLevels(state: SessionState): GivenLevel[] {
  const all = studyAdministrations(state, Number.POSITIVE_INFINITY);
  const totalAt = ketamineTotals(state);
  const steps = new Map<number, number>();
  for (const { shape, startMs, micrograms, segments } of all) {
    steps.set(startMs, (steps.get(startMs) ?? 0) + (shape === 'dose' ? micrograms : 0));
    for (const { toMs } of segments) steps.set(toMs, steps.get(toMs) ?? 0);
  }
  return [...steps]
    .sort(([a], [b]) => a - b)
    .flatMap(([atMs, step]) => {
      const total = totalAt(atMs);
      const levels = [{ atMs, totalMicrograms: total }];
      return step === 0 ? levels : [{ atMs, totalMicrograms: total - step }, ...levels];
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
  const point = { endMs: null, labels: [] };
  const notes = standing(state, 'note').map(
    (note): NoteMark => ({
      ...markOf(note, named, context),
      ...point,
      shape: note.data.category,
    }),
  );
  const moments = standing(state, 'moment').map((moment): NoteMark => {
    const { text, tags = [], endsAt } = moment.data;
    return {
      ...markOf(moment, labelled(momentKind), context),
      shape: 'moment',
      endMs: endsAt === undefined ? null : Date.parse(endsAt),
      labels: [...(text === undefined ? [] : [text]), tags.join(', '), tags[0] ?? ''].filter(Boolean),
    };
  });
  const shifts = standing(state, 'shift').map(
    (shift): NoteMark => ({
      ...markOf(shift, labelled(shiftKind), context),
      ...point,
      shape: 'shift',
    }),
  );
  // Words that come from a note stand at its mark already.
  const kept = standing(state, 'words-to-keep')
    .filter(({ data }) => data.fromEntryId === undefined)
    .map(
      (words): NoteMark => ({
        ...markOf(words, labelled(wordsToKeepKind), context),
        ...point,
        shape: 'kept',
      }),
    );
  return [...notes, ...moments, ...shifts, ...kept].sort((a, b) => a.atMs - b.atMs);
}

function labelled<Data>({ label, summarize }: { readonly label: string; summarize(data: Data): string }) {
  return (data: Data) => `${label}: ${summarize(data)}`;
}

type MarkedKind = 'dose' | 'note' | 'infusion-start' | 'moment' | 'shift' | 'words-to-keep';

/** By zone and whether it is pending: worked out once while an entry stands as it is. */
const known = rememberedBy<Item, EntryMark>();

function markOf<Kind extends MarkedKind>(
  { id, happenedMs: atMs, data, item }: Standing<Kind>,
  named: (data: DataOf<Kind>) => string,
  { zone, pending: kept }: MarkContext,
): EntryMark {
  const pending = kept.has(id);
  return known(item, `${zone} ${pending}`, () => {
    const amended = amendedWords(item, (version) => [named(version as DataOf<Kind>)], zone).at(-1) ?? null;
    const mark = { atMs, amended, pending };
    return { id, ...mark, title: markTitle(mark, named(data), zone) };
  });
}
