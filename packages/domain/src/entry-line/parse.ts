import {
  adverseEventLabel,
  adverseEventTerms,
  isAlwaysSerious,
  leastGradeOf,
} from '../entries/adverse-event.ts';
import { type NoteCategory, noteCategories, noteSchema } from '../entries/note.ts';
import { type Phase, phases } from '../entries/phase.ts';
import { firstIssue } from '../issues.ts';
import { readDose } from './dose-line.ts';
import {
  isProblem,
  type LineContext,
  type LineEntry,
  type LineProblem,
  type LineReading,
  type Part,
} from './reading.ts';
import { takeTime } from './time-token.ts';
import { beginsWithVital, readVitals } from './vitals-line.ts';

/**
 * Reads one line as a person typed it (ux.md 2.4). Data is recognised only when the WHOLE line parses; any
 * leftover word makes it a note, and the reading says so. What is shown is what is stored.
 */
export function parseEntryLine(line: string, context: LineContext): LineReading {
  const { rest, happenedAtMs, token } = takeTime(line, context);
  if (rest === '') return { type: 'empty' };
  const { forced, noticedOnly = false } = context;
  const data = forced === null ? firstMatch(rest) : forced === 'note' ? null : forcedMatch(rest, forced);
  if (isProblem(data)) return problem(data, token);
  if (data !== null) return { type: 'entry', entry: data, happenedAtMs, fellBackToNote: false };
  const note = readNote(rest, noticedOnly);
  if (isProblem(note)) return problem(note, token);
  const fellBackToNote = forced === null && holdsData(rest);
  return { type: 'entry', entry: note as LineEntry, happenedAtMs, fellBackToNote };
}

/** A suggested line keeps the time that was typed: taking it over must not make an earlier reading one of now. */
function problem({ sentence, suggestion }: LineProblem, timeToken: string): LineReading {
  if (suggestion === undefined) return { type: 'problem', sentence };
  return { type: 'problem', sentence, suggestion: `${suggestion} ${timeToken}`.trim() };
}

const readers: readonly ((line: string) => Part<LineEntry>)[] = [
  (line) => entryOf('vital-signs', readVitals(line)),
  (line) => entryOf('dose', readDose(line)),
  readPhase,
  readEvent,
];

function firstMatch(line: string): Part<LineEntry> {
  for (const read of readers) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

type DataKind = Exclude<LineEntry['kind'], 'note'>;

function forcedMatch(line: string, kind: DataKind): Part<LineEntry> {
  const asTyped: Record<DataKind, () => Part<LineEntry>> = {
    'vital-signs': () => entryOf('vital-signs', readVitals(line)),
    dose: () => entryOf('dose', readDose(line) ?? readDose(`k ${line}`)),
    phase: () => readPhase(line) ?? readPhase(`p ${line}`),
    'adverse-event': () => readEvent(line) ?? readEvent(`e ${line}`),
  };
  return asTyped[kind]() ?? { sentence: `Not understood: \`${line}\`. ${examples[kind]}` };
}

const examples: Record<DataKind, string> = {
  'vital-signs': 'Write for example 148/92 88 97.',
  dose: 'Write for example k 40 im.',
  phase: `Write one of ${phases.join(', ')}.`,
  'adverse-event': 'Write for example e nausea 2.',
};

function entryOf<Kind extends 'vital-signs' | 'dose'>(kind: Kind, data: Part<object>): Part<LineEntry> {
  return data === null || isProblem(data) ? data : ({ kind, data } as LineEntry);
}

function readPhase(line: string): Part<LineEntry> {
  const match = /^p\s+([a-z]+)$/i.exec(line);
  const phase = match?.[1]?.toLowerCase();
  return phase !== undefined && phases.includes(phase as Phase)
    ? { kind: 'phase', data: { phase: phase as Phase } }
    : null;
}

function readEvent(line: string): Part<LineEntry> {
  const match = /^e\s+([a-z_ ]+?)(?:\s+(\d+))?$/i.exec(line);
  const term = match?.[1]?.toLowerCase().replaceAll(' ', '_');
  if (term === undefined || !(adverseEventTerms as readonly string[]).includes(term)) return null;
  const grade = match?.[2];
  const least = leastGradeOf(term);
  if (grade === undefined)
    return { sentence: 'Add the grade, 1 (mild) to 5.', suggestion: `${line} ${least}` };
  if (!/^[1-5]$/.test(grade)) return { sentence: `Grade ${grade} does not exist. Write 1 (mild) to 5.` };
  if (Number(grade) < least) {
    const sentence = `${adverseEventLabel(term)} is grade ${least} or more.`;
    return { sentence, suggestion: line.replace(/\d$/, String(least)) };
  }
  const serious = isAlwaysSerious(term) ? { serious: true } : {};
  return { kind: 'adverse-event', data: { term, grade: Number(grade), ...serious } };
}

function readNote(line: string, noticedOnly: boolean): Part<LineEntry> {
  const category = noticedOnly
    ? undefined
    : (Object.keys(noteCategories) as NoteCategory[]).find(
        (key) => noteCategories[key].prefix !== '' && line.startsWith(noteCategories[key].prefix),
      );
  const prefix = category === undefined ? '' : noteCategories[category].prefix;
  // A closing quotation mark belongs to the opening one that marks the category, not to the words.
  const text = line
    .slice(prefix.length)
    .replace(prefix === '"' ? /"$/ : /$^/, '')
    .trim();
  if (text === '') return { sentence: 'Add the words of the note.' };
  const parsed = noteSchema.safeParse({ text, category: category ?? 'noticed' });
  if (parsed.success) return { kind: 'note', data: parsed.data };
  return { sentence: firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '') };
}

/**
 * Begins with a value or with a key and something after it, or holds a pressure anywhere: likely meant as data, so
 * the note says that it is none.
 */
function holdsData(line: string): boolean {
  return (
    beginsWithVital(line) ||
    /^(k|p|e)\s+\S+/i.test(line) ||
    /(?<![^\s(])\d{2,3}\/\d{2,3}(?![^\s).,;:!?])/.test(line)
  );
}
