import { textTemplateKeys } from '@tandem/domain';
import { placeExamples, placeNames } from '@tandem/records';
import { newTextTemplateSchema, type TextTemplatesReply, textTemplatesReplySchema } from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import type { Login } from '../auth/login.ts';
import { readTextTemplates, type TextTemplates, writeTextTemplate } from '../exports/text-templates.ts';
import type { Services } from '../services.ts';

const params = z.object({ key: z.enum(textTemplateKeys) });

/** Templates of the text that sessions leave as: nothing of a client is in them. */
export function textTemplateRoutes(app: App, { inClinic, clock }: Services): void {
  app.get(
    '/api/text-templates',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Lists the templates of the text export, what may stand in them, and examples',
        response: { 200: textTemplatesReplySchema },
      },
    },
    async ({ login }) =>
      inClinic(login.clinicId, async (scope) => replyOf(login, await readTextTemplates(scope))),
  );

  app.put(
    '/api/text-templates/:key',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Changes a template of the text export',
        description: '`text: null` goes back to the one that every clinic has.',
        params,
        body: newTextTemplateSchema,
        response: { 200: textTemplatesReplySchema },
      },
    },
    async ({ login, params: { key }, body }) =>
      inClinic(login.clinicId, async (scope) => {
        await writeTextTemplate(scope, login, key, body.text, clock.nowMs());
        return replyOf(login, await readTextTemplates(scope));
      }),
  );
}

function replyOf(login: Login, templates: TextTemplates): TextTemplatesReply {
  return {
    items: textTemplateKeys.map((key) => ({ key, ...templates[key] })),
    places: [...placeNames],
    examples: placeExamples({ id: login.clinicId, name: login.clinicName, timeZone: login.timeZone }),
  };
}
