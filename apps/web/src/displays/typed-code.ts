import { CODE_LENGTH, displayCodeSchema } from '@tandem/wire';

/** As it is typed, in small letters or in groups: what the code can be made of stays, in the letters of the screen. */
export function typedCode(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);
}

export const isCode = (text: string): boolean => displayCodeSchema.safeParse(text).success;
