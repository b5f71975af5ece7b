import type { Language, Role } from '../vocabulary/people.ts';
import type { Direction, Flexibility, Slot } from '../vocabulary/rewording.ts';

/** What the exported brief says around people's own words. Instants and days come in already written out. */
export interface ExportTexts {
  /** BCP 47, for the document's own language and its dates. */
  readonly locale: string;
  /** Between hours and minutes. */
  readonly clock: string;
  readonly title: Readonly<Record<Direction, string>>;
  readonly description: string;
  readonly creator: string;
  readonly quoted: (words: string) => string;
  readonly page: readonly [before: string, between: string];
  readonly state: {
    readonly name: string;
    readonly open: (waiting: string) => string;
    readonly agreed: (day: string) => string;
    readonly withdrawn: (day: string, who: string) => string;
  };
  readonly openedBy: (day: string, who: string) => string;
  readonly reference: (id: string, version: number) => string;
  readonly and: string;
  readonly side: Readonly<Record<Role, string>>;
  /** The side within a sentence. */
  readonly who: Readonly<Record<Role, string>>;
  readonly parties: {
    readonly heading: string;
    readonly columns: readonly [string, string, string];
    readonly toComplete: string;
    readonly given: (instant: string) => string;
    readonly notGiven: string;
  };
  readonly need: (number: number, of: number) => string;
  readonly ownWords: string;
  readonly slots: { readonly heading: string; readonly columns: readonly [string, string, string] };
  readonly slot: Readonly<Record<Slot, string>>;
  readonly asSaid: string;
  readonly conflict: string;
  readonly corrected: (who: string) => string;
  readonly understood: (words: string) => string;
  readonly functions: { readonly heading: string; readonly columns: readonly [string, string, string] };
  readonly unsaid: string;
  readonly flexibility: Readonly<Record<Flexibility, string>>;
  readonly constraints: string;
  readonly lots: { readonly heading: string; readonly columns: readonly [string, string, string] };
  readonly proof: string;
  readonly risks: string;
  readonly conflicts: { readonly heading: string; readonly columns: readonly [string, string] };
  readonly missing: {
    readonly heading: string;
    readonly columns: readonly [string, string];
    readonly none: string;
    readonly noQuestion: string;
  };
  readonly plain: { readonly heading: string; readonly columns: readonly [string, string] };
  readonly point: Readonly<Record<'asked' | 'why' | 'send' | 'byWhen' | 'otherwise' | 'example', string>>;
  readonly exchanges: {
    readonly heading: string;
    readonly columns: readonly [string, string, string];
    readonly unanswered: string;
  };
  readonly wordings: { readonly heading: string; readonly columns: readonly [string, string, string] };
  readonly source: string;
  readonly rewording: string;
  readonly history: { readonly heading: string; readonly columns: readonly [string, string, string] };
  readonly event: {
    readonly opened: string;
    readonly accepted: string;
    readonly withdrawn: string;
    readonly reopened: string;
    readonly corrected: (slot: string, value: string) => string;
    readonly term_corrected: (words: string, wording: string) => string;
    readonly asked: (text: string) => string;
    readonly answered: (text: string) => string;
  };
}

const fr: ExportTexts = {
  locale: 'fr-FR',
  clock: '\u00a0h\u00a0',
  title: { to_buyer: 'Fiche d’expression du besoin', to_prescriber: 'Message de l’acheteur, en clair' },
  description: 'Besoin mis en forme pour le service demandeur et pour l’acheteur.',
  creator: 'Truchement',
  quoted: (words) => `«\u00a0${words}\u00a0»`,
  page: ['Page ', ' sur '],
  state: {
    name: 'État',
    open: (waiting) => `Projet, à accepter par ${waiting}`,
    agreed: (day) => `Accord des deux parties le ${day}`,
    withdrawn: (day, who) => `Retiré le ${day} par ${who}`,
  },
  openedBy: (day, who) => `Fiche ouverte le ${day} par ${who}.`,
  reference: (id, version) => `Référence ${id}, version ${version}.`,
  and: ' et ',
  side: { prescriber: 'Service demandeur', buyer: 'Acheteur' },
  who: { prescriber: 'le service demandeur', buyer: 'l’acheteur' },
  parties: {
    heading: 'Les parties',
    columns: ['Partie', 'Nom et fonction', 'Accord'],
    toComplete: 'À compléter',
    given: (instant) => `Donné le ${instant}`,
    notGiven: 'Pas encore donné',
  },
  need: (number, of) => (of === 1 ? 'Le besoin' : `Besoin ${number} sur ${of}`),
  ownWords: 'Entre guillemets, les mots de la personne, sans retouche.',
  slots: { heading: 'Ce qui est demandé', columns: ['Rubrique', 'Ce qui a été dit', 'Ce qui a été compris'] },
  slot: {
    object: 'Objet',
    quantity: 'Quantité',
    budget: 'Budget',
    deadline: 'Échéance',
    place: 'Lieu',
    duration: 'Durée',
    users: 'Utilisateurs',
    existing_contract: 'Contrat en cours',
    constraints: 'Contraintes',
    criteria: 'Critères de choix',
    environment: 'Environnement',
    social: 'Social',
  },
  asSaid: 'Tel que dit',
  conflict: 'Contradiction à trancher',
  corrected: (who) => `Corrigé par ${who}`,
  understood: (words) => `compris\u00a0: ${words}`,
  functions: { heading: 'Fonctions attendues', columns: ['Fonction', 'Critère et niveau', 'Souplesse'] },
  unsaid: 'Non précisé',
  flexibility: { firm: 'Ferme', negotiable: 'Négociable', unsaid: 'Non précisée' },
  constraints: 'Contraintes',
  lots: { heading: 'Lots envisageables', columns: ['Lot', 'Pourquoi', 'Ce qui le suggère'] },
  proof: 'Preuves attendues',
  risks: 'Risques signalés',
  conflicts: { heading: 'Contradictions à trancher', columns: ['Rubrique', 'Ce qui se contredit'] },
  missing: {
    heading: 'Ce qui manque encore',
    columns: ['Rubrique', 'Question à poser'],
    none: 'Rien\u00a0: toutes les rubriques utiles sont renseignées.',
    noQuestion: 'À préciser avec le service demandeur',
  },
  plain: { heading: 'L’essentiel', columns: ['Point', 'Ce qu’il faut retenir'] },
  point: {
    asked: 'Ce qui est demandé',
    why: 'Pourquoi cette règle',
    send: 'À envoyer',
    byWhen: 'Pour quand',
    otherwise: 'Sinon',
    example: 'Exemple',
  },
  exchanges: {
    heading: 'Questions entre les parties',
    columns: ['Question', 'Posée par', 'Réponse'],
    unanswered: 'Sans réponse à ce jour',
  },
  wordings: { heading: 'Mots préférés', columns: ['Mots employés', 'Mots préférés', 'Par'] },
  source: 'Message d’origine',
  rewording: 'Reformulation',
  history: { heading: 'Historique (heure de Paris)', columns: ['Date', 'Partie', 'Événement'] },
  event: {
    opened: 'Ouverture de la fiche',
    accepted: 'Acceptation du contenu',
    withdrawn: 'Retrait de la fiche',
    reopened: 'Réouverture de la fiche\u00a0: les accords sont à redonner',
    corrected: (slot, value) => `Correction, ${slot}\u00a0: ${value}`,
    term_corrected: (words, wording) => `Mot préféré\u00a0: ${wording} plutôt que ${words}`,
    asked: (text) => `Question\u00a0: ${text}`,
    answered: (text) => `Réponse\u00a0: ${text}`,
  },
};

const en: ExportTexts = {
  locale: 'en-GB',
  clock: ':',
  title: { to_buyer: 'Statement of need', to_prescriber: 'The buyer’s message in plain words' },
  description: 'A need set out for the requesting department and for the buyer.',
  creator: 'Truchement',
  quoted: (words) => `“${words}”`,
  page: ['Page ', ' of '],
  state: {
    name: 'State',
    open: (waiting) => `Draft, awaiting acceptance by ${waiting}`,
    agreed: (day) => `Accepted by both parties on ${day}`,
    withdrawn: (day, who) => `Withdrawn on ${day} by ${who}`,
  },
  openedBy: (day, who) => `Opened on ${day} by ${who}.`,
  reference: (id, version) => `Reference ${id}, version ${version}.`,
  and: ' and ',
  side: { prescriber: 'Requesting department', buyer: 'Buyer' },
  who: { prescriber: 'the requesting department', buyer: 'the buyer' },
  parties: {
    heading: 'The parties',
    columns: ['Party', 'Name and position', 'Acceptance'],
    toComplete: 'To be completed',
    given: (instant) => `Given on ${instant}`,
    notGiven: 'Not given yet',
  },
  need: (number, of) => (of === 1 ? 'The need' : `Need ${number} of ${of}`),
  ownWords: 'Between quotation marks: the person’s own words, untouched.',
  slots: { heading: 'What is asked for', columns: ['Item', 'As said', 'As understood'] },
  slot: {
    object: 'Object',
    quantity: 'Quantity',
    budget: 'Budget',
    deadline: 'Deadline',
    place: 'Place',
    duration: 'Duration',
    users: 'Users',
    existing_contract: 'Contract in force',
    constraints: 'Constraints',
    criteria: 'Award criteria',
    environment: 'Environment',
    social: 'Social',
  },
  asSaid: 'As said',
  conflict: 'Contradiction to settle',
  corrected: (who) => `Corrected by ${who}`,
  understood: (words) => `understood: ${words}`,
  functions: { heading: 'Functions expected', columns: ['Function', 'Criterion and level', 'Flexibility'] },
  unsaid: 'Not stated',
  flexibility: { firm: 'Firm', negotiable: 'Negotiable', unsaid: 'Not stated' },
  constraints: 'Constraints',
  lots: { heading: 'Possible lots', columns: ['Lot', 'Why', 'What suggests it'] },
  proof: 'Proof expected',
  risks: 'Risks pointed out',
  conflicts: { heading: 'Contradictions to settle', columns: ['Item', 'What contradicts'] },
  missing: {
    heading: 'What is still missing',
    columns: ['Item', 'Question to ask'],
    none: 'Nothing: every useful item is filled in.',
    noQuestion: 'To be settled with the requesting department',
  },
  plain: { heading: 'In short', columns: ['Point', 'What to remember'] },
  point: {
    asked: 'What is asked',
    why: 'Why this rule',
    send: 'To be sent',
    byWhen: 'By when',
    otherwise: 'Otherwise',
    example: 'Example',
  },
  exchanges: {
    heading: 'Questions between the parties',
    columns: ['Question', 'Asked by', 'Answer'],
    unanswered: 'Not answered to date',
  },
  wordings: { heading: 'Preferred words', columns: ['Words used', 'Words preferred', 'By'] },
  source: 'Original message',
  rewording: 'Rewording',
  history: { heading: 'History (Paris time)', columns: ['Date', 'Party', 'Event'] },
  event: {
    opened: 'Opened',
    accepted: 'Content accepted',
    withdrawn: 'Withdrawn',
    reopened: 'Reopened: both parties must accept again',
    corrected: (slot, value) => `Correction, ${slot}: ${value}`,
    term_corrected: (words, wording) => `Preferred words: ${wording} rather than ${words}`,
    asked: (text) => `Question: ${text}`,
    answered: (text) => `Answer: ${text}`,
  },
};

export const exportTexts: Readonly<Record<Language, ExportTexts>> = { fr, en };
