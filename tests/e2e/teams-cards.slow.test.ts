import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../adapters/teams/card/elements.ts';
import { packCards } from '../../adapters/teams/card/pack.ts';
import { replyActivities } from '../../adapters/teams/message/reply.ts';
import { createSay } from '../../adapters/teams/say.ts';
import { replyWith } from '../fakes/conversing.ts';
import { everyCard, OUTCOMES } from '../fixtures/teams-cards.ts';
import { accessibilityFaults, chromePath, launchChromium, openPage, screenshot } from './chromium.ts';

/** The narrowest that a chat gets: a phone, or the pane beside a meeting. */
const WIDTH = 320;
/** How Teams colours cards, near enough to judge them by: the grounds and inks of its two themes. */
const THEMES = {
  light: {
    ink: '#242424',
    subtle: '#616161',
    ground: '#ffffff',
    emphasis: '#f5f5f5',
    good: '#e7f2da',
    warning: '#fbf6d9',
    attention: '#fcf4f6',
    accent: '#e8ebfa',
    link: '#4f52b2',
  },
  dark: {
    ink: '#ffffff',
    subtle: '#adadad',
    ground: '#1f1f1f',
    emphasis: '#2d2c2c',
    good: '#0d2e0d',
    warning: '#463100',
    attention: '#3b1519',
    accent: '#2f2f4a',
    link: '#7f85f5',
  },
} as const;

let browser: Browser;
let markdown: string;
beforeAll(async () => {
  browser = await launchChromium();
  const built = await build({
    stdin: { contents: "export { micromark } from 'micromark'", resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    globalName: 'markdown',
    write: false,
  });
  markdown = built.outputFiles[0]?.text ?? '';
});
afterAll(() => browser?.close());

describe.runIf(chromePath !== undefined)('every card as Microsoft’s library shows it at 320 px', () => {
  it.each([
    ['light', 'fr'],
    ['dark', 'fr'],
    ['light', 'en'],
  ] as const)('is whole, named and readable (%s, %s)', { timeout: 30_000 }, async (theme, language) => {
    const { page, faults, close } = await openPage(browser, { viewport: { width: WIDTH, height: 800 } });
    const cards = await cardsIn(language);
    await page.setContent(pageOf(theme, language));
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js') });
    await page.addScriptTag({ content: markdown });
    await page.evaluate(`(${SHOW})(${JSON.stringify(cards)}, ${JSON.stringify(hostConfigOf(theme))})`);
    await screenshot(page, `teams-cards-${theme}-${language}`, true);

    for (const { name, wide, words } of await page.evaluate<readonly Shown[]>(`(${MEASURE})()`)) {
      expect(wide, `${name} is wider than its place`).toEqual([]);
      expect(words, name).not.toMatch(/\\[_*[\]]|undefined|\[object|NaN/);
      expect(words.length, name).toBeGreaterThan(3);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    // What voices say of our own Markdown bears none of its marks; a person’s words stay theirs.
    for (const [name, { speak }] of Object.entries(cards))
      if (/^(?:reply|fiche)/.test(name)) expect(speak, name).not.toMatch(/\*\*|]\(|^\s*[-#]/m);
    expect(faults).toEqual([]);
    await close();
  });
});

interface Shown {
  readonly name: string;
  /** Parts that stand out of the card, or are cut at its edge. */
  readonly wide: readonly string[];
  readonly words: string;
}

/** In the page: each card in a place of its own, what unfolds unfolded. */
const SHOW = `(cards, config) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.micromark(text);
    result.didProcess = true;
  };
  for (const [name, json] of Object.entries(cards)) {
    const place = document.createElement('section');
    place.setAttribute('aria-label', name);
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(config);
    card.parse(json);
    place.append(card.render());
    document.querySelector('main').append(place);
    const folds = [...place.querySelectorAll('button[aria-expanded=false]')];
    if (folds[0]) folds[0].click();
  }
}`;

const MEASURE = `() => [...document.querySelectorAll('section')].map((place) => {
  const { right } = place.getBoundingClientRect();
  const cut = (part) => getComputedStyle(part).overflowX === 'hidden' && part.scrollWidth > part.clientWidth + 1;
  const out = [...place.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right > right + 1 || cut(part));
  return { name: place.getAttribute('aria-label'), wide: out.map((part) => part.outerHTML.slice(0, 120)), words: place.innerText };
})`;

function hostConfigOf(theme: keyof typeof THEMES): object {
  const { ink, subtle, ground, link, ...grounds } = THEMES[theme];
  const inks = { default: ink, subtle };
  const foregroundColors = { default: inks, accent: { default: link, subtle: link } };
  const styles = { default: ground, ...grounds };
  const containerStyles = Object.fromEntries(
    Object.entries(styles).map(([style, backgroundColor]) => [style, { backgroundColor, foregroundColors }]),
  );
  // As in Teams: five buttons, one under the other where they have no room.
  return {
    containerStyles,
    textBlock: { headingLevel: 2 },
    actions: { maxActions: 5, actionsOrientation: 'vertical' },
  };
}

async function cardsIn(language: 'fr' | 'en'): Promise<Readonly<Record<string, Card>>> {
  const say = createSay(language);
  const own = Object.entries(await everyCard(language)).flatMap(([name, part]) =>
    packCards({ language, ...part }).map((card, index) => [`${name} ${index + 1}`, card] as const),
  );
  const replies = Object.entries(OUTCOMES).flatMap(([name, outcome]) =>
    replyActivities(replyWith(outcome, { language }), { say, reply: 'a:1|2', scope: 'personal', offersHuman: true })
      .flatMap(({ attachments = [] }) => attachments)
      .map(({ content }, index) => [`reply ${name} ${index + 1}`, content as Card] as const),
  );
  // What folds is shown too: it must fit when it is unfolded.
  return Object.fromEntries([...own, ...replies].map(([name, card]) => [name, unfolded(card)]));
}

function unfolded(card: Card): Card {
  return { ...card, body: card.body.map((element) => ({ ...element, isVisible: true })) };
}

function pageOf(theme: keyof typeof THEMES, language: string): string {
  const { ground, ink, link } = THEMES[theme];
  return `<!doctype html><html lang="${language}"><head><title>cards</title><style>
    *{box-sizing:border-box} body{margin:0;background:${ground};color:${ink};font-family:sans-serif} main{padding:0 8px}
    a,.ac-anchor{color:${link}!important} button,input,textarea,select{font:inherit;background:${ground};color:${ink};border:1px solid;max-width:100%;white-space:normal}
    input,textarea,select{width:100%} input[type=checkbox],input[type=radio]{width:24px!important;height:24px}
  </style></head><body><main><h1>cards</h1></main></body></html>`;
}
