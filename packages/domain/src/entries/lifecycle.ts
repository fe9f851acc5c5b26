import { z } from 'zod';
import { drillPlanSchema } from '../drill/drill-keys.ts';
import { drugKeys, routeCatalog, routeKeys } from '../drugs/catalog.ts';
import type { ProtocolPlan } from '../protocol/plan.ts';
import { roleSchema } from '../roles.ts';
import { typedText, uuidSchema } from '../text.ts';
import { daySchema, instantSchema } from '../time.ts';
import { weightKgSchema } from '../weight.ts';
import { amountMgSchema } from './dose.ts';
import { byItsOwnCall, defineEntryKind, reasonSchema } from './entry-kind.ts';

export const allergiesSchema = z
  .strictObject({
    status: z.enum(['not-asked', 'none-known', 'known']),
    items: z.array(typedText(120)).max(50).default([]),
  })
  .superRefine((value, context) => {
    if ((value.status === 'known') !== value.items.length > 0) {
      const message =
        value.status === 'known'
          ? 'must name at least one allergy'
          : 'must be empty unless the status is known';
      context.addIssue({ code: 'custom', path: ['items'], message });
    }
  });
export type Allergies = z.output<typeof allergiesSchema>;

export const sexSchema = z.enum(['female', 'male', 'other', 'unknown']);
export const originSchema = z.enum(['live', 'transcribed', 'training', 'demo']);
export type SessionOrigin = z.infer<typeof originSchema>;

const teamMemberSchema = z.strictObject({ personId: uuidSchema, role: roleSchema });
const plannedDoseSchema = z.strictObject({
  drug: z.enum(drugKeys).default('ketamine'),
  route: z.enum(routeKeys),
  amountMg: amountMgSchema,
});

/** What a session is planned to be. A later `planned` entry replaces the plan as a whole. */
export const planSchema = z.strictObject({
  patientId: uuidSchema,
  protocolId: uuidSchema,
  plannedAt: instantSchema,
  durationMinutes: z.int().min(5).max(1440).optional(),
  weightKg: weightKgSchema.optional(),
  roomId: uuidSchema.optional(),
  people: z.array(teamMemberSchema).max(20).optional(),
  plannedDoses: z.array(plannedDoseSchema).max(20).optional(),
  seriesId: uuidSchema.optional(),
  setting: z.enum(['in-clinic', 'at-home', 'telehealth']).optional(),
  /** `transcribed` is decided by the start, `demo` by the seed. */
  origin: z.enum(['live', 'training', 'demo']).optional(),
  /** What is played into a training session; set by the start of a drill alone. */
  drill: drillPlanSchema.optional(),
});
export type Plan = z.output<typeof planSchema>;

export const plannedKind = defineEntryKind({
  kind: 'planned',
  version: 1,
  label: 'Planned',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: planSchema,
  summarize: (data) => {
    const doses = (data.plannedDoses ?? []).map(
      (dose) => `${dose.amountMg} mg ${routeCatalog[dose.route].label}`,
    );
    return doses.length === 0 ? 'Planned' : `Planned: ${doses.join(', then ')}`;
  },
});

/** The server pins a version that was checked when it was made: a screen that only reads it needs no rules for it. */
const pinnedPlanSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<ProtocolPlan>;

/** Pinned at the start, so that a later change of the client's row never changes a signed report. */
export const pinsSchema = z.strictObject({
  patient: z.strictObject({
    id: uuidSchema,
    familyName: z.string(),
    givenName: z.string(),
    birthDate: daySchema,
    sex: sexSchema,
    mrn: z.string().nullable(),
    allergies: allergiesSchema,
  }),
  weightKg: weightKgSchema.nullable(),
  protocol: z.strictObject({ id: uuidSchema, name: z.string(), data: pinnedPlanSchema }),
  team: z.array(z.strictObject({ personId: uuidSchema, name: z.string(), role: roleSchema })),
});
export type Pins = z.output<typeof pinsSchema>;

export const startedKind = defineEntryKind({
  kind: 'started',
  version: 1,
  label: 'Started',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({
    /** As the caller gave it; null when it was "now". Kept so that a retry can be told from another call. */
    startedAt: instantSchema.nullable(),
    reason: reasonSchema.nullable(),
    transcribed: z.boolean(),
    pins: pinsSchema,
  }),
  summarize: (data) => (data.transcribed ? `Started, copied from paper: ${data.reason}` : 'Started'),
});

export const dispositions = {
  completed: 'Completed',
  'stopped-early': 'Stopped early',
  'left-against-advice': 'Left against advice',
  transferred: 'Transferred',
  'no-dose': 'No dose given',
} as const;
export type Disposition = keyof typeof dispositions;
export const dispositionSchema = z.enum(Object.keys(dispositions) as [Disposition, ...Disposition[]]);

/**
 * How somebody left who was not ready to go home by the record: asked after a dose, never in the way of the end.
 * What is unknown stays out.
 */
export const leavingSchema = z.strictObject({
  /** Who took the client home, and how to reach them. */
  with: typedText(120).optional(),
  phone: typedText(40).optional(),
  /** What they were told. */
  told: typedText(500).optional(),
  /** Why they left all the same. */
  reason: typedText(500).optional(),
});
export type Leaving = z.output<typeof leavingSchema>;

export const endedKind = defineEntryKind({
  kind: 'ended',
  version: 1,
  label: 'Ended',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({
    endedAt: instantSchema.nullable(),
    disposition: dispositionSchema,
    leaving: leavingSchema.optional(),
  }),
  summarize: ({ disposition, leaving }) => {
    const { with: person, reason } = leaving ?? {};
    const who = person === undefined ? '' : `, left with ${person}`;
    return `Ended: ${dispositions[disposition].toLowerCase()}${who}${reason === undefined ? '' : `: ${reason}`}`;
  },
});

export const cancelledKind = defineEntryKind({
  kind: 'cancelled',
  version: 1,
  label: 'Cancelled',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({ reason: reasonSchema }),
  summarize: (data) => `Cancelled: ${data.reason}`,
});

export const signedKind = defineEntryKind({
  kind: 'signed',
  version: 1,
  label: 'Signed',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({
    meaning: typedText(500),
    /** Chain head that the signature covers: seq and hash of the entry before it. */
    coversSeq: z.int().min(1),
    coversHash: z.string(),
    /** True when this was the last signature needed: from here on, addenda only. */
    locks: z.boolean(),
    /** Rules by which `notices` were raised. Absent in records signed before they were kept. */
    rulesVersion: z.int().min(1).optional(),
    /** Every `Notice` as it stood at this moment, by the server's own rules: what was signed stays what it was, whatever rules come later. */
    notices: z.array(z.unknown()).optional(),
  }),
  summarize: (data) => `Signed: ${data.meaning}`,
});

export const addendumKind = defineEntryKind({
  kind: 'addendum',
  version: 1,
  label: 'Addendum',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({ text: typedText(4000) }),
  summarize: (data) => data.text,
});

/**
 * Left in place of an erased payload, which is erased in the same transaction (product.md, decision 8). Who asked, who
 * decided (the author of this entry) and who had opened the session by then stay.
 */
export const redactionKind = defineEntryKind({
  kind: 'redaction',
  version: 1,
  label: 'Redacted',
  group: 'lifecycle',
  recordableIn: byItsOwnCall,
  data: z.strictObject({
    entryId: uuidSchema,
    reason: reasonSchema,
    askedBy: z.strictObject({ id: uuidSchema, name: typedText(120) }).optional(),
    /** Its amendments: they hold the whole text as well. */
    amendmentIds: z.array(uuidSchema).max(500).optional(),
    /** Names of everybody who opened the session between the entry and its removal. */
    readBy: z.array(typedText(120)).max(500).optional(),
  }),
  summarize: () => 'Text removed',
});
