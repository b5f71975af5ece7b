import type { Fiche } from '../corpus/fiche.ts';
import type { Boundary } from '../corpus/perimeter.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { assertNever } from '../result.ts';
import type { OwnPassage } from '../retrieval/own-passages.ts';
import type { Judged } from '../retrieval/pair/judge.ts';
import type { HandoffReason, RefusalReason } from '../vocabulary/reasons.ts';

/** One thing found, resolved to what it stands for. */
export type Candidate =
  | { readonly kind: 'fiche'; readonly fiche: Fiche; readonly score: number; readonly similarity: number }
  | { readonly kind: 'boundary'; readonly boundary: Boundary; readonly score: number; readonly similarity: number };

export interface Evidence {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Questions of the fiches found, the likeliest first. */
  readonly judged: readonly Judged[];
  /** The nearest passage of the organisation's own documents. */
  readonly own: OwnPassage | undefined;
  /** The question is put about the organisation's own rules: «chez nous», «dans notre guide». */
  readonly ownRules: boolean;
  readonly given: Given;
  /** Number of distinct content words in the question. */
  readonly contentWords: number;
  /** The person speaks of a case of their own: «dans notre dossier», «mon titulaire», «le contrat est nul ou pas ?». */
  readonly ownCase: boolean;
  /** The question names a supplier, a quote, a tender…: what only a purchase has. */
  readonly purchase: boolean;
  readonly today: IsoDate;
  /** Any fiche of the corpus, found or not. */
  readonly ficheOf: (id: string) => Fiche | undefined;
}

type FicheCandidate = Extract<Candidate, { kind: 'fiche' }>;

/** A question that may have been asked. */
export interface Option {
  readonly fiche: Fiche;
  /** Its position among those of the fiche. */
  readonly question: number;
}

export type Decision =
  | {
      readonly kind: 'answer';
      readonly fiche: Fiche;
      /** Position of the question that was asked, where that is certain enough to open with its answer. */
      readonly question: number | undefined;
      /** Where none is: the questions that may have been, the likeliest first; its answer leads, the others' stand under it. */
      readonly options: readonly Option[];
      readonly also: Fiche | undefined;
      /** The theme for a human that the question touches, whose reason limits the answer. */
      readonly limit: Boundary | undefined;
      readonly confidence: number;
    }
  /** An organisation's own document answers; the fiche that says the rule, where one is likely. */
  | {
      readonly kind: 'document';
      readonly passage: OwnPassage;
      readonly also: Fiche | undefined;
      readonly confidence: number;
    }
  /** Which of these was asked is not sure enough: each is offered with its answer in one line. */
  | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly confidence: number }
  | {
      readonly kind: 'handoff';
      readonly reason: HandoffReason;
      /** The theme that says why, where one was found. */
      readonly boundary: Boundary | undefined;
      readonly known: Fiche | undefined;
    }
  | {
      readonly kind: 'refuse';
      readonly reason: RefusalReason;
      readonly boundary: Boundary | undefined;
      readonly near: readonly Fiche[];
    };

/** Less likely than this no fiche is asked about, and nothing is shown: of fresh questions all stood above, of words at random three in four below. */
const IN_NO_FICHE = 0.06;
/** … where nothing names what only a purchase has. */
const IN_NO_FICHE_OF_PURCHASE = 0.03;
/** Below this a question is not worth offering. */
const NEAR = 0.05;
/** … and below this not by itself, where no other is. */
const ALONE = 0.1;
/** From here one answer is given; below, two or three questions are offered with theirs. */
export const ONE_ANSWER = 0.25;
/** From here the question is the one asked: its value or its step opens the reply, without the question before it. */
const CERTAIN = 0.45;
/** … and its yes or its no where that too is believed: a neighbour's often differs. */
const BELIEVED = 0.75;
/** A theme outside the assistant must lead the best fiche by this much: a doubt is answered rather than turned away. */
const OUTSIDE_LEAD = 0.02;
/** … unless no fiche is likely: then the theme may even trail a little. */
const HARDLY_IN_A_FICHE = 0.15;
const OUTSIDE_LEAD_IN_DOUBT = -0.08;
/** … and it must lead by more when the question names what only a purchase has, or when a fiche is likely. */
const LIKELY_IN_A_FICHE = 0.5;
const OUTSIDE_LEAD_OF_PURCHASE = 0.15;
/** A theme outside is said by its own words from this cosine similarity; the least of six outside was 0.65, words at random 0.52. */
const SAME_THEME = 0.6;
/** A case for a human may trail the best fiche by this much: the known rule is given with it anyway. */
const HUMAN_SLACK = 0.04;
/** … by more, when the person says that it is their own case; beyond, the answer names its limit and offers a human. */
const OWN_CASE_SLACK = 0.15;
const LIMIT_WITHIN = 0.5;
/** In doubt a case for a human may trail by this much without such words: a human sees which question it is. */
const HUMAN_IN_DOUBT = 0.25;
/** A second fiche this close to the first may be what was meant; a related one may trail it by more. */
const ALSO_WITHIN = 0.25;
const RELATED_WITHIN = 0.6;
/** From here a passage of the organisation's own documents answers, and stands before the fiche: of 20 questions on three guides 14, of 300 others 3. */
const OWN_FITS = 0.47;
/** … sooner where no question of a fiche is likely, and sooner still where the organisation's own rules are asked about. */
const OWN_FITS_IN_DOUBT = 0.37;
const OWN_FITS_OWN_RULES = 0.25;
const DOUBT = 0.35;
/** A fiche likelier than this is shown under the organisation's own rule. */
const ALSO_LIKELY = 0.15;
/** What is left of a question of a fiche on the other case: works asked about, supplies in its title. */
const OFF_CASE = 0.3;
/** … and of a question about one kind of buyer, where none was named. */
const OF_ONE_BUYER = 0.5;
const MOST_OPTIONS = 3;

/** What to do with what was found. Pure: same evidence, same decision. */
export function decide(evidence: Evidence): Decision {
  const fiches = evidence.candidates.filter((candidate) => candidate.kind === 'fiche');
  const judged = judge(evidence);
  const [first] = judged;
  const confidence = first?.confidence ?? 0;
  const inFiche = Math.max(0, ...judged.map((one) => one.inFiche));

  if (evidence.own !== undefined && evidence.own.fit >= ownFit(evidence, confidence))
    return {
      kind: 'document',
      passage: evidence.own,
      also: confidence >= ALSO_LIKELY ? first?.fiche : undefined,
      confidence,
    };
  const edge = decideEdge(evidence, fiches, inFiche);
  if (edge !== undefined) return edge;
  const options = judged.filter((one) => one.confidence >= NEAR).slice(0, MOST_OPTIONS);
  const isOfNone = inFiche < (evidence.purchase ? IN_NO_FICHE_OF_PURCHASE : IN_NO_FICHE);
  if (first === undefined || isOfNone || (options.length < 2 && confidence < ALONE))
    return {
      kind: 'refuse',
      reason: 'no_source',
      boundary: undefined,
      near: fiches.slice(0, MOST_OPTIONS).map(({ fiche }) => fiche),
    };
  const { fiche } = first;
  if (isTooOld(fiche, evidence.today))
    return { kind: 'refuse', reason: 'out_of_date', boundary: undefined, near: [fiche] };
  if (fiche.conflict !== undefined && evidence.ownCase)
    return { kind: 'handoff', reason: 'conflicting_sources', boundary: undefined, known: fiche };
  // One word names a subject, no case for a human; which question about it is for the person to say.
  const isOneWord = evidence.contentWords <= 1;
  const isDoubtful = confidence < ONE_ANSWER || isOneWord;
  const human = humanTheme(evidence, fiches, isDoubtful ? HUMAN_IN_DOUBT : LIMIT_WITHIN);
  if (isDoubtful && !isOneWord && human !== undefined)
    return { kind: 'handoff', reason: human.reason, boundary: human, known: fiche };
  if (isDoubtful) return { kind: 'choices', options, confidence };
  const isSure = isCertain(first);
  return {
    kind: 'answer',
    fiche,
    question: isSure ? first.question : undefined,
    options: isSure ? [] : options,
    also: alsoOf(fiche, fiches),
    limit: evidence.ownCase ? human : undefined,
    confidence,
  };
}

/** The likeliest first; a question asked in its own words, where no other is, is that one. */
function judge({ judged, given }: Evidence): readonly Judged[] {
  const [only, another] = judged.filter(({ same }) => same);
  return judged
    .map((one) => {
      const same = one === only && another === undefined;
      const narrowed = one.narrower && given.acheteur === undefined ? OF_ONE_BUYER : 1;
      const likely = one.confidence * narrowed * (contradicts(one.fiche, given) ? OFF_CASE : 1);
      return { ...one, same, confidence: same ? Math.max(likely, BELIEVED) : likely };
    })
    .sort((a, b) => Number(b.same) - Number(a.same) || b.confidence - a.confidence);
}

function ownFit({ ownRules }: Evidence, confidence: number): number {
  if (ownRules) return OWN_FITS_OWN_RULES;
  return confidence < DOUBT ? OWN_FITS_IN_DOUBT : OWN_FITS;
}

/** A yes or a no opens a reply only where it is believed by itself; «cela dépend» misleads nobody. */
function isCertain({ fiche, question, confidence, verdict, same }: Judged): boolean {
  if (same) return true;
  const said = fiche.questions[question]?.verdict;
  return confidence >= CERTAIN && (verdict >= BELIEVED || (said !== 'oui' && said !== 'non'));
}

/** What a theme of the perimeter decides, where the question is nearer to it than to any fiche. */
function decideEdge(evidence: Evidence, fiches: readonly FicheCandidate[], inFiche: number): Decision | undefined {
  const edge = evidence.candidates.find((candidate) => candidate.kind === 'boundary');
  if (edge === undefined) return undefined;
  const lead = edge.score - (fiches[0]?.score ?? 0);
  const { boundary } = edge;
  switch (boundary.reason) {
    case 'individual_decision':
    case 'pending_litigation':
      return lead >= -(evidence.ownCase ? OWN_CASE_SLACK : HUMAN_SLACK)
        ? { kind: 'handoff', reason: boundary.reason, boundary, known: knownFor(boundary, fiches, evidence) }
        : undefined;
    case 'out_of_scope':
    case 'personal_data':
      return lead >= outsideLead(evidence, inFiche)
        ? { kind: 'refuse', reason: boundary.reason, boundary: isNamed(edge) ? boundary : undefined, near: [] }
        : undefined;
    default:
      return assertNever(boundary.reason);
  }
}

/** «lorem ipsum» is outside too, and no matter of German law. */
function isNamed({ boundary, similarity }: Extract<Candidate, { kind: 'boundary' }>): boolean {
  return boundary.reason !== 'out_of_scope' || similarity >= SAME_THEME;
}

/** A theme for a human that trails the best fiche by so much at most; by more, where the person speaks of their own case. */
function humanTheme(
  { candidates, ownCase }: Evidence,
  [best]: readonly FicheCandidate[],
  within: number,
): HumanTheme | undefined {
  for (const candidate of candidates)
    if (candidate.kind === 'boundary' && isForHuman(candidate.boundary))
      return best === undefined || best.score - candidate.score <= (ownCase ? LIMIT_WITHIN : within)
        ? candidate.boundary
        : undefined;
  return undefined;
}

type HumanTheme = Boundary & { readonly reason: 'individual_decision' | 'pending_litigation' };

/** The fiche to read beside the answer: the runner-up when it is close, else one found that the answer's fiche is related to. */
function alsoOf(fiche: Fiche, found: readonly FicheCandidate[]): Fiche | undefined {
  const linked = (other: Fiche) => fiche.related.includes(other.id) || other.related.includes(fiche.id);
  const best = found[0]?.score ?? 0;
  return found.find(
    (other) =>
      other.fiche.id !== fiche.id && best - other.score <= (linked(other.fiche) ? RELATED_WITHIN : ALSO_WITHIN),
  )?.fiche;
}

function outsideLead({ purchase }: Evidence, inFiche: number): number {
  if (purchase || inFiche >= LIKELY_IN_A_FICHE) return OUTSIDE_LEAD_OF_PURCHASE;
  return inFiche < HARDLY_IN_A_FICHE ? OUTSIDE_LEAD_IN_DOUBT : OUTSIDE_LEAD;
}

/** Past its review date a fiche is given with a caution; a year past it, it is no longer given as an answer. */
function isTooOld(fiche: Fiche, today: IsoDate): boolean {
  const year = Number(fiche.review_before.slice(0, 4)) + 1;
  return today > `${year}${fiche.review_before.slice(4)}`;
}

function isForHuman(boundary: Boundary): boundary is HumanTheme {
  return boundary.reason === 'individual_decision' || boundary.reason === 'pending_litigation';
}

/** The fiche that says what is known: the one found among the theme's, else the theme's first, else the best found. */
function knownFor(boundary: Boundary, fiches: readonly FicheCandidate[], { ficheOf }: Evidence): Fiche | undefined {
  const found = fiches.find(({ fiche }) => boundary.fiches.includes(fiche.id))?.fiche;
  return found ?? ficheOf(boundary.fiches[0] ?? '') ?? fiches[0]?.fiche;
}

/** The fiche is about another case than the one the person gave. */
function contradicts(fiche: Fiche, given: Given): boolean {
  return (['objet', 'acheteur'] as const).some((facet) => {
    const about = facetOf(fiche, facet);
    return given[facet] !== undefined && about !== undefined && about !== given[facet];
  });
}

const FACET_IN_TITLE = {
  objet: [
    ['travaux', /travaux/i],
    ['fournitures_services', /fournitures|services/i],
  ],
  acheteur: [
    ['etat', /(?<!\p{L})(?:État|autorités? centrales?)/iu],
    ['collectivite', /collectivités|communes/i],
    ['entite', /entités adjudicatrices/i],
  ],
} as const;

/** The value of a facet that a fiche is about, by its title; undefined when it is about several or none. */
function facetOf(fiche: Fiche, facet: 'objet' | 'acheteur'): string | undefined {
  const found = FACET_IN_TITLE[facet].filter(([, pattern]) => pattern.test(fiche.title));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
