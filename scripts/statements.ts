import { loadConfig } from '../src/config/config.ts';
import { SECTION_NAMES, SECTIONS } from '../src/corpus/fiche.ts';
import { fillFigures } from '../src/corpus/prose.ts';
import { parisDay } from '../src/days/iso-date.ts';
import { readCommandLine } from './command-line.ts';
import { readCheckedCorpus } from './compose.ts';
import { createRandom, shuffled } from './random.ts';

/**
 * `npm run statements [-- --number 300] [-- --seed 7]`: what the corpus states, drawn by chance, a JSON object a
 * line, for a reading against the texts by someone who wrote none of it. Half of the draw are answers (both registers), half are
 * paragraphs of the sections that cite an article. The same seed draws the same as long as the corpus does not change.
 */
interface Statement {
  readonly fiche: string;
  /** The question answered, or the section's heading. */
  readonly of: string;
  readonly texts: readonly string[];
  readonly articles: readonly string[];
}

const CITES = /\b[LRD]\s?\.?\s?\d{4}-\d|CCAG|annexe \d/i;

const line = readCommandLine('statements');
const number = line.number('number', 300);
const random = createRandom(line.number('seed', 7));
const corpus = readCheckedCorpus(loadConfig(process.env));
const at = parisDay(new Date());
const say = (text: string) => fillFigures(text, corpus.figures, at);

const answers: readonly Statement[] = corpus.fiches.flatMap((fiche) =>
  fiche.questions.map(({ ask, answer, but, articles }) => ({
    fiche: fiche.id,
    of: ask,
    texts: [answer.service, answer.achat, ...(but === undefined ? [] : [but])].map(say),
    articles,
  })),
);
const paragraphs: readonly Statement[] = corpus.fiches.flatMap((fiche) =>
  SECTION_NAMES.flatMap((name) =>
    fiche.sections[name]
      .split(/\n{2,}|\n(?=[-\d])/)
      .filter((text) => CITES.test(text))
      .map((text) => ({ fiche: fiche.id, of: SECTIONS[name], texts: [say(text.trim())], articles: fiche.articles })),
  ),
);
const half = Math.ceil(number / 2);
const drawn = [...shuffled(answers, random).slice(0, half), ...shuffled(paragraphs, random).slice(0, number - half)];
for (const [index, statement] of drawn.entries())
  process.stdout.write(`${JSON.stringify({ n: index + 1, ...statement })}\n`);
