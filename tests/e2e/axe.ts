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

  /** In the theme that is on, then in the other one, which stays on. Colours are all that a theme changes. */
  async at(screen: string): Promise<void> {
    await this.once(screen, []);
    const before = await themeOf(this.page);
    await this.page.keyboard.press('Control+.');
    await expect.poll(() => themeOf(this.page), { intervals: [20, 50, 100] }).not.toBe(before);
    await this.once(screen, EVERYTHING ? [] : ['color-contrast']);
  }

  /** A sheet for the printer: black on white, whatever the theme. */
  async atPaper(sheet: string): Promise<void> {
    await this.once(sheet, []);
  }

  /** None serious, moderate or critical. */
  expectNone(): void {
    console.log(`axe: ${this.looks} looks`);
    expect(this.issues).toEqual([]);
  }

  private async once(screen: string, rules: string[]): Promise<void> {
    // No frames here: without this, each look opens a page of its own to put frames together.
    const builder = new AxeBuilder({ page: this.page }).setLegacyMode();
    if (rules.length > 0) builder.withRules(rules);
    const { violations } = await builder.analyze();
    this.looks += 1;
    const theme = await themeOf(this.page);
    for (const { id, impact, nodes } of violations) {
      if (impact === 'minor') continue;
      const where = nodes.map(({ target }) => target.join(' ')).join(', ');
      this.issues.push(`${screen}, ${theme}: ${impact} ${id}: ${where}`);
    }
  }
}
