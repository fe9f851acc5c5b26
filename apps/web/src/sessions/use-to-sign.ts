import type { PastNarrowing } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { pastFactsQuery } from './past-calls.ts';

/** How many of what is filtered wait for a signature; the same question as the four facts, asked once. */
export function useToSign(filter: PastNarrowing, enabled: boolean): number | null {
  const { data } = useQuery({ ...pastFactsQuery(filter), enabled });
  return data?.signed.toSign ?? null;
}
