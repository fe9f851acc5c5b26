import { lazy } from 'react';
import { speakInRoom } from '../../words/language.ts';

const AGAIN_MS = 1_000;

/** By itself and at once: on a tablet it is what the room is opened for. Without a network it is asked for again. */
export const Keypad = lazy(async () => {
  for (;;) {
    try {
      const keypad = await import('./keypad.tsx');
      await speakInRoom(keypad.english);
      return { default: keypad.Keypad };
    } catch {
      await new Promise((resolve) => window.setTimeout(resolve, AGAIN_MS));
    }
  }
});
