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
  /** Of the sum before it, as far as there is one. */
  announced: (sum: string) => `dont ${sum} HT annoncés à la programmation`,
  need: (total: string, sum: string) => `besoin de ${total} HT, dont ${sum} HT annoncés à la programmation`,
  amountUnsaid: (sum: string) => `${sum}, HT ou TTC ?`,
  amountGross: (sum: string) => `${sum} TTC`,
  amountAny: (sum: string) => `${sum}, HT ou TTC`,
  wanted: (day: string) => `pour le ${day}`,
  wantedMonth: (month: string) => `pour ${month}`,
  analysis: (days: number) => `${days} jours d’analyse`,
  /** What is done, by the word of the rules. */
  procedures: {
    service: {
      dispense_seuil: 'Achat direct, sans mise en concurrence imposée',
      adaptee: 'Mise en concurrence simple (procédure adaptée)',
      formalisee: 'Mise en concurrence la plus encadrée (procédure formalisée)',
      a_confirmer: 'À confirmer : un relèvement du seuil est annoncé',
    } as Readonly<Record<string, string>>,
    achat: {
      dispense_seuil: 'Dispense de publicité et de mise en concurrence',
      adaptee: 'Procédure adaptée',
      formalisee: 'Procédure formalisée',
      a_confirmer: 'À confirmer : un relèvement du seuil est annoncé',
    } as Readonly<Record<string, string>>,
  },
  /** Where to publish, in the words of a service; a buyer reads the rules' own. */
  publicity: {
    libre: 'annonce là où des entreprises la verront, à votre choix',
    boamp_ou_jal: 'annonce au BOAMP ou dans un journal d’annonces légales',
    boamp_et_joue: 'annonces au BOAMP et au journal européen',
    joue: 'annonce au journal européen',
  } as Readonly<Record<string, string>>,
  depends: (facts: string) => `Cela dépend : ${facts}`,
  branch: (condition: string, result: string) => `${condition} : ${result}`,
  below: (sum: string) => `Moins de ${sum} HT`,
  between: (low: string, high: string) => `De ${low} à moins de ${high} HT`,
  from: (sum: string) => `À partir de ${sum} HT`,
  or: ' ou ',
  either: (all: readonly string[], facts: readonly string[]) => `${all.join(' ou ')}, selon ${facts.join(' et ')}`,
  /** What decides between two cases, of the person's own. */
  hangsOn: { acheteur: 'votre organisme', nature: 'ce que vous achetez' } as Readonly<Record<string, string>>,
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
  /** Titles and buttons: short, for the narrowest screen. */
  start: {
    intro: 'Une phrase suffit : quoi, pour qui, combien, pour quand. Je ne demande que ce qui change quelque chose.',
    box: 'Votre achat',
    hint: 'Par exemple : la mairie veut 300 chaises à 45 € pour juin.',
    go: 'Faire le point',
  },
  /** Of a calculator: among all of them, and under what was worked out. */
  calculators: 'Autres calculs',
  recalculate: 'Changer les données',
  /** Under an answer. */
  takeStock: 'Faire le point sur cet achat',
  retainedSoFar: (all: string) => `J’ai retenu : ${all}.`,
  answerBox: 'Votre réponse',
  next: 'Continuer',
  unknown: 'Je ne sais pas',
  back: 'Revenir',
  correct: 'Corriger',
  /** Of the box that changes what was retained. */
  change: {
    label: 'Et si c’était…',
    box: 'Ce qui change',
    hint: 'Par exemple : 75 000 € HT ; des travaux ; pour septembre.',
    go: 'Recalculer',
  },
  files: { docx: 'Fiche Word', pdf: 'Fiche PDF', ics: 'Dates (agenda)' },
  parts: { advance: 'Calculer l’avance', retention: 'Calculer la retenue', penalty: 'Calculer les pénalités' },
  faults: {
    stale: 'Ce bouton était d’avant : voici où en est cet achat. Rien n’a changé.',
    past: 'Cette question est passée : répondez sous la dernière.',
    notRead: (text: string) => `Je n’ai pas compris «\u00a0${text}\u00a0» ici : rien n’est retenu.`,
    empty: 'Écrivez d’abord votre réponse.',
    unknown: 'Cet achat n’est plus gardé ici, ou n’est pas le vôtre. Recommencez : une phrase suffit.',
    noFile: 'La fiche vient après les questions ; un agenda, quand une date est voulue.',
    down: 'Cet achat n’a pas pu être lu ou gardé : réessayez dans un instant.',
  },
  /** Answers of a button. */
  buttons: {
    acheteur: {
      collectivite: 'Commune, département, région, groupement',
      etat: 'État',
      hopital: 'Hôpital public',
      epa: 'Établissement public de l’État',
      office_habitat: 'Office public de l’habitat',
      entite_adjudicatrice: 'Réseaux : eau, énergie, transports',
    },
    nature: {
      fournitures: 'Des fournitures',
      services: 'Des services',
      travaux: 'Des travaux',
      services_specifiques: 'Services sociaux, santé, formation, sécurité…',
    },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  heads: {
    procedure: 'Procédure',
    publicity: 'Publicité',
    local: 'Vos règles internes et le code',
    branches: 'Selon le cas',
    calendar: 'Calendrier',
    duties: 'À faire',
    watch: 'À surveiller',
    changes: 'Ce qui changerait tout',
    why: 'Pourquoi',
    retained: 'Retenu',
  },
  file: {
    name: 'mon-achat',
    creator: 'Truchement',
    day: (day: string) => `Fait le ${day}, sur les règles en vigueur ce jour-là.`,
    caution: 'Aide à la décision : relisez les articles avant de vous engager.',
    calendar: 'Mon achat',
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
  start: {
    intro: 'One sentence is enough, in French: what, for whom, how much, for when. I only ask what changes something.',
    box: 'Your purchase',
    hint: 'For instance: la mairie veut 300 chaises à 45 € pour juin.',
    go: 'Take stock',
  },
  calculators: 'Other calculations',
  recalculate: 'Change the figures',
  takeStock: 'Take stock of this purchase',
  retainedSoFar: (all) => `I have retained: ${all}.`,
  answerBox: 'Your answer',
  next: 'Continue',
  unknown: 'I do not know',
  back: 'Back',
  correct: 'Correct',
  change: {
    label: 'What if it were…',
    box: 'What changes',
    hint: 'In French, for instance: 75 000 € HT; des travaux; pour septembre.',
    go: 'Work out again',
  },
  files: { docx: 'Word sheet', pdf: 'PDF sheet', ics: 'Dates (calendar)' },
  heads: {
    procedure: 'Procedure',
    publicity: 'Publicity',
    local: 'Your own rules and the code',
    branches: 'Case by case',
    calendar: 'Calendar',
    duties: 'To be done',
    watch: 'To watch',
    changes: 'What would change everything',
    why: 'Why',
    retained: 'Retained',
  },
  more: {
    advance: 'Is an advance due?',
    retention: 'Can a guarantee be retained?',
    penalty: 'Which penalties for a delay?',
  },
  parts: { advance: 'Work out the advance', retention: 'Work out retention', penalty: 'Work out penalties' },
  faults: {
    stale: 'That button was from before: here is where this purchase stands. Nothing has changed.',
    past: 'This question is past: answer under the latest.',
    notRead: (text) => `I did not understand “${text}” here: nothing is retained.`,
    empty: 'Write your answer first.',
    unknown: 'This purchase is no longer kept here, or is not yours. Begin again: one sentence is enough.',
    noFile: 'The sheet comes after the questions; a calendar, once a date is wanted.',
    down: 'This purchase could not be read or kept: try again in a moment.',
  },
};

/**
 * «Mon achat»: what the interview says and what its sheet holds. The sheet quotes French rules, whose sentences are French
 * whatever the reader's language.
 */
export const interviewTexts: Readonly<Record<Language, typeof fr>> = { fr: typeset(fr), en };
