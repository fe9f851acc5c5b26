import { type ClientImport, clientImportReplySchema } from '@tandem/wire';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

/** Thousands of rows take the server seconds. */
const LIMIT_MS = 30_000;

export const importClients = (body: ClientImport, epoch: Epoch) =>
  call({
    method: 'POST',
    path: '/patients/import',
    body,
    reply: clientImportReplySchema,
    limitMs: LIMIT_MS,
    // A dry run stores nothing, but what it says must be about the database that is written to afterwards.
    epoch,
  });
