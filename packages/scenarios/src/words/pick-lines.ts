import type { Rng } from '../random.ts';
import { clinicalLines, generalLines, needleLines } from './general.ts';
import { type Line, type Section, type Story, sections } from './line.ts';

export interface SectionTime {
  readonly section: Section;
  readonly fromMin: number;
  readonly toMin: number;
}

interface PlacedLine {
  readonly atMin: number;
  readonly line: Line;
  /** Physician or nurse instead of the therapist. */
  readonly clinical: boolean;
  readonly themes: readonly string[] | null;
}

interface LinesWanted {
  readonly story: Story;
  /** Whether the medicine is given with a needle. */
  readonly needle: boolean;
  /** Notes in all; never fewer than the story has in these sections. */
  readonly count: number;
}

/** The story over the sections of a session, in its order, filled up with general lines, each at most once. */
export function placeLines(
  rng: Rng,
  times: readonly SectionTime[],
  { story, needle, count }: LinesWanted,
): PlacedLine[] {
  const told = times.reduce((sum, { section }) => sum + story.lines[section].length, 0);
  const extras = extrasBySection(rng, times, needle, Math.max(0, count - told));
  return times.flatMap(({ section, fromMin, toMin }) => {
    const own = story.lines[section].map((line) => ({
      line,
      clinical: false,
      themes: themesOf(line, story),
    }));
    const lines = mixed(rng, own, extras.get(section) ?? []);
    const apart = (toMin - fromMin) / (lines.length + 1);
    return lines.map((placed, at) => ({
      ...placed,
      atMin: fromMin + apart * (at + 1) + rng.between(-0.3, 0.3) * apart,
    }));
  });
}

type Unplaced = Omit<PlacedLine, 'atMin'>;

function themesOf([category]: Line, story: Story): readonly string[] | null {
  return category === 'theme' || category === 'words' ? story.themes : null;
}

function extrasBySection(
  rng: Rng,
  times: readonly SectionTime[],
  needle: boolean,
  count: number,
): Map<Section, Unplaced[]> {
  const pool = new Map(
    sections.map((section) => [section, rng.shuffled(extrasOf(section, needle))] as const),
  );
  const found = new Map<Section, Unplaced[]>(sections.map((section) => [section, []]));
  for (let round = 0, left = count; left > 0 && round < 40; round += 1) {
    const { section } = times[round % times.length] as SectionTime;
    const line = pool.get(section)?.pop();
    if (line === undefined) continue;
    found.get(section)?.push(line);
    left -= 1;
  }
  return found;
}

function extrasOf(section: Section, needle: boolean): Unplaced[] {
  const clinical = [...clinicalLines[section], ...(needle && section === 'rising' ? needleLines : [])];
  return [
    ...generalLines[section].map((line) => ({ line, clinical: false, themes: null })),
    ...clinical.map((text) => ({
      line: ['noticed', text] as const,
      clinical: true,
      themes: null,
    })),
  ];
}

/** Both lists in one, each in its own order. */
function mixed(rng: Rng, a: readonly Unplaced[], b: readonly Unplaced[]): Unplaced[] {
  const [first, second] = [[...a], [...b]];
  const out: Unplaced[] = [];
  while (first.length + second.length > 0) {
    const fromFirst = rng.next() * (first.length + second.length) < first.length;
    out.push((fromFirst ? first : second).shift() as Unplaced);
  }
  return out;
}
