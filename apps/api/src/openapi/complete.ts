import { type JsonSchema, namedShapes, problemRef } from './shapes.ts';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}
interface Operation {
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}
/** An OpenAPI document, as far as it is completed here. */
export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: Readonly<Record<string, unknown>>;
}

/** What each reply means where the call's own description says nothing else. */
const MEANS = {
  made: 'Stored by this call.',
  again: 'Nothing new was made: it was there already.',
  answered: 'Done, or as it stands.',
  refused: 'Refused: `code` says why, and nothing was stored unless it says so.',
} as const;

/**
 * The document with what no single route can say: names for shapes that come again, what each status means, in which
 * form every call is refused, and which bodies may be left out.
 */
export function complete<Document extends Described>(document: Document): Document {
  const { schemas, named } = namedShapes();
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, completeCall(operation, named)]),
    ),
  ]);
  return {
    ...document,
    components: { ...document.components, schemas },
    paths: Object.fromEntries(paths),
  };
}

function completeCall(operation: Operation, named: (schema: unknown) => unknown): Operation {
  const { requestBody, responses } = operation;
  const statuses = Object.keys(responses);
  const replies = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, reply]) => {
      const means = status === '201' ? MEANS.made : statuses.includes('201') ? MEANS.again : MEANS.answered;
      return [status, { ...(named(reply) as Content), description: means }] as const;
    });
  return {
    ...operation,
    ...(requestBody === undefined
      ? {}
      : { requestBody: { ...requestBody, required: !mayBeLeftOut(requestBody) } }),
    responses: {
      ...Object.fromEntries(replies),
      default: {
        description: MEANS.refused,
        content: { 'application/problem+json': { schema: problemRef } },
      } as Content,
    },
  };
}

/** A call that takes nothing is sent without a body or with an empty object. */
function mayBeLeftOut({ content }: Content): boolean {
  const schema = Object.values(content ?? {})[0]?.schema as { anyOf?: { type?: string }[] } | undefined;
  return schema?.anyOf?.some(({ type }) => type === 'null') === true;
}
