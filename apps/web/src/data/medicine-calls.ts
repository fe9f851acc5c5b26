import { drugKeys } from '@tandem/domain';
import { approvalSchema, type NewApproval } from '@tandem/wire';
import { z } from 'zod';
import { call } from './api.ts';

/** Calls that only panels for medicines make: they come with those, after the room. */

/** A second person's word by their PIN. The same id with the same values again costs no try. */
export const approve = (sessionId: string, body: NewApproval, epoch: string) =>
  call({
    method: 'POST',
    path: `/sessions/${sessionId}/approvals`,
    body,
    reply: approvalSchema,
    epoch,
  });

/** Vials that are open on a day, by what a dose or a waste needs of them. */
const openVialSchema = z.object({
  id: z.uuid(),
  drug: z.enum(drugKeys),
  lot: z.string(),
  concentrationMgPerMl: z.number(),
});
export type OpenVial = z.infer<typeof openVialSchema>;
const vialsReplySchema = z.object({ items: z.array(openVialSchema) });
export const getVials = (day: string) =>
  call({ method: 'GET', path: `/vials?day=${day}`, reply: vialsReplySchema });
