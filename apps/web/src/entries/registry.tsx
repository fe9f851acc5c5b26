import { IconPoint } from '@tabler/icons-react';
import { type DataOf, type EntryKind, summarizeEntry } from '@tandem/domain';
import { adverseEventView } from './adverse-event.tsx';
import { assessmentView } from './assessment.tsx';
import { checklistView } from './checklist.tsx';
import { doseView } from './dose.tsx';
import { doseNotGivenView } from './dose-not-given.tsx';
import { emergencyView } from './emergency.tsx';
import type { EntryView } from './entry-view.ts';
import { handoverAcceptedView, handoverView } from './handover.tsx';
import { infusionRateView, infusionStartView, infusionStopView } from './infusion.tsx';
import { momentView, shiftView, wordsToKeepView } from './meaning.tsx';
import { noteView } from './note.tsx';
import { phaseView } from './phase.tsx';
import {
  acknowledgementView,
  addendumView,
  amendmentView,
  cancelledView,
  closedView,
  endedView,
  plannedView,
  redactionView,
  retractionView,
  signedView,
  startedView,
} from './steps.tsx';
import { vitalSignsView } from './vital-signs.tsx';
import { wasteView } from './waste.tsx';

/** THE list on this side: every kind of the domain has a view, or this does not compile. */
const views = {
  'vital-signs': vitalSignsView,
  dose: doseView,
  'infusion-start': infusionStartView,
  'infusion-rate': infusionRateView,
  'infusion-stop': infusionStopView,
  'dose-not-given': doseNotGivenView,
  waste: wasteView,
  checklist: checklistView,
  emergency: emergencyView,
  note: noteView,
  moment: momentView,
  shift: shiftView,
  'words-to-keep': wordsToKeepView,
  phase: phaseView,
  'adverse-event': adverseEventView,
  assessment: assessmentView,
  acknowledgement: acknowledgementView,
  handover: handoverView,
  'handover-accepted': handoverAcceptedView,
  amendment: amendmentView,
  retraction: retractionView,
  planned: plannedView,
  started: startedView,
  ended: endedView,
  signed: signedView,
  addendum: addendumView,
  closed: closedView,
  cancelled: cancelledView,
  redaction: redactionView,
} satisfies { [Kind in EntryKind]: EntryView<DataOf<Kind>> };

/** A kind from a newer server is shown as what it is, never left out: the screen must not look complete without it. */
function unknownView(kind: string): EntryView<unknown> {
  return {
    icon: IconPoint,
    tone: 'plain',
    title: (data) => summarizeEntry({ kind, data }),
    detail: () => `${kind}: this page does not know this kind yet`,
  };
}

/** The view of any kind; `data` passed to it must be that entry's own. */
export function viewOf(kind: string): EntryView<unknown> {
  return Object.hasOwn(views, kind) ? (views[kind as EntryKind] as EntryView<unknown>) : unknownView(kind);
}
