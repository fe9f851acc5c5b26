import {
  adverseEventLabel,
  type NoteCategory,
  noteCategories,
  type Phase,
  phaseLabels,
  type RouteKey,
  routeCatalog,
  vitalSignRows,
} from '@tandem/domain';
import { amendWords } from '../../words/amend-words.ts';

/** Key of the time among the fields of a correction: every kind has one, and no form of a kind names it. */
export const TIME = 'happenedAt';

const signs = new Map<string, string>(
  vitalSignRows.map(({ key, short, unit }) => [key, unit === '' ? short : `${short} ${unit}`]),
);

/** The name of a field of any correction form, as the form says it. */
export function fieldLabel(field: string): string {
  if (field === TIME) return amendWords.time;
  return signs.get(field) ?? (amendWords.fields as Readonly<Record<string, string>>)[field] ?? field;
}

/** What stands in it, in words. */
export function fieldValue(field: string, value: string): string {
  if (value === '') return amendWords.empty;
  if (field === 'route') return routeCatalog[value as RouteKey]?.label ?? value;
  if (field === 'category') return noteCategories[value as NoteCategory]?.label ?? value;
  if (field === 'phase') return phaseLabels[value as Phase] ?? value;
  if (field === 'term') return adverseEventLabel(value);
  return value;
}
