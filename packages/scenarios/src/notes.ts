import type { Draft } from './draft.ts';
import { phaseTimes } from './schedule.ts';
import { placeLines, type SectionTime } from './words/pick-lines.ts';

/** Entries a session should have in all, corrections included. */
const WANTED = { min: 40, max: 56 };
/** End and two signatures come after the notes. */
const STILL_TO_COME = 3;

/** Fills the session up with what the client says and does, spread over its parts. */
export function fillNotes(draft: Draft): void {
  const { rng, recorder, input } = draft;
  const wanted = rng.int(WANTED.min, WANTED.max) - recorder.count - STILL_TO_COME;
  for (const { atMin, line, clinical, themes } of placeLines(rng, sectionTimes(draft), wanted)) {
    const [category, text] = line;
    const author = clinical ? draft.measurer() : input.people.therapist;
    draft.note(author, category, text, atMin, themes ?? undefined);
  }
}

/** Parts of the session in minutes after the first dose; a session that breaks off has fewer. */
function sectionTimes(draft: Draft): SectionTime[] {
  const starts = new Map(phaseTimes(draft.plan.route, draft.doses).map(({ phase, atMin }) => [phase, atMin]));
  const at = (phase: Parameters<typeof starts.get>[0]) => starts.get(phase) ?? 0;
  const end = draft.lastSetMin + 3;
  const all: SectionTime[] = [
    { section: 'arrival', fromMin: -draft.leadMin - 4, toMin: 1 },
    { section: 'rising', fromMin: at('onset'), toMin: at('peak') },
    { section: 'deep', fromMin: at('peak'), toMin: at('return') },
    { section: 'returning', fromMin: at('return'), toMin: at('grounding') },
    { section: 'after', fromMin: at('grounding'), toMin: end },
  ];
  return all
    .filter((part) => part.fromMin < end - 10)
    .map((part) => ({ ...part, toMin: Math.min(part.toMin, end) }));
}
