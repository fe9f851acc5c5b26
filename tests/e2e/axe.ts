import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const EVERYTHING = process.env.TANDEM_TEST_SIZE === 'long';
const themeOf = (page: Page) => page.locator('html').getAttribute('data-mantine-color-scheme');

/** What is found on a screen, by theme; what axe cannot decide is not an issue. */
export class Look {
  private readonly page: Page;
  private readonly issues: string[] = [];
  private looks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /**
   * In the theme that is on; the other one is on from here. So the short run sees every second screen in the dim theme,
   * the long one every screen in both. Colours are all that a theme changes, and unit tests hold each pair of them.
   */
  async at(screen: string): Promise<void> {
    await this.once(screen);
    const before = await themeOf(this.page);
    await this.page.keyboard.press('Control+.');
    await expect.poll(() => themeOf(this.page), { intervals: [20, 50, 100] }).not.toBe(before);
    if (EVERYTHING) await this.once(screen);
  }

  /** A sheet for the printer: black on white, whatever the theme. */
  async atPaper(sheet: string): Promise<void> {
    await this.once(sheet);
  }

  /** None serious, moderate or critical. */
  expectNone(): void {
    console.log(`axe: ${this.looks} looks`);
    expect(this.issues).toEqual([]);
  }

  private async once(screen: string): Promise<void> {
    // No frames here: without this, each look opens a page of its own to put frames together.
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze();
    this.looks += 1;
    const theme = await themeOf(this.page);
    for (const { id, impact, nodes } of violations) {
      if (impact === 'minor') continue;
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      this.issues.push(`${screen}, ${theme}: ${impact} ${id}: ${where}`);
    }
  }
}
