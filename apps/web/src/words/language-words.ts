import type { Language } from './language.ts';

/** The choice of a language speaks each of them itself: who chooses one need not read the other. */
export const languageWords = {
  en: {
    ask: 'English holds once this page is reloaded.',
    reload: 'Reload now',
    typed:
      'Something is typed here and not recorded yet. Record or clear it, then reload: until then the language stays as it is.',
  },
  de: {
    ask: 'Deutsch gilt, sobald diese Seite neu geladen ist.',
    reload: 'Jetzt neu laden',
    typed:
      'Hier ist etwas eingegeben und noch nicht eingetragen. Tragen Sie es ein oder leeren Sie es, dann laden Sie neu: bis dahin bleibt die Sprache, wie sie ist.',
  },
} satisfies Record<Language, Record<'ask' | 'reload' | 'typed', string>>;
