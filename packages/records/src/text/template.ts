import type { SessionRecord } from '../session-record.ts';
import { places } from './places.ts';

/** A template that cannot be filled: one sentence that names the place and what there is. */
export class TemplateRefusal extends Error {
  override readonly name = 'TemplateRefusal';
}

const PLACE = /\{\{([^{}]*)\}\}/g;

/** Names that may stand in a template, as `{{vitals table}}`. */
export const placeNames: readonly string[] = Object.keys(places);

/**
 * The record as plain text in a clinic's own template. A line that holds places alone, all of them empty, is left
 * out: a heading is not followed by nothing.
 * @throws TemplateRefusal for a place that nobody knows
 */
export function fillTemplate(record: SessionRecord, template: string): string {
  const wrong = templateProblem(template);
  if (wrong !== null) throw new TemplateRefusal(wrong);
  const lines = template.split(/\r?\n/).flatMap((line) => {
    const filled = line.replace(PLACE, (_, name: string) => places[keyOf(name)]?.(record) ?? '');
    const onlyPlaces = line.replace(PLACE, '').trim() === '' && line.trim() !== '';
    return onlyPlaces && filled.trim() === '' ? ['None recorded.'] : [filled];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What is wrong with a template, as a sentence; null when nothing is. */
export function templateProblem(template: string): string | null {
  const unknown = [...template.matchAll(PLACE)]
    .map(([, name = '']) => name)
    .find((name) => !(keyOf(name) in places));
  if (unknown !== undefined) {
    return `{{${unknown.trim()}}} is no place of a template. Known: ${placeNames.map((name) => `{{${name}}}`).join(', ')}.`;
  }
  const rest = template.replace(PLACE, '');
  const stray = /\{\{|\}\}/.exec(rest);
  return stray === null
    ? null
    : `A place begins with {{ and ends with }}: one of the two is missing near “${rest.slice(stray.index, stray.index + 20).trim()}”.`;
}

const keyOf = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');
