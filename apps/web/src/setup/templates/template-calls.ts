import type { TextTemplateKey } from '@tandem/domain';
import { textTemplatesReplySchema } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../data/api.ts';
import type { Epoch } from '../../data/calls.ts';

export const templatesQuery = queryOptions({
  queryKey: ['text-templates'],
  queryFn: () => call({ method: 'GET', path: '/text-templates', reply: textTemplatesReplySchema }),
});

/** Null goes back to the one that every clinic has. */
export const putTemplate = (key: TextTemplateKey, text: string | null, epoch: Epoch) =>
  call({
    method: 'PUT',
    path: `/text-templates/${key}`,
    body: { text },
    reply: textTemplatesReplySchema,
    epoch,
  });
