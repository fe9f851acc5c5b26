import type { z } from 'zod';
import { acknowledgementKind } from './acknowledgement.ts';
import { adverseEventKind } from './adverse-event.ts';
import { amendmentKind } from './amendment.ts';
import { assessmentKind } from './assessment.ts';
import { checklistKind } from './checklist.ts';
import { closedKind } from './closed.ts';
import { doseKind } from './dose.ts';
import { doseNotGivenKind } from './dose-not-given.ts';
import { emergencyKind } from './emergency.ts';
import type { Entry, EntryKindDefinition, NewEntry } from './entry-kind.ts';
import { handoverAcceptedKind, handoverKind } from './handover.ts';
import { infusionRateKind, infusionStartKind, infusionStopKind } from './infusion.ts';
import {
  addendumKind,
  cancelledKind,
  endedKind,
  plannedKind,
  redactionKind,
  signedKind,
  startedKind,
} from './lifecycle.ts';
import { momentKind } from './moment.ts';
import { noteKind } from './note.ts';
import { phaseKind } from './phase.ts';
import { retractionKind } from './retraction.ts';
import { shiftKind } from './shift.ts';
import { vitalSignsKind } from './vital-signs.ts';
import { wasteKind } from './waste.ts';
import { wordsToKeepKind } from './words-to-keep.ts';

/** THE list of entry kinds. A kind that is not here does not exist; one that is here works everywhere. */
export const entryKinds = [
  vitalSignsKind,
  doseKind,
  infusionStartKind,
  infusionRateKind,
  infusionStopKind,
  doseNotGivenKind,
  wasteKind,
  checklistKind,
  emergencyKind,
  noteKind,
  momentKind,
  shiftKind,
  wordsToKeepKind,
  phaseKind,
  adverseEventKind,
  assessmentKind,
  acknowledgementKind,
  handoverKind,
  handoverAcceptedKind,
  amendmentKind,
  retractionKind,
  plannedKind,
  startedKind,
  endedKind,
  signedKind,
  closedKind,
  addendumKind,
  cancelledKind,
  redactionKind,
] as const;

type Kinds = (typeof entryKinds)[number];
export type EntryKind = Kinds['kind'];
export type DataOf<Kind extends EntryKind> = z.output<Extract<Kinds, { kind: Kind }>['data']>;

/** Kinds a device appends through `POST entries`; lifecycle steps have calls of their own. */
export const recordableKinds = entryKinds.filter((definition) => definition.recordableIn.length > 0);
export type RecordableKind = Exclude<
  EntryKind,
  'planned' | 'started' | 'ended' | 'signed' | 'closed' | 'addendum' | 'cancelled' | 'redaction'
>;

export type EntryOf<Kind extends EntryKind> = Entry<Kind, DataOf<Kind>>;
export type AnyEntry = { [Kind in EntryKind]: EntryOf<Kind> }[EntryKind];
export type AnyNewEntry = { [Kind in RecordableKind]: NewEntry<Kind, DataOf<Kind>> }[RecordableKind];

const byKind = new Map<string, EntryKindDefinition>(
  entryKinds.map((definition) => [definition.kind, definition as unknown as EntryKindDefinition]),
);

/** The definition of a kind, or undefined for one from a newer server. */
export function entryKindOf(kind: string): EntryKindDefinition | undefined {
  return byKind.get(kind);
}

/** One plain line for any entry, also one of an unknown kind or a withheld one. */
export function summarizeEntry(entry: { kind: string; data: unknown; withheld?: true | undefined }): string {
  if (entry.withheld === true || entry.data === null) return 'Not shown to your role';
  const definition = entryKindOf(entry.kind);
  return definition === undefined ? JSON.stringify(entry.data) : definition.summarize(entry.data);
}
