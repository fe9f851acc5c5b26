import { words as everywhere } from '../words.ts';
import { clientPageWords } from './client-words.ts';
import { dayViewWords } from './day-words.ts';
import { planWords } from './plan-words.ts';

/** All sentences, for the pages of clients, days, plans and past sessions. */
export const words = { ...everywhere, ...planWords, ...dayViewWords, ...clientPageWords };
