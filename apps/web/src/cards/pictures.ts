import { chosenLanguage } from '../words/language.ts';

/** Addresses alone: a picture is fetched by the card that shows it. */
const taken = import.meta.glob<string>('./pictures/*.webp', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
});

/** Of the real screen, in the language of this device; in English where there is none. */
export function pictureOf(name: string): string | undefined {
  return taken[`./pictures/${name}-${chosenLanguage()}.webp`] ?? taken[`./pictures/${name}-en.webp`];
}
