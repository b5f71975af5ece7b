import { citeArticle } from '../french/articles.ts';
import { typeset } from './typeset.ts';

/** What is said of changes of the law to whoever asked to be told, and of the asking. */
export const alertTexts = typeset({
  toCome: (day: string) => `À partir du ${day}, voici ce qui change`,
  today: 'Voici ce qui change aujourd’hui',
  since: (day: string) => `Voici ce qui a changé le ${day}`,
  figure: (label: string, before: string | undefined, after: string) =>
    before === undefined ? `${label} : ${after}` : `${label} : ${before} → **${after}**`,
  article: (cited: string) =>
    `Le texte de ${cited} a changé ; nous l’avons relu et les réponses qui s’y appuient sont à jour.`,
  rule: (ask: string) => `**Ce que cela change.** ${ask}`,
  side: {
    service: (answer: string) => `Pour le service : ${answer}`,
    achat: (answer: string) => `Pour l’acheteur : ${answer}`,
  },
  written: (cited: string) => `Source : ${cited}. Vous l’aviez demandé ; « ne me préviens plus » l’arrête.`,
  quiz: 'Deux questions dessus',
  quizLine: (article: string) => `deux questions sur ${citeArticle(article)}`,
  mine: 'Mes alertes',
  mineLine: 'mes alertes',
  changedArticle: (
    cited: string,
    kind: 'changed' | 'corrected' | 'repealed',
    day: string,
    isToCome: boolean,
    readOn: string | undefined,
  ) => {
    const verbs = isToCome
      ? { changed: 'change le', corrected: 'est corrigé le', repealed: 'est abrogé le' }
      : { changed: 'a changé le', corrected: 'a été corrigé, version du', repealed: 'est abrogé depuis le' };
    return `${cited} ${verbs[kind]} ${day} ; ${readOn === undefined ? 'relecture en cours' : `relu le ${readOn}`}.`;
  },
  list: {
    title: 'Ce qui a changé',
    intro: 'Seuils, taux, délais et articles que les réponses citent, avec le jour où ils changent.',
    head: (count: number, from: string) =>
      `${count === 1 ? 'Un changement' : `${count} changements`} depuis le ${from}`,
    between: (count: number, from: string, to: string) =>
      `${count === 1 ? 'Un changement' : `${count} changements`} du ${from} au ${to}`,
    none: (from: string) => `Rien de ce que les réponses citent n’a changé depuis le ${from}, à notre connaissance.`,
    more: (count: number) => `Et ${count} de plus, sur la page « Ce qui a changé ».`,
    from: 'Depuis le',
    to: 'Jusqu’au',
    show: 'Voir',
    nothing: 'Rien de ce que les réponses citent n’a changé dans cette période, à notre connaissance.',
    toCome: 'à venir',
    follow: 'Me prévenir du prochain',
    followLine: 'préviens-moi quand un seuil change',
    source: (day: string) => `D’après les articles lus, au ${day}.`,
  },
  asked: (count: number) =>
    count === 1
      ? '**C’est noté.** Vous serez prévenu quand ceci changera, puis le jour où cela prend effet :'
      : `**C’est noté.** Vous serez prévenu quand l’un de ces ${count} points changera, puis le jour où cela prend effet :`,
  notFound:
    'Je ne vois pas de quoi vous prévenir. Nommez un seuil, un délai, un thème ou un article : « préviens-moi quand le seuil des travaux change ».',
  yours: (count: number) => (count === 1 ? '**Une alerte** :' : `**${count} alertes** :`),
  noneYet: 'Vous n’avez aucune alerte. Demandez-en une : « préviens-moi quand le seuil des travaux change ».',
  stopped: (count: number) =>
    count === 1 ? '**C’est arrêté**, pour :' : `**C’est arrêté**, pour ces ${count} points :`,
  notStopped: 'Aucune de vos alertes ne porte là-dessus.',
  stop: 'Ne plus me prévenir',
  stopOf: (label: string) => `Ne plus me prévenir : ${label}`,
  stopLine: (label: string) => `ne me préviens plus de ${label}`,
  stopAllLine: 'ne me préviens plus',
  signIn: 'Connectez-vous pour être prévenu : une alerte se garde à votre nom, et rien de vos questions.',
  elsewhere:
    'Les alertes se demandent là où l’on vous connaît : sur la page une fois connecté, dans Slack ou dans Teams.',
  page: {
    title: 'Vos alertes',
    line: (about: string) => `préviens-moi des changements sur ${about}`,
    add: 'Être prévenu',
    what: 'De quoi ?',
    hint: 'Un seuil, un délai, un thème ou un article : « le seuil des travaux ».',
  },
});
