import { readSide } from '../../fidelity/read-side.ts';
import type { Ungrounded } from '../../model/ungrounded.ts';
import { type Edits, RETOUCHED, readEdits } from './edits-hold.ts';
import { figureFault } from './figures-hold.ts';
import type { Passage, PassageSentence } from './passage.ts';
import { namesOf, type Reading } from './reading.ts';
import { isOtherCase, isOtherTax, scopesIn } from './scope.ts';
import { tellingFault } from './telling-holds.ts';

export interface Near {
  /** Every sentence near it says that the claim is wrong; undefined where one does not, and where none is near. */
  readonly fault: Ungrounded | undefined;
  /** It is one of them told again, word for word but for some that say nothing. */
  readonly isCopy: boolean;
  /** Where it is the nearest sentence, retouched: what the changes come to. For the learnt judge. */
  readonly edited: readonly string[];
}

/** From this share of its words on, a claim is taken for the sentence itself told again: each change of it counts. */
const NEAR = 0.7;
const TRIED = 4;
/** From this share of its words in the sentence's own order on, a word that turns the sentence is never honest. */
const TURNED = 0.9;
/** From this share on, a claim that brings no word of its own and turns nothing is the sentence told again. */
const COPY = 0.88;

/**
 * A claim near one sentence, or two that follow each other, is compared with it as a rewording with what it rewords: figures
 * with their side of the limit, for whom, to what end. Word by word a copy is held to it; of another telling, what the changes weigh is learnt.
 */
export function compareNear(text: string, claim: Reading, cited: readonly Passage[]): Near {
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
  if (near.length === 0) return { fault: undefined, isCopy: false, edited: [] };
  const side = readSide(text);
  const scopes = scopesIn(text);
  const all = cited.flatMap(({ sentences }) => sentences);
  const faultOf = ({ sentences }: (typeof near)[number]) => {
    const support = supportOf(sentences);
    const isElsewhere = isOtherCase(scopes, scopesIn(support)) || isOtherTax(text, support);
    return figureFault(side, sentences, all) ?? (isElsewhere ? 'scope' : tellingFault(text, support));
  };
  const told: (Edits & { readonly isWhole: boolean })[] = [];
  for (const { passage, sentences } of near) {
    const isWhole = names.every((own) =>
      own.some((name) => passage.answered?.says.has(name) || sentences.some(({ says }) => says.says.has(name))),
    );
    const edits = readEdits(text, supportOf(sentences), passage.title);
    told.push({ ...edits, isWhole });
    // Nothing that a further window shows speaks against a whole copy.
    if (isWhole && edits.followed >= TURNED && edits.fault === undefined && !edits.leaves) break;
  }
  const [first] = told;
  const isCopy = told.some(
    ({ followed, fault, leaves, isWhole }) => followed >= COPY && fault === undefined && !leaves && isWhole,
  );
  const close = told.filter(({ copied }) => copied >= TURNED);
  const turned = close.every(({ fault }) => fault !== undefined) ? close[0]?.fault : undefined;
  return {
    fault: turned ?? everyFault(near, faultOf),
    isCopy,
    edited: (first?.copied ?? 0) >= RETOUCHED ? [`edited:${first?.fault ?? 'none'}`] : [],
  };
}

/** The first fault, where all of them have one. */
function everyFault<T>(list: readonly T[], faultOf: (one: T) => Ungrounded | undefined): Ungrounded | undefined {
  let first: Ungrounded | undefined;
  for (const one of list) {
    const fault = faultOf(one);
    if (fault === undefined) return undefined;
    first ??= fault;
  }
  return first;
}

const supportOf = (sentences: readonly PassageSentence[]) => sentences.map((sentence) => sentence.text).join(' ');

/** A second sentence is looked at only where it brings something. */
const PAIR = 0.05;
