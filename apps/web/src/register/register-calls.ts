import { type NewVial, type NewVialCount, vialCountSchema, vialSchema, vialsReplySchema } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

/** Asked again while it is looked at: doses of running sessions arrive in it. */
const EVERY_MS = 10_000;

export const registerQuery = (day: string) =>
  queryOptions({
    queryKey: ['vials', 'register', day],
    queryFn: () => call({ method: 'GET', path: `/vials?day=${day}`, reply: vialsReplySchema }),
    refetchInterval: EVERY_MS,
    retry: false,
  });

export const openVial = (body: NewVial, epoch: string) =>
  call({ method: 'POST', path: '/vials', body, reply: vialSchema, epoch });

export const countVial = (vialId: string, body: NewVialCount, epoch: string) =>
  call({ method: 'POST', path: `/vials/${vialId}/counts`, body, reply: vialCountSchema, epoch });
