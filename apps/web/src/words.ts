import { type Role, roleLabels } from '@tandem/domain';
import { noticeWords } from './words/notice-words.ts';
import { pageWords } from './words/page-words.ts';
import { roomWords } from './words/room-words.ts';
import { sharedWords } from './words/shared-words.ts';

/**
 * Every sentence of the dashboard is in the folder beside this, so that tone is one and a second language is one
 * folder. Short, calm, what happened and what to do; no exclamation marks, no blame. Here are those that a session
 * room and Today need; the pages of lists and plans take theirs from `words/list-pages.ts`, so that no room loads them.
 */
export const words = { ...pageWords, ...roomWords, ...noticeWords, ...sharedWords };

export function roleWord(role: Role): string {
  return roleLabels[role];
}

/** "completed" inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
