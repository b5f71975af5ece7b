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
