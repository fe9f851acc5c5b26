import { fillPlaces, templateFault } from '@tandem/domain';
import type { SessionRecord } from '../session-record.ts';
import { places } from './places.ts';

/** A template that cannot be filled: one sentence that names the place and what there is. */
export class TemplateRefusal extends Error {
  override readonly name = 'TemplateRefusal';
}

/** Names that may stand in a template, as `{{vitals table}}`. */
export const placeNames: readonly string[] = Object.keys(places);

/**
 * The record as plain text in a clinic's own template.
 * @throws TemplateRefusal for a place that nobody knows
 */
export function fillTemplate(record: SessionRecord, template: string): string {
  const wrong = templateProblem(template);
  if (wrong !== null) throw new TemplateRefusal(wrong);
  return fillPlaces(template, (place) => places[place]?.(record) ?? '');
}

/** What is wrong with a template, as a sentence; null when nothing is. */
export function templateProblem(template: string): string | null {
  const fault = templateFault(template, placeNames);
  if (fault === null) return null;
  const where = `Line ${fault.line}, column ${fault.column}.`;
  return fault.kind === 'unknown'
    ? `{{${fault.near}}} is no place of a template. Known: ${placeNames.map((name) => `{{${name}}}`).join(', ')}. ${where}`
    : `A place begins with {{ and ends with }}: one of the two is missing near “${fault.near}”. ${where}`;
}
