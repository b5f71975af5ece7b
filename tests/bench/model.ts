import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from '../../scripts/command-line.ts';
import { type Composed, compose } from '../../scripts/compose.ts';
import { checkClaim } from '../../src/answering/grounding/check-claim.ts';
import { type Passage, readPassage } from '../../src/answering/grounding/passage.ts';
import { sayShort } from '../../src/answering/port/short.ts';
import { loadConfig } from '../../src/config/config.ts';
import { readContrasts } from '../../src/corpus/contrasts.ts';
import type { Fiche } from '../../src/corpus/fiche.ts';
import { createLog } from '../../src/log.ts';
import type { InboundMessage } from '../../src/message/message.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { answerHonestly, purposeOf, textOf } from '../fakes/openai-server/honest.ts';
import { HOSTILE_WAYS } from '../fakes/openai-server/hostile.ts';
import { type OpenAiServer, startOpenAiServer } from '../fakes/openai-server/openai-server.ts';
import type { ChatRequest } from '../fakes/openai-server/request-schema.ts';
import { isRight, playing, readExchanges } from '../fixtures/exchanges.ts';

/**
 * `npm run bench:model`: what stands between a model and its reader, measured over real HTTP against a scripted endpoint: the
 * time to the first sentence beside the endpoint's own, what the grounding check costs, and what becomes of every way to be wrong.
 */
readCommandLine('bench:model');
const QUESTIONS = 40;
/** As a small model on a machine of one's own: first token and tokens after it, in milliseconds. */
/** Where an endpoint does not count them. */
const CHARACTERS_A_TOKEN = 3.5;
const PACE = { firstAfterMs: 250, betweenMs: 12, piece: 24 };

const server = await startOpenAiServer();
const composed = await compose(
  loadConfig({
    TRUCHEMENT_DATA: mkdtempSync(join(tmpdir(), 'truchement-bench-')),
    OPENAI_BASE_URL: server.url,
    OPENAI_MODEL: 'modele-test',
  }),
  createLog('silent'),
);
try {
  await timeFirstSentences(composed, server);
  await playRecorded(composed, server);
  timeChecks(composed);
  await tryHostileWays(composed, server);
} finally {
  await server.stop();
}

/** The same request is played to a bare client first: what the endpoint itself needs until its first claim is whole, from the start of the call that answers. */
async function timeFirstSentences({ assistant }: Composed, endpoint: OpenAiServer): Promise<void> {
  let began = 0;
  endpoint.answer = (chat) => {
    if (purposeOf(chat) === 'understand') return answerHonestly(chat);
    began = performance.now();
    return { ...answerHonestly(chat), ...PACE };
  };
  const ratios: number[] = [];
  const shown: number[] = [];
  const calls: number[] = [];
  const tokens: number[] = [];
  const [warmUp = '', ...questions] = goldenTexts().slice(0, QUESTIONS + 1);
  await assistant.respond(saying(warmUp));
  for (const text of questions) {
    const before = endpoint.chats.length;
    let first: number | undefined;
    const reply = await assistant.respond(saying(text), {
      onSentence: () => {
        first ??= performance.now() - began;
      },
    });
    const asked = endpoint.chats.slice(before);
    const chat = asked.at(-1);
    if (reply.wordedBy === undefined || first === undefined || chat === undefined) continue;
    calls.push(asked.length);
    tokens.push((textOf(chat, 'system').length + textOf(chat, 'user').length) / CHARACTERS_A_TOKEN);
    ratios.push(first / (await timeOwn(endpoint, chat)));
    shown.push(first);
  }
  console.log(`calls an exchange (${calls.length}):                          ${spread(calls)}`);
  console.log(`tokens of the call that answers, estimated:         ${spread(tokens)}`);
  console.log(`first sentence, ms from the start of that call:     ${spread(shown)}`);
  console.log(`the same / endpoint's own time:                     ${spread(ratios, 2)}`);
}

/** Recorded answers over questions that the rules answer badly: how many are right, and whether anything heard is taken back. */
async function playRecorded({ assistant }: Composed, endpoint: OpenAiServer): Promise<void> {
  const right: string[] = [];
  const wrong: string[] = [];
  let heard = 0;
  let back = 0;
  for (const exchange of readExchanges()) {
    endpoint.answer = playing(exchange);
    const { id, turns, role, at } = exchange;
    const conversation = `recorded ${id}`;
    let shown = '';
    const sentences: string[] = [];
    for (const [turn, text] of turns.entries()) {
      const { outcome, text: whole } = await assistant.respond(
        { id: `${id} ${turn}`, address: { platform: 'console', conversation }, text, role, at },
        { onSentence: (sentence) => sentences.push(sentence) },
      );
      shown = outcome.kind === 'answer' ? sayShort(outcome, role, catalogues.fr) : whole;
    }
    heard += sentences.length;
    back += sentences.filter((sentence) => !shown.includes(sentence)).length;
    (isRight(shown, exchange) ? right : wrong).push(id);
  }
  console.log(
    `recorded questions right with the model:            ${right.length} of ${right.length + wrong.length}; wrong: ${wrong.join(' ')}`,
  );
  console.log(`sentences heard: ${heard}, taken back: ${back}`);
}

async function timeOwn({ url }: OpenAiServer, chat: ChatRequest): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(chat),
  });
  let said = '';
  let rest = '';
  for await (const bytes of response.body ?? []) {
    const lines = `${rest}${Buffer.from(bytes).toString()}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('data: {')) said += JSON.parse(line.slice(6)).choices[0]?.delta?.content ?? '';
    // The first claim is whole.
    if (/"text":"[^"]*"\}/.test(said)) break;
  }
  return performance.now() - started;
}

function timeChecks({ corpus }: Composed): void {
  const { figures } = corpus;
  const reads: number[] = [];
  const checks: number[] = [];
  const contrasts = readContrasts('knowledge');
  const CLAIMS = 10_000;
  const at = '2026-11-25';
  const passagesOf = ({ id, title, sections }: Fiche): ReadonlyMap<string, Passage> => {
    const from = { kind: 'fiche', id, main: true } as const;
    const started = performance.now();
    const passages = [sections.brief, sections.service, sections.buyer].map((raw, i) =>
      readPassage({ id: `P${i + 1}`, from, title, name: 'section' }, raw, { figures, contrasts }, at),
    );
    reads.push(performance.now() - started);
    return new Map(passages.map((passage) => [passage.id, passage]));
  };
  for (const fiche of corpus.fiches) {
    if (checks.length >= CLAIMS) break;
    const passages = passagesOf(fiche);
    for (const { sentences } of passages.values())
      for (const { text } of sentences) {
        const started = performance.now();
        checkClaim(
          { text, passages: [...passages.keys()] },
          { passages, question: '', shape: { forbidden: [], leaks: () => false }, contrasts },
        );
        checks.push(performance.now() - started);
      }
  }
  console.log(`grounding check, ms a sentence (${checks.length}):               ${spread(checks, 2)}`);
  console.log(`reading the passages of an answer, ms (${reads.length}):          ${spread(reads, 1)}`);
}

async function tryHostileWays({ assistant, model }: Composed, endpoint: OpenAiServer): Promise<void> {
  console.log(`\n${'way of being wrong'.padEnd(36)} ${'counted as'.padEnd(58)} reached the reader`);
  let reached = 0;
  for (const { name, question, lie, counted, answer } of HOSTILE_WAYS) {
    endpoint.answer = answer;
    const metric =
      'rejected' in counted
        ? `truchement_model_rejected_${counted.rejected}_total`
        : `truchement_model_wordings_total{what="answer",how="${counted.how}"}`;
    const counter = async () =>
      Number(
        (await model?.metrics.render())
          ?.split('\n')
          .find((line) => line.startsWith(`${metric} `))
          ?.split(' ')
          .at(-1) ?? 0,
      );
    const before = await counter();
    const heard: string[] = [];
    const reply = await assistant.respond(saying(question), { onSentence: (sentence) => heard.push(sentence) });
    const isRead = [...heard, JSON.stringify(reply.outcome)].some((text) =>
      lie.test(text.replace(/[\u00a0\u202f]/g, ' ')),
    );
    if (isRead) reached++;
    const rise = (await counter()) - before;
    console.log(`${name.padEnd(36)} ${`${metric} +${rise}`.padEnd(58)} ${isRead ? 'YES' : 'no'}`);
  }
  console.log(`${HOSTILE_WAYS.length} ways, ${reached} reached the reader`);
}

function goldenTexts(): readonly string[] {
  return readFileSync('tests/golden/own.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ mode }) => mode === 'answer')
    .map(({ text }) => text);
}

function saying(text: string): InboundMessage {
  const conversation = `bench ${Math.random()}`;
  return { id: 'm', address: { platform: 'console', conversation }, text, role: 'prescriber' };
}

function spread(list: readonly number[], decimals = 0): string {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(decimals);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)}`;
}
