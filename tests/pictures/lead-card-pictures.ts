import { boxOf, type CardPicture, NARROW, type Scene } from './card-picture.ts';

const preview = ({ page, said }: Scene) => page.getByRole('complementary', { name: said.preview });

async function sessions(scene: Scene): Promise<void> {
  await scene.page.goto(`${scene.url}/sessions`);
  await preview(scene).getByRole('link').first().waitFor();
}

/** A signed session with a High notice, in the preview. */
async function choose(scene: Scene): Promise<void> {
  const { page, said } = scene;
  await sessions(scene);
  await page.getByRole('row').filter({ hasText: said.signed }).filter({ hasText: said.high }).first().click();
  await preview(scene).getByRole('link', { name: said.openReport }).waitFor();
}

/** What a clinic lead does. */
export const leadCardPictures: readonly CardPicture[] = [
  {
    name: 'find',
    who: 'lead',
    width: 1440,
    piece: async (scene) => {
      await sessions(scene);
      const row = scene.page.getByRole('search', { name: scene.said.filters });
      const box = await boxOf(row, { pad: 4 });
      const fifth = await boxOf(row.locator('> *').nth(4));
      return { ...box, width: fifth.x + fifth.width + 4 - box.x };
    },
  },
  {
    name: 'preview',
    who: 'lead',
    piece: async (scene) => {
      await sessions(scene);
      const { x, y, width, height } = await boxOf(preview(scene).locator('dl'));
      return { x: x - 14, y: y + 1, width: width + 28, height };
    },
  },
  {
    name: 'replay',
    who: 'lead',
    piece: async (scene) => {
      await choose(scene);
      await preview(scene).getByRole('link', { name: scene.said.replay }).click();
      await scene.page.setViewportSize(NARROW);
      await scene.page.getByRole('button', { name: scene.said.nextNotice, exact: true }).click();
      return boxOf(scene.page.getByRole('region', { name: scene.said.transport, exact: true }));
    },
  },
  {
    name: 'insights',
    who: 'lead',
    width: 1024,
    piece: async ({ page, url }) => {
      await page.goto(`${url}/insights`);
      await page.locator('main svg').first().waitFor();
      return boxOf(page.locator('main ul').first(), { height: 126, width: 598 });
    },
  },
  {
    name: 'unsigned',
    who: 'lead',
    piece: async (scene) => {
      await sessions(scene);
      const { x, y, width, height } = await boxOf(
        scene.page.getByRole('region', { name: scene.said.figures }),
      );
      return { x: x + width * 0.75, y, width: width * 0.25, height: Math.min(height, 150) };
    },
  },
  {
    name: 'copies',
    who: 'lead',
    piece: async (scene) => {
      await choose(scene);
      await preview(scene).getByRole('link', { name: scene.said.openReport }).click();
      return boxOf(scene.page.getByRole('region', { name: scene.said.copies }), { height: 169 });
    },
  },
  {
    name: 'health',
    who: 'lead',
    piece: async ({ page, url, said }) => {
      await page.goto(`${url}/setup/health`);
      // The first backup is made a minute after the start.
      await page.getByText(said.verified).first().waitFor({ timeout: 150_000 });
      return boxOf(page.locator('main ul').first(), { height: 185, width: 500 });
    },
  },
];
