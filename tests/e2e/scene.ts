import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { composeBodies } from '../../scripts/compose-bodies.ts';
import { composeForms } from '../../scripts/compose-forms.ts';
import { composeInterviews } from '../../scripts/compose-interviews.ts';
import { composeProgramming } from '../../scripts/compose-programming.ts';
import {
  type AroundPurchases,
  composeBossPages,
  composePurchasing,
  withPurchases,
} from '../../scripts/compose-purchasing.ts';
import { createTables } from '../../src/bodies/create-tables.ts';
import { readClauses, writeClause } from '../../src/corpus/clauses.ts';
import { createSpeaks, speaksOf } from '../../src/dialogue/speaks-of.ts';
import { createLog } from '../../src/log.ts';
import { ok } from '../../src/result.ts';
import { createLearnt } from '../../src/rewording/learnt.ts';
import { gravest } from '../../src/rewording/lint/gravest.ts';
import { createLint } from '../../src/rewording/lint/lint.ts';
import { createReworder } from '../../src/rewording/reword.ts';
import { readLocalRules } from '../../src/rules/local/local-rules.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createFakeConversing } from '../fakes/conversing.ts';
import { BODIES, network, policy } from '../fixtures/network.ts';
import { realCorpus } from '../fixtures/real-corpus.ts';
import { serve } from '../fixtures/served.ts';
import { accessibilityFaults, launchChromium, openPage, overflow, screenshot } from './chromium.ts';

/** Of the body whose own rules are those of the documentation's example. */
const VITRE = '21350360600013';

type Purchases = ReturnType<typeof composePurchasing>;

/** A network, its demandes and a browser: what a scene between people needs, over a real store and server. */
export async function startScene(
  name: string,
  over: Partial<Pick<AroundPurchases, 'buying'>> & { readonly now?: () => Date } = {},
) {
  const data = mkdtempSync(join(tmpdir(), `truchement-${name}-`));
  const store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  let purchasing: Purchases | undefined;
  const clauses = join(data, 'knowledge');
  const lint = createLint(realCorpus.lint);
  const net = await network(store, {
    demo: true,
    clauseFault: (text) => gravest(lint(text))[0]?.message,
    writeClause: ({ id, question, answer, clause }) => {
      writeClause(clauses, id, { title: question, text: answer, ...clause, readOn: '2026-11-28' });
    },
  });
  const helping = withPurchases(net.helping, { bringBack: async (id) => purchasing?.bringBack(id) });
  const { reword } = createReworder(realCorpus, createLearnt('knowledge'), composeForms('knowledge', realCorpus));
  const interpret = {
    reword: async (text: string, direction: 'to_buyer' | 'to_prescriber' = 'to_buyer', language: 'fr' | 'en' = 'fr') =>
      ok(await reword(text, direction, language)),
  };
  purchasing = composePurchasing(store, interpret, policy.addWorkingMinutes, {
    knowledge: 'knowledge',
    helping,
    ...over,
  });
  const speaks = createSpeaks('knowledge');
  const own = readLocalRules(readFileSync('docs/regles-internes.yaml', 'utf8'), 'regles-internes.yaml');
  const interviewing = composeInterviews(
    'knowledge',
    { corpus: realCorpus, local: (siret) => (siret === VITRE && own.ok ? own.value : undefined) },
    store,
  );
  for (const body of BODIES.filter(({ id }) => id === 'vitre'))
    await store.reserve.saveOrganisation({ ...body, siret: VITRE });
  const served = await serve(createFakeConversing(), {
    help: { helping, signIn: { kind: 'demo' } },
    purchasing,
    interviewing,
    clauses: () => readClauses(clauses),
    bids: (text) => speaksOf(speaks(), text) === 'bidder',
    tables: createTables({
      records: store.bodies,
      reserve: store.reserve,
      knowsCpv: () => true,
      now: () => new Date(),
    }),
    programming: composeProgramming(store, {
      knowledge: 'knowledge',
      interpret,
      buying: composeBodies('knowledge', store).buying,
      purchasing,
    }),
    bossPages: composeBossPages(store, policy.addWorkingMinutes),
    perMinute: 10_000,
  });
  const browser = await launchChromium();
  return {
    ...net,
    helping,
    purchasing,
    clauses,
    signedIn: (who: string, width: number) => signedIn(browser, served.address, who, width),
    address: served.address,
    browser,
    stop: async () => {
      await browser.close();
      await served.stop();
      await store.close();
    },
  };
}

export type Scene = Awaited<ReturnType<typeof startScene>>;

async function signedIn(browser: Browser, address: string, who: string, width: number) {
  const opened = await openPage(browser, { viewport: { width, height: 800 } });
  await opened.page.goto(`${address}/connexion`);
  await opened.page.getByRole('button', { name: new RegExp(who) }).click();
  await opened.page.getByRole('link', { name: 'Mes demandes' }).waitFor();
  return opened;
}

/** Nothing wider than the window, nothing that a reader by ear would miss; and a picture of it. */
export async function sound(page: Page, name: string): Promise<void> {
  expect(await overflow(page)).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, name, true);
}

/** Unfolds what is under a button, fills its one box and sends it. */
export async function say(page: Page, summary: string, text: string, submit = summary): Promise<void> {
  const fold = page.locator('details', { has: page.locator('summary', { hasText: summary }) }).first();
  await fold.locator('summary').click();
  await fold.locator('textarea').first().fill(text);
  await fold.getByRole('button', { name: submit }).click();
}
