import { words } from '../words.ts';
import { lay } from './lay.ts';
import type { LookingBack } from './looking-english.ts';
import type { OnPages } from './page-english.ts';
import type { InRoom } from './room-english.ts';

/** Key in localStorage, beside that of the theme: the language of this device. */
const LANGUAGE_KEY = 'tandem.language';

/** Another language is a folder beside `de`, a line here, its name below and a row in language-words.ts. */
const catalogues = {
  de: {
    today: async () => (await import('./de/today.ts')).today,
    room: async () => (await import('./de/in-room.ts')).inRoom,
    pages: async () => (await import('./de/on-pages.ts')).onPages,
    lookingBack: async () => (await import('./de/looking-back.ts')).lookingBack,
  },
};
type Translated = keyof typeof catalogues;
/** Pieces that are fetched with the pages that say them. */
interface Pieces {
  readonly room: InRoom;
  readonly pages: OnPages;
  readonly lookingBack: LookingBack;
}
/** Each in its own words: who looks for one need not read the other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };
export type Language = 'en' | Translated;

const isKnown = (code: string | null): code is Language =>
  code === 'en' || (code !== null && Object.hasOwn(catalogues, code));

/** The one chosen on this device; else the first that the browser asks for and that there is; else English. */
export function chosenLanguage(): Language {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY);
    if (isKnown(kept)) return kept;
  } catch {
    // Storage can be blocked; the browser's own language then counts.
  }
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isKnown) ?? 'en';
}

/** From the next load on; false where this browser keeps nothing. */
export function keepLanguage(language: Language): boolean {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
    return true;
  } catch {
    return false;
  }
}

/** Before the first picture. A catalogue that does not come leaves the page in English, which is better than nothing. */
export const speak = () =>
  translate(async (language) => {
    lay(words, await catalogues[language].today());
    document.documentElement.lang = language;
  });

/** A part with sentences of its own, once it says them in the language of this device. */
export async function spoken<
  Part extends { readonly english: Partial<Pieces[Of]> },
  Of extends keyof Pieces = 'room',
>(part: Part, of: Of = 'room' as Of): Promise<Part> {
  await translate(async (language) => lay(part.english, await catalogues[language][of]()));
  return part;
}

async function translate(into: (language: Translated) => Promise<void>): Promise<void> {
  const language = chosenLanguage();
  if (language !== 'en') await into(language).catch(() => {});
}
