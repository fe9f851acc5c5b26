import { type Role, roleLabels } from '@tandem/domain';
import { clientPageWords } from './words/client-words.ts';
import { dayViewWords } from './words/day-words.ts';
import { noticeWords } from './words/notice-words.ts';
import { pageWords } from './words/page-words.ts';
import { roomWords } from './words/room-words.ts';

/**
 * Every sentence of the dashboard, in one place, so that tone is one and a second language is one folder.
 * Short, calm, what happened and what to do; no exclamation marks, no blame.
 */
export const words = { ...pageWords, ...roomWords, ...noticeWords, ...dayViewWords, ...clientPageWords };

export function roleWord(role: Role): string {
  return roleLabels[role];
}

/** "completed" inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
