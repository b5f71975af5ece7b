import { typeset } from './typeset.ts';

const fr = {
  reservist: 'Réserviste',
  alone: 'Vous achetez seul ici : un réserviste peut vous aider, ou relire un passage.',
  help: 'Demander l’aide d’un réserviste',
  helpBox: 'Ce qui vous bloque',
  helpHint: 'Un acheteur d’un autre organisme lira votre question et la fiche, une fois que vous aurez vu ce qui part.',
  peer: 'Faire relire un passage',
  peerBox: 'Le passage (article de CCAP, de CCTP, courrier)',
  peerHint: 'Collez-le tel quel : noms, entreprises et organismes sont masqués, et vous voyez ce qui part avant.',
  go: 'Voir ce qui partira',
  /** As the reservist reads it. */
  peerAsked: (what: string, paragraphs: number) =>
    `Relecture demandée, achat : ${what}. Commentez le texte joint paragraphe par paragraphe, une ligne chacun : « § 1 : … », jusqu’à « § ${paragraphs} ».`,
  paragraph: (number: number) => `§ ${number}`,
  whole: 'Ensemble',
  comments: 'Relecture',
  comment: 'Répondre à la remarque',
  answered: (text: string) => `répondu : ${text}`,
  on: (text: string) => `sur « ${text} »`,
  needed: 'Écrivez quelque chose d’abord.',
  steps: {
    help_asked: (who: string) => `${who} a demandé l’aide d’un réserviste`,
    reservist_joined: () => 'Un réserviste a rejoint la demande',
  },
  told: {
    joined: (what: string) => `Un réserviste a rejoint «\u00a0${what}\u00a0»`,
    said: (what: string, text: string) => `Un réserviste, sur «\u00a0${what}\u00a0» : ${text}`,
  },
};

/** A reservist at a demand, and a passage given to read. */
export const purchaseHelpTexts = typeset(fr);
