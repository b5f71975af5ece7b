import { typeset } from './typeset.ts';

/** The half page on a demand for whoever decides. It is of a French body: there is no English twin. */
export const bossTexts = typeset({
  title: 'Page pour ma hiérarchie',
  heads: {
    need: 'Le besoin',
    why: 'Pourquoi',
    amount: 'Le montant',
    procedure: 'La procédure',
    calendar: 'Le calendrier',
    asked: 'Ce qui vous est demandé',
  },
  effect: (effect: string, measure: string) => `${effect} (mesure : ${measure})`,
  noAmount: 'Pas encore chiffré.',
  noProcedure: 'À préciser par l’acheteur.',
  underContract: (title: string, until: string) => `Commande sur le marché en cours « ${title} », jusqu’au ${until}.`,
  agree: 'Votre accord pour continuer.',
  nothing: 'Rien : pour information.',
  from: (prescribers: string, buyers: string) =>
    buyers === '' ? `Demandé par ${prescribers}` : `Demandé par ${prescribers}, acheteur : ${buyers}`,
  foot: (day: string) => `État au ${day}, tiré de Truchement. Lecture seule.`,
  file: 'demande',
  creator: 'Truchement',
  pdf: 'Télécharger en PDF',
  share: 'Créer un lien de lecture',
  again: 'Créer un autre lien (le premier ne marchera plus)',
  asks: 'Ce que vous lui demandez (facultatif)',
  asksHint: 'Par exemple : votre accord pour 1 800 € TTC avant le 15 juin.',
  another: 'Créer un autre lien',
  here: 'À transmettre',
  link: 'Lien de lecture, à copier maintenant : il ne sera plus montré.',
  linkFor: (until: string) =>
    `Qui a ce lien lit cette page, et rien d’autre, sans compte, jusqu’au ${until}. Vous pouvez le retirer.`,
  shared: (until: string) => `Un lien de lecture est ouvert jusqu’au ${until}.`,
  unshare: 'Retirer le lien',
  unshared: 'Le lien ne marche plus.',
  rules: 'Préciser la procédure et le calendrier',
  ended: 'Cette page n’est plus à lire',
  endedText: 'Le lien a pris fin ou a été retiré. Demandez-en un autre à qui vous l’a envoyé.',
  steps: {
    vacated: () => 'L’acheteur a quitté l’organisme : la demande attend d’être reprise',
    shared: (who: string) => `${who} a ouvert un lien de lecture`,
    unshared: (who: string) => `${who} a retiré le lien de lecture`,
    sheet: () => 'La procédure et le calendrier ont été précisés',
  },
});
