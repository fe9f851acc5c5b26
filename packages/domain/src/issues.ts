import type { z } from 'zod';

export interface IssueSentence {
  /** Path such as `entries[0].data.systolic`; empty for the whole. */
  readonly field: string;
  readonly sentence: string;
}

/** The first thing wrong, as a field and a sentence that names it and the way out. */
export function firstIssue(error: z.ZodError, prefix = ''): IssueSentence {
  const { path, problem } = placed(error.issues[0] as z.core.$ZodIssue);
  const field = [prefix, path]
    .filter((part) => part !== '')
    .join('.')
    .replaceAll('.[', '[');
  return { field, sentence: `${field === '' ? 'This' : field} ${problem}. Nothing was stored.` };
}

export interface PlacedProblem {
  /** Path such as `items[3].answers`; empty for the whole. */
  readonly path: string;
  /** Goes on after the path: "has two answers with the value 2". */
  readonly problem: string;
}

/** Everything wrong, in the order in which it was found. */
export function everyIssue(error: z.ZodError): PlacedProblem[] {
  return error.issues.map(placed);
}

function placed(found: z.core.$ZodIssue): PlacedProblem {
  const issue = deepest(found);
  const path = [...issue.path];
  if (issue.code === 'unrecognized_keys') path.push(issue.keys[0] as string);
  return { path: fieldPath(path), problem: problemOf(issue) };
}

/** `['entries', 0, 'data']` as `entries[0].data`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

// A union reports every branch; the person needs the branch they meant, which is the one that got furthest.
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.map((branch) => branch[0]).filter((found) => found !== undefined);
  const best = branches.toSorted((a, b) => b.path.length - a.path.length)[0];
  return best === undefined ? issue : { ...deepest(best), path: [...issue.path, ...best.path] };
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'is not a field here: remove it';
    case 'invalid_type':
      if (issue.input === undefined && issue.message.includes('received undefined')) return 'is missing';
      return ownSentence(issue.message) ?? `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return ownSentence(issue.message) ?? `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'has a kind that is not known here';
    case 'too_big':
      return ownSentence(issue.message) ?? `must be at most ${issue.maximum}`;
    case 'too_small':
      return ownSentence(issue.message) ?? `must be at least ${issue.minimum}`;
    default:
      return ownSentence(issue.message) ?? 'is not as it should be';
  }
}

/** Our own messages begin in lower case and continue "<field> ..."; the library's begin with a capital. */
function ownSentence(message: string): string | null {
  return /^[a-z]/.test(message) ? message : null;
}

function article(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
