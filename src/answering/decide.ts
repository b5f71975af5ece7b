import type { Fiche } from '../corpus/fiche.ts';
import type { Boundary } from '../corpus/perimeter.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { assertNever } from '../result.ts';
import type { Hit } from '../retrieval/hybrid.ts';
import type { HandoffReason, RefusalReason } from '../vocabulary/reasons.ts';

/** One thing found, resolved to what it stands for. */
export type Candidate =
  | { readonly kind: 'fiche'; readonly fiche: Fiche; readonly score: number; readonly similarity: number }
  | { readonly kind: 'boundary'; readonly boundary: Boundary; readonly score: number; readonly similarity: number }
  | { readonly kind: 'document'; readonly hit: Hit; readonly score: number; readonly similarity: number };

export interface Evidence {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Calibrated probability that the first is the one wanted. */
  readonly confidence: number;
  readonly given: Given;
  /** Number of distinct content words in the question. */
  readonly contentWords: number;
  readonly inDialogue: boolean;
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
interface Option {
  readonly fiche: Fiche;
  /** Its position among those of the fiche; undefined: the one found nearest there. */
  readonly question: number | undefined;
}

export type Decision =
  | {
      readonly kind: 'answer';
      readonly fiche: Fiche;
      /** Position of the question that was asked, where that is certain; undefined: left to be judged. */
      readonly question?: number | undefined;
      readonly also: Fiche | undefined;
      /** The theme for a human that the question touches, whose reason limits the answer. */
      readonly limit: Boundary | undefined;
      readonly confidence: number;
    }
  | { readonly kind: 'document'; readonly hit: Hit; readonly also: Fiche | undefined; readonly confidence: number }
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

/** Below this the first hit is more likely wrong than worth showing. Held by the golden set's false-refusal rate. */
const REFUSE_BELOW = 0.2;
/** A theme outside the assistant must lead the best fiche by this much: a doubt is answered rather than turned away. */
const OUTSIDE_LEAD = 0.02;
/** … unless the search doubts all it found: then the theme may even trail a little. */
const DOUBT = 0.45;
const OUTSIDE_LEAD_IN_DOUBT = -0.08;
/** … and it must lead by more when the question names what only a purchase has. */
const OUTSIDE_LEAD_OF_PURCHASE = 0.15;
/** A case for a human may trail the best fiche by this much: the known rule is given with it anyway. */
const HUMAN_SLACK = 0.04;
/** … by more, when the person says that it is their own case; beyond, the answer names its limit and offers a human. */
const OWN_CASE_SLACK = 0.15;
const LIMIT_WITHIN = 0.5;
/** A second fiche this close to the first may be what was meant; a related one may trail it by more. */
const ALSO_WITHIN = 0.25;
const RELATED_WITHIN = 0.6;
const CLARIFY_WITHIN = 0.12;
/** An organisation's own rule may trail the best fiche by this much: it is more specific, and the fiche is shown with it. */
const OWN_DOCUMENT_SLACK = 0.1;
/** What a fiche on the other case loses: works asked about, supplies in its title. */
const OFF_CASE = 0.3;
/** Only a short question is asked back: a long one has said what it could. */
const CLARIFY_WORDS = 4;

/** What to do with what was found. Pure: same evidence, same decision. */
export function decide(evidence: Evidence): Decision {
  const fiches = evidence.candidates
    .filter((candidate) => candidate.kind === 'fiche')
    .map((candidate) => ({
      ...candidate,
      score: candidate.score - (contradicts(candidate.fiche, evidence.given) ? OFF_CASE : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = fiches;
  const edge = evidence.candidates.find((candidate) => candidate.kind === 'boundary');

  if (edge !== undefined) {
    const lead = edge.score - (best?.score ?? 0);
    const { boundary } = edge;
    switch (boundary.reason) {
      case 'individual_decision':
      case 'pending_litigation':
        if (lead >= -(evidence.ownCase ? OWN_CASE_SLACK : HUMAN_SLACK))
          return { kind: 'handoff', reason: boundary.reason, boundary, known: knownFor(boundary, fiches, evidence) };
        break;
      case 'out_of_scope':
      case 'personal_data':
        if (lead >= outsideLead(evidence)) return { kind: 'refuse', reason: boundary.reason, boundary, near: [] };
        break;
      default:
        assertNever(boundary.reason);
    }
  }
  const document = evidence.candidates.find((candidate) => candidate.kind === 'document');
  if (
    document !== undefined &&
    document.score >= (best?.score ?? 0) - OWN_DOCUMENT_SLACK &&
    evidence.confidence >= REFUSE_BELOW
  )
    return { kind: 'document', hit: document.hit, also: best?.fiche, confidence: evidence.confidence };
  if (best === undefined || evidence.confidence < REFUSE_BELOW)
    return {
      kind: 'refuse',
      reason: 'no_source',
      boundary: undefined,
      near: fiches.slice(0, 3).map(({ fiche }) => fiche),
    };

  if (isTooOld(best.fiche, evidence.today))
    return { kind: 'refuse', reason: 'out_of_date', boundary: undefined, near: [best.fiche] };
  if (best.fiche.conflict !== undefined && evidence.ownCase)
    return { kind: 'handoff', reason: 'conflicting_sources', boundary: undefined, known: best.fiche };

  const clarification = clarify(evidence, best, second) ?? clarifyTopic(evidence, fiches);
  if (clarification !== undefined) return clarification;
  const human = evidence.candidates.find(
    (candidate) => candidate.kind === 'boundary' && isForHuman(candidate.boundary),
  );
  const limit =
    evidence.ownCase && human?.kind === 'boundary' && best.score - human.score <= LIMIT_WITHIN
      ? human.boundary
      : undefined;
  return {
    kind: 'answer',
    fiche: best.fiche,
    also: alsoOf(best, fiches.slice(1)),
    limit,
    confidence: evidence.confidence,
  };
}

/** The fiche to read beside the answer: the runner-up when it is close, else one found that the answer's fiche is related to. */
function alsoOf(best: FicheCandidate, others: readonly FicheCandidate[]): Fiche | undefined {
  const linked = (other: Fiche) => best.fiche.related.includes(other.id) || other.related.includes(best.fiche.id);
  const near = others.find(({ fiche, score }) => best.score - score <= (linked(fiche) ? RELATED_WITHIN : ALSO_WITHIN));
  return near?.fiche;
}

function outsideLead({ confidence, purchase }: Evidence): number {
  if (purchase) return OUTSIDE_LEAD_OF_PURCHASE;
  return confidence < DOUBT ? OUTSIDE_LEAD_IN_DOUBT : OUTSIDE_LEAD;
}

/** Past its review date a fiche is given with a caution; a year past it, it is no longer given as an answer. */
function isTooOld(fiche: Fiche, today: IsoDate): boolean {
  const year = Number(fiche.review_before.slice(0, 4)) + 1;
  return today > `${year}${fiche.review_before.slice(4)}`;
}

function isForHuman(boundary: Boundary): boolean {
  return boundary.reason === 'individual_decision' || boundary.reason === 'pending_litigation';
}

/** The fiche that says what is known: the one found among the theme's, else the theme's first, else the best found. */
function knownFor(boundary: Boundary, fiches: readonly FicheCandidate[], { ficheOf }: Evidence): Fiche | undefined {
  const found = fiches.find(({ fiche }) => boundary.fiches.includes(fiche.id))?.fiche;
  return found ?? ficheOf(boundary.fiches[0] ?? '') ?? fiches[0]?.fiche;
}

/** Two fiches that differ by one fact the person did not give: supplies or works, State or local authority. */
function clarify(evidence: Evidence, best: FicheCandidate, second: FicheCandidate | undefined): Decision | undefined {
  if (second === undefined || best.score - second.score > CLARIFY_WITHIN) return undefined;
  if (evidence.contentWords > CLARIFY_WORDS || evidence.inDialogue) return undefined;
  for (const facet of ['objet', 'acheteur'] as const) {
    if (evidence.given[facet] !== undefined) continue;
    const values = [best, second].map(({ fiche }) => facetOf(fiche, facet));
    const [one, other] = values;
    if (one === undefined || other === undefined || one === other) continue;
    return offered([best, second], evidence);
  }
  return undefined;
}

/** The fiche is about another case than the one the person gave. */
function contradicts(fiche: Fiche, given: Given): boolean {
  return (['objet', 'acheteur'] as const).some((facet) => {
    const about = facetOf(fiche, facet);
    return given[facet] !== undefined && about !== undefined && about !== given[facet];
  });
}

const TOPICS = 3;

/** One bare word («seuil ?») that several fiches answer: which subject is meant? */
function clarifyTopic(evidence: Evidence, fiches: readonly FicheCandidate[]): Decision | undefined {
  const [best, second] = fiches;
  if (best === undefined || second === undefined || evidence.contentWords > 1 || evidence.inDialogue) return undefined;
  if (best.score - second.score > CLARIFY_WITHIN) return undefined;
  return offered(fiches.slice(0, TOPICS), evidence);
}

function offered(fiches: readonly FicheCandidate[], { confidence }: Evidence): Decision {
  return { kind: 'choices', options: fiches.map(({ fiche }) => ({ fiche, question: undefined })), confidence };
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
