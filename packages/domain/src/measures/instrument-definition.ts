import { everyIssue, type PlacedProblem } from '../issues.ts';
import { definitionProblems } from './definition-problems.ts';
import { definitionShape, type InstrumentDefinition } from './definition-shape.ts';

/**
 * INS-1: an instrument that a clinic brings along, as JSON (docs/instruments.md): every part as it should be, and all of
 * them fitting together.
 */
export const instrumentDefinitionSchema = definitionShape.superRefine((definition, context) => {
  for (const { path, message } of definitionProblems(definition))
    context.addIssue({ code: 'custom', path: [...path], message });
});

export type ReadDefinition =
  | { readonly definition: InstrumentDefinition }
  | { readonly problems: readonly PlacedProblem[] };

/** What a clinic's file says, or everything that is wrong with it, each by its place. */
export function readDefinition(text: string): ReadDefinition {
  const json = parsed(text);
  if ('problem' in json) return { problems: [{ path: '', problem: json.problem }] };
  const read = instrumentDefinitionSchema.safeParse(json.value);
  return read.success ? { definition: read.data } : { problems: everyIssue(read.error) };
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    const line = lineOf(String(error), text);
    return { problem: `is not JSON${line === null ? '' : `: look at line ${line}`}` };
  }
}

/** Browsers name a line, or the place from the beginning on. */
function lineOf(message: string, text: string): number | null {
  const [, line] = /line (\d+)/.exec(message) ?? [];
  if (line !== undefined) return Number(line);
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}
