import {
  type ClinicSettings,
  clinicSettingsSchema,
  type newProtocolSchema,
  protocolSchema,
} from '@tandem/wire';
import type { z } from 'zod';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

export const setClinic = (body: Partial<ClinicSettings>, epoch: Epoch) =>
  call({ method: 'PATCH', path: '/clinic', body, reply: clinicSettingsSchema, epoch });
export const addProtocol = (body: z.output<typeof newProtocolSchema>, epoch: Epoch) =>
  call({ method: 'POST', path: '/protocols', body, reply: protocolSchema, epoch });
export const confirmProtocol = (protocolId: string, epoch: Epoch) =>
  call({ method: 'POST', path: `/protocols/${protocolId}/confirm`, body: {}, reply: protocolSchema, epoch });
