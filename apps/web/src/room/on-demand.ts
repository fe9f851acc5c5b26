import { amendWords } from '../words/amend-words.ts';
import { breakGlassWords } from '../words/break-glass-words.ts';
import { displayWords } from '../words/display-words.ts';
import { drillWords } from '../words/drill-words.ts';
import { emergencyPanelWords } from '../words/emergency-panel-words.ts';
import { gateWords } from '../words/gate-words.ts';
import { goingHomeWords } from '../words/going-home-words.ts';
import { handoverWords } from '../words/handover-words.ts';
import { meaningWords } from '../words/meaning-words.ts';
import { medicineWords } from '../words/medicine-words.ts';
import { panelWords } from '../words/panel-words.ts';
import { processNoteWords } from '../words/process-note-words.ts';
import { removalWords } from '../words/removal-words.ts';
import { soundWords } from '../words/sound-words.ts';
import { stepWords } from '../words/step-words.ts';
import { estimateWords } from './estimate/estimate-words.ts';

/** What nobody needs in the first seconds of a room, in one piece. */
export { OpenBanner } from '../break-glass/open-banner.tsx';
export { DisplaysDialog } from '../displays/displays-dialog.tsx';
export { AddendumForm } from './composer/addendum-form.tsx';
export { AmendPanel } from './composer/amend-panel.tsx';
export { DoseReadBack } from './composer/dose-read-back.tsx';
export { RetractPanel } from './composer/retract-panel.tsx';
export { DrillLines } from './drill/drill-lines.tsx';
export { EmergencyPanel } from './emergency/emergency-panel.tsx';
export { EstimateGutter } from './estimate/estimate-gutter.tsx';
export { EstimateLane } from './estimate/estimate-lane.tsx';
export { estimateView, takenWords } from './estimate/estimate-view.ts';
export { StillGoing } from './going-home/still-going.tsx';
export { HandoverLines } from './handover/handover-lines.tsx';
export { LastRows } from './keypad/last-rows.tsx';
export { LogSearch } from './meaning/log-search.tsx';
export { NoticesSpoken } from './notices/notices-spoken.tsx';
export { OutcomeForm } from './notices/outcome-form.tsx';
export { RoomSound, SoundSign } from './notices/room-sound.tsx';
export { RecordPanel } from './panels/record-panel.tsx';
export { ProcessNoteButton } from './process-note-button.tsx';
export { EndDialog } from './steps/end-dialog.tsx';
export { StartButtons } from './steps/start-buttons.tsx';
export { RegionDrag } from './timeline/region-drag.tsx';
export { TimelineTable } from './timeline/timeline-table.tsx';

/** What these say, for another language to be laid over. */
export const english = {
  panels: panelWords,
  medicine: medicineWords,
  gate: gateWords,
  goingHome: goingHomeWords,
  emergencyPanel: emergencyPanelWords,
  estimate: estimateWords,
  meaning: meaningWords,
  handover: handoverWords,
  amend: amendWords,
  sound: soundWords,
  steps: stepWords,
  processNotes: processNoteWords,
  removal: removalWords,
  displays: displayWords,
  breakGlass: breakGlassWords,
  drillLines: drillWords,
};
