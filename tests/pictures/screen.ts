import type { Page } from '@playwright/test';

export interface Screen {
  readonly name: string;
  readonly title: string;
  /** Who looks: a demo account, or nobody. */
  readonly who: 'physician' | 'nurse' | 'therapist' | 'lead' | 'admin' | 'nobody';
  /** What still differs from the design, in one sentence. */
  readonly differs: string;
  open(page: Page, other: (who: string) => Promise<Page>): Promise<void>;
}

/** By the rail, then until what the page is for is there. */
export async function openPage(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
}
