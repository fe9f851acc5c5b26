import type { Locator, Page } from '@playwright/test';
import type { MadeSession } from './made-session.ts';

export const TABLET = { width: 1024, height: 768 };
export const UPRIGHT = { width: 768, height: 1024 };
export const PHONE = { width: 390, height: 844 };

export const keypad = (page: Page): Locator => page.getByRole('region', { name: 'Keypad' });

/** Into the room on a device that is touched: it has keys where a desktop has its line. */
export async function enterByTouch(page: Page, { id }: Pick<MadeSession, 'id'>): Promise<void> {
  await page.goto(`${process.env.TANDEM_URL}/s/${id}`);
  await keypad(page).getByRole('tab', { name: 'More' }).waitFor();
}

/** A finger that counts. */
export class Taps {
  count = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async on(name: string | RegExp): Promise<void> {
    await keypad(this.page)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .tap();
    this.count += 1;
  }

  async digits(keys: string): Promise<void> {
    for (const key of keys) await this.on(key);
  }
}

/** Mean relative luminance of what is on the screen, 0 for black and 1 for white (WCAG 2). */
export async function meanLuminance(page: Page): Promise<number> {
  const picture = (await page.screenshot({ type: 'png' })).toString('base64');
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const linear = Array.from({ length: 256 }, (_, value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    let sum = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      sum += 0.2126 * (linear[red] ?? 0) + 0.7152 * (linear[green] ?? 0) + 0.0722 * (linear[blue] ?? 0);
    }
    return sum / (data.length / 4);
  }, picture);
}
