import { readSide } from '../../fidelity/read-side.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';
import { bearingFault } from './bearing-holds.ts';
import { readEdits } from './edits-hold.ts';
import { figureFault } from './figures-hold.ts';
import type { Passage, PassageSentence } from './passage.ts';
import { namesOf, type Reading } from './reading.ts';
import { isOtherCase, isOtherTax, scopesIn } from './scope.ts';
import { tellingFault } from './telling-holds.ts';

/** From this share of its words on, a claim is taken for the sentence itself told again: each change of it counts. */
const NEAR = 0.7;
const TRIED = 4;

/**
 * A claim near one sentence, or two that follow each other, is compared with it as a rewording with what it rewords: figures
 * with their side of the limit, who does what in which order, what was changed, put in or left out. Undefined where some
 * sentence holds it, and where none is near.
 */
export function nearFault(text: string, claim: Reading, cited: readonly Passage[]): Ungrounded | undefined {
  const names = claim.words.filter(({ term }) => term !== undefined).map(namesOf);
  const held = (sentences: readonly PassageSentence[]) =>
    names.filter((own) => own.some((name) => sentences.some(({ says }) => says.says.has(name)))).length /
    Math.max(1, names.length);
  const windows = cited.flatMap((passage) =>
    passage.sentences.flatMap((sentence, at) => {
      const next = passage.sentences[at + 1];
      return [[sentence], ...(next === undefined ? [] : [[sentence, next]])].map((sentences) => ({
        passage,
        sentences,
        held: held(sentences) - (sentences.length - 1) * PAIR,
      }));
    }),
  );
  const near = windows
    .filter((one) => one.held >= NEAR)
    .sort((a, b) => b.held - a.held)
    .slice(0, TRIED);
  if (near.length === 0) return undefined;
  const side = readSide(text);
  const all = cited.flatMap(({ sentences }) => sentences);
  let first: Ungrounded | undefined;
  for (const { passage, sentences } of near) {
    const support = sentences.map((sentence) => sentence.text).join(' ');
    const [only] = sentences;
    const edits = readEdits(text, support, passage.title);
    const fault =
      figureFault(side, sentences, all) ??
      (isOtherCase(scopesIn(text), scopesIn(support)) || isOtherTax(text, support) ? 'scope' : undefined) ??
      tellingFault(text, support) ??
      edits.fault ??
      bearingFault(side, sentences.length === 1 && only !== undefined ? only.side() : readSide(support));
    if (fault === undefined) return undefined;
    first ??= fault;
  }
  return first;
}

/** A second sentence is looked at only where it brings something. */
const PAIR = 0.05;
