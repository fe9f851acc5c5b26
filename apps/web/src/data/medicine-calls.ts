import { approvalSchema, type NewApproval } from '@tandem/wire';
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
