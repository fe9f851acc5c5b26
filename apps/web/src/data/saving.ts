import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCanSave } from './live-hooks.ts';
import { useMay } from './me.ts';

/** With what the server takes to find out, a page says within 5 s that nothing can be saved. */
const ASK_EVERY_MS = 2_000;

const readyQuery = queryOptions({
  queryKey: ['readyz'],
  /** Null: the server did not say. */
  queryFn: async (): Promise<boolean | null> => {
    const reply = await fetch('/readyz', { signal: AbortSignal.timeout(ASK_EVERY_MS) });
    const { writable } = (await reply.json()) as { readonly writable?: unknown };
    return typeof writable === 'boolean' ? writable : null;
  },
  refetchInterval: ASK_EVERY_MS,
  retry: false,
});

/** Does the server keep what is sent to it? Who follows the board hears it there; an administrator's page asks. */
export function useServerSaves(): boolean {
  const told = useCanSave();
  const asks = !useMay()('board.read');
  const asked = useQuery({ ...readyQuery, enabled: asks });
  return asks ? asked.data !== false : told;
}
