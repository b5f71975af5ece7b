import { fold, indexTerms } from '../../french/words.ts';

/** What a text says of itself, whatever its subject: a pair of questions is held against each other by these. */
export interface TextReading extends Asking {
  readonly terms: ReadonlySet<string>;
  /** Amounts, rates and years, as typed. */
  readonly numbers: ReadonlySet<string>;
  /** What of each facet is named; a facet of which nothing is named is absent. */
  readonly facets: ReadonlyMap<Facet, ReadonlySet<string>>;
  /** Of each pair of opposites, the side that is named: 1, -1, or 0 for none or both. */
  readonly sides: readonly number[];
}

/** How a text asks. */
export interface Asking {
  readonly kind: Kind;
  /** Turned round: «est-ce interdit» is not «peut-on». */
  readonly denied: boolean;
  /** A firm acts in it. */
  readonly firmActs: boolean;
}

/** What is asked for: `what` is the meaning of a word; `may`, `must` and `closed` a yes or a no; `told` nothing: a subject, or what happened. */
export type Kind = 'amount' | 'time' | 'who' | 'how' | 'why' | 'what' | 'which' | 'may' | 'must' | 'closed' | 'told';

/** Tried in this order on folded text: «quel délai» asks for a time before it asks which. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'time',
    /(?:^|[.?!,:;] ?|\b(?:de|a|et|pour|depuis|c'est) )quand\b|\bquand ?(?:[?!.]|$)|\b(?:combien de (?:temps|jours|mois)|cb de (?:temps|jours)|quels? (?:delais?|jours?)|delais?[ \w]{0,30}\?|quelles? (?:durees?|dates?)|date limite)\b/,
  ],
  [
    'amount',
    /\b(?:combien|cb|quels? (?:montants?|taux|seuils?|pourcentages?|plafonds?|minimum|maximum)|quelle (?:part|somme|valeur)|a partir de)\b/,
  ],
  [
    'who',
    /(?:^|[.?!:;] ?|\b(?:a|par|et|savoir|sait) )qui\b|\bqui (?:signe|decide|valide|choisit|paye?|paie|doit|tranche)\b|\bquelle (?:commission|autorite|personne)\b/,
  ],
  ['why', /\bpourquoi\b/],
  ['how', /\b(?:comment|que faire|quoi faire|je fais quoi|on fait quoi|par quoi|quelles? (?:etapes|demarches))\b/],
  [
    'what',
    /\b(?:qu'est[- ]ce qu(?:e l[ae]s?\b|e l'|'un)|c'?est quoi|c quoi|(?:veut|veulent|vouloir) dire|signifie|definition|difference)/,
  ],
  ['which', /\b(?:quels?|quelles?|lequel|laquelle|que doit|que faut|qu'est|quoi)\b/],
  [
    'must',
    /\b(?:faut[- ]il|il faut|faut|doit[- ](?:on|il|elle)|doivent[- ]\w|on doit|(?:je|tu) dois|dois-je|oblig\w*|forcement|necessaire)\b/,
  ],
  [
    'may',
    /\b(?:peut[- ](?:on|il|elle)|peuvent[- ]\w|on peut|j[e ]? ?(?:peux|peut)|puis-je|le droit|possible|permis|autoris\w*|lega\w*|jouable|ca passe)\b/,
  ],
];
const DENIAL =
  /\b(?:pas|jamais|sans|ni|aucune?s?|interdi\w*|defendu\w*|illega\w*|refus\w*|sauf|rejet\w*|eliminer|ecarter)\b/;

type Facet = 'who' | 'contract' | 'procedure' | 'when' | 'buyer' | 'regime';

/** How each value of a question's `about` is said. */
const FACETS: readonly (readonly [Facet, readonly (readonly [string, RegExp])[]])[] = [
  [
    'who',
    [
      ['entreprise', /\b(?:entreprises?|titulaires?|fournisseurs?|prestataires?|boites?|candidats?|societes?)\b/],
      ['sous-traitant', /\bsous[- ]?trait\w*/],
      ['elu', /\b(?:elus?|maires?|adjoints?|conseillers? municipa\w+|conseil municipal)\b/],
    ],
  ],
  [
    'contract',
    [
      ['travaux', /\b(?:travaux|chantiers?)\b/],
      ['maitrise-oeuvre', /\b(?:maitrise d'oeuvre|maitres? d'oeuvre|architectes?|moe)\b/],
      ['fournitures', /\b(?:fournitures?|materiels?|mobilier)\b/],
      ['services', /\b(?:services|prestations?|prestataires?|nettoyage|entretien|maintenance)\b/],
      ['accord-cadre', /\b(?:accords?[- ]cadres?|bons? de commande)\b/],
      ['marche-subsequent', /\bmarches? subsequents?\b/],
      ['concession', /\b(?:concessions?|dsp|delegations? de service)\b/],
      ['cooperation', /\b(?:cooperation|quasi[- ]regie)\b/],
    ],
  ],
  [
    'procedure',
    [
      ['dispense', /\b(?:gre a gre|sans (?:publicite|pub|mise en concurrence|concurrence)|en direct|de la main)\b/],
      ['adaptee', /\b(?:mapa|adaptee?s?)\b/],
      ['formalisee', /\b(?:formalisee?s?|appels? d'offres?|ao|aoo|aor|dialogue competitif)\b/],
    ],
  ],
  [
    'when',
    [
      ['preparation', /\b(?:cctp|ccap|dce|cahiers? des charges|allot\w*|reglement de consultation)\b/],
      ['publicite', /\b(?:avis|boamp|joue|publicite|publier)\b/],
      ['candidatures', /\b(?:candidatures?|candidats?|dume|dc1|dc2)\b/],
      ['offres', /\b(?:offres?|plis?|notation|criteres?|notes?)\b/],
      ['attribution', /\b(?:attribu\w*|rejets?|signatures?|signe\w*|notifi\w*|standstill)\b/],
      ['execution', /\b(?:execution|livraisons?|livre\w*|penalites?|factures?|avenants?|reception|retards?|paye\w*)\b/],
      ['fin', /\b(?:resili\w*|recondu\w*|garantie|decompte|archiv\w*)\b/],
    ],
  ],
  [
    'buyer',
    [
      ['etat', /\b(?:etat|ministeres?|prefectures?)\b/],
      ['collectivite', /\b(?:collectivites?|communes?|mairies?|villes?|departements?|regions?|agglos?)\b/],
      ['etablissement', /\b(?:hopita\w+|universites?|lycees?|etablissements? publics?|ehpad)\b/],
      ['entite-adjudicatrice', /\bentites? adjudicatrices?\b/],
    ],
  ],
  // Rules of their own, which an ordinary question is not about.
  [
    'regime',
    [
      ['crise', /\b(?:crises?|circonstances exceptionnelles)\b/],
      ['defense', /\b(?:defense|armees?|secret)\b/],
      ['concession', /\b(?:concessions?|concessionnaires?|dsp|delegations? de service|deleguer un service)\b/],
      // «pouvoir adjudicateur, entité adjudicatrice, organisme»: of every buyer, not of that one.
      ['reseaux', /^(?!.{0,200}\bpouvoirs? adjudicateurs?\b).{0,200}\bentites? adjudicatrices?\b/],
      ['livre-v', /\b(?:livre v|sieg|hors du code|services? juridiques?)\b/],
      ['sociaux', /\b(?:services? (?:sociaux|specifiques?)|lettre de commande sociale)\b/],
      ['innovation', /\b(?:partenariats? d'innovation|innova\w*)\b/],
      ['reserve', /\b(?:marches? reserves?|insertion|esat|handicap\w*)\b/],
      ['etrangers', /\b(?:etrange\w*|hors (?:de l')?union|pays tiers|impi)\b/],
      ['global', /\b(?:marches? (?:globa\w*|de partenariat)|conception[- ]realisation|concours)\b/],
      ['dynamique', /\b(?:systemes? d'acquisition|sad|encheres?|catalogues? electroniques?)\b/],
    ],
  ],
];

/** Two sides of one thing: a question about the one is not about the other, whatever else they share. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bavant\b/, /\bapres\b/],
  [
    /\b(?:au[- ]dessus|depass\w*|superieure?s?|au[- ]dela|plus de)\b/,
    /\b(?:au[- ]dessous|en dessous|inferieure?s?|moins de|sous (?:le|un|ce) \w*)\b/,
  ],
  [/\b(?:max|maxi|maximum|maximal\w*|plafond|au plus)\b/, /\b(?:min|mini|minimum|minimal\w*|plancher|au moins)\b/],
  [/\b(?:tout|toute|tous|toutes|entier|entierement|ensemble)\b/, /\b(?:partie|partiel\w*|certaine?s?|morceau)\b/],
  [/\b(?:un seul|une seule|unique|seul)\b/, /\b(?:plusieurs|deux|trois|chaque)\b/],
  [/\b(?:gagnante?s?|attributaires?|retenue?s?|titulaires?)\b/, /\b(?:perdante?s?|evince\w*|ecarte\w*|rejete\w*)\b/],
  [/\b(?:signer|signe\w*|signature)\b/, /\b(?:resili\w*|denonc\w*)\b/],
  [/\b(?:hausses?|augment\w*|monter|plus cher\w*)\b/, /\b(?:baiss\w*|rabais|remises?|moins cher\w*)\b/],
  [/\b(?:louer|location|credit[- ]bail|bail)\b/, /\b(?:acheter|achat|vendre|vente)\b/],
  [
    /\b(?:batiments?|immeubles?|terrains?|locaux|salles?)\b/,
    /\b(?:materiels?|photocopieurs?|copieurs?|vehicules?|ordinateurs?|meubles?|mobilier)\b/,
  ],
  [/\b(?:neufs?|neuves?)\b/, /\b(?:occasions?|reemploi\w*|recondition\w*|recycl\w*)\b/],
  [/\bouverte?s?\b/, /\brestreinte?s?\b/],
  [/\bcandidatures?\b/, /\boffres?\b/],
  [/\b(?:candidats?|candidater|soumissionnaires?)\b/, /\b(?:titulaires?|prestataires?|fournisseurs?)\b/],
  [/\b(?:commencer|demarr\w*|debut\w*|lancer)\b/, /\b(?:finir|fin|termin\w*|acheve\w*|arret\w*)\b/],
  [/\b(?:en retard|trop tard|tardif\w*)\b/, /\b(?:en avance|trop tot|plus tot|a l'heure)\b/],
  [/\bavec\b/, /\bsans\b/],
  [/\b(?:avances?)\b/, /\b(?:acomptes?)\b/],
  [/\b(?:electronique\w*|en ligne|demat\w*)\b/, /\b(?:papiers?|stylo|manuscrite?|a la main)\b/],
  [/\b(?:ajout\w*|en plus|supplementaires?)\b/, /\b(?:retir\w*|supprim\w*|en moins|renonc\w*)\b/],
];

/** Which of two sides is named, where one alone is: 1 or -1. */
function sidesOf(folded: string): readonly number[] {
  return OPPOSITES.map(([one, other]) => Number(one.test(folded)) - Number(other.test(folded)));
}

/** The one whose doing is asked about, where it is the firm: what it may do, the buyer may not. */
const FIRM_ACTS =
  /\b(?:entreprises?|titulaires?|fournisseurs?|prestataires?|candidats?|societes?|boites?|sous[- ]traitants?|cotraitants?|mandataires?|perdants?|gagnants?|soumissionnaires?)(?: \w{1,15}){0,2}? (?:ne |n')?(?:peut|peuvent|doit|doivent|veut|veulent|demande|demandent|refuse|refusent|reclame|a le droit|a droit)\b/;

const LAST_CLAUSE = 160;

const YES_OR_NO: ReadonlySet<Kind> = new Set(['closed', 'may', 'must']);

/** What answers the one may answer the other: a definition answers nothing but what a word means, and what asks nothing may ask for anything. */
export function asksAlike(one: Kind, other: Kind): boolean {
  if (one === 'told' || other === 'told') return one !== 'what' && other !== 'what';
  if (one === other || (YES_OR_NO.has(one) && YES_OR_NO.has(other))) return true;
  return one === 'which' || other === 'which' ? !YES_OR_NO.has(one) && !YES_OR_NO.has(other) : false;
}

export function askingOf(text: string): Asking {
  return askingIn(fold(text));
}

function askingIn(folded: string): Asking {
  // What is asked stands at the end of a story.
  const asking = folded.slice(-LAST_CLAUSE);
  return {
    kind: KINDS.find(([, pattern]) => pattern.test(asking))?.[0] ?? (asking.includes('?') ? 'closed' : 'told'),
    denied: DENIAL.test(asking),
    firmActs: FIRM_ACTS.test(asking),
  };
}

export function readText(text: string): TextReading {
  const folded = fold(text);
  const terms = new Set(indexTerms(text));
  return {
    ...askingIn(folded),
    sides: sidesOf(folded),
    terms,
    numbers: new Set([...terms].filter((term) => /^\d{2,}$/.test(term))),
    facets: new Map(
      FACETS.flatMap(([facet, values]) => {
        const named = values.filter(([, pattern]) => pattern.test(folded)).map(([value]) => value);
        return named.length === 0 ? [] : [[facet, new Set(named)] as const];
      }),
    ),
  };
}
