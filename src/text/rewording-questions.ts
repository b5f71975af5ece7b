import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

/** The questions put to a person whose need lacks something, in everyday words, one sentence each. */
const fr = {
  object: 'De quoi avez-vous besoin exactement, et pour faire quoi ?',
  quantity: {
    items: 'Combien en faut-il, environ ?',
    workstations: 'Combien de postes, environ ?',
    vehicles: 'Combien de véhicules, environ ?',
    people: 'Pour combien de personnes, environ ?',
    meals: 'Combien de repas, environ, et combien de fois par semaine ?',
    surface: 'Quelle surface à traiter, environ, en mètres carrés ?',
    sites: 'Combien de sites sont concernés ?',
    accesses: 'Combien de personnes doivent pouvoir s’en servir, environ ?',
    copies: 'Combien d’exemplaires, environ ?',
    volume: 'Quelle quantité par an, environ ?',
  },
  budget: 'De quel budget disposez-vous, à peu près, hors taxes ou toutes taxes comprises ?',
  deadline: {
    goods: 'Pour quelle date vous le faut-il, au plus tard ?',
    service: 'À partir de quand, ou pour quelle date ?',
    works: 'Quand les travaux doivent-ils être finis, au plus tard ?',
  },
  place: {
    goods: 'Où faut-il livrer ?',
    service: 'Dans quel lieu cela se passe-t-il ?',
    works: 'Dans quel bâtiment ou à quel endroit sont les travaux ?',
  },
  duration: 'Pour combien de temps : une fois, un an, plusieurs années ?',
  users: 'Qui va s’en servir, et pour quel travail ?',
  existing_contract: 'Un contrat est-il déjà en cours pour cela ? Avec qui, et jusqu’à quand ?',
  constraints: 'Y a-t-il des contraintes à respecter : horaires, accès, matériel déjà en place ?',
  criteria: 'Qu’est-ce qui compte le plus pour vous : le prix, la qualité, le délai ?',
  environment: 'Avez-vous un souhait sur l’environnement : recyclé, réparable, économe en énergie ?',
  social: 'Avez-vous un souhait social : insertion, handicap, accessibilité ?',
  /** Two different figures were said: both are quoted. */
  conflict: (first: string, second: string) => `Vous dites « ${first} » puis « ${second} » : lequel faut-il retenir ?`,
  /** Before a question when the message holds several needs: what it is about, in the person's own words. */
  about: (object: string, question: string) =>
    `Pour « ${object} » : ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
};

const en: NeedQuestions = {
  object: 'What exactly do you need, and what for?',
  quantity: {
    items: 'Roughly how many do you need?',
    workstations: 'Roughly how many workstations?',
    vehicles: 'Roughly how many vehicles?',
    people: 'For roughly how many people?',
    meals: 'Roughly how many meals, and how many times a week?',
    surface: 'Roughly what area is to be treated, in square metres?',
    sites: 'How many sites does it concern?',
    accesses: 'Roughly how many people must be able to use it?',
    copies: 'Roughly how many copies?',
    volume: 'Roughly how much a year?',
  },
  budget: 'Roughly what budget do you have, before or including VAT?',
  deadline: {
    goods: 'By what date do you need it at the latest?',
    service: 'From when, or for what date?',
    works: 'By when must the works be finished at the latest?',
  },
  place: {
    goods: 'Where is it to be delivered?',
    service: 'Where does it take place?',
    works: 'In which building or at what place are the works?',
  },
  duration: 'For how long: once, a year, several years?',
  users: 'Who will use it, and for what work?',
  existing_contract: 'Is there already a contract for this? With whom, and until when?',
  constraints: 'Are there constraints to respect: hours, access, equipment already in place?',
  criteria: 'What matters most to you: price, quality, time?',
  environment: 'Have you any wish about the environment: recycled, repairable, low energy?',
  social: 'Have you any social wish: work integration, disability, accessibility?',
  conflict: (first, second) => `You say “${first}” and then “${second}”: which one holds?`,
  about: (object, question) => `For “${object}”: ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
};

export type NeedQuestions = typeof fr;
/** What a need is, as far as the wording of a question goes. */
export type AskedKind = keyof NeedQuestions['deadline'];

export const rewordingQuestions: Readonly<Record<Language, NeedQuestions>> = { fr: typeset(fr), en };
