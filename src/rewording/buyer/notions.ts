import type { LexiconEntry } from '../../corpus/lexicon.ts';
import type { Span } from '../../french/span.ts';
import { readText } from '../../french/text.ts';
import { indexTerms } from '../../french/words.ts';
import type { FoundTerm } from '../terms.ts';
import { CHOICE_CUES } from './cues-choice.ts';
import { DOCUMENT_CUES } from './cues-documents.ts';
import { DUTY_CUES } from './cues-duty.ts';
import { EXECUTION_CUES } from './cues-execution.ts';
import { MONEY_CUES } from './cues-money.ts';
import { NEED_CUES } from './cues-need.ts';
import { PROCEDURE_CUES } from './cues-procedure.ts';
import { TRADE_CUES } from './cues-trades.ts';
import { USUAL_CUES } from './cues-usual.ts';
import type { Family, TradeCue } from './notion-cue.ts';

/** A concept that the message means, and the labels of the buyer's side that say it. */
export interface Notion {
  readonly entry: LexiconEntry;
  readonly span: Span;
  readonly shown: readonly string[];
  /** Set for a trade whose family is sure. */
  readonly family: Family | undefined;
  /** What is bought, as against how it is bought. */
  readonly trade: boolean;
}

export type FindNotions = (text: string, found: readonly FoundTerm[]) => readonly Notion[];

/** What stands for «€»: with it V8 would keep the text, and a second copy of the code of each pattern, in two bytes. */
const EURO = '¤';

/** Labels that everyday sentences say of anything: alone they tell a buyer nothing about this message. */
const TOO_COMMON = new Set(
  `besoin fiche-de-besoin prestation prestataire marche lot tranche delai devis offre candidat candidature consultation
   garantie reserve reception admission facture groupement partenariat signature prime mandat regie forfait option
   travaux-ou-entretien notification seuil critere programme formation caution duree-marche donneur-ordre reconduction
   calendrier-execution attestations-fiscales-sociales valeur-estimee dispense-faible-montant urgence local avance-acompte
   publicite profil-acheteur delai-reponse questions-reponses bon-livraison pieces-prix regularisation negociation`
    .split(/\s+/)
    .filter((id) => id !== ''),
);

/** Concepts of a procedure or a contract under way, and of other talk than a purchase: nothing is being bought then. */
const UNDER_WAY = new Set(
  `attributaire-titulaire penalites resiliation prolongation avenant rallonge revision-imprevision admission refaction
   service-fait levee-reserves reception garantie-parfait-achevement garantie-decennale sous-traitance cession-marche
   delai-paiement suspension-paiement interets-moratoires oab offre-irreguliere offre-inacceptable offre-inappropriee
   infructueux sans-suite rejet motifs-rejet recours conflit-interets-situation cadeaux penalite-indisponibilite
   prolongation-delai-execution reclamation-titulaire maximum-accord-cadre acheter-ailleurs commencement-anticipe
   paiement-direct-st facture-chorus entente-candidats favoritisme revente-biens indemnite-imprevision-demande`
    .split(/\s+/)
    .filter((id) => id !== ''),
);

/** Whether a procedure or a contract runs already, and what is said of it describes no purchase to come. */
export const isUnderWay = (notions: readonly Notion[]): boolean =>
  notions.some(({ entry }) => PUBLISHED.has(entry.id) || (UNDER_WAY.has(entry.id) && !BESIDE_A_NEED.has(entry.id)));

/** A consultation that runs: its dates are those of the offers. */
const PUBLISHED = new Set(['questions-reponses', 'delai-reponse']);

/** Said of a new purchase too: who holds the present contract, how the next one may go on. */
const BESIDE_A_NEED = new Set([
  'attributaire-titulaire',
  'sous-traitance',
  'prolongation',
  'garantie-decennale',
  'revente-biens',
]);

/** An amount said of a purchase to come is what its value is estimated at; one paid, offered or granted before is not. */
function amountToCome(folded: string): RegExpExecArray | undefined {
  for (const match of folded.matchAll(AMOUNT)) {
    const from = Math.max(0, match.index - 70);
    const before = folded.slice(from, match.index);
    if (!NOT_TO_COME.test(before.slice(Math.max(...['.', '!', '?', '\n'].map((mark) => before.lastIndexOf(mark))) + 1)))
      return match;
  }
  return undefined;
}
const NOT_TO_COME =
  /\b(?:factur\w{1,20}|paye\w{0,20}|payions|paie (?:aujourd'hui|actuellement)|actuel\w{0,20}|devis|offres?|candidats?|subvention\w{0,20}|penalites?|avance|acompte|rallonge|marche (?:est )?(?:signe|faisait|actuel|en cours)|contrat (?:signe|actuel|en cours)|avai\w{1,20} (?:ete|coute|paye)|(?:en|annee) 20(?:1\d|2[0-5])|an (?:dernier|passe)|reclam\w{1,20}|caution|amende|indemnite|propos\w{1,20}|ecart\w{0,20}|autres sont|titulaire|son (?:marche|prix)|aide de)\b/;
const AMOUNT = folded(/\d[\d .,]{0,15}(?:k€|ke\b|k\b|€|euros?\b|balles\b|m€)|\bmille (?:euros|balles)\b/g);
const VALUE_SHOWN = ['estimation de la valeur du besoin', 'valeur estimée'];

/** When the first is meant, the second is not what the message is about. */
const RIVALS: readonly (readonly [kept: string, dropped: string])[] = [
  ['non-allotissement', 'allotissement'],
  ['garantie-parfait-achevement', 'reception'],
  ['garantie-decennale', 'garantie-parfait-achevement'],
  ['saas-abonnement', 'licences-logiciels'],
  ['developpement-applicatif', 'licences-logiciels'],
  ['tma-maintenance', 'licences-logiciels'],
  ['transport-scolaire', 'transport-personnes'],
  ['location-longue-duree', 'location-courte-duree'],
  ['prolongation', 'duree-marche'],
  ['nettoyage-vitres', 'nettoyage-locaux'],
  ['egalim', 'circuit-court'],
  ['imprimerie', 'papier'],
  ['imprimerie', 'livres-bibliotheque'],
  ['resiliation-faute', 'resiliation'],
  ['resiliation-motif-general', 'resiliation'],
  ['exoneration-penalites', 'penalites'],
  ['exclusivite', 'dispense-faible-montant'],
  ['scission-artificielle', 'allotissement'],
  ['deport-agent', 'candidat'],
  ['accord-cadre-general', 'estimation-besoin-regulier'],
  ['entretien-vehicules', 'vehicules-flotte'],
  ['expertise-comptable', 'etudes-conseil'],
  ['amo-assistance', 'etudes-conseil'],
  ['recrutement-conseil', 'etudes-conseil'],
  ['avenant', 'pse'],
  ['offre-inacceptable', 'valeur-estimee'],
  ['scission-artificielle', 'dispense-faible-montant'],
  ['scission-artificielle', 'seuil'],
  ['demolition-desamiantage', 'travaux-entretien'],
  ['travaux-construction', 'travaux-entretien'],
];

/** The first that fits a concept is kept, so the narrower tables come first. */
const FIRST_CUES: readonly TradeCue[] = overFolded([
  ...NEED_CUES,
  ...PROCEDURE_CUES,
  ...EXECUTION_CUES,
  ...MONEY_CUES,
  ...DOCUMENT_CUES,
  ...CHOICE_CUES,
  ...DUTY_CUES,
  ...TRADE_CUES,
]);

const USUAL: readonly TradeCue[] = overFolded(USUAL_CUES);

export const ALL_CUES: readonly TradeCue[] = [...FIRST_CUES, ...USUAL];

function overFolded(cues: readonly TradeCue[]): readonly TradeCue[] {
  return cues.map((cue) => ({
    ...cue,
    says: folded(cue.says),
    ...(cue.unless === undefined ? {} : { unless: folded(cue.unless) }),
  }));
}

/** In one byte a character, each where it was. */
const narrow = (flat: string): string =>
  flat.replace(/[^\0-\u00ff]/g, (char) => (char === '€' ? EURO : char === '…' ? '.' : '·'));

/** A pattern written with «€», for a text that has its stand-in. */
function folded(pattern: RegExp): RegExp {
  return pattern.source.includes('€') ? new RegExp(pattern.source.replaceAll('€', EURO), pattern.flags) : pattern;
}

/**
 * The notions of public procurement that a message means: those of the tables of everyday turns, and the labels of the
 * lexicon said outright, but for those too common to say anything to a buyer. In the order of the text.
 */
export function createFindNotions(lexicon: readonly LexiconEntry[]): FindNotions {
  const byId = new Map(lexicon.map((entry) => [entry.id, entry]));
  const trades = new Set(TRADE_CUES.map(({ concept }) => concept));
  return (text, found) => {
    const { flat, spanOf } = readText(text);
    const folded = narrow(flat);
    const bought = withoutDepartments(folded);
    const notions = new Map<string, Notion>();
    for (const cue of FIRST_CUES) {
      const entry = byId.get(cue.concept);
      if (entry === undefined || notions.has(entry.id)) continue;
      const match = cue.says.exec(trades.has(cue.concept) ? bought : folded);
      if (match === null || cue.unless?.test(folded) === true) continue;
      notions.set(entry.id, {
        entry,
        span: spanOf(match.index, match.index + match[0].length),
        shown: cue.show ?? (trades.has(entry.id) ? [entry.achat.preferred] : companions(entry)),
        family: cue.family,
        trade: trades.has(entry.id),
      });
    }
    // The usual words add their labels to a notion that is there already.
    for (const cue of USUAL) {
      const entry = byId.get(cue.concept);
      if (entry === undefined) continue;
      const match = cue.says.exec(folded);
      if (match === null || cue.unless?.test(folded) === true) continue;
      const known = notions.get(entry.id);
      notions.set(entry.id, {
        entry,
        span: known?.span ?? spanOf(match.index, match.index + match[0].length),
        shown: [...new Set([...(known?.shown ?? []), ...(cue.show ?? companions(entry))])],
        family: known?.family,
        trade: false,
      });
    }
    for (const { entry, side, span } of found) {
      if (side !== 'service' || TOO_COMMON.has(entry.id) || trades.has(entry.id)) continue;
      // One word alone («rompre») is too little to go by: the tables know better.
      if (notions.has(entry.id) || indexTerms(text.slice(...span)).length < 2) continue;
      notions.set(entry.id, { entry, span, shown: companions(entry), family: undefined, trade: false });
    }
    const value = byId.get('valeur-estimee');
    const amount = value === undefined || notions.has(value.id) ? undefined : amountToCome(folded);
    if (amount !== undefined && value !== undefined && ![...notions.keys()].some((id) => UNDER_WAY.has(id))) {
      const span = spanOf(amount.index, amount.index + amount[0].length);
      notions.set(value.id, { entry: value, span, shown: VALUE_SHOWN, family: undefined, trade: false });
    }
    for (const [kept, dropped] of RIVALS) if (notions.has(kept)) notions.delete(dropped);
    return [...notions.values()].sort((a, b) => a.span[0] - b.span[0]);
  };
}

/** The buyer's term, with the one that buyers look for beside it («dialogue compétitif, programme fonctionnel»). */
const companions = ({ achat }: LexiconEntry): readonly string[] => [achat.preferred, ...achat.alt.slice(0, 1)];

/** «le service des archives», «la direction de la culture»: who asks, and not what is bought. Keeps every place. */
export function withoutDepartments(folded: string): string {
  return folded.replace(DEPARTMENT, (name) => ' '.repeat(name.length));
}
const DEPARTMENT =
  /^service [a-z]{1,30} (?=du |de la |de l'|des )|\b(?:(?:le|la|notre|du|au) (?:service|pole|bureau)|(?:direction|chef|cheffe|responsable|adjointe?|elue?|vice-presidente?) )[ ]?(?:charge[e]? )?(?:des |du |de la |de l'|aux? |a la )(?:[a-z]{1,30}(?: et (?:des |du |de la |de l')?[a-z]{1,30})?)/g;
