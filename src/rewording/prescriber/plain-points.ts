import type { Span } from '../../french/span.ts';
import type { ClauseText } from '../clauses/clause-features.ts';
import { clauseTextOf, type ReadPassages } from '../clauses/read-clauses.ts';
import type { PlainPoints } from '../port/rewording.ts';
import { ASKED, type BuyerSaid } from './buyer-said.ts';
import { ASKS, type SaidSentence, sentencesSaid, sureOfAll } from './sentences-said.ts';

type Sentence = SaidSentence<BuyerSaid>;

const NO_POINTS: PlainPoints = {
  asks: 'unsure',
  asked: [],
  notToDo: [],
  send: [],
  byWhen: [],
  otherwise: undefined,
};

/** More is read by nobody above a message. */
const MOST_ASKED = 9;
/**
 * From which likelihood that each sentence was told rightly the acts of a message are told as all that it asks: there all of
 * them are found, and nobody else's, 85 times in a hundred on messages that the weights have not seen
 * (`train:clauses -- --folds 4`).
 */
const SURE = 0.62;
/**
 * Below it a sentence is told for itself: from which likelihood one that names a day asks something of its reader 93 times in a
 * hundred, and another nine times in ten.
 */
const SURE_BY_DAY = 0.6;
const SURE_ALONE = 0.9;
/** From which nothing is said to be asked, of a message that says so itself: a silent one may wait for an answer all the same. */
const SURE_OF_NOTHING = 0.4;

/**
 * What a buyer's message comes down to for the department, in its own words: each sentence that asks something, whole, with what
 * its pronouns stand for and lists under what leads them; what it must not do; what happens otherwise. Where the message is not
 * surely read as a whole, only the sentences that surely ask something.
 */
export function saidPoints(source: string, readActs: ReadPassages<BuyerSaid>): PlainPoints {
  const text = clauseTextOf(source);
  const sentences = sentencesSaid(text, readActs(text));
  const sure = sureOfAll(sentences);
  const all = sentences.filter(({ asks }) => asks >= ASKS);
  if (all.length === 0)
    return { ...NO_POINTS, asks: NOTHING.test(text.folded) && sure >= SURE_OF_NOTHING ? 'nothing' : 'unsure' };
  const isWhole = sure >= SURE && all.length <= MOST_ASKED;
  const acts = isWhole
    ? all
    : all.filter(
        (act) => act.asks >= SURE_ALONE || (act.asks >= SURE_BY_DAY && daysIn(text, [act.start, act.end]).length > 0),
      );
  if (acts.length > MOST_ASKED) return NO_POINTS;
  const [only] = acts.length === 1 && isWhole ? acts : [];
  const otherwise = only === undefined ? undefined : otherwiseOf(only);
  const told = inLists(acts.map((act) => widened(act, sentences, text))).flatMap((group) => {
    const opening = group[0]?.passages.find(({ label }) => label !== 'courtoisie');
    const from = Math.max(group[0]?.start ?? 0, opening?.start ?? 0);
    const span: Span = [from, otherwise?.start ?? group.at(-1)?.end ?? 0];
    const said = sayGroup(text, span, sentences);
    const when = daysIn(text, span)[0];
    // An item without what leads its list says nothing alone.
    const isItem = group[0]?.clauses[0]?.item === true || NUMBER.test(text.folded.slice(Math.max(0, from - 5), from));
    const isScrap = when === undefined && isItem && SMALL.test(said ?? '');
    return said === undefined || isScrap ? [] : [{ kind: kindOf(group, text.folded), said: capital(said), when }];
  });
  const asked = told.filter(({ kind }) => kind !== 'attendre');
  const due = asked
    .flatMap(({ when, said }) => (when === undefined ? [] : [{ ...when, what: said }]))
    .toSorted((one, other) => (one.iso < other.iso ? -1 : Number(one.iso > other.iso)));
  return {
    asks: isWhole ? 'something' : 'unsure',
    asked: distinct([...due.map(({ what }) => what), ...asked.map(({ said }) => said)]),
    notToDo: distinct(told.filter(({ kind }) => kind === 'attendre').map(({ said }) => said)),
    send: distinct(asked.filter(({ kind }) => kind === 'envoyer').map(({ said }) => said)),
    byWhen: due.map(({ when, what }) => ({ when, what })),
    otherwise: otherwise && sayWhole(text, [otherwise.start, otherwise.end]).replace(/^(?:sinon|sans quoi)[ ,]+/i, ''),
  };
}

/**
 * The words of what is asked, with the bracket that they leave open and the list that they lead: whole or not at all. Undefined
 * of a row of a table, and of a list that is too long or goes on in the next sentences: it stands in the message.
 */
function sayGroup(text: Text, [from, to]: Span, sentences: readonly Sentence[]): string | undefined {
  const at = sentences.findIndex(({ start, end }) => start < to && to <= end);
  let last = at;
  const own = () => text.folded.slice(from, Math.max(to, sentences[last]?.end ?? to));
  while (count(own(), '(') > count(own(), ')') && last - at < MOST_ADDED && last + 1 < sentences.length) last += 1;
  const isLead = sentences[at]?.clauses.at(-1)?.leads === true;
  const isListed = isLead || (sentences[at]?.clauses[0]?.item === true && from < (sentences[at]?.start ?? 0));
  if (isListed) while (sentences[last + 1]?.clauses[0]?.item === true) last += 1;
  // «Dis-moi : l'un ? l'autre ?» is one question.
  while (isQuestion(sentences[last]) && isQuestion(sentences[last + 1]) && isSmall(text, sentences[last + 1]))
    last += 1;
  const end = last === at ? to : (sentences[last]?.end ?? to);
  const said = sayWhole(text, [from, end]);
  const follows = text.folded.slice(end, end + 8);
  const goesOn =
    (NUMBERED.test(said) && /^[\s;.?,]*(?:2|b)\b/.test(follows)) ||
    (isLead && last === at) ||
    (isListed && /^[ ;.,]{0,4}\n\s{0,4}[-–•]/.test(follows));
  return goesOn || / \| /.test(said) || (last > at && said.split(/\s+/).length > LONGEST_LIST) ? undefined : said;
}

const isQuestion = (sentence: Sentence | undefined): boolean => sentence?.clauses.at(-1)?.question === true;
const isSmall = ({ source }: Text, { start, end }: Pick<Sentence, 'start' | 'end'> = { start: 0, end: 0 }): boolean =>
  SMALL.test(source.say(start, end)?.value ?? '');
const count = (text: string, mark: string): number => text.split(mark).length - 1;
/** Sentences that close a bracket. */
const MOST_ADDED = 2;
/** In words. */
const LONGEST_LIST = 60;
/** Right before what it numbers. */
const NUMBER = /(?:^|\s)\d{1,2} ?[.)/] $/;
/** The first item of a list within the sentence. */
const NUMBERED = / (?:1|a) ?[).°/] /;

/** A message that says so itself. */
const NOTHING =
  /\b(?:rien a (?:faire|signer|envoyer|transmettre)|aucune (?:action|demarche)|(?:pas|rien) (?:d'action|a faire)|pour (?:simple |votre |ta )?info(?:rmation)?|fyi)\b/;
export const isNothing = (folded: string): boolean => NOTHING.test(folded);
/** A prohibition in so many words. */
const FORBIDS = /\b(?:ne|n'|pas|aucune?|jamais|rien|interdit\w{0,2})\b|\bn'/;
const WITHIN = /\b(?:(?:sous|dans|d'ici)(?: un delai (?:de )?| les | )?)$/;

/** Days and delays named in a range, in the message's words; one whose day is not fixed comes last. */
function daysIn({ source, folded, values }: ClauseText & Pick<Text, 'source'>, [from, to]: Span) {
  return values.flatMap(({ value, span: [start, end] }) => {
    if (start < from || start >= to || isAside(folded.slice(from, start))) return [];
    // «copié de 2024» names no day.
    if (value.kind === 'date' && (value.edge === 'after' || value.iso?.length === YEAR)) return [];
    const lead = value.kind === 'duration' ? WITHIN.exec(folded.slice(Math.max(from, start - 24), start))?.[0] : '';
    if ((value.kind !== 'date' && value.kind !== 'duration') || lead === undefined) return [];
    const when = source.say(start - lead.length, end)?.value;
    return when === undefined ? [] : [{ when, iso: (value.kind === 'date' ? value.iso : undefined) ?? LAST }];
  });
}
type Text = ReturnType<typeof clauseTextOf>;
/** «(je pense à Picard l'an passé)»: a day told in brackets is not the one that something is due by. */
const isAside = (before: string): boolean => count(before, '(') > count(before, ')');
/** Characters of an ISO date that is but a year. */
const YEAR = 4;
/** After every ISO day. */
const LAST = '~';

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
/** «pouvez-vous la transmettre», «remontez-les-moi», «tu me la rends», «à verser lundi». */
const POINTS =
  /\b(?:me|te|nous|vous|tu|je|on|ils?|elles?) (?:l[ea]s? |l'|en |y )[a-z]{3}|\b(?:de|faut|doi[ts]|devez|bien|pas) l[ea]s? [a-z]{2,20}(?:er|ir|[dtv]re)\b|[a-z]-(?:l[ea]|les|en|y|lui|leur)\b|\b(?:celle|celui|ceux|celles|cela|ceci)\b|\bl'ai[ts]?\b|^a [a-z]{3,16}(?:er|ir|re)\b/;

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

/** An item that opens with a small letter. */
const SMALL = /^(?:\d{1,2} ?[.)°] ?)?\p{Ll}/u;

const capital = (line: string): string => line.replace(/^[→⇒\s]+/u, '').replace(/^./u, (first) => first.toUpperCase());

const distinct = (list: readonly string[]): readonly string[] => [...new Set(list)];
