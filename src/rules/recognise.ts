import { sentencesOf } from '../french/sentences.ts';
import type { Span } from '../french/span.ts';
import type { SaidValue } from '../french/values/value.ts';
import type { GoalName } from './goals.ts';
import { type Demand, type DemandModel, demandFeatures, readDemand } from './text/demand-model.ts';

/**
 * How sure it is that a sentence asks for what can be worked out, and for which: `sure` enough to ask for what lacks, `slight`
 * enough to conclude where all is said. Where two goals are as likely, none is worked out: a wrong value is worse than none.
 */
type Sureness = 'none' | 'slight' | 'sure';

/** Least likelihoods that anything is asked to be worked out, by what the sentence gives: a sum, another value, none. */
const SLIGHT = { sum: 0.2, value: 0.2, bare: 0.45 } as const;
const SURE = { sum: 0.35, value: 0.35, bare: 0.6 } as const;

export interface Recognised {
  readonly goal: GoalName;
  readonly sureness: Sureness;
  /** Of the text as one, whatever one of its sentences asks. */
  readonly inAll: Sureness;
  readonly duty: Demand['duty'];
  /** How likely it is that anything is asked to be worked out. */
  readonly any: Demand['any'];
  readonly shares: Demand['shares'];
}

/**
 * What the weights read in a text: the goal in all of it, that anything is asked in the sentence that asks most, as a story has
 * many that ask nothing. It costs little, so that what asks for nothing costs no more.
 */
export function recognise(text: string, values: readonly SaidValue[], model: DemandModel): Recognised | undefined {
  const asks = ([start, end]: Span) =>
    text.slice(start, end).includes('?') || values.some(({ span }) => span[0] >= start && span[1] <= end);
  const spans = sentencesOf(text).filter(asks).slice(0, MOST_SENTENCES);
  const parts = spans.map((span) => ({ span, any: readDemand(model, featuresWithin(text, values, span)).any }));
  const questions = parts.filter(({ span }) => text.slice(...span).includes('?'));
  const most = Math.max(0, ...parts.map(({ any }) => any));
  const isBare =
    questions.length === 0 &&
    text.split(/\s+/).length <= MOST_BARE &&
    values.some(({ kind }) => kind === 'amount') &&
    !values.some(({ kind }) => kind === 'date');
  const recognised = recogniseFeatures(demandFeatures(text, values), model, most);
  const last = spans.at(-1);
  if (recognised !== undefined && last !== undefined && spans.length > 1 && questions.length === 1) {
    const named = namedIn(text, values, model, recognised, last);
    const shareOf = (goal: GoalName) => (recognised.shares.get(goal) ?? 0) / recognised.any;
    const isClose = named !== undefined && shareOf(named.goal) >= CLOSE && shareOf(recognised.goal) <= LEADS;
    if (isClose) return named;
  }
  if (recognised?.sureness === 'none')
    return namedAtEnd(text, values, model, recognised) ?? (isBare ? needSaidBare(recognised) : recognised);
  return recognised;
}

/** Of two goals that a message may be about, what its last sentence names has at least, and the other at most. */
const CLOSE = 0.25;
const LEADS = 0.65;
/** Of all that its last clause may ask, what the goal that it names has at least. */
const NAMES = 0.8;
const LAST_CLAUSE = /[,;:] (?=[^,;:]*$)/;

/** «…, un an ferme puis trois reconductions, je publie où ?»: where something surely is asked and many words hide what, the last clause names it. */
function namedAtEnd(
  text: string,
  values: readonly SaidValue[],
  model: DemandModel,
  recognised: Recognised,
): Recognised | undefined {
  const at = text.search(LAST_CLAUSE);
  return at < 0 ? undefined : namedIn(text, values, model, recognised, [at + 2, text.length]);
}

/** «… retenue de garantie 5 % à déduire. … Intérêts ?»: the goal that one part of a message names by itself. */
function namedIn(
  text: string,
  values: readonly SaidValue[],
  model: DemandModel,
  recognised: Recognised,
  span: Span,
): Recognised | undefined {
  if (recognised.any < SURE.bare) return undefined;
  const { goal, duty, any, shares } = readDemand(model, featuresWithin(text, values, span));
  const isNamed = goal !== undefined && any >= SURE.bare && (shares.get(goal) ?? 0) >= NAMES * any;
  return isNamed ? { ...recognised, goal, duty, sureness: 'sure', inAll: 'sure' } : undefined;
}

/** Words of a need that is said without a verb or a question. */
const MOST_BARE = 14;
/** Of all that a bare need may ask, what the procedure has at least. */
const NEED = 0.15;

/** «travaux de toiture 82 000 HT commune»: something surely is asked, and of all that may be, how to buy it says the rest. */
function needSaidBare(recognised: Recognised): Recognised {
  const share = recognised.shares.get('procedure') ?? 0;
  const isOpen = recognised.sureness === 'none' && recognised.any >= SURE.sum && share >= NEED;
  return isOpen ? { ...recognised, goal: 'procedure', duty: undefined, sureness: 'sure', inAll: 'sure' } : recognised;
}

const MOST_SENTENCES = 12;

function featuresWithin(text: string, values: readonly SaidValue[], [start, end]: Span): readonly string[] {
  const within = values.flatMap((value) => {
    const [from, to] = value.span;
    const span: Span = [from - start, to - start];
    return from >= start && to <= end ? [{ ...value, span }] : [];
  });
  return demandFeatures(text.slice(start, end), within);
}

/** The same of a text whose features are read. @param most that anything is asked in one of its sentences */
function recogniseFeatures(features: readonly string[], model: DemandModel, most: number): Recognised | undefined {
  const { goal, duty, any, shares } = readDemand(model, features);
  if (goal === undefined) return undefined;
  const lead = (shares.get(goal) ?? 0) / [...shares.values()].reduce((sum, share) => sum + share, 0);
  const sureness = (likely: number) => lessOf(surenessOf(likely, features), lead);
  return {
    goal,
    duty,
    sureness: sureness(Math.max(any, most)),
    inAll: sureness(any),
    any,
    shares,
  };
}

/** Of all that may be asked, what the likeliest goal has at least. */
const LEAD = { slight: 0.3, sure: 0.4 } as const;

function lessOf(sureness: Sureness, lead: number): Sureness {
  if (lead < LEAD.slight) return 'none';
  return sureness === 'sure' && lead < LEAD.sure ? 'slight' : sureness;
}

function surenessOf(any: Demand['any'], features: readonly string[]): Sureness {
  const given = features.includes(SUM) ? 'sum' : features.some((feature) => DECIDING.has(feature)) ? 'value' : 'bare';
  if (any >= SURE[given]) return 'sure';
  return any >= SLIGHT[given] ? 'slight' : 'none';
}

const SUM = 'm vsomme';
const DECIDING = new Set(['m vdate', 'm vduree', 'm vjours', 'm vpourcent']);
