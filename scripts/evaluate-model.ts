import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../src/config/config.ts';
import { createLog } from '../src/log.ts';
import { type Composed, compose } from './compose.ts';
import { type GoldenQuestion, judgeAll, type Verdict } from './golden.ts';

/** One run of the golden questions: with the configured model, or without. Shares from 0 to 1, times in milliseconds. */
export interface RunFigures {
  readonly questions: number;
  readonly right: number;
  readonly bad: number;
  readonly expectedElements: number;
  readonly forbidden: number;
  /** Sentences shown while an answer came, and those of them that it then does not hold. */
  readonly heard: number;
  readonly withdrawn: number;
  /** Answerable questions that were refused, and outside ones that were not. */
  readonly refusedAnswerable: number;
  readonly answeredOutside: number;
  readonly worded: number;
  /** Of the claims made, those that the grounding check let through; undefined without a model. */
  readonly grounded: number | undefined;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly tokens: number | undefined;
}

const FOLDER = 'artifacts';

/** `npm run evaluate -- --model`: the same questions with the configured model and without, side by side, as Markdown and JSON. */
export async function evaluateModel(config: Config, questions: readonly GoldenQuestion[]): Promise<void> {
  if (config.model?.chatModel === undefined)
    throw new Error('npm run evaluate -- --model needs OPENAI_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY');
  const run = async (own: Config) => measureRun(await compose(own, createLog('warn')), questions);
  const without = await run({ ...config, model: undefined });
  const withModel = await run(config);
  const place = new URL(config.model.baseUrl).host;
  const table = sideBySide(without, withModel, `${config.model.chatModel} (${place})`);
  mkdirSync(FOLDER, { recursive: true });
  const report = { model: config.model.chatModel, endpoint: place, without, with: withModel };
  writeFileSync(join(FOLDER, 'evaluate-model.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(FOLDER, 'evaluate-model.md'), table);
  console.log(table);
  console.log(`written to ${FOLDER}/evaluate-model.md and .json`);
}

export async function measureRun(
  { assistant, model }: Pick<Composed, 'assistant' | 'model'>,
  questions: readonly GoldenQuestion[],
): Promise<RunFigures> {
  const verdicts = await judgeAll(questions, assistant);
  const metrics = (await model?.metrics.render()) ?? '';
  const sum = (name: string) =>
    metrics
      .split('\n')
      .filter((line) => line.startsWith(`truchement_model_${name}`))
      .reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
  const shown = sum('claims_shown_total');
  const claims = shown + sum('rejected_');
  const wanted = verdicts.filter(({ question }) => question.mode === 'answer');
  const outside = verdicts.filter(({ question }) => question.mode === 'out_of_scope');
  const elements = wanted.reduce((total, { question }) => total + question.must_contain.length, 0);
  const missing = wanted.reduce((total, { missing: list }) => total + list.length, 0);
  const times = verdicts.map(({ ms }) => ms).sort((a, b) => a - b);
  const share = (list: readonly Verdict[], of: readonly Verdict[]) => list.length / Math.max(1, of.length);
  return {
    questions: verdicts.length,
    right: verdicts.filter(({ passed }) => passed).length,
    bad: verdicts.filter(({ passed }) => !passed).length,
    expectedElements: 1 - missing / Math.max(1, elements),
    forbidden: verdicts.filter(({ forbidden }) => forbidden.length > 0).length,
    heard: verdicts.reduce((total, { heard }) => total + heard, 0),
    withdrawn: verdicts.reduce((total, { withdrawn }) => total + withdrawn.length, 0),
    refusedAnswerable: share(
      wanted.filter(({ reply }) => reply.outcome.kind === 'refusal'),
      wanted,
    ),
    answeredOutside: share(
      outside.filter(({ passed }) => !passed),
      outside,
    ),
    worded: share(
      verdicts.filter(({ reply }) => reply.wordedBy === 'model'),
      verdicts,
    ),
    grounded: claims === 0 ? undefined : shown / claims,
    p50Ms: times[Math.floor(0.5 * (times.length - 1))] ?? 0,
    p95Ms: times[Math.floor(0.95 * (times.length - 1))] ?? 0,
    tokens: model === undefined ? undefined : sum('tokens_total'),
  };
}

function sideBySide(without: RunFigures, withModel: RunFigures, name: string): string {
  const percent = (share: number | undefined) => (share === undefined ? '–' : `${(100 * share).toFixed(1)} %`);
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const rows: readonly (readonly [string, (run: RunFigures) => string])[] = [
    ['questions', (run) => String(run.questions)],
    ['right', (run) => String(run.right)],
    ['bad', (run) => String(run.bad)],
    ['sentences shown while an answer came', (run) => String(run.heard)],
    ['sentences withdrawn', (run) => String(run.withdrawn)],
    ['expected elements present', (run) => percent(run.expectedElements)],
    ['answers with something forbidden', (run) => String(run.forbidden)],
    ['answerable questions refused', (run) => percent(run.refusedAnswerable)],
    ['outside questions not refused', (run) => percent(run.answeredOutside)],
    ['worded by the model', (run) => percent(run.worded)],
    ['claims that the grounding check let through', (run) => percent(run.grounded)],
    ['respond(), p50', (run) => ms(run.p50Ms)],
    ['respond(), p95', (run) => ms(run.p95Ms)],
    ['tokens a question', (run) => (run.tokens === undefined ? '–' : (run.tokens / run.questions).toFixed(0))],
  ];
  const lines = rows.map(([label, of]) => `| ${label} | ${of(without)} | ${of(withModel)} |`);
  return [`| | without a model | ${name} |`, '| --- | ---: | ---: |', ...lines, ''].join('\n');
}
