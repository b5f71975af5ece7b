import { z } from 'zod';
import { withoutArticles } from '../french/articles.ts';
import { compileExpression } from '../french/pattern/expression.ts';
import { readTokens } from '../french/pattern/tokens.ts';
import { indexTerms } from '../french/words.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-source.ts';

/** What a line says that asks nothing to be looked for: of the dialogue itself, of one article by its number, of changes of the law and being told of them. */
const INTENTS = [
  'noise',
  'yes_no',
  'stop',
  'mood',
  'privacy',
  'article',
  'changes',
  'alert',
  'alert_off',
  'alerts',
] as const;
export type Intent = (typeof INTENTS)[number];

const examples = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  /** Words that border a line and change nothing of it. */
  around: z.array(z.string().min(1)),
  intents: z.array(
    z.strictObject({
      intent: z.enum(INTENTS),
      /** Expressions of the pattern language, each of them a whole line. */
      says: examples,
      yes: examples,
      no: examples,
    }),
  ),
});

/** What `intentOf` reads by. */
export interface DialogueWords {
  readonly around: ReadonlySet<string>;
  readonly lines: readonly { readonly intent: Intent; readonly pattern: RegExp }[];
  /** Stems of the words by which alerts are asked for: what is left of such a line is what it is about. */
  readonly alertWords: ReadonlySet<string>;
}

export const DIALOGUE_FILE = 'dialogue.yaml';

/** Reads `dialogue.yaml`; every example that is not read as it says is a problem. */
export function readDialogueWords(text: string): { words: DialogueWords; problems: readonly CorpusProblem[] } {
  const source = readYaml(text, schema, DIALOGUE_FILE);
  const problems = [...source.problems];
  const report = (path: readonly PropertyKey[], message: string) =>
    problems.push({ file: DIALOGUE_FILE, line: source.lineOf(path), field: path.map(String).join('.'), message });
  const { around = [], intents = [] } = source.value ?? {};
  const words: DialogueWords = {
    around: new Set(around.flatMap((word) => tokensOf(word))),
    alertWords: new Set(
      intents.flatMap(({ intent, says }) => (intent.startsWith('alert') ? says.flatMap(indexTerms) : [])),
    ),
    lines: intents.flatMap(({ intent, says }, row) =>
      says.flatMap((said, place) => {
        try {
          return [{ intent, pattern: new RegExp(`^(?:${compileExpression(said, new Map()).pattern.source})$`) }];
        } catch (error) {
          report(['intents', row, 'says', place], error instanceof Error ? error.message : String(error));
          return [];
        }
      }),
    ),
  };
  for (const [row, { intent, yes, no }] of intents.entries()) {
    for (const [place, line] of yes.entries())
      if (intentOf(words, line) !== intent) report(['intents', row, 'yes', place], `is not read as ${intent}`);
    for (const [place, line] of no.entries())
      if (intentOf(words, line) === intent) report(['intents', row, 'no', place], `is read as ${intent}`);
  }
  return { words, problems };
}

/** In tokens: a longer line says something of its own. */
const LONGEST_LINE = 22;

/** What the whole line says, but for the words that border it; undefined for one that says something of its own. */
export function intentOf({ around, lines }: DialogueWords, text: string): Intent | undefined {
  const said = tokensOf(text);
  if (said.length === 0 || said.length > LONGEST_LINE) return undefined;
  for (const line of withoutBorders(said, around)) {
    const plain = `${line.join(' ')} `;
    const found = lines.find(({ pattern }) => pattern.test(plain));
    if (found !== undefined) return found.intent;
  }
  return undefined;
}

/** The line, then with one word less at an end at a time: a word that borders one line is part of another. */
function* withoutBorders(said: readonly string[], around: ReadonlySet<string>): Iterable<readonly string[]> {
  let starts = 0;
  while (starts < said.length - 1 && around.has(said[starts] ?? '')) starts += 1;
  let ends = said.length;
  while (ends > 1 && around.has(said[ends - 1] ?? '')) ends -= 1;
  for (let start = 0; start <= starts; start += 1)
    for (let end = said.length; end >= Math.max(ends, start + 1); end -= 1) yield said.slice(start, end);
}

function tokensOf(text: string): readonly string[] {
  return readTokens(withoutArticles(text.slice(0, LONGEST_READ), ` ${ARTICLE} `))
    .tokens.map(({ text: word }) => word)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** How an expression writes the number of an article, whichever it is. */
const ARTICLE = 'numeroarticle';

/** Characters of a line that may say one of these. */
const LONGEST_READ = 120;
