import {
  adverseEventKind,
  type DataOf,
  type Dose,
  meanArterialPressure,
  noteKind,
  phaseKind,
  type SessionState,
  type Standing,
  standing,
  type VitalSignKey,
  type VitalSigns,
  vitalSignRows,
} from '@tandem/domain';
import { doseTitle } from '../../entries/dose.tsx';
import { amendedWords } from './amended.ts';

const kinds = ['vital-signs', 'dose', 'phase', 'adverse-event', 'note'] as const;
type Kind = (typeof kinds)[number];
/** The columns beside those of the vital signs, by the kind that fills them. */
export type WordColumn = Exclude<Kind, 'vital-signs'>;

export interface TableRow {
  readonly id: string;
  readonly atMs: number;
  readonly author: string;
  readonly signs: Readonly<Partial<Record<VitalSignKey, number | undefined>>>;
  readonly mean: number | null;
  readonly words: Readonly<Partial<Record<WordColumn, string>>>;
  readonly amended: readonly string[];
}

const wordsOf = {
  dose: (data: Dose) => doseTitle(data),
  phase: phaseKind.summarize,
  'adverse-event': adverseEventKind.summarize,
  note: noteKind.summarize,
} satisfies { [Column in WordColumn]: (data: DataOf<Column>) => string };

/** All that the timeline draws and what went wrong besides, by when it happened. */
export function tableRows(state: SessionState, zone: string): TableRow[] {
  return kinds
    .flatMap((kind): Standing<Kind>[] => standing(state, kind))
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
    return { ...row, signs, mean, words: {}, amended };
  }
  const said = wordsOf[kind as WordColumn] as (data: unknown) => string;
  const amended = amendedWords(item, (was) => [said(was)], zone);
  return { ...row, signs: {}, mean: null, words: { [kind]: said(data) }, amended };
}

function valuesIn(data: VitalSigns): string[] {
  return vitalSignRows.flatMap(({ key, short }) =>
    data[key] === undefined ? [] : [`${short} ${data[key]}`],
  );
}
