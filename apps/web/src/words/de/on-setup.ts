import type { OnSetup } from '../page-english.ts';
import type { ToldSoFar } from '../told.ts';
import { displays } from './displays.ts';
import { health } from './health.ts';
import { openings } from './openings.ts';
import { people } from './people.ts';
import { processNotes, removal } from './process-notes.ts';
import { protocols } from './protocols.ts';
import { setup, setupPage } from './setup.ts';
import { templates } from './templates.ts';

/** The pages of setup. */
export const onSetup = {
  setup,
  setupPage,
  people,
  protocols,
  health,
  templates,
  openings,
  displays,
  removal,
  processNotes,
} satisfies ToldSoFar<OnSetup>;
