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

/** The fullest of the demo's running sessions: the first card of the board. */
async function openRoom(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'In session now' }).getByRole('link').first().click();
  await page.getByLabel('Entry line').waitFor();
}
export const screens: readonly Screen[] = [
  {
    name: 'sign-in',
    title: 'Sign in',
    who: 'nobody',
    differs: 'No design; passkey and PIN come with sign-in for real clinics.',
    open: async () => {},
  },
  {
    name: 'today',
    title: 'Today: sessions in progress by room, later, to sign',
    who: 'physician',
    differs: 'Cards have no small pressure picture; readiness of later sessions comes with the checklist.',
    open: async (page) => {
      await page.getByRole('heading', { name: /^Today/ }).waitFor();
    },
  },
  {
    name: 'room',
    title: 'Session room of the physician, the therapist writing a note',
    who: 'physician',
    differs:
      'Limits are examples of the catalogue; no notices, no countdown ring and no estimate; ketamine as given.',
    open: async (page, other) => {
      await openRoom(page);
      const therapist = await other('therapist');
      await therapist.goto(page.url());
      await therapist.getByLabel('Entry line').fill('Hand on chest, breath slower');
      await page.getByText(/is writing a note/).waitFor();
      await page.getByLabel('Entry line').fill('148/92 88 97');
    },
  },
];
