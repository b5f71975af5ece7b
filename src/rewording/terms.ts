import { type LexiconEntry, labelsOf } from '../corpus/lexicon.ts';
import type { Span } from '../french/span.ts';
import type { Side } from '../lexicon/concepts-in.ts';
import type { Sliced } from '../sliced.ts';
import { bareWord, type PlacedTerm, placedWords } from './term-spans.ts';

/** A concept of the lexicon that a text says by one of its labels. */
export interface FoundTerm {
  readonly entry: LexiconEntry;
  /** The side whose label is said. */
  readonly side: Side;
  readonly span: Span;
  /** Verbatim: `text.slice(...span)`. */
  readonly from: string;
}

/** In the order of the text; of two labels that overlap only the longer, the speaker's own side before the other's. */
export type FindTerms = (text: string, from: Side) => readonly FoundTerm[];

interface Label {
  readonly entry: LexiconEntry;
  readonly side: Side;
  readonly terms: readonly string[];
  /** The words themselves, for a label too short to be known by its stems alone. */
  readonly exact: readonly string[] | undefined;
  /** Words that must stand around it, of a label whose others do not count for the index («service fait»). */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Only in capitals: «TO», «AE», «OS» are other things in small letters. */
  readonly capitals: boolean;
}

/** Words that may stand between two terms of a label and are not in it («service *bien* fait» is no «service fait»). */
const LONGEST_GAP = 2;

/**
 * Labels said outright. What a sentence means without saying it is for the turns of the concepts (`cues`): likeness of
 * vectors, as the `lexicon` command uses it, found nothing more on two independent sets and cost twice the rest.
 */
export function* createFindTerms(lexicon: readonly LexiconEntry[]): Sliced<FindTerms> {
  const byFirst = yield* labelsByFirstTerm(lexicon);
  return (text, from) => saidTerms(text, byFirst, from);
}

function saidTerms(text: string, byFirst: ReadonlyMap<string, readonly Label[]>, from: Side): readonly FoundTerm[] {
  const all = placedWords(text);
  const placed = all.filter(({ term }) => term !== '');
  const candidates: { readonly label: Label; readonly start: number; readonly end: number }[] = [];
  for (let i = 0; i < placed.length; i++)
    for (const label of byFirst.get(placed[i]?.term ?? '') ?? []) {
      if (!matches(label, placed, i)) continue;
      const start = (placed[i]?.position ?? 0) - label.before.length;
      const end = (placed[i + label.terms.length - 1]?.position ?? 0) + 1 + label.after.length;
      if (follow(all, start, label.before) && follow(all, end - label.after.length, label.after))
        candidates.push({ label, start, end });
    }
  // The longest first, the speaker's own side before the other's: then whatever overlaps is dropped.
  candidates.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || Number(b.label.side === from) - Number(a.label.side === from),
  );
  const taken = new Uint8Array(all.length);
  const found: FoundTerm[] = [];
  for (const { label, start, end } of candidates) {
    if (taken.subarray(start, end).some((x) => x === 1)) continue;
    const [first, last] = [all[start], all[end - 1]];
    if (first === undefined || last === undefined) continue;
    taken.fill(1, start, end);
    const span: Span = [first.span[0], last.span[1]];
    found.push({ entry: label.entry, side: label.side, span, from: text.slice(...span) });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function matches(label: Label, placed: readonly PlacedTerm[], start: number): boolean {
  let before: PlacedTerm | undefined;
  for (const [i, wanted] of label.terms.entries()) {
    const here = placed[start + i];
    if (here === undefined || here.term !== wanted) return false;
    if (label.exact !== undefined && !sameWord(here.word, label.exact[i] ?? '')) return false;
    if (label.capitals && here.said !== here.said.toUpperCase()) return false;
    if (before !== undefined && (here.clause !== before.clause || here.position - before.position > LONGEST_GAP + 1))
      return false;
    before = here;
  }
  return true;
}

function follow(all: readonly PlacedTerm[], start: number, wanted: readonly string[]): boolean {
  return wanted.every((word, i) => sameWord(all[start + i]?.word ?? '', word));
}

/** The same word but for number and gender marks: «acomptes», «acompte»; never «offrir» for «offre». */
function sameWord(said: string, label: string): boolean {
  return bareWord(said) === bareWord(label);
}

/** So many concepts are read at a time. */
const AT_A_TIME = 100;

function* labelsByFirstTerm(lexicon: readonly LexiconEntry[]): Sliced<ReadonlyMap<string, readonly Label[]>> {
  const byFirst = new Map<string, Label[]>();
  for (const [at, entry] of lexicon.entries()) {
    if (at % AT_A_TIME === 0) yield;
    for (const side of ['service', 'achat'] as const)
      for (const text of labelsOf(entry, side)) {
        const label = labelOf(entry, side, text);
        const [first] = label?.terms ?? [];
        if (label === undefined || first === undefined) continue;
        const list = byFirst.get(first);
        if (list === undefined) byFirst.set(first, [label]);
        else list.push(label);
      }
  }
  return byFirst;
}

/**
 * Single words that everyday French says of anything else: alone they point to no concept. Kept out by word and not by
 * rarity: «lot» is rare in a lexicon and common in life.
 */
const EVERYDAY = new Set(
  `besoin truc benchmark enveloppe estim cumuler nomenclature seuil plafond agents interne apple ecologique formateur
   fresque consommables propose proposition postulant repondant noter compte critere bareme minimum regrouper groupement
   mutualiser plante credits gagnant prestataire fournisseur presta cahier memoire honneur prog prototype maquette
   recette note recommande planning planing officiel notifier bon engager situation caution inflation modif rallonge
   renouvellement rachat veut rompre logo recu convient reserve doute marche paquet lot tranche delais delai long quand
   prestation vient local forfait abonnement reel unite regie mandat reparer tribunal prime bonus signature sait monopole
   negocier urgent vite temps urgence demain hier personne final abandonne lots option centrale collaboration
   partenaires protocole conventionner plateforme consulter sorte soft bug audit construire bail promoteur drone
   logistique entrepot self camera blouses utilitaire essence hotel archives renfort bricolage manip verrerie benne step
   tonte ticket event encart questionnaire rats urne elections cadeau denoncer actualiser catastrophe fissures
   arrangement amiable hybride liquidation offre offres candidat recurrents subvention titulaire attestations primes
   service avance multi publicite consultation licences souverain suspendre transaction modulaire spectacles recrutement
   emprunt illumination parkings comptages mobilier traiteur entreprise equivalent identique partenaire archi mediation
   contradictoire butoir homologation transition laureat impartialite nettoyage energie papier assurances assurance
   candidature negociation garantie facture factures devis commande contrat projet service services moyens essai
   signer procuration registre visite refaire ms to st pub mod med cl sf gc gm pn sp tf pi bc bl note va la mo do
   solidairement sourc prix kit permis budget achat urssaf sa es soc ux si os self chorus amazon gpt`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Acronyms of two letters or more that are also words of everyday French, or too short: only in capitals. */
const ACRONYM = /^[A-Z][A-Z0-9./-]{1,6}$/;

function labelOf(entry: LexiconEntry, side: Side, text: string): Label | undefined {
  const all = placedWords(text);
  const placed = all.filter(({ term }) => term !== '');
  const [first] = placed;
  if (first === undefined) return undefined;
  const shared = { entry, side, terms: placed.map(({ term }) => term), before: [], after: [], capitals: false };
  // Two short everyday words («ça passe ou pas») say nothing by their stems: the label must be said as it stands.
  if (placed.length > 2) return { ...shared, exact: undefined };
  const exact = placed.map(({ word }) => word);
  if (placed.length === 2) return { ...shared, exact };
  // One telling word among some that the index does not count («service fait»): every word must be there.
  const bound = all.filter(({ word }) => !ARTICLES.has(word)).map(({ word }) => word);
  const at = bound.indexOf(first.word);
  if (bound.length > 1) return { ...shared, exact, before: bound.slice(0, at), after: bound.slice(at + 1) };
  if (first.word.length < 2 || /^\d/.test(first.word)) return undefined;
  const everyday = EVERYDAY.has(first.word) || first.word.length === 2;
  const capitals = everyday && ACRONYM.test(first.said);
  return everyday && !capitals ? undefined : { ...shared, exact, capitals };
}

const ARTICLES = new Set([
  'le',
  'la',
  'les',
  'l',
  'un',
  'une',
  'des',
  'du',
  'de',
  'd',
  'faire',
  'avoir',
  'en',
  'sa',
  'son',
  'ses',
  'notre',
]);
