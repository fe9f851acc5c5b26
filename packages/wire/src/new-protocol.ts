import { protocolPlanSchema, typedText, uuidSchema } from '@tandem/domain';
import { z } from 'zod';

/** Body of `POST /api/protocols`. In a file of its own: what only reads protocols does not load their rules. */
export const newProtocolSchema = z.strictObject({
  id: uuidSchema,
  name: typedText(120),
  basedOn: uuidSchema.optional(),
  data: protocolPlanSchema,
});
