import MiniSearch from 'minisearch';
import { readCommandLine } from '../../scripts/command-line.ts';
import { readCheckedCorpus } from '../../scripts/compose.ts';
import { readRewordingSet } from '../../scripts/rewording-sets/items.ts';
import { loadConfig } from '../../src/config/config.ts';
import { labelsOf } from '../../src/corpus/lexicon.ts';
import { words } from '../../src/french/words.ts';
import { createLearnt } from '../../src/rewording/learnt.ts';
import { createReworder } from '../../src/rewording/reword.ts';
import { LONGEST_TEXT } from '../../src/vocabulary/rewording.ts';

/**
 * `npm run bench:rewording`: how many one-line messages are reworded a second in one process, and how long the longest text takes, beside
 * what a plain search does of the same messages in the same run: MiniSearch over the lexicon, the terms found put in bold, with
 * no brief, no rewording, no check of the law and none of fidelity. The messages are those of the sets under tests/golden.
 */
const ONE_LINERS = 1000;
const LONGEST_LINE = 200;
/** Ten pages of 3,000 signs. */

const SETS = ['unseen-1', 'unseen-2', 'unseen-3', 'unseen-4', 'unseen-5'];

async function main(): Promise<void> {
  readCommandLine('bench:rewording');
  const corpus = readCheckedCorpus(loadConfig(process.env));
  const reworder = createReworder(corpus, createLearnt('knowledge'));
  const messages = SETS.flatMap((name) => readRewordingSet(`tests/golden/rewording/${name}`).rewordings);
  const lines = messages.filter(({ text }) => text.length <= LONGEST_LINE && !text.includes('\n'));
  // Numbered, so that no two are the same text.
  const asked = Array.from({ length: ONE_LINERS }, (_one, at) => {
    const { text, direction } = lines[at % lines.length] ?? { text: '', direction: 'to_buyer' as const };
    return { text: `${text} (${at})`, direction };
  });
  const rewordAll = async (): Promise<void> => {
    for (const { text, direction } of asked) await reworder.reword(text, direction, 'fr');
  };
  const labels = corpus.lexicon.flatMap((entry) => [...labelsOf(entry, 'service'), ...labelsOf(entry, 'achat')]);
  const mark = createMarker(labels);
  console.log(`${lines.length} one-line messages, asked ${ONE_LINERS} in all`);
  await rewordAll();
  const own = await seconds(rewordAll);
  const peer = await seconds(async () => {
    for (const { text } of asked) mark(text);
  });
  console.log(`Truchement, one-liners        ${Math.round(ONE_LINERS / own)} a second`);
  console.log(
    `MiniSearch bold, one-liners   ${Math.round(ONE_LINERS / peer)} a second (${(own / peer).toFixed(1)} times ours)`,
  );
  for (const direction of ['to_buyer', 'to_prescriber'] as const) {
    const text = pages(messages.filter((one) => one.direction === direction).map((one) => one.text));
    const took = await seconds(() => reworder.reword(text, direction, 'fr'));
    console.log(`Truchement, the longest ${direction.padEnd(13)} ${took.toFixed(2)} s`);
  }
}

function pages(texts: readonly string[]): string {
  let text = '';
  for (let at = 0; text.length < LONGEST_TEXT; at++) text += `${texts[at % texts.length]}\n\n`;
  return text.slice(0, LONGEST_TEXT);
}

/** The words of a message that the lexicon knows, in bold. */
function createMarker(labels: readonly string[]): (text: string) => string {
  const index = new MiniSearch<{ id: number; label: string }>({
    fields: ['label'],
    tokenize: (text) => [...words(text)],
  });
  index.addAll(labels.map((label, id) => ({ id, label })));
  return (text) => {
    const known = new Set(index.search(text).flatMap(({ terms }) => terms));
    return text.replace(/[\p{L}\p{N}'’-]+/gu, (word) => (known.has(words(word)[0] ?? '') ? `**${word}**` : word));
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

await main();
