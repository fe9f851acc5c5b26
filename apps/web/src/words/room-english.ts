import type { noteCategories } from '@tandem/domain';
import type { estimateWords } from '../room/estimate/estimate-words.ts';
import type { amendWords } from './amend-words.ts';
import type { breakGlassWords } from './break-glass-words.ts';
import type { displayWords } from './display-words.ts';
import type { drillWords } from './drill-words.ts';
import type { emergencyPanelWords } from './emergency-panel-words.ts';
import type { emergencyWords } from './emergency-words.ts';
import type { gateWords } from './gate-words.ts';
import type { goingHomeWords } from './going-home-words.ts';
import type { handoverWords } from './handover-words.ts';
import type { keptWords } from './kept-words.ts';
import type { keyListWords } from './key-list-words.ts';
import type { keypadWords } from './keypad-words.ts';
import type { lockWords } from './lock-words.ts';
import type { meaningWords } from './meaning-words.ts';
import type { medicineWords } from './medicine-words.ts';
import type { panelWords } from './panel-words.ts';
import type { processNoteWords } from './process-note-words.ts';
import type { regionWords } from './region-words.ts';
import type { removalWords } from './removal-words.ts';
import type { roomWords } from './room-words.ts';
import type { soundWords } from './sound-words.ts';
import type { stepWords } from './step-words.ts';
import type { wallWords } from './wall-words.ts';

/**
 * What a session room says, part by part, as each is loaded: that of its first moments by room/room-page.tsx, the rest
 * by room/on-demand.ts, room/keypad/keypad.tsx and kept/kept-dialog.tsx; what its screen on the wall says, by
 * display/display-page.tsx; and the list of all keys, from wherever it is opened.
 */
export interface InRoom {
  readonly room: typeof roomWords;
  readonly noteCategories: typeof noteCategories;
  readonly region: typeof regionWords;
  readonly panels: typeof panelWords;
  readonly medicine: typeof medicineWords;
  readonly meaning: typeof meaningWords;
  readonly gate: typeof gateWords;
  readonly goingHome: typeof goingHomeWords;
  readonly emergency: typeof emergencyWords;
  readonly emergencyPanel: typeof emergencyPanelWords;
  readonly estimate: typeof estimateWords;
  readonly kept: typeof keptWords;
  readonly keyList: typeof keyListWords;
  readonly keypad: typeof keypadWords;
  readonly handover: typeof handoverWords;
  readonly amend: typeof amendWords;
  readonly sound: typeof soundWords;
  readonly steps: typeof stepWords;
  readonly processNotes: typeof processNoteWords;
  readonly removal: typeof removalWords;
  readonly displays: typeof displayWords;
  readonly wall: typeof wallWords;
  readonly lock: typeof lockWords;
  readonly breakGlass: typeof breakGlassWords;
  readonly drillLines: Pick<typeof drillWords, 'score' | 'lineCut'>;
}
