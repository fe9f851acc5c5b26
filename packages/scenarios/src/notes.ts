import type { Draft } from './draft.ts';
import { phaseTimes } from './schedule.ts';
import { placeLines, type SectionTime } from './words/pick-lines.ts';
import { storyOf } from './words/pick-story.ts';

/** Entries a session should have in all, corrections included. */
const WANTED = { min: 40, max: 56 };
/** End and two signatures come after the notes. */
const STILL_TO_COME = 3;

/** Fills the session up with what the client says and does, spread over its parts. */
export function fillNotes(draft: Draft): void {
  const { rng, recorder, input, plan } = draft;
  const { patient } = input.pins;
  const placed = placeLines(rng, sectionTimes(draft), {
    story: storyOf(patient.id, patient.sex, input.visit ?? rng.int(1, 8)),
    needle: plan.route === 'im' || plan.route === 'iv' || plan.route === 'sc',
    count: rng.int(WANTED.min, WANTED.max) - recorder.count - STILL_TO_COME,
  });
  for (const { atMin, line, clinical, themes } of placed) {
    const [category, text] = line;
    const author = clinical ? draft.measurer() : input.people.therapist;
    draft.note(author, category, text, outsideHush(draft, atMin), themes ?? undefined);
  }
}

/** Nothing is chatted into a hard moment: what would fall into it and after it moves behind it, in its order. */
function outsideHush({ hush, notesEndMin }: Draft, atMin: number): number {
  if (hush === null || atMin < hush.fromMin) return atMin;
  const { fromMin, toMin } = hush;
  return toMin + ((atMin - fromMin) * (notesEndMin - toMin)) / (notesEndMin - fromMin);
}

/** Parts of the session in minutes after the first dose; a session that breaks off has fewer. */
function sectionTimes(draft: Draft): SectionTime[] {
  const starts = new Map(phaseTimes(draft.plan.route, draft.doses).map(({ phase, atMin }) => [phase, atMin]));
  const at = (phase: Parameters<typeof starts.get>[0]) => starts.get(phase) ?? 0;
  const end = draft.notesEndMin;
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
