import { healthSchema } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../data/api.ts';

export const HEALTH_EVERY_MS = 10_000;

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: () => call({ method: 'GET', path: '/health', reply: healthSchema }),
  refetchInterval: HEALTH_EVERY_MS,
  retry: false,
});
