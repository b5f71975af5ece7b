import type { Fiche } from '../corpus/fiche.ts';
import { phrasingsOf } from '../corpus/phrasings.ts';
import type { Answers } from '../corpus/question.ts';
import { sentencesOf } from '../french/sentences.ts';
import { fold, indexTerms } from '../french/words.ts';
import type { Hit } from './hybrid.ts';
import type { LexicalIndex } from './lexical-index.ts';

/** Below this cosine two questions only share a subject. */
const SAME_MEANING = 0.6;
/** Rarity-weighed share of each question's words that the other must hold: a word that sets them apart is a rare one. */
const SAME_WORDS = 0.7;
/** Asks how, which, when: never answered by a yes or a no. */
const OPEN = /\b(?:quel\w*|quand|comment|combien|conditions?|que faut|qu'est|pourquoi|qui|ou)\b/;
/** Words that turn a question round: «est-ce interdit» is not «peut-on». */
const DENIAL = /\b(?:pas|jamais|sans|ni|aucune?s?|interdi\w*|defendu\w*|illega\w*|refus\w*|sauf)\b/;

/**
 * The question of the fiche that was asked, by its position, or undefined.
 * Strict on purpose: «un hôpital est-il une autorité centrale ?» must not answer for «l'UGAP est-elle … ?».
 */
export function directQuestion(hit: Hit, fiche: Fiche, text: string, lexical: LexicalIndex): number | undefined {
  const asked = new Set(indexTerms(text));
  const phrasings = phrasingsOf(fiche);
  let best: { position: number; score: number } | undefined;
  for (const { part, similarity } of hit.parts) {
    const phrasing = phrasings[part];
    const question = phrasing && fiche.questions[phrasing.question];
    if (phrasing === undefined || question === undefined || similarity < SAME_MEANING) continue;
    const terms = new Set(indexTerms(phrasing.text));
    if (differentNumbers(terms, asked)) continue;
    if (
      isVerdict(question.answer) &&
      (turns(text, phrasing.text) || turns(text.slice(sentencesOf(text).at(-1)?.[0]), question.ask))
    )
      continue;
    const forth = share(asked, terms, lexical);
    const back = share(terms, asked, lexical);
    if (forth < SAME_WORDS || back < SAME_WORDS) continue;
    const score = similarity + forth + back;
    if (score > (best?.score ?? 0)) best = { position: phrasing.question, score };
  }
  return best?.position;
}

function isVerdict({ service }: Answers): boolean {
  return /^(?:oui|non)\b/i.test(service);
}

/**
 * Whether a yes to the one could be a no to the other. A story is told under a question that is asked the other way round
 * («j'ai refusé…, j'avais tort ?» under «Peut-on refuser… ?»): what was typed is held against what is shown too.
 */
function turns(text: string, other: string): boolean {
  const [one, two] = [fold(text), fold(other)];
  return OPEN.test(one) !== OPEN.test(two) || DENIAL.test(one) !== DENIAL.test(two);
}

/** Positions of the fiche's questions whose phrasings were found, nearest first, each once. */
export function questionsOf(hit: Hit, fiche: Fiche): readonly number[] {
  const phrasings = phrasingsOf(fiche);
  return [...new Set(hit.parts.flatMap(({ part }) => phrasings[part]?.question ?? []))];
}

const NEARBY = 3;

/** Positions of the fiche's questions nearest in meaning to the one asked, best first, the direct one left out. */
export function nearbyQuestions(hit: Hit, fiche: Fiche, direct: number | undefined): readonly number[] {
  return questionsOf(hit, fiche)
    .filter((position) => position !== direct)
    .slice(0, NEARBY);
}

/** How much of `terms` stands in `others`, each word counting by its rarity in the corpus. */
function share(terms: ReadonlySet<string>, others: ReadonlySet<string>, lexical: LexicalIndex): number {
  let all = 0;
  let held = 0;
  for (const term of terms) {
    const rarity = lexical.rarity(term);
    all += rarity;
    if (others.has(term)) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}

/** Two amounts or years that differ make two questions, and so does one that only one of them holds. */
function differentNumbers(terms: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  const numbers = (set: ReadonlySet<string>) => [...set].filter((term) => /^\d{2,}$/.test(term));
  const [one, other] = [numbers(terms), numbers(asked)];
  return one.some((number) => !asked.has(number)) || other.some((number) => !terms.has(number));
}
