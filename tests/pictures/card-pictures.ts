import type { Locator } from '@playwright/test';
import { type Box, boxOf, type CardPicture, type Scene } from './card-picture.ts';
import { leadCardPictures } from './lead-card-pictures.ts';

const typed = ({ page, said }: Scene) => page.getByLabel(said.line, { exact: true });

async function room({ page, url, made, said }: Scene, touch = false): Promise<void> {
  await page.goto(`${url}/s/${made.running}`);
  if (!touch) await page.getByLabel(said.line, { exact: true }).waitFor();
}

/** One of the demo's running sessions, by its card on Today. */
async function demoRoom({ page, url }: Scene, card: number): Promise<void> {
  await page.goto(url);
  await page.locator('main a[href^="/s/"]').nth(card).click();
  await page.locator('[data-beside-lanes="strip"]').waitFor();
}

async function field(scene: Scene, line: string): Promise<Box> {
  await room(scene);
  await typed(scene).fill(line);
  return boxOf(typed(scene).locator('..'), { pad: 4 });
}

async function readBack(scene: Scene): Promise<Locator> {
  await room(scene);
  await typed(scene).fill('k 40 im ld');
  await typed(scene).press('Enter');
  return scene.page.getByRole('region', { name: scene.said.readBack });
}

async function panel(scene: Scene, chip: string, name = chip): Promise<Locator> {
  await scene.page.getByRole('button', { name: chip, exact: true }).first().click();
  return scene.page.getByRole('region', { name, exact: true });
}

const noticeBar = async (scene: Scene): Promise<Box> => {
  await demoRoom(scene, 0);
  const bar = scene.page.getByRole('region', { name: scene.said.notices, exact: true });
  return boxOf(bar.getByRole('listitem').first());
};

const inRooms: readonly CardPicture[] = [
  {
    name: 'start',
    who: 'physician',
    piece: async ({ page, said }) => {
      const rows = page.getByRole('region', { name: said.later }).getByRole('listitem');
      const inRoom = rows.filter({ hasText: /Room \d/ });
      await rows.first().waitFor();
      // Late in the evening the demo plans nothing more.
      return boxOf(((await inRoom.count()) > 0 ? inRoom : rows).first());
    },
  },
  { name: 'vitals', who: 'physician', piece: (scene) => field(scene, '148/92 88 97') },
  {
    name: 'dose',
    narrow: true,
    who: 'physician',
    piece: async (scene) => {
      const panel = await boxOf(await readBack(scene));
      const first = await boxOf(scene.page.locator('section input:not([type="radio"])').first());
      return { ...panel, height: first.y - 28 - panel.y };
    },
  },
  { name: 'notice', who: 'physician', piece: noticeBar },
  {
    name: 'correct',
    who: 'physician',
    piece: async (scene) => {
      await room(scene);
      const row = scene.page.getByRole('article').filter({ hasText: '124/78' });
      await row.getByRole('button', { name: scene.said.correct }).click();
      return boxOf(row, { pad: 2 });
    },
  },
  {
    name: 'stale',
    who: 'physician',
    piece: async (scene) => {
      await room(scene);
      await scene.page.context().setOffline(true);
      const line = scene.page.getByRole('status').filter({ hasText: /^\s*(Not current|Nicht aktuell)/ });
      await line.first().waitFor({ timeout: 30_000 });
      const { y, height } = await boxOf(line.first());
      return { x: 72, y: y - 9, width: 844, height: height + 18 };
    },
  },
  {
    name: 'home',
    narrow: true,
    who: 'physician',
    piece: async (scene) => {
      await demoRoom(scene, 1);
      await scene.page.getByRole('button', { name: scene.said.goingHome }).first().click();
      return boxOf(scene.page.getByRole('region', { name: scene.said.goingHome }), { height: 162 });
    },
  },
  {
    name: 'round',
    who: 'nurse',
    width: 1024,
    piece: async ({ page, url }) => {
      await page.goto(`${url}/round`);
      return boxOf(page.locator('main ul').first(), { height: 136, width: 600 });
    },
  },
  {
    name: 'keypad',
    who: 'nurse',
    touch: true,
    width: 1024,
    piece: async (scene) => {
      await room(scene, true);
      await scene.page.getByRole('button', { name: '1', exact: true }).waitFor();
      for (const key of '14892') await scene.page.getByRole('button', { name: key, exact: true }).click();
      const { x, y, width } = await boxOf(scene.page.getByRole('tablist'), { pad: 8 });
      return { x, y, width, height: 162 };
    },
  },
  {
    name: 'checklist',
    narrow: true,
    who: 'nurse',
    piece: async (scene) => {
      const { page, url, made, said } = scene;
      await page.goto(`${url}/s/${made.planned}`);
      return boxOf(await panel(scene, said.chip.checklist, said.gate), { height: 164 });
    },
  },
  {
    name: 'nurse-dose',
    narrow: true,
    who: 'nurse',
    piece: async (scene) => {
      // The lower part: what a nurse is asked for beside what a physician is.
      const { x, y, width, height } = await boxOf(await readBack(scene));
      const orderedBy = await boxOf(scene.page.locator('section select').first());
      const top = orderedBy.y - 28;
      return { x, y: top, width, height: Math.min(y + height, orderedBy.y + orderedBy.height + 8) - top };
    },
  },
  {
    name: 'waste',
    narrow: true,
    who: 'nurse',
    piece: async (scene) => {
      await room(scene);
      const form = await panel(scene, scene.said.chip.waste);
      await form.getByLabel(scene.said.vial).selectOption({ index: 1 });
      await form.getByLabel(scene.said.amount).fill('16.5');
      return boxOf(form, { height: 130 });
    },
  },
  { name: 'note', who: 'therapist', piece: (scene) => field(scene, `"${scene.said.words}`) },
  {
    name: 'phase',
    who: 'therapist',
    width: 1440,
    piece: async (scene) => {
      await demoRoom(scene, 0);
      return boxOf(scene.page.locator('[data-beside-lanes="strip"] > div').nth(1));
    },
  },
  {
    name: 'shift',
    narrow: true,
    who: 'therapist',
    piece: async (scene) => {
      await room(scene);
      const form = await panel(scene, scene.said.chip.shift);
      await form.getByLabel(scene.said.from, { exact: true }).fill(scene.said.was);
      await form.getByLabel(scene.said.to, { exact: true }).fill(scene.said.words);
      return boxOf(form, { height: 160 });
    },
  },
  {
    name: 'keep',
    who: 'therapist',
    piece: async (scene) => {
      await room(scene);
      // Until the line to the server is open, an entry says that it was made without one.
      await scene.page.waitForTimeout(2_000);
      await typed(scene).fill(`"${scene.said.kept}`);
      await typed(scene).press('Enter');
      const row = scene.page.getByRole('article').filter({ hasText: scene.said.kept }).last();
      await row.getByRole('button').first().click();
      return boxOf(row, { pad: 2 });
    },
  },
  {
    name: 'process',
    who: 'therapist',
    piece: async (scene) => {
      await room(scene);
      await scene.page.getByRole('button', { name: scene.said.process, exact: true }).first().click();
      return boxOf(scene.page.getByRole('dialog'), { height: 172 });
    },
  },
  { name: 'quiet', who: 'therapist', dim: true, piece: noticeBar },
  {
    name: 'after',
    who: 'therapist',
    piece: async ({ page, url, made, said }) => {
      await page.goto(`${url}/clients/${made.patientId}/course`);
      const plan = page.getByRole('region', { name: said.plan });
      await plan.getByRole('button', { name: said.writePlan }).click();
      await plan.getByRole('combobox').first().selectOption({ index: 1 });
      await plan.getByLabel(said.what, { exact: true }).fill(said.walk);
      await plan.getByRole('button', { name: said.save }).click();
      await plan.getByText(said.walk).waitFor();
      return boxOf(plan);
    },
  },
];

/** Every picture of a card, by the name under which card-steps.ts shows it. */
export const cardPictures: readonly CardPicture[] = [...inRooms, ...leadCardPictures];
