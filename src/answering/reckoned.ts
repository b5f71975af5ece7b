import type { Fiche } from '../corpus/fiche.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Signals } from '../dialogue/signals.ts';
import { citeArticle, officialUrl } from '../french/articles.ts';
import { frenchTypography } from '../french/typography.ts';
import { readValues } from '../french/values/read-values.ts';
import type { SaidValue } from '../french/values/value.ts';
import type { Logger } from '../log.ts';
import type { GoalName } from '../rules/goals.ts';
import { localLines } from '../rules/local/say-local.ts';
import type { After, Reckon, Reckoned } from '../rules/reckon.ts';
import type { Told } from '../rules/tell.ts';
import { uncapital } from '../rules/text/say-verdict.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Role } from '../vocabulary/people.ts';
import type { readLine } from './about.ts';
import { createSay, linesOf } from './compose.ts';
import type { Option } from './decide.ts';
import type { Leads } from './leads.ts';
import type { Remembered } from './memory.ts';
import { isSurelyForHuman, type ModeModel } from './mode.ts';
import { bareRule } from './port/bare-rule.ts';
import type { Computed } from './port/computed.ts';
import type { Answer, Clarification, Outcome } from './port/outcome.ts';
import { answer, cautioned, type SettleParts, type SettleSetting } from './settle.ts';

/** Small words are small talk, but where a fact was asked for just before: «non» answers then. What is for a human is not worked out. */
export function mayReckon(
  text: string,
  { kind }: Signals,
  line: ReturnType<typeof readLine>,
  before: Remembered | undefined,
  modes: ModeModel,
): boolean {
  if (line !== undefined && line !== 'yes_no') return false;
  const isAnswer = before?.reckoned?.asked !== undefined && (kind === 'help' || kind === 'ok');
  return (kind === 'question' || isAnswer) && !isSurelyForHuman(modes, text);
}

/**
 * A line worked out, where it asks for that or changes what was. A rule that fails is the house's fault: it is logged, and the
 * question is looked up as if there were none.
 */
export async function reckonLine(
  reckon: Reckon | undefined,
  log: Pick<Logger, 'warn'> | undefined,
  {
    role,
    before,
    ...line
  }: {
    text: string;
    isEnglish: boolean;
    at: IsoDate;
    role: Role;
    before: Remembered | undefined;
    after: After | undefined;
    siret: string | undefined;
  },
): Promise<Reckoned | undefined> {
  try {
    return await reckon?.({ ...line, reader: role === 'buyer' ? 'achat' : 'service', before: before?.reckoned });
  } catch (error) {
    log?.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a rule could not be worked out');
    return undefined;
  }
}

/** What the rules told, said over what the search found of its subject; the question of the one fact that lacks, else. */
export function reckonedOutcome(
  reckoned: Reckoned,
  found: Outcome,
  parts: SettleParts & { readonly leads?: Leads | undefined },
  setting: SettleSetting,
): Outcome {
  const { told, isSlight, isCertain, retained, facts } = reckoned;
  const plain = computedOf(told);
  const apart = OF_A_SUM.has(retained.goal) ? caseApart(told, setting) : undefined;
  const computed = {
    ...plain,
    // Neither yes nor no where the case may be one apart.
    said: apart === undefined ? plain.said : `${bareRule(plain.said).replace(/\.$/, '')}${apart}`,
    of: { goal: retained.goal, facts: [...facts] },
  };
  if (found.kind === 'answer' && (parts.leads?.(reckoned, found, setting.retrieval.corrected) ?? 1) < LEADS)
    return besideRule(found, told, setting.role);
  // Whoever has to see a human is told no more than what they surely ask.
  if (found.kind === 'handoff' && isSlight) return found;
  const isRefused = found.kind === 'refusal' && !UNFOUND.has(found.reason) && found.reason !== 'out_of_scope';
  const isOutside = found.kind === 'smalltalk' || (found.kind === 'refusal' && found.reason === 'out_of_scope');
  if (isRefused || (isOutside && isCertain !== true)) return found;
  const changes = parts.changes?.onArticles(told.articles) ?? [];
  const under = cautioned(underIt(told, found, parts, setting), changes, setting);
  return told.missing === undefined
    ? {
        ...under,
        computed,
        beside: DECIDES_AMONG.has(retained.goal) ? besideIt(told, parts, setting) : undefined,
        human: found.kind === 'handoff',
      }
    : asking(told, computed, under);
}

/**
 * From here what was worked out is told before the rule found. Of 1,505 messages marked and read by weights that had not seen them,
 * those between half and here were for the rule rather than the result, 22 to 18.
 */
const LEADS = 0.6;
/** From here a question on another rule is likely enough asked too to be said under what was worked out. */
const ASKED_TOO = 0.2;
/** What an amount decides among other things; where a sum or a day is wanted, it is all that is. */
const DECIDES_AMONG: ReadonlySet<GoalName> = new Set([
  'procedure',
  'publicity',
  'obligations',
  'modification',
  'innovation',
]);

/** «27 500 de traiteur, un accord au téléphone suffit ?»: what the sum decides is not all that is asked. */
function besideIt({ articles }: Told, { corpus }: SettleParts, { retrieval, cases, role, at }: SettleSetting) {
  const [lead = ''] = articles;
  const isApart = ({ fiche, question }: Option) => {
    const { ask = '', articles: cited = [] } = fiche.questions[question] ?? {};
    const isOther = cited.length > 0 && !cited.some((one) => articles.includes(one));
    return isOther && !fiche.articles.slice(0, MAIN_ARTICLES).includes(lead) && !readValues(ask).some(isSum);
  };
  const likely = retrieval.judged.find((one) => one.confidence >= ASKED_TOO && one.alike && isApart(one));
  const [line] = linesOf(
    likely === undefined ? [] : [likely],
    role === 'buyer' ? 'achat' : 'service',
    cases,
    createSay(corpus, at),
  );
  return line;
}

/** Of a question about another sum than theirs. */
const isSum = ({ kind }: SaidValue) => kind === 'amount';

const sumsIn = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => readValues(text).flatMap((value) => (value.kind === 'amount' ? [value.high] : []))));

/** What a sum decides, unless the purchase is one of those that the code lets pass without competition whatever they cost. */
const OF_A_SUM: ReadonlySet<GoalName> = new Set(['procedure', 'publicity']);
/** R2122-1 and those after it but for what a small sum allows (R2122-8), R2122-9 being of a sum of its own. */
const WITHOUT_COMPETITION = /^R2122-(?:[1-7]|1[01])(?!\d)/;
/** From here a case apart is likely enough the one told of to be said beside what the sum alone concludes. */
const MAYBE_APART = 0.15;

/** The likeliest of such cases, named by the fiche of the question that rests on it alone: a sum would conclude as if it were none. */
function caseApart({ articles }: Told, { retrieval }: SettleSetting): string | undefined {
  for (const { fiche, question, confidence } of retrieval.judged) {
    const cited = fiche.questions[question]?.articles ?? [];
    const [article, another] = cited.filter((one) => WITHOUT_COMPETITION.test(one));
    const isOne = article !== undefined && another === undefined && fiche.articles[0] === 'L2122-1';
    if (confidence < MAYBE_APART || !isOne || articles.includes(article)) continue;
    const [name = ''] = frenchTypography(fiche.title).split(/\s?:/);
    return verdictTexts.apart(uncapital(name), citeArticle(article));
  }
  return undefined;
}

/** What nothing was found for is worked out all the same. */
const UNFOUND: ReadonlySet<string> = new Set(['no_source', 'no_body']);

/** Under a rule stands what it comes to for the case, or what would have to be known: where both rest on an article. */
function besideRule(found: Answer, { missing, said, articles, facts }: Told, role: Role): Answer {
  // A sum that the rule itself tells is the one that they ask about, not that of a purchase: «ça passe à 140 000 ?».
  const told = sumsIn([found.short[role].answer]);
  const own = sumsIn(facts);
  if (own.size > 0 && [...own].every((sum) => told.has(sum))) return found;
  const restsOn = (cited: Answer['cited']) => cited.some(({ reference }) => articles.includes(reference));
  if (missing !== undefined) return restsOn(found.sources[0].articles) ? { ...found, asks: missing.question } : found;
  return restsOn(found.cited) ? { ...found, asks: bareRule(said) } : found;
}

function computedOf(told: Told): Computed {
  const { said, formula, assumed, facts, steps, missing, local } = told;
  const articles = told.articles.map((reference) => {
    const url = officialUrl(reference);
    return { reference, cited: citeArticle(reference), ...(url === undefined ? {} : { url }) };
  });
  return {
    said,
    // The articles that it rests on stand with it: the source line may be out of the first words.
    formula: missing === undefined ? formula && named(formula, articles) : formula,
    articles,
    assumed,
    facts,
    steps: [
      ...(local === undefined ? [] : localLines(local)),
      ...steps.map(({ text, articles: of }) =>
        of.length === 0 ? text : `${text} (${of.map(citeArticle).join(', ')})`,
      ),
    ],
    missing: missing?.fact,
    local,
  };
}

const MOST_NAMED = 3;

function named(formula: string, articles: Computed['articles']): string {
  if (articles.length === 0) return formula;
  const cited = articles.slice(0, MOST_NAMED).map((article) => article.cited);
  return `${formula.replace(/\.$/, '')} (${cited.join(', ')}).`;
}

function asking({ missing }: Told, computed: Computed, known: Answer): Clarification {
  const choices = [...(missing?.choices ?? []), verdictTexts.unknown].map(frenchTypography);
  return {
    kind: 'clarification',
    reason: 'fact',
    question: missing?.question ?? computed.said,
    computed,
    choices: choices.map((label) => ({ label, text: label })),
    known,
    sources: known.sources,
    confidence: known.confidence,
  };
}

/** From here the question found is likely the one asked. */
const LIKELY_ASKED = 0.28;
/** From here a fiche found is on the subject; below it is only the nearest. */
const ON_THE_SUBJECT = 0.45;
/** From here it may be, where it cites what the conclusion rests on. */
const LIKELY = 0.1;
/** So many articles head the list of a fiche: what it is about. */
const MAIN_ARTICLES = 3;

/** The fiche on the subject: the one surely found, else one likely that cites the conclusion's article among its first, else one that opens with it. */
function underIt(told: Told, found: Outcome, parts: SettleParts, setting: SettleSetting): Answer {
  const least = told.missing === undefined ? ON_THE_SUBJECT : LIKELY_ASKED;
  if (found.kind === 'answer' && (found.confidence >= least || found.sources[0].status === 'document')) return found;
  if (found.kind === 'handoff' && found.known !== undefined) return { ...found.known, limit: found.why };
  const [lead] = told.articles;
  const [first] = setting.retrieval.judged;
  // Where no article is named yet, nothing leads to a fiche but what the search found.
  if (lead === undefined && first !== undefined)
    return answer(parts, first.fiche, undefined, first.confidence, setting, {
      limit: undefined,
      question: undefined,
      options: [first],
    });
  // One that is about that article, and does not cite it in passing.
  const judged = setting.retrieval.judged.find(
    ({ fiche: { articles }, inFiche }) => inFiche >= LIKELY && articles.slice(0, MAIN_ARTICLES).includes(lead ?? ''),
  )?.fiche;
  const fiche = judged ?? nearestTo(told.articles, parts.corpus.fiches);
  if (fiche === undefined) throw new Error('the corpus has no fiche');
  return answer(parts, fiche, undefined, setting.retrieval.confidence, setting);
}

function nearestTo(articles: readonly string[], fiches: readonly Fiche[]): Fiche | undefined {
  const [lead = ''] = articles;
  const depth = (fiche: Fiche) => {
    const at = fiche.articles.indexOf(lead);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  const shared = (fiche: Fiche) => articles.filter((article) => fiche.articles.includes(article)).length;
  // Of two that open alike, the one that more of the others lead to.
  const pointed = ({ id }: Fiche) => fiches.filter(({ related }) => related.includes(id)).length;
  const [best] = lowest(
    lowest(lowest(fiches, depth), (fiche) => -shared(fiche)),
    (fiche) => -pointed(fiche),
  );
  return best;
}

/** Those of the lowest rank. */
function lowest(fiches: readonly Fiche[], rankOf: (fiche: Fiche) => number): readonly Fiche[] {
  if (fiches.length < 2) return fiches;
  const ranks = fiches.map(rankOf);
  const least = Math.min(...ranks);
  return fiches.filter((_, place) => ranks[place] === least);
}
