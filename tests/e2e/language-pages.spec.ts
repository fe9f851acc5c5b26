import { expect, type Page } from '@playwright/test';
import { onlyEnglish } from './english-words.ts';
import { DESKTOP, enterAs, inGerman, seesGerman } from './german-page.ts';
import { endSession, type MadeSession, makeRunningSession, recordOverHttp } from './made-session.ts';
import { longTest, test } from './people.ts';
import { PHONE, TABLET } from './touch.ts';

longTest('[LNG-6] the report, the course and setup, in German', async ({ browser }) => {
  test.setTimeout(150_000);
  const sizes = [DESKTOP, TABLET, PHONE];
  const page = await inGerman(browser);
  await enterAs(page, 'therapist');
  const session = await makeRunningSession(page);
  await recordOverHttp(page, session, {
    kind: 'shift',
    data: { from: 'Ich bin der Fehler', to: 'Ich tat mein Bestes' },
  });
  await endSession(page, session);
  await page.goto(`${process.env.TANDEM_URL}/s/${session.id}/report`);
  await page.getByRole('region', { name: 'Vor dem Abzeichnen' }).waitFor();
  await seesGerman(page, 'report', sizes);
  await page.getByRole('button', { name: 'Karte zum Mitnehmen' }).click();
  await page.getByRole('dialog').getByRole('checkbox').first().check();
  await seesGerman(page, 'card', sizes);
  await page.goto(`${process.env.TANDEM_URL}/clients/${session.patientId}/course`);
  await page.getByRole('region', { name: 'Nachfragen' }).waitFor();
  await seesGerman(page, 'course', sizes);
  await page.goto(`${process.env.TANDEM_URL}/cards`);
  await page.getByRole('heading', { name: 'Karten auf einer Seite' }).waitFor();
  await seesGerman(page, 'cards', sizes);
  await page.context().close();

  const lead = await inGerman(browser);
  await enterAs(lead, 'lead');
  await lead.goto(`${process.env.TANDEM_URL}/openings`);
  await lead.getByRole('heading', { name: 'Geöffnet, ohne im Team zu sein' }).waitFor();
  await seesGerman(lead, 'openings', sizes);
  await lead.goto(`${process.env.TANDEM_URL}/setup/protocols`);
  await lead.getByRole('heading', { name: 'Protokolle' }).waitFor();
  await seesGerman(lead, 'protocols', sizes);
  await lead.goto(`${process.env.TANDEM_URL}/setup/health`);
  await lead.getByRole('heading', { name: 'Zustand' }).waitFor();
  await seesGerman(lead, 'health', sizes);
  await lead.context().close();

  const admin = await inGerman(browser);
  await admin.getByLabel('E-Mail').fill('admin@harbor.test');
  await admin.getByLabel('Passwort').fill('tandem-demo');
  await admin.getByRole('button', { name: 'Anmelden' }).click();
  await admin.getByRole('heading', { name: 'Setup' }).waitFor();
  await admin.getByRole('region', { name: 'Menschen' }).waitFor();
  await seesGerman(admin, 'setup', sizes);
  await admin.getByRole('link', { name: 'Vorlagen öffnen' }).click();
  await admin.getByRole('region', { name: 'Vorschau' }).waitFor();
  // What leaves as a file is English, and so is its preview.
  await seesGerman(admin, 'templates', sizes, []);
});

longTest('[LNG-6] past sessions and what is learnt from them, in German', async ({ browser }) => {
  test.setTimeout(240_000);
  const sizes = [DESKTOP, PHONE];
  const page = await inGerman(browser);
  const goTo = (path: string) => page.goto(`${process.env.TANDEM_URL}${path}`);
  await enterAs(page, 'physician');
  const sessions = [await makeEnded(page), await makeEnded(page)];

  await goTo('/sessions');
  await page.getByRole('heading', { name: 'Vergangene Sitzungen' }).waitFor();
  await page.getByRole('complementary', { name: 'Vorschau' }).waitFor();
  await page.getByRole('region', { name: 'In Zahlen' }).getByRole('heading').first().waitFor();
  await seesGerman(page, 'past', sizes);
  await page.getByRole('button', { name: 'Mehr Filter' }).click();
  await page.getByRole('combobox', { name: 'Zeit' }).selectOption('between');
  await page.getByRole('combobox', { name: 'Ereignis' }).selectOption('Grad 5');
  await page.getByRole('button', { name: 'Ereignis: Grad 5 aufheben?' }).waitFor();
  await seesGerman(page, 'past-none', sizes);

  await goTo(`/compare?ids=${sessions.map(({ id }) => id).join('.')}`);
  await page.getByRole('rowheader', { name: 'Höchster BD danach' }).waitFor();
  await seesGerman(page, 'compare', sizes);
  await goTo(`/s/${sessions[0]?.id}/replay`);
  await page.getByRole('button', { name: 'Abspielen' }).waitFor();
  for (const view of ['Heutiger Stand', 'Damals bekannt']) {
    await page.getByText(view, { exact: true }).click();
    await expect(page.getByRole('radio', { name: view })).toBeChecked();
    await seesGerman(page, `replay-${view}`, sizes);
  }
});

longTest('[LNG-6] a drill from its choice to its score, in German', async ({ browser }) => {
  test.setTimeout(150_000);
  const sizes = [DESKTOP, PHONE];
  const page = await inGerman(browser);
  await enterAs(page, 'physician');
  await page.goto(`${process.env.TANDEM_URL}/drills`);
  await page.getByRole('combobox', { name: 'Jonas Lindqvist' }).waitFor();
  await seesGerman(page, 'drills', sizes);
  await page.getByRole('button', { name: 'Übung beginnen' }).click();
  await page.getByLabel('Eingabezeile').waitFor();
  await page.goto(`${process.env.TANDEM_URL}/drills`);
  await page.getByRole('link', { name: 'Wie es läuft' }).waitFor();
  await seesGerman(page, 'drill-running', sizes);
  await page.getByRole('link', { name: 'Wie es läuft' }).click();
  await page.getByRole('button', { name: 'Übung abbrechen' }).click();
  await page.getByText(/^Vor dem Ende abgebrochen/).waitFor();
  await seesGerman(page, 'drill-score', sizes);
  await page.getByRole('link', { name: 'Raum öffnen' }).click();
  await page.getByRole('link', { name: 'Wie es lief' }).waitFor();
  await page.goto(`${process.env.TANDEM_URL}/drills`);
  await page.getByRole('table').waitFor();
  await seesGerman(page, 'drills-past', sizes);
});

longTest('[LNG-6] insights, a protocol that is tried and a questionnaire, in German', async ({ browser }) => {
  test.setTimeout(150_000);
  const sizes = [DESKTOP, PHONE];
  const page = await inGerman(browser);
  await enterAs(page, 'lead');
  await page.goto(`${process.env.TANDEM_URL}/insights`);
  await page.getByRole('region', { name: 'Was offen ist oder fehlt' }).waitFor();
  await seesGerman(page, 'insights', sizes);
  await page.getByRole('region', { name: 'Was offen ist oder fehlt' }).getByRole('button').first().click();
  await page.getByRole('dialog', { name: /^Sitzungen dahinter/ }).waitFor();
  await seesGerman(page, 'behind', sizes);

  await page.goto(`${process.env.TANDEM_URL}/setup/protocols`);
  await page
    .getByRole('link', { name: /^IM ketamine/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Neue Fassung' }).click();
  const trial = page.getByRole('region', { name: 'An vergangenen Sitzungen erproben' });
  await trial.getByRole('button', { name: 'Erproben' }).click();
  await expect(trial.getByRole('button', { name: 'Erneut erproben' })).toBeVisible();
  await trial.scrollIntoViewIfNeeded();
  // The values of a protocol have their names from the domain.
  await seesGerman(page, 'trial', sizes, onlyEnglish(['trial-words.ts', 'protocol-words.ts']));

  await page.goto(`${process.env.TANDEM_URL}/setup/questionnaires`);
  const add = page.getByRole('region', { name: 'Fragebogen hinzufügen' });
  await add.getByRole('button', { name: 'Prüfen' }).click();
  await expect(add.getByText(/^Die Definition darf nicht leer sein/)).toBeVisible();
  await seesGerman(page, 'questionnaires', sizes);
  await add.getByRole('button', { name: 'Mit einem Beispiel beginnen' }).click();
  await add.getByText('Wie es ausgewertet wird').waitFor();
  // Its answers are of the example's own words.
  await seesGerman(
    page,
    'questionnaire-preview',
    sizes,
    onlyEnglish(['instrument-words.ts', 'course-words.ts']),
  );
  await add.getByText('Nur die Summe', { exact: true }).click();
  await add.getByLabel('Kleinste Summe').waitFor();
  await seesGerman(page, 'questionnaire-total', sizes);
});

/** Over, with a pressure before the dose and one after it. */
async function makeEnded(page: Page): Promise<MadeSession> {
  const session = await makeRunningSession(page);
  await recordOverHttp(
    page,
    session,
    { kind: 'vital-signs', data: { systolic: 124, diastolic: 78, heartRate: 70, spo2: 98 } },
    { kind: 'note', data: { category: 'noticed', text: 'atmet ruhig' } },
    { kind: 'vital-signs', data: { systolic: 172, diastolic: 104, heartRate: 90, spo2: 97 } },
  );
  await endSession(page, session);
  return session;
}
