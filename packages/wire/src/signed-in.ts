import { z } from 'zod';
import { meSchema } from './http.ts';

/**
 * Who is signed in. `mustEnrol`: this clinic asks for a second factor and they have none yet; nothing but setting it
 * up answers before that is done.
 */
export const signedInSchema = meSchema.extend({ mustEnrol: z.literal(true).optional() });
export type SignedInAs = z.infer<typeof signedInSchema>;
