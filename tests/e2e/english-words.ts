import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const WORDS = join(import.meta.dirname, '../../apps/web/src/words');
/** Catalogues that German has (words.ts, room-english.ts, page-english.ts and looking-english.ts name them), but for that of the wall, which has a screen of its own. */
const TRANSLATED = [
  ...['page', 'notice', 'shared', 'key', 'room', 'chart', 'panel', 'medicine', 'gate', 'going-home'],
  ...['emergency', 'emergency-panel', 'kept', 'keypad', 'meaning', 'region', 'handover', 'amend', 'sound'],
  ...['display', 'key-list', 'step', 'report', 'course', 'openings', 'setup', 'people', 'health', 'protocol'],
  ...['template', 'past', 'replay', 'compare', 'insight', 'drill', 'trial', 'instrument', 'card'],
].map((name) => `${name}-words.ts`);

/** What stands in quotes in a file of words, and the fixed parts of what is put together. */
function said(folder: string, files: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8').replaceAll(
      /^import .*$|\/\*\*[\s\S]*?\*\/|^\s*terms: .*$|^\s*'?[\w-]+'?(?=: )/gm,
      '',
    );
    for (const [, plain] of source.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)) found.add(plain as string);
    for (const [, put] of source.matchAll(/`([^`]*)`/g)) {
      for (const part of (put as string).split(/\$\{[^}]*\}/)) found.add(part.trim());
    }
  }
  return found;
}

/** What the domain says of an entry or names a drug by, and what is typed in the same short forms in every language. */
const ALIKE = new Set(['Ketamine', 'Planned', 'Emergency', 'Heart rate', 'p peak', 'e nausea 2']);

/** Sentences, and parts of some, that only these English catalogues have. */
export function onlyEnglish(files: readonly string[] = TRANSLATED): string[] {
  const german = said(join(WORDS, 'de'), readdirSync(join(WORDS, 'de')));
  return [...said(WORDS, files)].filter(
    (text) => /[a-z]{3}/i.test(text) && !german.has(text) && !ALIKE.has(text),
  );
}

/** Those of them that the page shows: a short one as the whole of a text, a long one anywhere in it. */
export async function englishOn(page: Page, english: readonly string[]): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility() === true) texts.push(node.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    }
    return texts;
  });
  return english.filter((text) =>
    shown.some((found) => (text.length < 15 ? found === text : found.includes(text))),
  );
}
