import type { Page } from '@playwright/test';

/** Hands on a keyboard that count: each character and each named key is one, Shift none. */
export class CountedKeys {
  count = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async type(text: string): Promise<void> {
    for (const character of text) {
      await this.page.keyboard.press(character === ' ' ? 'Space' : character);
      this.count += 1;
    }
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.count += 1;
  }

  /** How many keys it took since the last time this was asked. */
  taken(): number {
    const taken = this.count;
    this.count = 0;
    return taken;
  }
}
