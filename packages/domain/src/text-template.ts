/** Text with named places, as `{{vitals table}}`: the same reading of it on the server and while it is written. */

const PLACE = /\{\{([^{}]*)\}\}/g;

/** What keeps a template from being filled, and where; line and column count from 1. */
export interface TemplateFault {
  /** `unknown`: no such place; `stray`: braces without their other half. */
  readonly kind: 'unknown' | 'stray';
  /** The name as it was typed; of a stray brace, what stands behind it. */
  readonly near: string;
  readonly line: number;
  readonly column: number;
}

/** A name is the same in capitals and with more blanks in it. */
export const placeKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** The first thing that is wrong, as it stands in the text; null when nothing is. */
export function templateFault(template: string, places: readonly string[]): TemplateFault | null {
  const unknown = [...template.matchAll(PLACE)].find(([, name = '']) => !places.includes(placeKey(name)));
  if (unknown !== undefined)
    return { kind: 'unknown', near: (unknown[1] ?? '').trim(), ...positionOf(template, unknown.index) };
  // Of the same length, so that what is left keeps its place.
  const rest = template.replace(PLACE, (place) => ' '.repeat(place.length));
  const stray = /\{\{|\}\}/.exec(rest);
  if (stray === null) return null;
  const near = template.slice(stray.index, stray.index + 20).trim();
  return { kind: 'stray', near, ...positionOf(template, stray.index) };
}

function positionOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split(/\r?\n/);
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

/**
 * The text with what `say` has for each place. A line that holds places alone, all of them empty, says that nothing
 * was recorded: a heading is not followed by nothing.
 */
export function fillPlaces(template: string, say: (place: string) => string): string {
  const lines = template.split(/\r?\n/).map((line) => {
    const filled = line.replace(PLACE, (_, name: string) => say(placeKey(name)));
    const onlyPlaces = line.replace(PLACE, '').trim() === '' && line.trim() !== '';
    return onlyPlaces && filled.trim() === '' ? 'None recorded.' : filled;
  });
  return `${lines.join('\n').trimEnd()}\n`;
}
