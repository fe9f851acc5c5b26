import { words as base } from '../words.ts';
import { roomWords } from './room-words.ts';

/** Sentences of a session room with those that every page has: Today loads the latter alone. */
export const words = { ...base, ...roomWords };

export { lowerFirst, roleWord } from '../words.ts';
