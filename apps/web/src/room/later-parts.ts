import { lazy, useEffect } from 'react';

/**
 * Parts that come after the room itself (performance.md, G11): fetched when somebody asks for them, and anyhow a few
 * seconds after the room stands, so that they are there when the network is not.
 */
const load = () => import('./on-demand.ts');
const AFTER_MS = 4_000;

export const AddendumForm = lazy(async () => ({ default: (await load()).AddendumForm }));
export const OutcomeForm = lazy(async () => ({ default: (await load()).OutcomeForm }));
export const CancelDialog = lazy(async () => ({ default: (await load()).CancelDialog }));
export const EndDialog = lazy(async () => ({ default: (await load()).EndDialog }));
export const SignDialog = lazy(async () => ({ default: (await load()).SignDialog }));
export const TimelineTable = lazy(async () => ({ default: (await load()).TimelineTable }));

export function useLaterParts(): void {
  useEffect(() => {
    // Without a network now, the one who asks for it tries again.
    const timer = window.setTimeout(() => void load().catch(() => undefined), AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
}
