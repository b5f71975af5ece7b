import { typeset } from './typeset.ts';

const fr = {
  refused: 'Non : rien de ce qu’un organisme prépare n’est donné ici à qui répondra.',
  law: [
    '- Le dossier d’une consultation est gratuit ; une fois l’avis publié, cherchez-le sur le profil d’acheteur que l’avis nomme (R. 2132-2).',
    '- Tous les candidats sont traités à égalité : ce que l’un sait, les autres le savent (L. 3).',
    '- Pendant la consultation, l’acheteur garde confidentiels les prix et les secrets des autres (L. 2132-1).',
  ].join('\n'),
  ask: 'Posez vos questions à l’acheteur, comme le dossier de consultation l’indique. Sur le code, je réponds à tout le monde.',
};

/** To whoever speaks as a bidder and asks for what a body is writing. */
export const bidderTexts = typeset(fr);
