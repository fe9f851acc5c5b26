import { z } from 'zod';

/** Body of a call that takes none: absent or `{}`. A field in it is refused like any unknown field. */
export const nothingSchema = z.strictObject({}).nullish();
