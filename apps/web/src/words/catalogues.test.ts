import { checkInSteps, importWording, noteCategories, planForms } from '@tandem/domain';
import { describe, expect, it } from 'vitest';
import { estimateWords } from '../room/estimate/estimate-words.ts';
import { words } from '../words.ts';
import { amendWords } from './amend-words.ts';
import { breakGlassWords } from './break-glass-words.ts';
import { cardWords } from './card-words.ts';
import { clientImportWords } from './client-import-words.ts';
import { clientPageWords } from './client-words.ts';
import { compareWords } from './compare-words.ts';
import { courseWords } from './course-words.ts';
import { inRoom } from './de/in-room.ts';
import { lookingBack } from './de/looking-back.ts';
import { onPages } from './de/on-pages.ts';
import { today } from './de/today.ts';
import { displayWords } from './display-words.ts';
import { drillWords } from './drill-words.ts';
import { emergencyPanelWords } from './emergency-panel-words.ts';
import { emergencyWords } from './emergency-words.ts';
import { gateWords } from './gate-words.ts';
import { goingHomeWords } from './going-home-words.ts';
import { handoverWords } from './handover-words.ts';
import { healthWords } from './health-words.ts';
import { insightWords } from './insight-words.ts';
import { instrumentWords } from './instrument-words.ts';
import { keptWords } from './kept-words.ts';
import { keyListWords } from './key-list-words.ts';
import { keypadWords } from './keypad-words.ts';
import { lay } from './lay.ts';
import { lockWords } from './lock-words.ts';
import type { LookingBack } from './looking-english.ts';
import { meaningWords } from './meaning-words.ts';
import { medicineWords } from './medicine-words.ts';
import { openingsWords } from './openings-words.ts';
import type { OnPages } from './page-english.ts';
import { panelWords } from './panel-words.ts';
import { paperWords } from './paper-words.ts';
import { pastWords } from './past-words.ts';
import { peopleWords } from './people-words.ts';
import { planWords } from './plan-words.ts';
import { processNoteWords } from './process-note-words.ts';
import { protocolWords } from './protocol-words.ts';
import { regionWords } from './region-words.ts';
import { removalWords } from './removal-words.ts';
import { replayWords } from './replay-words.ts';
import { reportWords } from './report-words.ts';
import type { InRoom } from './room-english.ts';
import { roomWords } from './room-words.ts';
import { setupWords } from './setup-words.ts';
import { soundWords } from './sound-words.ts';
import { stepWords } from './step-words.ts';
import { tabletWords } from './tablet-words.ts';
import { templateWords } from './template-words.ts';
import type { Told } from './told.ts';
import { trialWords } from './trial-words.ts';
import { wallWords } from './wall-words.ts';

/** Every sentence of a catalogue by its dotted name; a list is as many sentences as it has. */
function sentencesOf(catalogue: object, under = ''): Map<string, unknown> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, said]) =>
      typeof said === 'object' && said !== null
        ? [...sentencesOf(said, `${under}${name}.`)]
        : [[`${under}${name}`, said] as const],
    ),
  );
}

/** To lay over, so that the English stays as it is for the next test. */
function copyOf(part: object): object {
  const copy = Object.entries(part).map(([name, said]) => [
    name,
    typeof said === 'object' && said !== null ? copyOf(said) : said,
  ]);
  return Array.isArray(part) ? copy.map(([, said]) => said) : Object.fromEntries(copy);
}

const roomEnglish: InRoom = {
  room: roomWords,
  panels: panelWords,
  medicine: medicineWords,
  gate: gateWords,
  goingHome: goingHomeWords,
  emergency: emergencyWords,
  emergencyPanel: emergencyPanelWords,
  estimate: estimateWords,
  kept: keptWords,
  keyList: keyListWords,
  keypad: keypadWords,
  meaning: meaningWords,
  region: regionWords,
  noteCategories,
  handover: handoverWords,
  amend: amendWords,
  sound: soundWords,
  steps: stepWords,
  processNotes: { ...processNoteWords, releases: {} as typeof processNoteWords.releases },
  removal: removalWords,
  displays: displayWords,
  wall: wallWords,
  lock: lockWords,
  breakGlass: breakGlassWords,
  drillLines: { score: drillWords.score, lineCut: drillWords.lineCut },
};

/** Every file of words, for how much of the dashboard is translated. */
const files = import.meta.glob<object>('./*-words.ts', { eager: true });

const pagesEnglish: OnPages = {
  report: reportWords,
  course: courseWords,
  planForms,
  checkInSteps,
  openings: openingsWords,
  tablet: tabletWords,
  setup: setupWords,
  setupPage: planWords.setup,
  people: peopleWords,
  protocols: protocolWords,
  health: healthWords,
  templates: templateWords,
  trial: trialWords,
  questionnaires: instrumentWords,
  clientImport: clientImportWords,
  importProblems: importWording,
  paper: paperWords,
  cards: cardWords,
  drillLinks: { setupTitle: drillWords.setupTitle, setupLink: drillWords.setupLink },
};

const { noRoom, running, planned, cancelled, notShown } = clientPageWords.client;
const lookingBackEnglish: LookingBack = {
  past: pastWords,
  filters: { clear: clientPageWords.past.clear },
  sessionValues: { noRoom, running, planned, cancelled, notShown },
  picture: clientPageWords.picture,
  replay: replayWords,
  compare: compareWords,
  insights: insightWords,
  drills: drillWords,
  team: { notOnTeam: planWords.plan.notOnTeam },
};

const whole = {
  de: {
    english: { today: words, inRoom: roomEnglish, onPages: pagesEnglish, lookingBack: lookingBackEnglish },
    told: { today, inRoom, onPages, lookingBack },
  },
};

describe('another language', () => {
  it('[LNG-1] says every sentence of Today, and of a room, of what is said afterwards, of looking back and of setup as far as it is counted here', () => {
    for (const [code, { english, told }] of Object.entries(whole)) {
      const asked = sentencesOf(english);
      const said = sentencesOf(told);
      const missing = [...asked.keys()].filter((name) => !said.has(name));
      const every = Object.entries(files).filter(([path]) => !path.includes('language-words'));
      const all = sentencesOf(Object.fromEntries(every)).size;
      console.log(
        `${code}: ${said.size} of ${asked.size} sentences of Today, the room and the other pages counted here, of ${all} in all. ` +
          `In English there: ${missing.join(', ')}`,
      );
      expect([...said.keys()].filter((name) => !asked.has(name))).toEqual([]);
      expect(missing.filter((name) => /^(today|lookingBack)\./.test(name))).toEqual([]);
      expect(said.size).toBeGreaterThan(asked.size * 0.95);
    }
  });

  it('[LNG-2] takes as much as the English sentence and puts all of it in', () => {
    for (const { english, told } of Object.values(whole)) {
      const asked = sentencesOf(english);
      for (const [name, said] of sentencesOf(told)) {
        const original = asked.get(name);
        if (typeof original !== 'function' || typeof said !== 'function') continue;
        expect(said.length, name).toBe(original.length);
        // Names that can be told apart in the sentence; numbers for those that ask for numbers.
        const given = Array.from({ length: original.length }, (_, place) => `«${place}»`);
        const saidBy = (sentence: (...given: string[]) => unknown) => {
          try {
            return given.filter((part) => String(sentence(...given)).includes(part));
          } catch {
            return null;
          }
        };
        const inEnglish = saidBy(original as (...given: string[]) => unknown);
        if (inEnglish !== null)
          expect(saidBy(said as (...given: string[]) => unknown), name).toEqual(inEnglish);
      }
    }
  });

  it('[LNG-2] says with "hold outside the limit" what it says with "hold": the other way to press is put in its place', () => {
    for (const { english, told } of Object.values(whole)) {
      for (const { hold, holdOutside } of [english.inRoom.room.dose, told.inRoom.room.dose])
        expect(holdOutside).toContain(hold);
    }
  });

  it('[LNG-3] is laid over in place: who holds a part says it, and what is missing stays English', () => {
    const english = copyOf({
      room: { log: 'Shared log', late: (by: string) => `${by} late` },
      list: ['a', 'b'],
    });
    const held = (english as { room: { log: string; late(by: string): string } }).room;
    lay(english, { room: { late: (by: string) => `${by} verspätet` }, list: ['x'] });
    expect(held.late('3 min')).toBe('3 min verspätet');
    expect(english).toMatchObject({ room: { log: 'Shared log' }, list: ['x', 'b'] });
    lay(english, { elsewhere: { now: 'Jetzt' } });
    expect(english).not.toHaveProperty('elsewhere');
  });

  it('[LNG-4] does not compile with a sentence missing, one too many, or fed with something else', () => {
    type Asked = { readonly now: 'Now'; readonly late: (minutes: number) => string };
    const said = { now: 'Jetzt', late: (minutes: number) => `${minutes} min` } satisfies Told<Asked>;
    // @ts-expect-error: `late` is missing
    void ({ now: 'Jetzt' } satisfies Told<Asked>);
    // @ts-expect-error: there is no `soon`
    void ({ ...said, soon: 'Bald' } satisfies Told<Asked>);
    // @ts-expect-error: the minutes are a number
    void ({ ...said, late: (minutes: string) => minutes } satisfies Told<Asked>);
    expect(said.late(3)).toBe('3 min');
  });
});
