import { writeFileSync } from 'node:fs';
import { countWords, MOST_WORDS } from '../src/answering/port/short.ts';
import { loadConfig } from '../src/config/config.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { createLog } from '../src/log.ts';
import { fittedSettings } from '../src/retrieval/settings.ts';
import { makeScreen } from '../src/screens/make.ts';
import { outcomeScreen } from '../src/screens/outcome.ts';
import { type AskCase, printAskSet, readAskSet } from './ask-set.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { evaluateModel } from './evaluate-model.ts';
import { fitSettings } from './fit.ts';
import { fitPairs } from './fit-pair.ts';
import { GOLDEN, type GoldenQuestion, judgeAll, readGolden, type Verdict } from './golden.ts';
import { printNeighbours, printNonsense } from './golden-edges.ts';
import { printFollowUps, type SpeakAll } from './golden-followups.ts';
import { printGuides } from './golden-guides.ts';
import { printSpoken, readSpoken, type SpokenCase, type SpokenReply } from './golden-spoken.ts';

/** `npm run evaluate [-- --set FILE] [-- --failures] [-- --fit] [-- --model]`: the golden questions, as tables; `-- --spoken FILE`: spoken cases. */
const line = readCommandLine('evaluate');
const set = line.value('set');
const questions = readGolden(set === undefined ? GOLDEN : [set]);
const config = loadConfig(process.env);
const composed = await compose({ ...config, model: undefined }, createLog('warn'));

const spoken = line.value('spoken');
const asked = line.value('ask');
const guides = line.value('guides');
const followUps = line.value('followups');
const neighbours = line.value('neighbours');
const nonsense = line.value('nonsense');
if (spoken !== undefined) await printSpoken(readSpoken(spoken), replyToSpoken);
else if (asked !== undefined) await printAskSet(readAskSet(asked), speak, shownFirst, line.has('failures'));
else if (followUps !== undefined) await printFollowUps(followUps, speakAll, shownFirst, line.has('failures'));
else if (neighbours !== undefined) await printNeighbours(neighbours, speakAll, shownFirst, line.has('failures'));
else if (nonsense !== undefined) await printNonsense(nonsense, speakAll);
else if (guides !== undefined) await printGuides(guides, config, shownFirst, line.has('failures'));
else if (line.has('model')) await evaluateModel(config, questions);
else if (line.has('fit-pairs'))
  await fitPairs(composed.corpus, parisDay(new Date()), composed.embedder, fittedSettings);
else if (line.has('fit')) {
  const settings = await fitSettings(questions, composed, fittedSettings);
  writeFileSync('src/retrieval/fitted.json', `${JSON.stringify(settings, null, 2)}\n`);
  console.log(JSON.stringify(settings));
  console.log('written to src/retrieval/fitted.json');
  await fitPairs(composed.corpus, parisDay(new Date()), composed.embedder, settings);
} else {
  const verdicts = await judgeAll(questions, composed.assistant);
  if (line.has('failures')) for (const verdict of verdicts.filter((v) => !v.passed)) printFailure(verdict);
  for (const key of ['mode', 'role', 'topic'] as const) printTable(key, verdicts);
  await printRetrieval(questions);
  printFacts(verdicts);
  printWords(verdicts);
  printTimes(verdicts);
}

/** One text after another, in a dialogue of its own each time. */
async function speak({ id, at, role }: AskCase, turns: readonly string[]): Promise<Verdict['reply']> {
  const last = (await speakAll({ id, at, role: role === 'achat' ? 'buyer' : 'prescriber', turns })).at(-1);
  if (last === undefined) throw new Error(`${id} has no turn`);
  return last;
}

async function speakAll({ id, at, role, turns }: Parameters<SpeakAll>[0]): ReturnType<SpeakAll> {
  const address = { platform: 'console', conversation: `asked ${id} ${turns.length}` } as const;
  composed.memory.forget(address.conversation);
  const replies: Verdict['reply'][] = [];
  for (const [turn, text] of turns.entries())
    replies.push(await composed.assistant.respond({ id: `${id} ${turn}`, address, text, role, at }));
  return replies;
}

/** As the conversation answers it, alone in its dialogue. */
async function replyToSpoken({ id, text, at, role }: SpokenCase): Promise<SpokenReply> {
  const reply = await composed.assistant.respond({
    id,
    address: { platform: 'console', conversation: `spoken ${id}` },
    text,
    role: role === 'achat' ? 'buyer' : 'prescriber',
    at,
  });
  const { outcome } = reply;
  const asks = outcome.kind === 'clarification' && outcome.reason === 'fact';
  const computed = outcome.kind === 'answer' || asks ? outcome.computed : undefined;
  return { text: reply.text, goal: computed === undefined ? undefined : 'computed', asks };
}

function printFailure({ question, reply, missing, forbidden }: Verdict): void {
  const source = 'sources' in reply.outcome ? reply.outcome.sources.map((s) => s.fiche).join(', ') : '';
  const known = reply.outcome.kind === 'handoff' ? `known ${reply.outcome.known?.sources[0].fiche}` : '';
  console.log(`${question.id} ${question.mode} → ${reply.outcome.kind} [${source}${known}] « ${question.text} »`);
  if (missing.length > 0) console.log(`    missing: ${missing.join(' ; ')}`);
  if (forbidden.length > 0) console.log(`    forbidden: ${forbidden.join(' ; ')}`);
}

function printTable(key: 'mode' | 'role' | 'topic', verdicts: readonly Verdict[]): void {
  const groups = group(verdicts, key);
  console.log(`\n${key.padEnd(22)} questions  passed   refused  offered  forbidden`);
  for (const [name, list] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const passed = list.filter((v) => v.passed).length;
    const refused = list.filter((v) => v.reply.outcome.kind === 'refusal').length;
    const offered = list.filter((v) => v.reply.outcome.kind === 'clarification').length;
    const forbidden = list.filter((v) => v.forbidden.length > 0).length;
    console.log(
      `${name.slice(0, 21).padEnd(22)} ${String(list.length).padStart(9)}  ${percent(passed, list.length)}  ${String(refused).padStart(7)}  ${String(offered).padStart(7)}  ${String(forbidden).padStart(9)}`,
    );
  }
}

function group(verdicts: readonly Verdict[], key: 'mode' | 'role' | 'topic'): ReadonlyMap<string, Verdict[]> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts)
    groups.set(verdict.question[key], [...(groups.get(verdict.question[key]) ?? []), verdict]);
  return groups;
}

/** Where the first fiche that states an expected fact stands among those found. */
async function printRetrieval(list: readonly GoldenQuestion[]): Promise<void> {
  const answerable = list.filter((question) => question.mode === 'answer' && question.facts.length > 0);
  const ranks: number[] = [];
  for (const question of answerable) {
    const { hits } = await composed.retriever.retrieve({ text: question.text }, 10);
    const holders = new Set(
      composed.corpus.fiches.filter((f) => f.facts.some((fact) => question.facts.includes(fact))).map((f) => f.id),
    );
    ranks.push(hits.findIndex((hit) => holders.has(hit.document.id)) + 1);
  }
  const at = (k: number) => ranks.filter((rank) => rank > 0 && rank <= k).length;
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
  console.log(
    `\nretrieval of the expected fact over ${ranks.length}: hit@1 ${percent(at(1), ranks.length)}, hit@5 ${percent(at(5), ranks.length)}, MRR ${mrr.toFixed(3)}`,
  );
}

/** Every fact that a question is first about: stated with its elements, an article and a date, in at least one answer. */
function printFacts(verdicts: readonly Verdict[]): void {
  const stated = new Map<string, boolean>();
  for (const { question, reply, passed } of verdicts) {
    const fact = question.facts[0];
    if (question.mode !== 'answer' || fact === undefined) continue;
    const { outcome } = reply;
    const backed = outcome.kind === 'answer' && outcome.sources[0].articles.length > 0;
    stated.set(fact, (stated.get(fact) ?? false) || (passed && backed));
  }
  const missed = [...stated].filter(([, right]) => !right).map(([fact]) => fact);
  const right = stated.size - missed.length;
  console.log(
    `facts stated right, with article and date: ${right} of ${stated.size}; missed: ${missed.sort().join(', ') || 'none'}`,
  );
}

/** What is read before anything unfolds: buttons and the source line apart. */
function printWords(verdicts: readonly Verdict[]): void {
  for (const kind of ['answer', 'clarification', 'handoff', 'refusal'] as const) {
    const counts = verdicts
      .filter(({ reply }) => reply.outcome.kind === kind)
      .map(({ reply }) => countWords(shownFirst(reply)))
      .sort((a, b) => a - b);
    const at = (share: number) => counts[Math.floor(share * (counts.length - 1))] ?? 0;
    const over = counts.filter((count) => count > MOST_WORDS).length;
    console.log(
      `words shown first, ${kind.padEnd(13)} ${String(counts.length).padStart(5)}: median ${at(0.5)}, p90 ${at(0.9)}, most ${at(1)}; over ${MOST_WORDS}: ${over}`,
    );
  }
}

function shownFirst(reply: Verdict['reply']): string {
  const place = { place: 'dm', human: true, turns: true, folds: true, thumbs: true, boxes: true } as const;
  const { role, language, inReplyTo: key } = reply;
  const { ref, title, blocks } = outcomeScreen({ reply, question: '', role, depth: 'full', key, ...place });
  const read = blocks.filter(({ kind }) => kind !== 'fold' && kind !== 'cited');
  return makeScreen({ ref, language, blocks: read, ...(title === undefined ? {} : { title }) }).said;
}

function printTimes(verdicts: readonly Verdict[]): void {
  const times = verdicts.map((v) => v.ms).sort((a, b) => a - b);
  const quantile = (q: number) => (times[Math.floor(q * (times.length - 1))] ?? 0).toFixed(1);
  console.log(`respond() over ${times.length}: p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`.padStart(7);
}
