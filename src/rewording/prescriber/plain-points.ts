import type { Span } from '../../french/span.ts';
import type { ClauseText } from '../clauses/clause-features.ts';
import { clauseTextOf, type ReadPassages } from '../clauses/read-clauses.ts';
import type { ByWhen, PlainPoints } from '../port/rewording.ts';
import { ASKED, type BuyerSaid } from './buyer-said.ts';
import { byDay, whensIn } from './deadlines.ts';
import { ASKS, type SaidSentence, sentencesSaid, sureOfAll } from './sentences-said.ts';

/** What a buyer's message says, in its own words: nothing of it is put otherwise. */
export type SaidPoints = Omit<PlainPoints, 'why'>;

type Sentence = SaidSentence<BuyerSaid>;

/** More is read by nobody above a message. */
const MOST_ASKED = 9;
/**
 * From which likelihood that each sentence was told rightly the acts of a message are told: there all of them are found, and
 * nobody else's, 85 times in a hundred on messages that the weights have not seen (`train:clauses -- --folds 4`). Below it, and
 * of a message of many pages, the message stands alone.
 */
const SURE = 0.62;
/** From which nothing is said to be asked, of a message that says so itself: a silent one may wait for an answer all the same. */
const SURE_OF_NOTHING = 0.4;
/** From which what the buyer does is told. */
const DOES = 0.85;

/**
 * What a buyer's message comes down to for the department, where its reading is sure as a whole: each sentence that asks
 * something, whole, with what its pronouns stand for and lists under what leads them; what it must not do; what happens
 * otherwise; what the buyer does.
 */
export function saidPoints(source: string, readActs: ReadPassages<BuyerSaid>): SaidPoints {
  const text = clauseTextOf(source);
  const sentences = sentencesSaid(text, readActs(text));
  const sure = sureOfAll(sentences);
  const acts = sentences.filter(({ asks }) => asks >= ASKS);
  if (acts.length === 0)
    return {
      ...NO_POINTS,
      asks: isNothing(text.folded) && sure >= SURE_OF_NOTHING ? 'nothing' : 'unsure',
    };
  if (sure < SURE || acts.length > MOST_ASKED) return NO_POINTS;
  const whens = whensIn(source, text.source).filter(({ due }) => due);
  const [only] = acts.length === 1 ? acts : [];
  const otherwise = only === undefined ? undefined : otherwiseOf(only);
  const told = inLists(acts.map((act) => widened(act, sentences, text))).map((group) => {
    const opening = group[0]?.passages.find(({ label }) => label !== 'courtoisie');
    const [from, to] = [
      Math.max(group[0]?.start ?? 0, opening?.start ?? 0),
      otherwise?.start ?? group.at(-1)?.end ?? 0,
    ];
    const when = whens.find(({ span }) => from <= span[0] && span[0] < to);
    const due = when === undefined ? undefined : text.source.say(...when.span)?.value;
    return {
      kind: kindOf(group, text.folded),
      said: capital(sayWhole(text, [from, to])),
      when: when === undefined || due === undefined ? undefined : { said: due, iso: when.iso },
    };
  });
  const asked = told.filter(({ kind }) => kind !== 'attendre');
  const lines = [...asked.filter(({ when }) => when !== undefined), ...asked.filter(({ when }) => when === undefined)];
  const ofBuyer = sentences.find(
    ({ start, passages }) =>
      passages.every(({ label, share }) => label === 'suite' && share >= DOES) &&
      OF_BUYER.test(text.folded.slice(start)),
  );
  return {
    asks: 'something',
    asked: distinct(lines.map(({ said }) => said)),
    notToDo: distinct(told.filter(({ kind }) => kind === 'attendre').map(({ said }) => said)),
    send: distinct(lines.filter(({ kind }) => kind === 'envoyer').map(({ said }) => said)),
    byWhen: byDay(
      lines.flatMap(({ when, said: what }) => (when === undefined ? [] : [{ when: when.said, what, iso: when.iso }])),
    ).map(({ when, what }): ByWhen => ({ when, what })),
    otherwise: otherwise && sayWhole(text, [otherwise.start, otherwise.end]).replace(/^(?:sinon|sans quoi)[ ,]+/i, ''),
    buyerDoes: ofBuyer && sayWhole(text, [ofBuyer.start, ofBuyer.end]),
  };
}

const NO_POINTS: SaidPoints = {
  asks: 'unsure',
  asked: [],
  notToDo: [],
  send: [],
  byWhen: [],
  otherwise: undefined,
  buyerDoes: undefined,
};

/** A message that says so itself. */
export const isNothing = (folded: string): boolean => NOTHING.test(folded);
const NOTHING =
  /\b(?:rien a (?:faire|signer|envoyer|transmettre)|aucune (?:action|demarche)|(?:pas|rien) (?:d'action|a faire)|pour (?:simple |votre |ta )?info(?:rmation)?|fyi)\b/;
/** The buyer speaks of what they do. */
const OF_BUYER = /^(?:je |j'|nous )/;
/** A prohibition in so many words. */
const FORBIDS = /\b(?:ne|n'|pas|aucune?|jamais|rien|interdit\w{0,2})\b|\bn'/;

/** What sentences said together ask: a prohibition only where nothing else is asked in them. */
function kindOf(group: readonly Sentence[], folded: string): BuyerSaid {
  const labels = group.flatMap(({ passages }) =>
    passages.filter(({ label }) => ASKED.includes(label)).map(({ label }) => label),
  );
  const forbids = labels.length > 0 && labels.every((label) => label === 'attendre');
  if (forbids) return group.every(({ start, end }) => FORBIDS.test(folded.slice(start, end))) ? 'attendre' : 'faire';
  return labels.find((label) => label !== 'attendre' && label !== 'lead') ?? 'faire';
}

/** What happens otherwise, at the end of the sentence that asks. */
function otherwiseOf({ start, passages }: Sentence): { readonly start: number; readonly end: number } | undefined {
  const last = passages.at(-1);
  return last?.label === 'sinon' && last.start > start && last.share >= SURE ? last : undefined;
}

/** A sentence with the one before it, where it hangs on it: a pronoun, a scrap, an item and what leads its list. */
function widened(act: Sentence, sentences: readonly Sentence[], { folded }: ClauseText): readonly Sentence[] {
  const at = sentences.indexOf(act);
  const own = folded.slice(act.start, act.end);
  let from = at;
  if (act.clauses[0]?.item === true) {
    while (from > 0 && sentences[from]?.clauses[0]?.item === true) from -= 1;
    if (sentences[from]?.clauses.at(-1)?.leads !== true) from = at;
  } else if (own.split(/\s+/).length <= SCRAP || (own.length < SHORT && POINTS.test(own))) {
    const before = sentences[at - 1];
    if (before?.passages.every(({ label }) => label !== 'courtoisie') === true) from -= 1;
  }
  return sentences.slice(from, at + 1);
}

/** Words of a sentence that says nothing alone. */
const SCRAP = 4;
/** Characters of one that may hang on what stands before it. */
const SHORT = 90;
/** «pouvez-vous la transmettre», «remontez-les-moi», «tu me la rends». */
const POINTS =
  /\b(?:l[ea]|les|l'|en|y) ?[a-z]{3,20}(?:er|ir|re|s|ez)\b|[a-z]-(?:l[ea]|les|en|y|lui|leur)\b|\b(?:celle|celui|ceux|celles|cela|ceci)\b|\bl'ai[ts]?\b/;

/** Those that share a sentence go together. */
function inLists(groups: readonly (readonly Sentence[])[]): readonly (readonly Sentence[])[] {
  const out: (readonly Sentence[])[] = [];
  for (const group of groups) {
    const last = out.at(-1);
    const shares = last !== undefined && group.some((sentence) => last.includes(sentence));
    if (shares) out[out.length - 1] = [...last, ...group.filter((sentence) => !last.includes(sentence))];
    else out.push(group);
  }
  return out;
}

function sayWhole({ source, clauses }: ReturnType<typeof clauseTextOf>, [from, to]: Span): string {
  const said = (source.say(from, to)?.value ?? '').replace(/\s+/g, ' ');
  return said !== '' && clauses.some(({ end, question }) => end === to && question) ? `${said}\u00a0?` : said;
}

const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);

const distinct = (list: readonly string[]): readonly string[] => [...new Set(list)];
