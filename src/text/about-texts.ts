import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

const fr = {
  title: 'À propos',
  links: {
    changes: 'Ce qui a changé',
    legal: 'Mentions légales et contact',
    data: 'Vos données',
    accessibility: 'Accessibilité : non conforme',
  },
  version: (version: string) => `Truchement ${version}, logiciel libre sous licence MIT.`,
  legal: {
    title: 'Mentions légales et contact',
    none: 'L’organisme qui a installé ce service n’a pas encore écrit ses mentions légales ni son contact. Demandez-les à la personne qui vous a donné cette adresse.',
  },
  data: {
    title: 'Vos données',
    dialogue:
      'Une conversation reste en mémoire quatre heures au plus, sans votre nom. « Effacer la conversation » l’oublie tout de suite.',
    exchanges: (months: number) =>
      `Votre question est gardée ${months} mois, noms masqués et sans rien qui dise qui l’a posée, pour compléter les fiches.`,
    cases: (months: number) =>
      `Une demande à un réserviste ne part qu’après votre accord, noms masqués ; elle est gardée ${months} mois après sa fin.`,
    own: 'Voir ou effacer tout ce qui est gardé sur vous',
    cookies:
      'Deux témoins (cookies), nécessaires au service et à rien d’autre : la conversation et, si vous vous connectez, la session. Aucune mesure d’audience ; rien n’est chargé depuis un autre site.',
    model:
      'Un modèle de langage aide à formuler les réponses : votre question lui est envoyée sans ce qui identifie quelqu’un.',
    noModel:
      'Aucun modèle de langage : ce que vous tapez ne sort pas de ce serveur tant que vous ne l’envoyez à personne.',
  },
  accessibility: {
    title: 'Accessibilité : non conforme',
    state:
      'Aucun audit de conformité au RGAA n’a encore été mené : le service ne peut donc pas se dire conforme. Il est fait pour WCAG 2.2, niveau AA.',
    done: 'Tout se fait au clavier et sans script ; le texte tient sur 320 pixels de large ; les couleurs suivent le thème clair ou sombre ; rien n’est dit par la couleur seule.',
    help: 'Si quelque chose vous bloque, écrivez au contact ci-dessus en disant ce que vous vouliez faire et avec quel outil. Sans réponse, vous pouvez saisir le Défenseur des droits.',
  },
};

export type AboutTexts = typeof fr;

const en: AboutTexts = {
  title: 'About',
  links: {
    changes: 'What has changed',
    legal: 'Legal notice and contact',
    data: 'Your data',
    accessibility: 'Accessibility: not compliant',
  },
  version: (version) => `Truchement ${version}, free software under the MIT licence.`,
  legal: {
    title: 'Legal notice and contact',
    none: 'The body that installed this service has not yet written its legal notice nor its contact. Ask the person who gave you this address.',
  },
  data: {
    title: 'Your data',
    dialogue:
      'A dialogue stays in memory for four hours at most, without your name. “Erase the conversation” drops it at once.',
    exchanges: (months) =>
      `Your question is kept for ${months} months, names masked and without anything that says who asked it, to complete the sheets.`,
    cases: (months) =>
      `A request to a reservist leaves only once you agree, names masked; it is kept for ${months} months after its end.`,
    own: 'See or erase all that is kept about you',
    cookies:
      'Two cookies, needed by the service and by nothing else: the dialogue and, if you sign in, the session. No audience measurement; nothing is loaded from another site.',
    model: 'A language model helps to word the answers: your question is sent to it without what identifies anyone.',
    noModel: 'No language model: what you type does not leave this server as long as you send it to nobody.',
  },
  accessibility: {
    title: 'Accessibility: not compliant',
    state:
      'No audit against the French RGAA has been made yet, so the service cannot call itself compliant. It is made for WCAG 2.2, level AA.',
    done: 'Everything works with the keyboard and without script; text reflows at 320 pixels; colours follow the light or dark theme; nothing is said by colour alone.',
    help: 'If something is in your way, write to the contact above, saying what you wanted to do and with which tool. Without an answer, you may turn to the Défenseur des droits.',
  },
};

/** What the footer of every page leads to: who runs the service, what it keeps, how far it can be used by everyone. */
export const aboutTexts: Readonly<Record<Language, AboutTexts>> = { fr: typeset(fr), en };
