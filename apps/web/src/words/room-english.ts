import type { estimateWords } from '../room/estimate/estimate-words.ts';
import type { emergencyPanelWords } from './emergency-panel-words.ts';
import type { emergencyWords } from './emergency-words.ts';
import type { gateWords } from './gate-words.ts';
import type { goingHomeWords } from './going-home-words.ts';
import type { keptWords } from './kept-words.ts';
import type { medicineWords } from './medicine-words.ts';
import type { panelWords } from './panel-words.ts';
import type { roomWords } from './room-words.ts';

/**
 * What a session room says, part by part, as each is loaded: that of its first moments by room/room-page.tsx, the rest
 * by room/on-demand.ts and kept/kept-dialog.tsx.
 */
export interface InRoom {
  readonly room: typeof roomWords;
  readonly panels: typeof panelWords;
  readonly medicine: typeof medicineWords;
  readonly gate: typeof gateWords;
  readonly goingHome: typeof goingHomeWords;
  readonly emergency: typeof emergencyWords;
  readonly emergencyPanel: typeof emergencyPanelWords;
  readonly estimate: typeof estimateWords;
  readonly kept: typeof keptWords;
}
