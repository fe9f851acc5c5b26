import type { z } from 'zod';
import { call } from '../data/api.ts';

/** An answer to a screen on a wall that takes longer says too little about now. */
const WALL_LIMIT_MS = 4_500;
/** By the screen's own login; no person is signed in there. Its page alone brings what the replies must be. */
export const askWall = <Reply>(reply: z.ZodType<Reply>) =>
  call({ method: 'GET', path: '/display', reply, limitMs: WALL_LIMIT_MS });
export const newWallCode = <Reply>(reply: z.ZodType<Reply>) =>
  call({ method: 'POST', path: '/display/codes', body: {}, reply, limitMs: WALL_LIMIT_MS });
