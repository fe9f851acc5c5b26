import { type newSessionSchema, sessionSchema } from '@tandem/wire';
import type { z } from 'zod';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

export const planSession = (body: z.input<typeof newSessionSchema>, epoch: Epoch) =>
  call({ method: 'POST', path: '/sessions', body, reply: sessionSchema, epoch });
