import { useEffect, useSyncExternalStore } from 'react';

/** Soft enough for a room in which somebody lies with eyes closed: two low sines, a falling fourth. */
const NOTES = [
  { hertz: 587, fromS: 0, lastsS: 0.4 },
  { hertz: 440, fromS: 0.32, lastsS: 0.55 },
] as const;
const ATTACK_S = 0.06;
const LOUDEST = 0.16;
const SILENT = 0.0001;
/** What browsers count as a person's touch of the page. */
const TOUCHES = ['pointerup', 'keydown', 'click'] as const;

/** `waits`: the browser plays nothing before somebody touches the page. `none`: it cannot. */
export type SoundState = 'ready' | 'waits' | 'none';

let context: AudioContext | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const changed of listeners) changed();
}

/** Asks the browser for sound: at once where it allows that, otherwise with the touch in which this is called. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return;
  if (context === null) {
    context = new AudioContext();
    context.addEventListener('statechange', tell);
    tell();
  }
  // Refused before a touch: the next one asks again.
  if (context.state !== 'running') context.resume().catch(() => {});
}

export function soundState(): SoundState {
  if (typeof AudioContext === 'undefined') return 'none';
  return context?.state === 'running' ? 'ready' : 'waits';
}

/** Whether a tone would be heard. While the caller is on the screen, a touch anywhere unlocks it. */
export function useSoundState(): SoundState {
  useEffect(() => {
    unlockSound();
    const touched = () => unlockSound();
    for (const touch of TOUCHES) document.addEventListener(touch, touched, { capture: true, passive: true });
    return () => {
      for (const touch of TOUCHES) document.removeEventListener(touch, touched, { capture: true });
    };
  }, []);
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, soundState);
}

/** One soft two-tone, under a second. */
export function playTwoTone(): void {
  if (context === null) return;
  const now = context.currentTime;
  for (const { hertz, fromS, lastsS } of NOTES) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(SILENT, now + fromS);
    loudness.gain.exponentialRampToValueAtTime(LOUDEST, now + fromS + ATTACK_S);
    loudness.gain.exponentialRampToValueAtTime(SILENT, now + fromS + lastsS);
    tone.connect(loudness).connect(context.destination);
    tone.start(now + fromS);
    tone.stop(now + fromS + lastsS);
  }
}
