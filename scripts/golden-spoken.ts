import { readFileSync } from 'node:fs';
import { z } from 'zod';

const caseSchema = z.object({
  id: z.string(),
  text: z.string(),
  role: z.enum(['service', 'achat']),
  at: z.string(),
  goal: z.string(),
  expect: z.object({
    /** Each an expression, of which the first words must hold all. */
    must_contain: z.array(z.string()),
    must_not: z.array(z.string()),
    /** One of them at least is named, where there is any. */
    articles: z.array(z.string()),
    /** The facts of which one has to be asked for; none where what is said suffices. */
    asks: z.array(z.string()),
  }),
});

export type SpokenCase = z.infer<typeof caseSchema>;

/** What came of a case: its text as a person reads it, the goal that was seen, whether a fact was asked for. */
export interface SpokenReply {
  readonly text: string;
  readonly goal: string | undefined;
  readonly asks: boolean;
}

const GRADES = [
  'right',
  'no article',
  'wrong, concluded without asking',
  'asked although facts suffice',
  'another question',
  'goal not recognised',
  'worked out, where nothing was to be',
] as const;
type Grade = (typeof GRADES)[number];

export function readSpoken(file: string): readonly SpokenCase[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => caseSchema.parse(JSON.parse(line)));
}

const FIRST_WORDS = 120;

/** The first words of a reply, as they are read: no marks of Markdown, plain spaces, articles without their point. */
function firstWords(text: string): string {
  const plain = text
    .replace(/[*_#>]/g, '')
    .replace(/’/g, "'")
    .replace(/\b([LRD])\.\s?(?=\d)/g, '$1');
  return plain.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
}

/** Of a case whose goal is `none`: nothing is to be worked out. */
const NONE = 'none';

export function gradeSpoken(
  { goal, expect }: SpokenCase,
  reply: SpokenReply,
): { grade: Grade; lacks: readonly string[] } {
  if (goal === NONE)
    return { grade: reply.goal === undefined ? 'right' : 'worked out, where nothing was to be', lacks: [] };
  if (reply.goal === undefined) return { grade: 'goal not recognised', lacks: [] };
  const head = firstWords(reply.text);
  const holds = (source: string) => new RegExp(source, 'i').test(head);
  const lacks = [
    ...expect.must_contain.filter((source) => !holds(source)),
    ...expect.must_not.filter(holds).map((source) => `not ${source}`),
  ];
  if (expect.asks.length > 0) {
    if (!reply.asks) return { grade: 'wrong, concluded without asking', lacks };
    return { grade: lacks.length === 0 ? 'right' : 'another question', lacks };
  }
  if (reply.asks) return { grade: 'asked although facts suffice', lacks };
  if (lacks.length > 0) return { grade: 'wrong, concluded without asking', lacks };
  const named = expect.articles.length === 0 || expect.articles.some((article) => head.includes(article));
  return named ? { grade: 'right', lacks } : { grade: 'no article', lacks: expect.articles };
}

/** Asks every case once, prints each that is not right, then how many are what. */
export async function printSpoken(
  cases: readonly SpokenCase[],
  ask: (one: SpokenCase) => SpokenReply | Promise<SpokenReply>,
): Promise<void> {
  const counts = new Map<Grade, number>();
  for (const one of cases) {
    const reply = await ask(one);
    const { grade, lacks } = gradeSpoken(one, reply);
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
    if (grade === 'right') continue;
    console.log(`${one.id} ${grade} (${one.goal} → ${reply.goal ?? 'none'}) «${one.text}»`);
    if (lacks.length > 0) console.log(`    lacks: ${lacks.join(' ; ')}`);
    if (reply.goal !== undefined) console.log(`    says: ${firstWords(reply.text)}`);
  }
  for (const grade of GRADES) {
    const count = counts.get(grade) ?? 0;
    console.log(`${grade.padEnd(34)} ${String(count).padStart(4)} of ${cases.length}, ${share(count, cases.length)}`);
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
