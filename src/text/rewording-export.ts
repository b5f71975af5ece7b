import type { Language } from '../vocabulary/people.ts';
import type { Flexibility } from '../vocabulary/rewording.ts';
import { rewordingEn } from './rewording-en.ts';
import { rewordingFr } from './rewording-fr.ts';

/** What the exported brief says around people's own words. Instants and days come in already written out. */
const fr = {
  /** BCP 47, for the document's own language and its dates. */
  locale: 'fr-FR',
  /** Between hours and minutes. */
  clock: '\u00a0h\u00a0',
  title: {
    to_buyer: 'Fiche d’expression du besoin',
    to_prescriber: 'Message de l’acheteur, en clair',
  },
  description: 'Besoin mis en forme pour le service demandeur et pour l’acheteur.',
  creator: 'Truchement',
  quoted: (words: string) => `«\u00a0${words}\u00a0»`,
  page: ['Page ', ' sur '] satisfies readonly [before: string, between: string],
  state: {
    name: 'État',
    open: (waiting: string) => `Projet, à accepter par ${waiting}`,
    agreed: (day: string) => `Accord des deux parties le ${day}`,
    withdrawn: (day: string, who: string) => `Retiré le ${day} par ${who}`,
  },
  openedBy: (day: string, who: string) => `Fiche ouverte le ${day} par ${who}.`,
  reference: (id: string, version: number) => `Référence ${id}, version ${version}.`,
  and: ' et ',
  side: { prescriber: 'Service demandeur', buyer: 'Acheteur' },
  /** The side within a sentence. */
  who: { prescriber: 'le service demandeur', buyer: 'l’acheteur' },
  parties: {
    heading: 'Les parties',
    columns: ['Partie', 'Nom et fonction', 'Accord'] satisfies readonly [string, string, string],
    toComplete: 'À compléter',
    given: (instant: string) => `Donné le ${instant}`,
    notGiven: 'Pas encore donné',
  },
  need: (number: number, of: number) => (of === 1 ? 'Le besoin' : `Besoin ${number} sur ${of}`),
  ownWords: 'Entre guillemets, les mots de la personne, sans retouche.',
  slots: {
    heading: 'Ce qui est demandé',
    columns: ['Rubrique', 'Ce qui a été dit', 'Ce qui a été compris'] satisfies readonly [string, string, string],
  },
  slot: { ...rewordingFr.slot, criteria: 'Critères de choix' },
  conflict: 'Contradiction à trancher',
  corrected: (who: string) => `Corrigé par ${who}`,
  understood: (words: string) => `compris\u00a0: ${words}`,
  functions: {
    heading: 'Fonctions attendues',
    columns: ['Fonction', 'Critère et niveau', 'Souplesse'] satisfies readonly [string, string, string],
  },
  unsaid: 'Non précisé',
  flexibility: { firm: 'Ferme', negotiable: 'Négociable', unsaid: 'Non précisée' } satisfies Record<
    Flexibility,
    string
  >,
  constraints: 'Contraintes',
  lots: {
    heading: 'Lots envisageables',
    columns: ['Lot', 'Pourquoi', 'Ce qui le suggère'] satisfies readonly [string, string, string],
  },
  proof: 'Preuves attendues',
  risks: 'Risques signalés',
  conflicts: {
    heading: 'Contradictions à trancher',
    columns: ['Rubrique', 'Ce qui se contredit'] satisfies readonly [string, string],
  },
  missing: {
    heading: 'Ce qui manque encore',
    columns: ['Rubrique', 'Question à poser'] satisfies readonly [string, string],
    none: 'Rien\u00a0: toutes les rubriques utiles sont renseignées.',
    noQuestion: 'À préciser avec le service demandeur',
    level: (what: string) => `Niveau attendu\u00a0: ${what}`,
    untouched: (slots: string) => `Non abordé, à ajouter au besoin\u00a0: ${slots}.`,
  },
  plain: { heading: 'L’essentiel', columns: ['Point', 'Ce qu’il faut retenir'] satisfies readonly [string, string] },
  point: {
    asked: 'À faire',
    notToDo: 'Attention',
    why: 'Pourquoi cette règle',
    send: 'À envoyer',
    byWhen: 'Pour quand',
    otherwise: 'Sinon',
    buyerDoes: 'Ce que fait l’acheteur',
    example: 'Exemple',
  },
  exchanges: {
    heading: 'Questions entre les parties',
    columns: ['Question', 'Posée par', 'Réponse'] satisfies readonly [string, string, string],
    unanswered: 'Sans réponse à ce jour',
  },
  wordings: {
    heading: 'Mots préférés',
    columns: ['Mots employés', 'Mots préférés', 'Par'] satisfies readonly [string, string, string],
  },
  source: 'Message d’origine',
  rewording: 'Reformulation',
  history: {
    heading: 'Historique (heure de Paris)',
    columns: ['Date', 'Partie', 'Événement'] satisfies readonly [string, string, string],
  },
  event: {
    opened: 'Ouverture de la fiche',
    accepted: 'Acceptation du contenu',
    withdrawn: 'Retrait de la fiche',
    reopened: 'Réouverture de la fiche\u00a0: les accords sont à redonner',
    corrected: (slot: string, value: string) => `Correction, ${slot}\u00a0: ${value}`,
    term_corrected: (words: string, wording: string) => `Mot préféré\u00a0: ${wording} plutôt que ${words}`,
    asked: (text: string) => `Question\u00a0: ${text}`,
    answered: (text: string) => `Réponse\u00a0: ${text}`,
  },
};

const en: typeof fr = {
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
  slot: { ...rewordingEn.slot, criteria: 'Award criteria' },
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
    level: (what) => `Expected level: ${what}`,
    untouched: (slots) => `Not mentioned, to be added if useful: ${slots}.`,
  },
  plain: { heading: 'In short', columns: ['Point', 'What to remember'] },
  point: {
    asked: 'To do',
    notToDo: 'Beware',
    why: 'Why this rule',
    send: 'To be sent',
    byWhen: 'By when',
    otherwise: 'Otherwise',
    buyerDoes: 'What the buyer does',
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

export const exportTexts: Readonly<Record<Language, typeof fr>> = { fr, en };

export type ExportTexts = typeof fr;
