import { frenchDate } from '../../days/iso-date.ts';
import { citeArticle } from '../../french/articles.ts';
import { frenchTypography } from '../../french/typography.ts';
import { localTexts as texts } from '../../text/local-texts.ts';
import type { Conclusion } from '../compute.ts';
import type { Situation } from '../facts.ts';
import { euros } from '../work.ts';
import { type Bought, type Reached, type ReachedDelay, reachLevels } from './beside-law.ts';
import type { Competition, Delay, Level, LocalRules } from './local-rules.ts';

/** What the law concludes, to be read beside. */
export interface LawBeside {
  /** By the words of the rules, one for each case that may be. */
  readonly procedures: readonly string[];
  /** In words, inside a sentence: no capital, no full stop. */
  readonly said: string;
  readonly articles: readonly string[];
}

/** A body's own rules as they are read beside the law. French, typeset. */
export interface SaidLocal {
  /** Its level asks for more than the law: it is read first. */
  readonly first: boolean;
  /** «trois devis écrits»: what it wants, where it is read first. */
  readonly wanted: string | undefined;
  /** «Chez vous (règlement interne, art. 4) : trois devis écrits dès 3 000 € HT.» */
  readonly competition: string | undefined;
  readonly law: string;
  /** Who leads and who signs, then the delays; undefined where nothing of them is reached. */
  readonly others: readonly string[];
  readonly source: string;
}

interface LocalSetting {
  /** Undefined while its sum is not known. */
  readonly bought: Bought | undefined;
  readonly law: LawBeside;
  readonly delays: readonly ReachedDelay[];
  /** Whether the calendar has a place for that one. */
  readonly planned: (step: Delay['etape']) => boolean;
}

/** Undefined where the purchase reaches nothing of it. */
export function sayLocal(rules: LocalRules, { bought, law, delays, planned }: LocalSetting): SaidLocal | undefined {
  const { competition, conduct, signature } = (bought && reachLevels(rules, bought, law.procedures)) ?? {};
  const others = [
    ...(conduct === undefined ? [] : [besideIt(texts.conduct(conduct.qui), conduct)]),
    ...(signature === undefined ? [] : [besideIt(texts.signature(signature.qui), signature)]),
    ...delays.map((one) => sayDelay(one, planned)),
  ];
  if (competition === undefined && others.length === 0) return undefined;
  const first = competition?.standing === 'stricter';
  const articles = law.articles.map(citeArticle).join(', ');
  return {
    first,
    wanted: competition !== undefined && first ? wantedOf(competition.level) : undefined,
    competition: competition && sayCompetition(competition, rules),
    law: texts.law(law.said, articles === '' ? '' : ` (${articles})`),
    others,
    source: texts.source(rules.title, frenchDate(rules.date), rules.print),
  };
}

const AFTER = { stricter: undefined, same: texts.as, laxer_in_some: texts.laxerIn, laxer: texts.laxer } as const;

function sayCompetition({ level, standing }: NonNullable<Reached['competition']>, { title }: LocalRules): string {
  return ended(texts.demand(title, level.article, `${wantedOf(level)}${boundsOf(level)}`), AFTER[standing]);
}

function wantedOf({ devis, ecrits, procedure }: Competition): string {
  return procedure === undefined ? texts.quotes(devis ?? 0, ecrits === true) : texts.procedures[procedure];
}

/** «dès 3 000 € HT (fournitures, services)». */
function boundsOf({ a_partir_de, natures }: Level): string {
  const from = a_partir_de === 0 ? '' : texts.from(euros(a_partir_de));
  return natures === undefined ? from : `${from}${texts.only(natures.map((one) => texts.natures[one]))}`;
}

function besideIt(said: string, level: Level, after?: string): string {
  return ended(texts.beside(`${said}${boundsOf(level)}`, level.article), after);
}

function ended(said: string, after: string | undefined): string {
  return frenchTypography(`${said}${after === undefined ? '' : ` ; ${after}`}.`);
}

function sayDelay({ delay, counted }: ReachedDelay, planned: LocalSetting['planned']): string {
  const said = texts.length(texts.steps[delay.etape], delay.jours);
  if (!counted) return besideIt(said, delay, texts.ownPrevails);
  return besideIt(said, delay, planned(delay.etape) ? texts.counted : undefined);
}

/** The stricter first, each named; what is beside the law comes after. */
export function localLines({ first, competition, law, others, source }: SaidLocal): readonly string[] {
  const both = competition === undefined ? [law] : first ? [competition, law] : [law, competition];
  return [...both, ...others, source];
}

const MOST_ARTICLES = 3;

/** Its own rules beside a procedure that was concluded; undefined for anything else, or where its sum is not known. */
export function besideConclusion(
  rules: LocalRules,
  { goal, value, values, assumed }: Conclusion,
  facts: Situation,
  { said, articles }: Pick<LawBeside, 'said' | 'articles'>,
): SaidLocal | undefined {
  const amount = values['montant_ht'];
  if (goal !== 'procedure' || typeof value !== 'string' || typeof amount !== 'number') return undefined;
  const nature = assumed.find(({ fact }) => fact === 'nature')?.value ?? facts.get('nature');
  const bought = { amount, nature: typeof nature === 'string' ? nature : undefined };
  const law: LawBeside = {
    procedures: [value],
    said: `${said.charAt(0).toLowerCase()}${said.slice(1)}`.replace(/\.$/, ''),
    articles: articles.slice(0, MOST_ARTICLES),
  };
  return sayLocal(rules, { bought, law, delays: [], planned: () => false });
}
