import type { InRoom } from '../room-english.ts';
import type { ToldSoFar } from '../told.ts';
import { breakGlass } from './break-glass.ts';
import { displays, wall } from './displays.ts';
import { drillLines } from './drill-links.ts';
import { goingHome } from './going-home.ts';
import { estimate, kept } from './kept.ts';
import { keyList } from './key-list.ts';
import { keypad } from './keypad.ts';
import { lock } from './lock.ts';
import { meaning, noteCategories, region } from './meaning.ts';
import { medicine } from './medicine.ts';
import { emergency, emergencyPanel, gate, panels } from './panels.ts';
import { processNotes, removal } from './process-notes.ts';
import { room } from './room.ts';
import { steps } from './steps.ts';
import { amend, handover, sound } from './together.ts';

/** What a session room says, as far as it is translated. */
export const inRoom = {
  room,
  panels,
  medicine,
  gate,
  goingHome,
  emergency,
  emergencyPanel,
  estimate,
  kept,
  keyList,
  keypad,
  lock,
  meaning,
  region,
  noteCategories,
  handover,
  amend,
  sound,
  steps,
  processNotes,
  removal,
  displays,
  breakGlass,
  drillLines,
  wall,
} satisfies ToldSoFar<InRoom>;
