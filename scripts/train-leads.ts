import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { LEARNT_LEADS, leadSight } from '../src/answering/leads.ts';
import type { Answer, OutboundMessage } from '../src/answering/port/outcome.ts';
import { sayFirst } from '../src/answering/port/say.ts';
import { loadConfig } from '../src/config/config.ts';
import { openingVerdict } from '../src/corpus/question.ts';
import { createLog } from '../src/log.ts';
import { ownValue } from '../src/own-value.ts';
import { createAssistant } from '../src/respond.ts';
import type { Reckoned } from '../src/rules/reckon.ts';
import { catalogues } from '../src/text/catalogues.ts';
import type { Role } from '../src/vocabulary/people.ts';
import { readCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { fitNext, type NextExample } from './fit-next.ts';
import { contains } from './golden.ts';

/**
 * `npm run train:leads [-- --folds]`: learns from the golden sets to learn from (`tests/golden/learn`: ask, yesno, spoken, demands) when
 * what was worked out leads and when the rule found does; writes `knowledge/regles/appris-tete.json`. `--folds`: learns without each set
 * and prints how many of it go where they belong, writes nothing.
 */
const SETS = 'tests/golden/learn';
const OF_QUESTIONS = /^(?:ask|yesno|follow)(?:-\d{1,3})?\.jsonl$/;
const OF_CASES = /^spoken(?:-\d{1,3})?\.jsonl$/;
/** Messages with no more than what they ask to be worked out, if anything: none of them taught what recognises that. */
const OF_DEMANDS = 'demands.jsonl';
const DEMANDED_ON = '2026-11-30';
const FIRST_WORDS = 120;
/** A question counts for two spoken cases, of which there are six times as many. */
const OF_QUESTION = 2;

const caseSchema = z.looseObject({
  id: z.string(),
  role: z.enum(['service', 'achat']),
  at: z.string(),
  text: z.string().optional(),
  turns: z.array(z.string()).optional(),
  goal: z.string().optional(),
  expect: z.looseObject({
    verdict: z.string().nullable().optional(),
    must_contain: z.array(z.string()),
    must_not: z.array(z.string()),
    articles: z.array(z.string()),
  }),
});
type Case = z.infer<typeof caseSchema>;
type Played = Pick<Case, 'id' | 'role' | 'at' | 'text' | 'turns'>;
const demandSchema = z.looseObject({ text: z.string(), goal: z.string().nullable() });
type Labelled = NextExample & { readonly set: string; readonly leads: boolean };

const folds = readCommandLine('train:leads').has('folds');
const config = loadConfig(process.env);
const { parts, memory } = await compose({ ...config, model: undefined }, createLog('warn'));
let last: Reckoned | undefined;
const reckoning = createAssistant({
  ...parts,
  leads: undefined,
  reckon: async (asked) => {
    last = await parts.reckon?.(asked);
    return last;
  },
});
const plain = createAssistant({ ...parts, reckon: undefined });

const examples: Labelled[] = [];
for (const file of readdirSync(SETS).filter((name) => OF_QUESTIONS.test(name) || OF_CASES.test(name)))
  for (const one of linesOf(file)) {
    const told = caseSchema.parse(one);
    examples.push(...(await exampleOf(basename(file, '.jsonl'), told, (...replies) => leadOf(told, ...replies))));
  }
for (const [number, line] of linesOf(OF_DEMANDS).entries()) {
  const { text, goal } = demandSchema.parse(line);
  const one = { id: `demand ${number}`, role: number % 2 === 0 ? 'service' : 'achat', at: DEMANDED_ON, text } as const;
  const isAsked = ({ retained }: Reckoned) => (goal === retained.goal ? 1 : -1);
  examples.push(...(await exampleOf('demands', one, isAsked)));
}
if (folds) printFolds();
else {
  const to = join(config.knowledge, 'regles', LEARNT_LEADS);
  writeFileSync(to, `${JSON.stringify(fitNext(weighed(examples)), null, 2)}\n`);
  console.log(
    `${examples.filter(({ leads }) => leads).length} results and ${examples.filter(({ leads }) => !leads).length} rules, in ${to}`,
  );
}

function linesOf(file: string): readonly unknown[] {
  return readFileSync(join(SETS, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/**
 * Both replies to a case, and which of them leads; none where neither holds anything of what was expected.
 * @param leadOf above 0 where what was worked out does
 */
async function exampleOf(
  set: string,
  one: Played,
  leadOf: (reckoned: Reckoned, found: Answer, role: Role) => number,
): Promise<readonly Labelled[]> {
  const reply = await play(plain, one);
  if (reply?.outcome.kind !== 'answer') return [];
  const { outcome: found, role } = reply;
  last = undefined;
  await play(reckoning, one);
  const reckoned = last as Reckoned | undefined;
  if (reckoned?.asks === undefined) return [];
  const lead = leadOf(reckoned, found, role);
  const seen = leadSight(reckoned, found, (one.turns ?? [one.text ?? '']).at(-1) ?? '');
  return lead === 0 ? [] : [{ set, leads: lead > 0, all: [{ seen }, { seen: {} }], asked: [lead > 0, lead < 0] }];
}

/** By what was expected of it, or by whether anything was to be worked out. */
function leadOf(one: Case, { told: { said, formula = '', articles } }: Reckoned, found: Answer, role: Role): number {
  if (one.goal !== undefined) return one.goal === 'none' ? -1 : 1;
  const cited = found.cited.map(({ reference }) => reference);
  return heldOf(one, `${said} ${formula}`, articles) - heldOf(one, sayFirst(found, role, catalogues.fr), cited);
}

async function play(
  assistant: typeof plain,
  { id, role, at, text, turns }: Played,
): Promise<OutboundMessage | undefined> {
  const address = { platform: 'console', conversation: 'leads' } as const;
  memory.forget(address.conversation);
  let reply: OutboundMessage | undefined;
  for (const [turn, line] of (turns ?? [text ?? '']).entries()) {
    last = undefined;
    const as = role === 'achat' ? 'buyer' : 'prescriber';
    reply = await assistant.respond({ id: `${id} ${turn}`, address, text: line, role: as, at });
  }
  return reply;
}

/** What a text holds of what was expected: all its elements, then one of its articles. */
function heldOf({ expect }: Case, text: string, articles: readonly string[]): number {
  const first = text.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
  const held = `${first} ${articles.join(' ')}`;
  const holds = (element: string) => contains(held, element) || new RegExp(element, 'iu').test(held);
  const verdict = openingVerdict(text);
  const isFalse = isClosed(verdict) && isClosed(expect.verdict) && verdict !== expect.verdict;
  const all =
    !isFalse && expect.must_contain.every(holds) && !expect.must_not.some((one) => new RegExp(one, 'iu').test(first));
  return (all ? 2 : 0) + (expect.articles.some((one) => articles.includes(one)) ? 1 : 0);
}

function isClosed(verdict: string | null | undefined): boolean {
  return verdict === 'oui' || verdict === 'non';
}

function weighed(list: readonly Labelled[]): readonly NextExample[] {
  return list.flatMap((one) => Array.from({ length: one.set.startsWith('spoken') ? 1 : OF_QUESTION }, () => one));
}

function printFolds(): void {
  console.log('set          results  kept   rules  kept');
  for (const set of new Set(examples.map((one) => one.set))) {
    const weights = fitNext(weighed(examples.filter((one) => one.set !== set)));
    const sumOf = ({ all: [first] }: Labelled) =>
      Object.entries(first?.seen ?? {}).reduce((sum, [name, value]) => sum + value * (ownValue(weights, name) ?? 0), 0);
    const cells = [true, false].flatMap((leads) => {
      const list = examples.filter((one) => one.set === set && one.leads === leads);
      return [list.length, list.filter((one) => sumOf(one) > 0 === leads).length];
    });
    console.log(`${set.padEnd(12)} ${cells.map((cell) => String(cell).padStart(7)).join('')}`);
  }
}
