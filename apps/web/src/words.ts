import { phaseLabels, type Role } from '@tandem/domain';
import { keyWords } from './words/key-words.ts';
import { noticeWords } from './words/notice-words.ts';
import { pageWords } from './words/page-words.ts';
import { sharedWords } from './words/shared-words.ts';

/**
 * Every sentence of the dashboard is in the folder beside this, so that tone is one and a second language is one
 * folder. Short, calm, what happened and what to do; no exclamation marks, no blame. Here are those that Today
 * needs; a room takes its own from `words/in-room.ts`, the pages of lists and plans from `words/list-pages.ts`, so that
 * none loads what only another one says.
 */
export const words = { ...pageWords, ...noticeWords, ...sharedWords, allKeys: keyWords, phases: phaseLabels };

export function roleWord(role: Role): string {
  return words.roles[role];
}

/** "completed" inside a sentence. */
export function lowerFirst(text: string): string {
  return words.inSentence(text);
}
