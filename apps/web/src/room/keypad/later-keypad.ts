import { lazy } from 'react';
import { spoken } from '../../words/language.ts';

const AGAIN_MS = 1_000;

/** By itself and at once: on a tablet it is what the room is opened for. Without a network it is asked for again. */
export const Keypad = lazy(async () => {
  for (;;) {
    try {
      return { default: (await spoken(await import('./keypad.tsx'))).Keypad };
    } catch {
      await new Promise((resolve) => window.setTimeout(resolve, AGAIN_MS));
    }
  }
});
