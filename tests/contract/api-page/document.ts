import type { JsonSchema as Schema } from '../../support/json-schema.ts';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** One call, as the served OpenAPI document describes it. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
  readonly 'x-access': string | readonly string[];
  readonly 'x-roles'?: readonly string[];
  readonly 'x-role-limits'?: Readonly<Record<string, string>>;
  readonly 'x-fresh-login'?: true;
  readonly 'x-before-enrolment'?: true;
}

/** What `GET /api/openapi.json` answers, as far as the page is made from it. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly description: string; readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A call with where it is. */
export interface Call extends Operation {
  /** `POST /api/sessions/{id}/entries`. */
  readonly title: string;
}

/** Every call of the document, in its order. */
export function callsOf({ paths }: ApiDocument): Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      title: `${method.toUpperCase()} ${path}`,
    })),
  );
}

/** What a schema is of a body or a reply that is JSON; undefined for a file and for none. */
export function jsonOf({ content }: Content): Schema | undefined {
  return content?.['application/json']?.schema;
}
