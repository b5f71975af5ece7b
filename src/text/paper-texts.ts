import { frenchDate, type IsoDate } from '../days/iso-date.ts';

/** What an attestation says on paper; French whatever the reader's language: the course is. */
export const paperTexts = {
  heading: 'Attestation de formation',
  subject: 'Attestation de formation à la commande publique',
  givenTo: 'La présente attestation est délivrée à',
  passed: { module: 'pour avoir validé le module', path: 'pour avoir validé le parcours' },
  score: (score: number) => `Réponses justes au quiz : ${score} % (80 % demandés).`,
  holds: { module: 'Ce que le module apprend', path: 'Les modules du parcours' },
  valid: (issuedOn: IsoDate, until: IsoDate) =>
    `Délivrée le ${frenchDate(issuedOn)}. Valable jusqu'au ${frenchDate(until)}, tant que la loi sur laquelle elle porte ne change pas.`,
  code: 'Code de vérification',
  check: (address: string) => `À vérifier à l'adresse ${address}`,
  means:
    'Cette attestation dit ce qui a été appris ; elle ne donne aucun pouvoir de signature et ne vaut pas conseil juridique.',
};

/** Headings of a module taken to another platform. */
export const packageTexts = {
  situation: 'La situation',
  brief: 'La règle',
  prescriber: 'Pour le service',
  buyer: 'Pour l’acheteur',
  pitfalls: 'Pièges',
  example: 'Un exemple',
};

/** What a learner did, between their pseudonym and the module. */
export const statementTexts = {
  experienced: 'a lu',
  answered: 'a répondu à',
  passed: 'a réussi',
  failed: 'n’a pas réussi',
};

export const cohortColumns = ['organisation', 'module', 'apprenants', 'attestés', 'leçons lues'];
