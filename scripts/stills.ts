import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromePath, launchChromium, openPage } from '../tests/e2e/chromium.ts';
import { readCommandLine } from './command-line.ts';

/**
 * `npm run stills`: the two pictures of the README, taken from the demonstration as a browser shows it: an answer, and what would
 * leave for a reservist with its masks. Wants Chromium.
 */
const QUESTION = 'On peut acheter pour 30 000 euros sans mise en concurrence ?';
const CASE =
  'La société Durand Bâtiment conteste les pénalités du marché 2024-113 : peut-on les réduire ? Mme Martin, 06 12 34 56 78.';
const PERSON = 'maelle';
const NAME = 'Maëlle Corre';
const VIEW = { width: 960, height: 720 };

async function main(): Promise<void> {
  readCommandLine('stills');
  if (chromePath === undefined) throw new Error('Chromium is not here: set CHROME_PATH');
  const data = mkdtempSync(join(tmpdir(), 'truchement-stills-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--demo'], {
    env: { ...process.env, TRUCHEMENT_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(child.stdout, 'data');
  const address = /http:\/\/[^\s/]+/.exec(String(line))?.[0] ?? '';
  const browser = await launchChromium();
  try {
    const { page } = await openPage(browser, { viewport: VIEW, colorScheme: 'light' });
    await page.goto(address);
    await page.fill('#question', QUESTION);
    await page.click('#ask .send');
    await page.locator('.answer .leads').first().waitFor();
    await page.screenshot({ path: 'docs/images/answer.png' });
    await page.goto(`${address}/demo/${PERSON}/aide`);
    await page.fill('#question', CASE);
    await page.getByRole('button', { name: 'Voir ce qui partira' }).click();
    await page.getByRole('button', { name: NAME }).click();
    await page.locator('#brief').waitFor();
    await page.screenshot({ path: 'docs/images/hand-over.png' });
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await once(child, 'close');
    rmSync(data, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
