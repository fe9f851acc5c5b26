import { canonicalJson } from '@tandem/domain';
import * as wire from '@tandem/wire';
import { z } from 'zod';

/** JSON Schema, as far as it is looked at here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * Shapes of replies that have a name of their own in the document. A reply that holds one of them points to it, so
 * that a program that is generated from the document has one type for it. Only what is told apart by its fields: an
 * `{id, name}` is a room here and a person there.
 */
const replies = {
  AuditItem: wire.auditItemSchema,
  ClientFacts: wire.clientFactsReplySchema,
  ClientImport: wire.clientImportReplySchema,
  Consent: wire.consentSchema,
  Course: wire.courseSchema,
  CourseTask: wire.courseTaskSchema,
  Display: wire.displaySchema,
  DisplayView: wire.displayViewSchema,
  Drill: wire.drillSchema,
  Entry: wire.servedEntrySchema,
  Health: wire.healthSchema,
  Insights: wire.insightsSchema,
  Instrument: wire.instrumentSchema,
  Invitation: wire.invitationSchema,
  KeptRoom: wire.keptRoomSchema,
  MadeInvitation: wire.madeInvitationSchema,
  Me: wire.signedInSchema,
  Opening: wire.openingSchema,
  PastFacts: wire.pastFactsSchema,
  PastSession: wire.pastSessionSchema,
  Patient: wire.patientSchema,
  Person: wire.personSchema,
  Problem: wire.problemSchema,
  Protocol: wire.protocolSchema,
  RedactionRequest: wire.redactionRequestSchema,
  Release: wire.releaseSchema,
  SavedProcessNote: wire.savedProcessNoteSchema,
  Session: wire.sessionSchema,
  SessionFigures: wire.sessionFiguresSchema,
  StaffPerson: wire.staffPersonSchema,
  State: wire.stateReplySchema,
  TextTemplates: wire.textTemplatesReplySchema,
  Vial: wire.vialSchema,
  VialCount: wire.vialCountSchema,
} satisfies Record<string, z.ZodType>;

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
export const problemRef = ref('Problem');

/** The named shapes, each with the others in it by name, and how to put the names into any other schema. */
export function namedShapes(): {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly named: (schema: unknown) => unknown;
} {
  const plain = Object.entries(replies).map(([name, schema]) => [name, jsonOf(schema)] as const);
  const nameOf = new Map(plain.map(([name, json]) => [canonicalJson(json), name]));
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(part)]));
  };
  const named = (value: unknown): unknown => {
    const name = isShape(value) ? nameOf.get(canonicalJson(value)) : undefined;
    return name === undefined ? inside(value) : ref(name);
  };
  return {
    schemas: Object.fromEntries(plain.map(([name, json]) => [name, inside(json) as JsonSchema])),
    named,
  };
}

/** Only an object with fields, or a choice of such, has a name: most of a document is neither. */
function isShape(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('properties' in value || 'oneOf' in value);
}

function jsonOf(schema: z.ZodType): JsonSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    // As the routes' own schemas come into the document, or they would not be found in it.
    override: ({ jsonSchema }) => {
      if (jsonSchema.const === undefined) return;
      jsonSchema.enum = [jsonSchema.const];
      delete jsonSchema.const;
    },
  });
  return json;
}
