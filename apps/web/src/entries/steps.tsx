import {
  IconBan,
  IconCalendar,
  IconEraser,
  IconEyeCheck,
  IconFilePlus,
  IconFlag,
  IconLock,
  IconPencil,
  IconPlayerPlay,
  IconSignature,
} from '@tabler/icons-react';
import {
  acknowledgementKind,
  addendumKind,
  amendmentKind,
  cancelledKind,
  closedKind,
  type DataOf,
  type EntryKind,
  endedKind,
  plannedKind,
  redactionKind,
  retractionKind,
  signedKind,
  startedKind,
} from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** Steps of a session and corrections: shown as the domain tells them, never corrected themselves. */
function step<Kind extends EntryKind>(
  icon: EntryView<DataOf<Kind>>['icon'],
  definition: { readonly kind: Kind; summarize(data: DataOf<Kind>): string },
): EntryView<DataOf<Kind>> {
  return { icon, tone: 'step', title: definition.summarize };
}

export const acknowledgementView = step(IconEyeCheck, acknowledgementKind);
export const amendmentView = step(IconPencil, amendmentKind);
export const retractionView = step(IconEraser, retractionKind);
export const plannedView = step(IconCalendar, plannedKind);
export const startedView = step(IconPlayerPlay, startedKind);
export const endedView = step(IconFlag, endedKind);
export const signedView = step(IconSignature, signedKind);
export const closedView = step(IconLock, closedKind);
export const cancelledView = step(IconBan, cancelledKind);
export const redactionView = step(IconEraser, redactionKind);
/** Words added after signing: read like a note, not like a step. */
export const addendumView: EntryView<DataOf<'addendum'>> = {
  ...step(IconFilePlus, addendumKind),
  tone: 'plain',
  detail: () => 'Addendum',
};
