import { sameJson } from '../canonical-json.ts';
import type { Plan } from '../entries/lifecycle.ts';
import type { DataOf, EntryKind } from '../entries/registry.ts';
import { entryKindOf } from '../entries/registry.ts';
import { may, type Operation } from '../permissions.ts';
import { isRefusal, type Refusal, refuse } from '../refusals.ts';
import type { Role } from '../roles.ts';
import { noticesOf, RULES_VERSION } from '../rules/notices.ts';
import { openBeforeSigning } from '../rules/sign-off.ts';
import { AHEAD_TOLERANCE_MS, formatInstant } from '../time.ts';
import type { DecideContext, DraftEntry, KnownEntry, PlanPatch, SessionCommand } from './commands.ts';
import { decideClose } from './decide-close.ts';
import { redactionOf } from './decide-redaction.ts';
import { signaturesNeeded } from './signatures.ts';
import type { SessionState } from './state.ts';

type StepCommand = Exclude<SessionCommand, { type: 'append' }>;

const operationOf: Record<StepCommand['type'], Operation> = {
  plan: 'session.plan',
  replan: 'session.plan',
  start: 'session.run',
  cancel: 'session.run',
  end: 'session.run',
  sign: 'session.sign',
  close: 'session.close',
  addendum: 'session.addendum',
  redact: 'redactions.decide',
};

/** Plan, start, cancel, end, sign, close, addendum, redact: each one entry, each only from the status it belongs to. */
export function decideLifecycle(
  command: StepCommand,
  state: SessionState,
  context: DecideContext,
): DraftEntry | Refusal {
  if (!may(context.actor.role, operationOf[command.type], state.status)) return refuse('role-may-not');
  switch (command.type) {
    case 'plan':
      if (state.lastSeq > 0) return refuse('entry-id-reused', { field: 'id', entryId: command.id });
      return step('planned', command.id, context.nowMs, command.plan);
    case 'replan':
      if (state.status !== 'planned' || state.plan === null) return notPlanned(state);
      return step('planned', command.id, context.nowMs, { ...state.plan, ...present(command.patch) });
    case 'start':
      return decideStart(command, state, context.nowMs);
    case 'cancel':
      if (state.status !== 'planned') return notPlanned(state);
      return step('cancelled', command.id, context.nowMs, { reason: command.reason });
    case 'end':
      return decideEnd(command, state, context.nowMs);
    case 'sign':
      return decideSign(command, state, context);
    case 'close': {
      const closed = decideClose(command, state, context);
      return isRefusal(closed) ? closed : step('closed', command.id, context.nowMs, closed);
    }
    case 'addendum':
      if (state.status !== 'signed') return refuse('session-not-signed');
      return step('addendum', command.id, context.nowMs, { text: command.text });
    case 'redact': {
      const left = redactionOf(command, state, context);
      return isRefusal(left) ? left : step('redaction', command.id, context.nowMs, left);
    }
  }
}

/** A retry is the same call: what the caller sent is compared, never what the server added to it. */
export function sameLifecycleCall(command: StepCommand, known: KnownEntry): boolean {
  const data = known.data as Record<string, unknown>;
  switch (command.type) {
    case 'plan':
      return known.kind === 'planned' && sameJson(data, command.plan);
    case 'replan':
      return known.kind === 'planned' && sameJson({ ...data, ...present(command.patch) }, data);
    case 'start':
      return (
        known.kind === 'started' && data.startedAt === command.startedAt && data.reason === command.reason
      );
    case 'cancel':
      return known.kind === 'cancelled' && data.reason === command.reason;
    case 'end':
      return (
        known.kind === 'ended' &&
        data.endedAt === command.endedAt &&
        data.disposition === command.disposition &&
        sameJson(data.leaving ?? null, command.leaving ?? null)
      );
    case 'sign':
      return known.kind === 'signed' && data.meaning === command.meaning;
    case 'close':
      return known.kind === 'closed' && data.reason === command.reason;
    case 'addendum':
      return known.kind === 'addendum' && (known.data === null || data.text === command.text);
    case 'redact':
      return known.kind === 'redaction' && data.entryId === command.entryId;
  }
}

function decideStart(
  command: Extract<StepCommand, { type: 'start' }>,
  state: SessionState,
  nowMs: number,
): DraftEntry | Refusal {
  if (state.status !== 'planned') return notPlanned(state);
  if (command.safetyOpen === true) return refuse('safety-open');
  const startMs = command.startedAt === null ? nowMs : Date.parse(command.startedAt);
  if (startMs > nowMs + AHEAD_TOLERANCE_MS) return refuse('time-ahead', { field: 'startedAt' });
  // A start a moment ago is a slow hand or a slow clock; a start further back is a paper record copied in.
  const transcribed = startMs < nowMs - AHEAD_TOLERANCE_MS;
  if (transcribed && command.reason === null) return refuse('reason-needed', { field: 'reason' });
  const { startedAt, reason, pins } = command;
  return step('started', command.id, startMs, { startedAt, reason, transcribed, pins });
}

function decideEnd(
  command: Extract<StepCommand, { type: 'end' }>,
  state: SessionState,
  nowMs: number,
): DraftEntry | Refusal {
  if (state.status !== 'in-progress') {
    if (state.status === 'planned') return refuse('session-not-started');
    return state.status === 'signed' ? refuse('session-signed') : refuse('session-not-in-progress');
  }
  const endMs = command.endedAt === null ? nowMs : Date.parse(command.endedAt);
  if (endMs > nowMs + AHEAD_TOLERANCE_MS) return refuse('time-ahead', { field: 'endedAt' });
  if (state.startedAt !== null && endMs < Date.parse(state.startedAt)) {
    return refuse('ended-before-start', { field: 'endedAt' });
  }
  const { endedAt, disposition, leaving } = command;
  return step('ended', command.id, endMs, {
    endedAt,
    disposition,
    ...(leaving === undefined ? {} : { leaving }),
  });
}

function decideSign(
  command: Extract<StepCommand, { type: 'sign' }>,
  state: SessionState,
  context: DecideContext,
): DraftEntry | Refusal {
  if (state.status === 'signed') return refuse('session-signed');
  if (state.status === 'cancelled') return refuse('session-cancelled');
  if (state.status !== 'ended') return refuse('open-items', { missing: ['The session has not ended.'] });
  const { role } = context.actor;
  if (state.signatures.some((signature) => signature.author.role === role)) return refuse('already-signed');
  if (command.safetyOpen === true) return refuse('safety-open');
  const missing = openBeforeSigning(state, context.nowMs);
  if (missing.length > 0) return refuse('open-items', { missing });
  const signedRoles = new Set<Role>([...state.signatures.map((signature) => signature.author.role), role]);
  return step('signed', command.id, context.nowMs, {
    meaning: command.meaning,
    coversSeq: state.lastSeq,
    coversHash: state.lastHash,
    locks: signaturesNeeded(state).every((needed) => signedRoles.has(needed)),
    rulesVersion: RULES_VERSION,
    notices: noticesOf(state, context.nowMs),
  });
}

function present(patch: PlanPatch): Partial<Plan> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function notPlanned(state: SessionState): Refusal {
  if (state.status === 'signed') return refuse('session-signed');
  return state.status === 'cancelled' ? refuse('session-cancelled') : refuse('session-not-planned');
}

function step<Kind extends EntryKind>(
  kind: Kind,
  id: string,
  happenedMs: number,
  data: DataOf<Kind>,
): DraftEntry {
  const version = entryKindOf(kind)?.version ?? 1;
  return { id, kind, version, happenedAt: formatInstant(happenedMs), data, context: null };
}
