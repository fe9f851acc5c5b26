import { lazy, useEffect, useSyncExternalStore } from 'react';
import { loadFields } from '../entries/later-fields.ts';
import { loadKept } from '../kept/load-kept.ts';
import { loadPerson } from '../load-person.ts';
import { spoken } from '../words/language.ts';

/**
 * Parts that come after the room itself (performance.md, G11): fetched when somebody asks for them, and anyhow a few
 * seconds after the room stands, so that they are there when the network is not.
 */
async function load(): Promise<Parts> {
  for (;;) {
    try {
      await loadFields();
      await loadKept();
      await loadPerson();
      loaded = await spoken(await import('./on-demand.ts'));
      for (const tell of waiting) tell();
      return loaded;
    } catch {
      // No network at this moment: an error here would take the whole room away.
      await new Promise((resolve) => window.setTimeout(resolve, AGAIN_MS));
    }
  }
}
type Parts = typeof import('./on-demand.ts');
let loaded: Parts | null = null;
const waiting = new Set<() => void>();
const AFTER_MS = 4_000;
const AGAIN_MS = 1_000;

export const AddendumForm = lazy(async () => ({ default: (await load()).AddendumForm }));
export const DisplaysDialog = lazy(async () => ({ default: (await load()).DisplaysDialog }));
export const EmergencyPanel = lazy(async () => ({ default: (await load()).EmergencyPanel }));
export const AmendPanel = lazy(async () => ({ default: (await load()).AmendPanel }));
export const DoseReadBack = lazy(async () => ({ default: (await load()).DoseReadBack }));
export const LastRows = lazy(async () => ({ default: (await load()).LastRows }));
export const RecordPanel = lazy(async () => ({ default: (await load()).RecordPanel }));
export const RetractPanel = lazy(async () => ({ default: (await load()).RetractPanel }));
export const LogSearch = lazy(async () => ({ default: (await load()).LogSearch }));
export const OutcomeForm = lazy(async () => ({ default: (await load()).OutcomeForm }));
export const EndDialog = lazy(async () => ({ default: (await load()).EndDialog }));
export const StartButtons = lazy(async () => ({ default: (await load()).StartButtons }));
export const TimelineTable = lazy(async () => ({ default: (await load()).TimelineTable }));

/** At once, by who is about to need them. */
export function loadLaterParts(): void {
  if (loaded === null) void load();
}

export function useLaterParts(): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void load(), AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
}

/** All of them once they are here, null before: for what is drawn when it can be and does without until then. */
export function useLoadedParts(): Parts | null {
  return useSyncExternalStore(
    (tell) => {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
    () => loaded,
  );
}
