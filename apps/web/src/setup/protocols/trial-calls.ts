import type { ProtocolPlan } from '@tandem/domain';
import { protocolTrialReplySchema } from '@tandem/wire';
import { call } from '../../data/api.ts';

/** Some thirty records are folded twice for one answer. */
const LIMIT_MS = 30_000;

export const tryProtocol = (body: {
  readonly name: string;
  readonly data: ProtocolPlan;
  readonly from: number;
}) =>
  call({
    method: 'POST',
    path: '/protocols/trial',
    body,
    reply: protocolTrialReplySchema,
    limitMs: LIMIT_MS,
  });
