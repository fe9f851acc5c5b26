import { z } from 'zod';

export const sessionStatuses = ['planned', 'in-progress', 'ended', 'signed', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];
export const sessionStatusSchema = z.enum(sessionStatuses);
