import { z } from 'zod';

/** How tablets of the clinic's own network join; null where this server serves no such network. */
export const joiningSchema = z.object({
  lan: z
    .object({
      /** One page per address of this computer: `http://192.168.1.20:3000`. */
      urls: z.array(z.url()).min(1),
      /** SHA-256 of the authority's certificate, in pairs of hex digits with colons. */
      fingerprint: z.string(),
    })
    .nullable(),
});
export type Joining = z.infer<typeof joiningSchema>;
