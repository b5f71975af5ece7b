import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

const fr = {
  title: 'Mon achat',
  yes: 'Oui',
  no: 'Non',
  net: 'Hors taxes',
  gross: (rate: string) => `TTC, TVA à ${rate}`,
  taxUnsaid: 'Ce montant est-il hors taxes ou toutes taxes comprises ?',
  hints: {
    amount: 'Un total, un prix et une quantité, un montant par an… Par exemple : 75 000 € HT ; 300 chaises à 45 € HT.',
    day: 'Un jour ou un mois : 15 mars 2027, juin 2027.',
    days: 'Un nombre de jours : 30.',
    length: 'Une durée : 18 mois, 4 ans.',
    count: 'Un nombre : 300.',
  },
  /** What is retained, one word each. */
  buyers: {
    etat: 'État',
    epa: 'établissement de l’État',
    collectivite: 'collectivité',
    hopital: 'hôpital public',
    office_habitat: 'office de l’habitat',
    entite_adjudicatrice: 'entité adjudicatrice',
  } as Readonly<Record<string, string>>,
  natures: {
    services: 'services',
    fournitures: 'fournitures',
    travaux: 'travaux',
    services_specifiques: 'services sociaux ou spécifiques',
  } as Readonly<Record<string, string>>,
  amount: (sum: string) => `${sum} HT`,
  amountUnsaid: (sum: string) => `${sum}, HT ou TTC ?`,
  amountGross: (sum: string) => `${sum} TTC`,
  amountAny: (sum: string) => `${sum}, HT ou TTC`,
  wanted: (day: string) => `pour le ${day}`,
  wantedMonth: (month: string) => `pour ${month}`,
  analysis: (days: number) => `${days} jours d’analyse`,
  /** What is done, by the word of the rules. */
  procedures: {
    dispense_seuil: 'Achat direct, sans publicité ni mise en concurrence imposées',
    adaptee: 'Procédure adaptée',
    formalisee: 'Procédure formalisée',
    a_confirmer: 'À confirmer : un relèvement du seuil est annoncé',
  } as Readonly<Record<string, string>>,
  depends: 'Cela dépend',
  dependsOn: (facts: string) => `Cela dépend de ce qui n’est pas connu : ${facts}.`,
  branch: (condition: string, result: string) => `${condition} : ${result}`,
  below: (sum: string) => `Moins de ${sum} HT`,
  between: (low: string, high: string) => `De ${low} à moins de ${high} HT`,
  from: (sum: string) => `À partir de ${sum} HT`,
  or: ' ou ',
  either: (all: readonly string[]) => `${all.join(' ou ')} selon ce qui n’est pas connu`,
  steps: {
    envoi_avis_au_plus_tard: 'Envoi de l’avis, au plus tard',
    limite_candidatures: 'Limite des candidatures',
    envoi_invitations: 'Envoi des invitations',
    limite_offres: 'Limite des offres',
    envoi_rejets: 'Lettres aux entreprises non retenues, au plus tard',
    signature: 'Signature',
  },
  /** Whatever the amount; their articles stand with the sheet. */
  lines: {
    quotes:
      'Une demande écrite (devis) et la trace du choix : une offre pertinente, un bon usage de l’argent public, pas toujours la même entreprise',
    documents: 'Les documents de la consultation : le besoin, les critères de choix, la manière de répondre',
    proofs: 'Avant de signer, les justificatifs de l’entreprise retenue, et d’elle seule',
    split: 'Le besoin se compte en entier : le découper pour rester sous un seuil est interdit',
    lots: 'Des lots séparés, sauf motif à écrire',
  },
  more: {
    advance: 'Faut-il verser une avance ?',
    retention: 'Peut-on retenir une garantie ?',
    penalty: 'Quelles pénalités en cas de retard ?',
  },
  at: (sum: string, what: string) => `À ${sum} HT : ${what}`,
};

const en: typeof fr = {
  ...fr,
  title: 'My purchase',
  yes: 'Yes',
  no: 'No',
};

/**
 * «Mon achat»: what the interview says and what its sheet holds. The sheet quotes French rules, whose sentences are French
 * whatever the reader's language.
 */
export const purchaseTexts: Readonly<Record<Language, typeof fr>> = { fr: typeset(fr), en };
