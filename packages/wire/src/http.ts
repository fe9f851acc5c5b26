import {
  allergiesSchema,
  amountMgSchema,
  checkKeySchema,
  daySchema,
  dispositionSchema,
  drugKeys,
  handoverRoles,
  instantSchema,
  leavingSchema,
  operations,
  originSchema,
  planSchema,
  roleSchema,
  routeKeys,
  sessionStatusSchema,
  sexSchema,
  typedText,
  uuidSchema,
} from '@tandem/domain';
import { z } from 'zod';

/** Request and reply of every call under `/api`, one name per call (interface.md, HTTP). */

export const signInBodySchema = z.strictObject({
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address'),
  password: z.string().min(1, 'must not be empty').max(256, 'must be at most 256 characters'),
});

export const meSchema = z.object({
  person: z.object({ id: uuidSchema, name: z.string(), email: z.string() }),
  clinic: z.object({
    id: uuidSchema,
    name: z.string(),
    timeZone: z.string(),
    /** This clinic shows the estimated concentration. */
    estimate: z.boolean(),
    /** Entries may be recorded without a connection and wait on the device. */
    offlineMode: z.boolean(),
  }),
  roles: z.array(roleSchema),
  /** The role acted in. */
  role: roleSchema,
  may: z.array(z.enum(operations)),
  epoch: uuidSchema,
  demo: z.boolean(),
  /** Has a PIN of their own, to confirm somebody else's dose with. */
  hasPin: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/** What an admin may turn on and off for the clinic; the reply says how it stands now. */
export const clinicSettingsSchema = z.strictObject({ estimate: z.boolean(), offlineMode: z.boolean() });
/** One or more of them. */
export const newClinicSettingsSchema = clinicSettingsSchema
  .partial()
  .refine((settings) => Object.keys(settings).length > 0, 'must name at least one setting');
export type ClinicSettings = z.infer<typeof clinicSettingsSchema>;

export const actAsBodySchema = z.strictObject({ role: roleSchema });

export const newPatientSchema = z.strictObject({
  id: uuidSchema,
  familyName: typedText(80),
  givenName: typedText(80),
  birthDate: daySchema,
  sex: sexSchema,
  mrn: typedText(40).optional(),
  allergies: allergiesSchema,
  medicines: z.array(typedText(160)).max(100).optional(),
  contacts: z
    .array(
      z.strictObject({
        name: typedText(120),
        relation: typedText(80).optional(),
        phone: typedText(40).optional(),
        email: typedText(254).optional(),
      }),
    )
    .max(20)
    .optional(),
  language: typedText(40).optional(),
});
export type NewPatient = z.infer<typeof newPatientSchema>;

export const patientSchema = z.object({
  id: uuidSchema,
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string(),
  sex: sexSchema,
  mrn: z.string().nullable(),
  allergies: z.object({ status: z.enum(['not-asked', 'none-known', 'known']), items: z.array(z.string()) }),
  medicines: z.array(z.string()),
  contacts: z.array(z.record(z.string(), z.string())),
  language: z.string().nullable(),
  createdAt: z.string(),
});
export type Patient = z.infer<typeof patientSchema>;
export const patientsReplySchema = z.object({ items: z.array(patientSchema) });

/** What a client agreed to: which form, in which version, until when. */
export const newConsentSchema = z
  .strictObject({
    id: uuidSchema,
    form: typedText(160),
    version: typedText(40),
    signedOn: daySchema,
    expiresOn: daySchema.optional(),
  })
  .refine(({ signedOn, expiresOn }) => expiresOn === undefined || expiresOn >= signedOn, {
    path: ['expiresOn'],
    message: 'must not be before the day it was signed',
  });
export type NewConsent = z.infer<typeof newConsentSchema>;
export const consentSchema = z.object({
  id: uuidSchema,
  form: z.string(),
  version: z.string(),
  signedOn: z.string(),
  expiresOn: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  /** On the clinic's today: neither withdrawn nor expired. */
  current: z.boolean(),
});
export type Consent = z.infer<typeof consentSchema>;
export const consentsReplySchema = z.object({ items: z.array(consentSchema) });

/** What comes pre-filled, to confirm: the last answer to each lasting row, and the consents that hold today. */
export const lastingAnswersSchema = z.object({
  items: z.array(
    z.object({
      item: checkKeySchema,
      result: z.enum(['fulfilled', 'not-fulfilled', 'not-applicable']),
      note: z.string().nullable(),
      at: z.string(),
      by: z.string(),
      sessionId: uuidSchema,
    }),
  ),
  consents: z.array(consentSchema),
});

export const protocolSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  version: z.int(),
  basedOn: uuidSchema.nullable(),
  data: z.record(z.string(), z.unknown()),
  /** As Tandem brought it: nobody of this clinic wrote it. */
  example: z.boolean(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
});
export type Protocol = z.infer<typeof protocolSchema>;
export const protocolsReplySchema = z.object({ items: z.array(protocolSchema) });

export const personSchema = z.object({ id: uuidSchema, name: z.string(), roles: z.array(roleSchema) });
export type Person = z.infer<typeof personSchema>;
export const peopleReplySchema = z.object({ items: z.array(personSchema) });
export const roomSchema = z.object({ id: uuidSchema, name: z.string() });
export type Room = z.infer<typeof roomSchema>;
export const roomsReplySchema = z.object({ items: z.array(roomSchema) });

/** `demo` is the seed's alone. */
export const newSessionSchema = z.strictObject({
  id: uuidSchema,
  ...planSchema.shape,
  origin: z.enum(['live', 'training']).optional(),
});
export const sessionPatchSchema = z
  .strictObject({
    id: uuidSchema.optional(),
    ...planSchema.omit({ patientId: true, origin: true }).partial().shape,
  })
  .refine((patch) => Object.keys(patch).some((key) => key !== 'id'), 'must change something');
export type SessionPatch = z.infer<typeof sessionPatchSchema>;

export const startBodySchema = z.strictObject({
  id: uuidSchema,
  startedAt: instantSchema.optional(),
  reason: typedText(500).optional(),
});
export const cancelBodySchema = z.strictObject({ id: uuidSchema, reason: typedText(500) });
export const endBodySchema = z.strictObject({
  id: uuidSchema,
  endedAt: instantSchema.optional(),
  disposition: dispositionSchema,
  /** After a dose, when somebody leaves who is not ready by the record. */
  leaving: leavingSchema.optional(),
});
export const signBodySchema = z.strictObject({ id: uuidSchema, meaning: typedText(500) });
export const addendumBodySchema = z.strictObject({ id: uuidSchema, text: typedText(4000) });

export const pinSchema = z.string().regex(/^\d{6}$/, 'must be six digits');
/** The login's own password, so that a tablet left open gives nobody a PIN. */
export const setPinBodySchema = z.strictObject({
  pin: pinSchema.refine(
    (pin) => !/^(\d)\1{5}$|^123456$|^654321$/.test(pin),
    'must not be that easy to guess',
  ),
  password: z.string().min(1, 'must not be empty').max(256),
});

/** A second person's proof: single use, two minutes, bound to these values. Without a route it is for waste. */
export const newApprovalSchema = z.strictObject({
  id: uuidSchema,
  personId: uuidSchema,
  pin: pinSchema,
  drug: z.enum(drugKeys),
  amountMg: amountMgSchema,
  route: z.enum(routeKeys).optional(),
});
export type NewApproval = z.infer<typeof newApprovalSchema>;
export const approvalSchema = z.object({
  id: uuidSchema,
  personId: uuidSchema,
  drug: z.string(),
  amountMg: z.number(),
  route: z.string().nullable(),
  expiresAt: z.string(),
});

const teamMemberSchema = z.object({ personId: uuidSchema, name: z.string(), role: roleSchema });

export const sessionSchema = z.object({
  id: uuidSchema,
  status: sessionStatusSchema,
  origin: originSchema,
  /** Null where this role may not know who it is while the session runs. */
  patient: patientSchema
    .pick({
      id: true,
      familyName: true,
      givenName: true,
      birthDate: true,
      sex: true,
      mrn: true,
      allergies: true,
    })
    .nullable(),
  /** Null, like the client, where this role may not know. */
  protocol: z
    .object({ id: uuidSchema, name: z.string(), version: z.int(), confirmed: z.boolean() })
    .nullable(),
  plannedAt: z.string(),
  durationMinutes: z.int().nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  weightKg: z.number().nullable(),
  room: roomSchema.nullable(),
  people: z.array(teamMemberSchema),
  plannedDoses: z.array(z.object({ drug: z.string(), route: z.string(), amountMg: z.number() })),
  seriesId: uuidSchema.nullable(),
  /** "Session 3 of 6": its place among the sessions of this series that are not cancelled; null without a series. */
  series: z.object({ number: z.int(), of: z.int() }).nullable(),
  setting: z.string(),
  disposition: dispositionSchema.nullable(),
  lastSeq: z.int(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionListSchema = z.object({
  items: z.array(sessionSchema),
  nextCursor: z.string().nullable(),
});

/** Ids to narrow a list of sessions by; each is a filter, so one that nobody has finds nothing. */
const sessionIdFilters = {
  patientId: uuidSchema.optional(),
  protocolId: uuidSchema.optional(),
  roomId: uuidSchema.optional(),
  /** Of the team. */
  personId: uuidSchema.optional(),
};

/** Query of `GET /api/sessions`; `limit` arrives as text in a URL and is the one value read from text. */
export const sessionQuerySchema = z.strictObject({
  status: z.string().optional().meta({ description: 'One or more statuses, separated by commas.' }),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: typedText(100).optional(),
  ...sessionIdFilters,
  cursor: z.string().max(2000).optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|1\d\d|200)$/, 'must be from 1 to 200')
    .optional(),
});
/** Body of `POST /api/sessions/search`: the same filter, so that no name stands in a URL. */
export const sessionSearchSchema = z.strictObject({
  status: z.array(sessionStatusSchema).min(1).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: typedText(100).optional(),
  ...sessionIdFilters,
  cursor: z.string().max(2000).optional(),
  limit: z.int('must be a whole number from 1 to 200').min(1).max(200).optional(),
});
export type SessionSearch = z.infer<typeof sessionSearchSchema>;

export const entriesQuerySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d{0,2}|1000)$/, 'must be from 1 to 1000')
    .optional(),
});

export const stateQuerySchema = z.strictObject({
  at: instantSchema.optional(),
  throughSeq: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number from 0')
    .optional(),
});
const noticeSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  priority: z.enum(['high', 'medium', 'low']),
  emergency: z.boolean(),
  sentence: z.string(),
  entryId: uuidSchema.nullable(),
  raisedAt: z.string(),
  /** How the condition ended; null while it is open. */
  settled: z
    .object({ how: z.enum(['value', 'outcome']), at: z.string(), outcome: z.string().nullable() })
    .nullable(),
  seen: z.array(
    z.object({ by: z.string(), role: roleSchema, at: z.string(), reason: z.string().nullable() }),
  ),
  /** It stands on the bar. */
  shown: z.boolean(),
  escalation: z.int().min(0).max(2),
});

/** Always a band: the middle is there to draw it, never to be shown as a number (docs/estimate.md). */
export const estimateReplySchema = z.object({
  model: z.string(),
  points: z.array(z.object({ at: z.string(), ngPerMl: z.number(), low: z.number(), high: z.number() })),
});
export const stateReplySchema = z.object({
  lastSeq: z.int(),
  status: sessionStatusSchema,
  phase: z.string().nullable(),
  notices: z.array(noticeSchema),
  vitalsDue: z
    .object({ at: z.string(), window: z.object({ from: z.string(), to: z.string() }), late: z.boolean() })
    .nullable(),
  ketamine: z.object({
    totalMg: z.number(),
    mgPerKg: z.number().nullable(),
    minutesSinceLastDose: z.number().nullable(),
  }),
  discharge: z.object({ ready: z.boolean(), missing: z.array(z.string()) }),
  /** Handovers that their receiver has not accepted yet. */
  openHandovers: z.array(
    z.object({
      id: uuidSchema,
      at: z.string(),
      fromId: uuidSchema,
      toId: uuidSchema,
      role: z.enum(handoverRoles),
    }),
  ),
  estimate: estimateReplySchema.nullable(),
  /** The code of why there is none (`estimateAbsences`); null while there is one. */
  estimateAbsentReason: z.string().nullable(),
});
export type StateReply = z.infer<typeof stateReplySchema>;
