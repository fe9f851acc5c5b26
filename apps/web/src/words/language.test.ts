import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenLanguage, keepLanguage } from './language.ts';

/** A browser with what it asks for, and with or without a place to keep something. */
function browser(languages: string[], kept: string | null | 'blocked'): void {
  let stored = kept;
  const refuse = () => {
    throw new Error('blocked');
  };
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal(
    'localStorage',
    kept === 'blocked'
      ? { getItem: refuse, setItem: refuse }
      : {
          getItem: () => stored,
          setItem: (_: string, value: string) => {
            stored = value;
          },
        },
  );
}

describe('the language of a device', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    [['fr-FR', 'de-AT', 'en-GB'], null, 'de'],
    [['en-GB', 'de'], null, 'en'],
    [['fr'], null, 'en'],
    [['en'], 'de', 'de'],
    [['de'], 'en', 'en'],
    [['de'], 'xx', 'de'],
    [['de'], 'toString', 'de'],
    [['de'], 'blocked', 'de'],
  ] as const)('[LNG-5] browser %j, kept %s: %s', (languages, kept, spoken) => {
    browser([...languages], kept);
    expect(chosenLanguage()).toBe(spoken);
  });

  it('[LNG-5] is kept, and says when it cannot be', () => {
    browser(['en'], null);
    expect(keepLanguage('de')).toBe(true);
    expect(chosenLanguage()).toBe('de');
    browser(['en'], 'blocked');
    expect(keepLanguage('de')).toBe(false);
  });
});
