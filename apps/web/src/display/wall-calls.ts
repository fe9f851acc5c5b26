import { displayViewSchema, shownCodeSchema } from '@tandem/wire';
import { call } from '../data/api.ts';

/** An answer that takes longer says too little about now. */
const LIMIT_MS = 4_500;

export const getView = () =>
  call({ method: 'GET', path: '/display', reply: displayViewSchema, limitMs: LIMIT_MS });
/** The login comes with it, as a cookie that no script can read. */
export const newCode = () =>
  call({ method: 'POST', path: '/display/codes', body: {}, reply: shownCodeSchema, limitMs: LIMIT_MS });
