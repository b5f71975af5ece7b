import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

const fr = {
  learnFirst:
    'Pour suivre des modules, il faut garder où vous en êtes : votre nom, vos lectures et vos résultats. Vous pouvez tout effacer quand vous voulez : « oubliez-moi ».',
  learnBegin: 'D’accord, commencer',
  lost: 'Cette réponse n’est plus gardée ici. Reposez la question, je la retrouverai.',
  kept: 'La fiche est enregistrée : chaque côté peut la corriger et l’accepter.',
  tooLong: (limit: number) =>
    `Ce texte dépasse ${limit.toLocaleString('fr-FR')} caractères : gardez l’essentiel, ou reformulez-le en deux fois.`,
  notHere: 'Cela se fait en conversation privée avec moi.',
  filesUnread: 'Je ne lis pas les fichiers joints : je réponds à ce qui est écrit. Copiez ici le passage qui compte.',
  file: 'La fiche de besoin',
  /** Where it is shown to both sides. Titles and buttons: at most 24 characters. */
  keepForm: { title: 'Se mettre d’accord', submit: 'Publier' },
};

const en: typeof fr = {
  learnFirst:
    'To follow modules, where you stand has to be kept: your name, what you read and your results. You can erase it all at any time: “forget me”.',
  learnBegin: 'All right, begin',
  lost: 'This answer is no longer kept here. Ask again and I will find it.',
  kept: 'The brief is kept: each side can correct and accept it.',
  tooLong: (limit) => `This text is longer than ${limit} characters: keep what matters, or reword it in two goes.`,
  notHere: 'This is done in a private chat with me.',
  filesUnread: 'I do not read attached files: I answer what is written. Copy the passage that matters here.',
  file: 'The need brief',
  keepForm: { title: 'Agree on it', submit: 'Post' },
};

/** What the desk says that no trade's own catalogue says. */
export const deskTexts: Readonly<Record<Language, typeof fr>> = { fr: typeset(fr), en };
