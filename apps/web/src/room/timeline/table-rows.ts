import {
  adverseEventKind,
  type DataOf,
  type Dose,
  infusionRateKind,
  infusionStartKind,
  infusionStopKind,
  meanArterialPressure,
  momentKind,
  noteKind,
  notMeasuredWords,
  phaseKind,
  type SessionState,
  type Standing,
  shiftKind,
  standing,
  summarizeAssessment,
  type VitalSignKey,
  type VitalSigns,
  vitalSignRows,
  wordsToKeepKind,
} from '@tandem/domain';
import { doseTitle } from '../../entries/dose.tsx';
import { amendedWords } from './amended.ts';

const kinds = [
  'vital-signs',
  'dose',
  'infusion-start',
  'infusion-rate',
  'infusion-stop',
  'phase',
  'adverse-event',
  'assessment',
  'note',
  'moment',
  'shift',
  'words-to-keep',
] as const;
type Kind = (typeof kinds)[number];
/** Kinds that stand in words. */
type SaidKind = Exclude<Kind, 'vital-signs'>;

export interface TableRow {
  readonly id: string;
  readonly atMs: number;
  readonly author: string;
  readonly signs: Readonly<Partial<Record<VitalSignKey, number | undefined>>>;
  readonly mean: number | null;
  /** Signs that could not be taken, and why: an empty cell says neither. */
  readonly missing: readonly string[];
  /** What the entry is and says; null for a set of vital signs, which stands in its columns. */
  readonly said: { readonly kind: SaidKind; readonly words: string } | null;
  readonly amended: readonly string[];
}

const wordsOf = {
  dose: (data: Dose) => doseTitle(data),
  'infusion-start': infusionStartKind.summarize,
  'infusion-rate': infusionRateKind.summarize,
  'infusion-stop': infusionStopKind.summarize,
  phase: phaseKind.summarize,
  'adverse-event': adverseEventKind.summarize,
  assessment: summarizeAssessment,
  note: noteKind.summarize,
  moment: momentKind.summarize,
  shift: shiftKind.summarize,
  'words-to-keep': wordsToKeepKind.summarize,
} satisfies { [Said in SaidKind]: (data: DataOf<Said>) => string };

/** All that the timeline draws and what went wrong besides, by when it happened. */
export function tableRows(state: SessionState, zone: string): TableRow[] {
  return kinds
    .flatMap((kind): readonly Standing<Kind>[] => standing(state, kind))
    .sort((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.seq - b.seq)
    .map((row) => rowOf(row, zone));
}

function rowOf({ id, happenedAt, data, item }: Standing<Kind>, zone: string): TableRow {
  const { kind, author } = item.entry;
  const row = { id, atMs: Date.parse(happenedAt), author: author.name };
  if (kind === 'vital-signs') {
    const signs = data as VitalSigns;
    const { systolic, diastolic } = signs;
    const mean =
      systolic === undefined || diastolic === undefined ? null : meanArterialPressure(systolic, diastolic);
    const amended = amendedWords(item, (was) => valuesIn(was as VitalSigns), zone);
    return { ...row, signs, mean, missing: notMeasuredWords(signs.notMeasured), said: null, amended };
  }
  const said = kind as SaidKind;
  const inWords = wordsOf[said] as (data: unknown) => string;
  const amended = amendedWords(item, (was) => [inWords(was)], zone);
  return { ...row, signs: {}, mean: null, missing: [], said: { kind: said, words: inWords(data) }, amended };
}

function valuesIn(data: VitalSigns): string[] {
  const measured = vitalSignRows.flatMap(({ key, short }) =>
    data[key] === undefined ? [] : [`${short} ${data[key]}`],
  );
  return [...measured, ...notMeasuredWords(data.notMeasured)];
}
