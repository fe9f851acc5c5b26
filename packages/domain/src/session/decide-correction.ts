import type { z } from 'zod';
import { correctOperation, readOperation, recorderOf } from '../entries/entry-kind.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import { entryKindOf } from '../entries/registry.ts';
import { firstIssue } from '../issues.ts';
import { may } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { DecideContext } from './commands.ts';
import { handoverCorrectionRefusal } from './decide-handover.ts';
import { meaningRefusal } from './decide-meaning.ts';
import { roleLimitRefusal } from './role-limits.ts';
import { type Item, itemOf, type SessionState } from './state.ts';
import { timeRefusal } from './time-limits.ts';

type Correction = Extract<AnyNewEntry, { kind: 'amendment' | 'retraction' }>;

/**
 * Who corrects whose entry is in the table of permissions (COR-1, COR-2). Corrections and steps of the session are
 * not corrected (COR-3); a retracted entry is entered anew (COR-4).
 */
export function decideCorrection(
  entry: Correction,
  state: SessionState,
  context: DecideContext,
): Refusal | null {
  const item = itemOf(state, entry.data.entryId);
  const definition = item === undefined ? undefined : entryKindOf(item.entry.kind);
  if (item === undefined || definition === undefined) return refuse('not-found', { field: 'data.entryId' });
  const { actor } = context;
  if (!may(actor.role, readOperation(definition.group), state.status)) {
    return refuse('not-found', { field: 'data.entryId' });
  }
  const operation = correctOperation(definition);
  if (operation === null) return refuse('not-correctable', { field: 'data.entryId' });
  const relation = recorderOf(item.entry).id === actor.id ? 'own' : 'any';
  if (!may(actor.role, operation, { status: state.status, relation })) {
    return relation === 'own'
      ? refuse('role-may-not', { field: 'kind' })
      : refuse('not-yours', { field: 'data.entryId' });
  }
  if (item.retraction !== null) return refuse('entry-retracted', { field: 'data.entryId' });
  return entry.kind === 'retraction'
    ? (retractionRefusal(entry.data, item) ?? handoverCorrectionRefusal(item, null, state))
    : amendmentRefusal(entry.data, item, definition.data, state, context);
}

function retractionRefusal(
  data: Extract<Correction, { kind: 'retraction' }>['data'],
  item: Item,
): Refusal | null {
  const isDose = item.entry.kind === 'dose' || item.entry.kind === 'infusion-start';
  if (isDose && data.anyGiven === undefined) {
    return refuse('invalid', {
      field: 'data.anyGiven',
      detail: 'Was any of it given? A dose is retracted only with anyGiven: false; otherwise amend it.',
    });
  }
  if (!isDose && data.anyGiven !== undefined) {
    return refuse('invalid', { field: 'data.anyGiven', detail: 'anyGiven is for a dose only. Remove it.' });
  }
  return null;
}

function amendmentRefusal(
  data: Extract<Correction, { kind: 'amendment' }>['data'],
  item: Item,
  schema: z.ZodType,
  state: SessionState,
  context: DecideContext,
): Refusal | null {
  if (data.basedOnSeq !== undefined && item.lastChangeSeq > data.basedOnSeq) {
    return refuse('entry-changed', { field: 'data.basedOnSeq' });
  }
  const parsed = schema.safeParse(data.data);
  if (!parsed.success) {
    const issue = firstIssue(parsed.error, 'data.data');
    return refuse('invalid', { field: issue.field, detail: issue.sentence });
  }
  if (kindsOfDrug.includes(item.entry.kind) && !sameDrug(item.data, data.data)) {
    return refuse('invalid', {
      field: 'data.data.drug',
      detail: 'An amendment cannot change the drug. Retract this dose and record the other one.',
    });
  }
  const limit = roleLimitRefusal(item.entry.kind, parsed.data, context.actor.role, 'data.data');
  if (limit !== null) return limit;
  const { correctedHappenedAt: corrected } = data;
  const time =
    corrected === undefined ? null : timeRefusal(corrected, 'data.correctedHappenedAt', state, context.nowMs);
  return (
    time ??
    handoverCorrectionRefusal(item, parsed.data, state) ??
    meaningRefusal(
      item.entry.kind,
      parsed.data,
      corrected ?? item.happenedAt,
      state,
      context.nowMs,
      'data.data',
      item.data,
    )
  );
}

const kindsOfDrug: readonly string[] = ['dose', 'infusion-start', 'infusion-rate', 'infusion-stop'];

/** The same drug, and of an infusion the same one. */
function sameDrug(before: unknown, after: unknown): boolean {
  const drugOf = (dose: unknown) => {
    const { drug, drugName, infusionId } = dose as { drug: string; drugName?: string; infusionId?: string };
    return `${drug}:${drugName ?? ''}:${infusionId ?? ''}`;
  };
  return drugOf(before) === drugOf(after);
}
