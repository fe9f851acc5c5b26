import { rngOf } from '../random.ts';
import type { Story } from './line.ts';
import { storiesOfHome } from './stories-home.ts';
import { storiesOfTheWorld } from './stories-world.ts';

const stories: readonly Story[] = [...storiesOfHome, ...storiesOfTheWorld];

/**
 * The story of a client's `visit` (from 1): every one that may be theirs once, before any is told again. The order
 * belongs to the client, so that a series reads as one person's.
 */
export function storyOf(patientId: string, sex: string, visit: number): Story {
  const theirs = stories.filter((story) => story.of === undefined || story.of === sex);
  const told = rngOf('stories', patientId).shuffled(theirs);
  return told[(visit - 1) % told.length] as Story;
}
