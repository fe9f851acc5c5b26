import { createKept, useKept } from './kept.ts';

const MOST = 8;
const opened = createKept<readonly string[]>([]);

/** Ids of clients whose page this person opened, the last one first, and how to add one. */
export function useRecentClients(): readonly [readonly string[], (clientId: string) => void] {
  const [ids, set] = useKept(opened);
  return [ids, (clientId) => set([clientId, ...ids.filter((id) => id !== clientId)].slice(0, MOST))];
}
