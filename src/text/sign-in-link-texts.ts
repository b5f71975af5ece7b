import type { Language } from '../vocabulary/people.ts';
import { typeset } from './typeset.ts';

const fr = {
  title: 'Recevoir un lien',
  intro: 'Donnez votre adresse de travail : un lien y est envoyé, qui vous connecte sans mot de passe.',
  box: 'Votre adresse électronique',
  go: 'Recevoir un lien',
  notAddress: 'Ce n’est pas une adresse électronique : elle s’écrit prenom.nom@ville.fr.',
  sent: {
    title: 'Regardez votre messagerie',
    text: (email: string) =>
      `Si ${email} est connue ici, un lien y arrive dans un instant. Il sert une fois, pendant 15 minutes. Rien reçu ? Regardez dans les indésirables, ou demandez à l’animateur du réseau de vous inscrire.`,
  },
  tooMany: {
    title: 'Trop de liens demandés',
    text: 'Le dernier lien reçu sert encore s’il a moins de 15 minutes. Sinon, attendez un quart d’heure avant d’en demander un autre.',
  },
  again: 'Demander un autre lien',
  enter: {
    title: 'Vous y êtes presque',
    here: (email: string) => `Ce lien vous connecte avec l’adresse ${email}.`,
    elsewhere: (email: string) =>
      `Ce lien connecte avec l’adresse ${email}, et il a été demandé depuis un autre navigateur. Continuez seulement si c’est vous qui l’avez demandé à l’instant.`,
    go: 'Me connecter',
  },
  spent: {
    title: 'Ce lien ne sert plus',
    text: 'Il a déjà servi, ou ses 15 minutes sont passées. En demander un autre prend un instant.',
  },
  subject: 'Votre lien pour vous connecter',
  line: 'Ce lien vous connecte à Truchement. Il sert une fois, pendant 15 minutes. Si vous n’avez rien demandé, ne faites rien : personne n’entre sans lui.',
};

const en: typeof fr = {
  title: 'Get a link',
  intro: 'Give your work address: a link is sent to it, which signs you in without a password.',
  box: 'Your e-mail address',
  go: 'Get a link',
  notAddress: 'This is not an e-mail address: write it as first.last@town.fr.',
  sent: {
    title: 'Look at your mailbox',
    text: (email) =>
      `If ${email} is known here, a link arrives there in a moment. It serves once, for 15 minutes. Nothing came? Look at the junk mail, or ask the coordinator to enter you.`,
  },
  tooMany: {
    title: 'Too many links asked for',
    text: 'The last link you got still serves if it is less than 15 minutes old. If not, wait a quarter of an hour before asking for another.',
  },
  again: 'Ask for another link',
  enter: {
    title: 'Nearly there',
    here: (email) => `This link signs you in with the address ${email}.`,
    elsewhere: (email) =>
      `This link signs in with the address ${email}, and was asked for from another browser. Go on only if it was you who asked, a moment ago.`,
    go: 'Sign in',
  },
  spent: {
    title: 'This link no longer serves',
    text: 'It was used already, or its 15 minutes have passed. Asking for another takes a moment.',
  },
  subject: 'Your link to sign in',
  line: 'This link signs you in to Truchement. It serves once, for 15 minutes. If you asked for nothing, do nothing: nobody gets in without it.',
};

/** Signing in by a link sent by e-mail. */
export const signInLinkTexts: Readonly<Record<Language, typeof fr>> = { fr: typeset(fr), en };
