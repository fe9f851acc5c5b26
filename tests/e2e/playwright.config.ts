import { defineConfig, devices } from '@playwright/test';
import { launchArgs } from '../../scripts/lib/browser.mjs';

const executablePath = process.env.CHROMIUM;
if (!executablePath) {
  throw new Error('CHROMIUM is not set. No browser test ran. Run them with: npm test -- --only browser');
}

export default defineConfig({
  testDir: '.',
  outputDir: '../../.tandem/e2e',
  globalSetup: './global-setup.ts',
  // Two pages of one test already keep two cores busy; a second worker would only add waiting.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The json report goes where PLAYWRIGHT_JSON_OUTPUT_FILE says.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.TANDEM_URL,
    launchOptions: { executablePath, args: launchArgs() },
    screenshot: 'only-on-failure',
    // Recording a trace costs more than the test: asked for by TRACE=1.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
});
