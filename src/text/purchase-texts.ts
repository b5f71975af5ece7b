import type { Language } from '../vocabulary/people.ts';
import type { PurchaseStage } from '../vocabulary/purchases.ts';
import { typeset } from './typeset.ts';

const fr = {
  one: 'Demande',
  title: 'Demandes d’achat',
  none: 'Aucune demande pour l’instant. Dites ce qu’il vous faut, en une phrase : votre acheteur la recevra dans ses mots.',
  begin: {
    title: 'Nouvelle demande',
    box: 'Ce qu’il vous faut',
    hint: 'Par exemple : 30 chaises pour la classe de CP, à la rentrée.',
    go: 'Continuer',
  },
  stages: {
    draft: 'pas encore envoyée',
    received: 'reçue',
    taken: 'prise en charge',
    procedure: 'procédure choisie',
    consultation: 'consultation en cours',
    awarded: 'attribuée',
    ordered: 'commandée',
    delivered: 'reçue en service',
    assessed: 'évaluée',
    closed: 'close',
  } satisfies Readonly<Record<PurchaseStage, string>> as Readonly<Record<PurchaseStage, string>>,
  takenBy: (who: string) => `prise en charge par ${who}`,
  waitsYou: 'en attente de vous',
  waitsOther: (who: string) => `en attente de ${who}`,
  since: (day: string) => `depuis le ${day}`,
  buyer: (names: string) => `Votre acheteur : ${names}.`,
  noBuyer: (names: string) =>
    names === ''
      ? 'Personne n’achète encore pour votre organisme ici : demandez à votre coordinateur d’inscrire un acheteur.'
      : `Aucun acheteur n’est désigné pour cela : la demande ira à ${names}.`,
  contract: (title: string, holder: string, until: string) =>
    `Un marché existe : ${title} (${holder}), jusqu’au ${until}.`,
  howToOrder: (how: string) => `Pour commander : ${how}`,
  understood: 'Ce que j’ai compris',
  willRead: (who: string) => `Ce que lira ${who}`,
  exactly: (who: string) => `Mots exacts de ${who}`,
  asks: 'Deux précisions aideraient, dès maintenant ou plus tard :',
  complete: 'Préciser d’abord',
  send: (who: string) => `Envoyer à ${who}`,
  sendNobody: 'Envoyer',
  sent: (who: string) => `${who} l’a reçue.`,
  sentNobody: 'C’est envoyé.',
  take: 'Je m’en charge',
  say: 'Écrire',
  ask: 'Poser une question',
  answer: 'Répondre',
  agree: 'Je suis d’accord avec cette fiche',
  move: 'Où en est-elle ?',
  moveBox: 'Étape',
  why: 'Pourquoi, en une phrase (facultatif)',
  open: 'Ouvrir',
  words: 'Votre message',
  wordsHint: 'Dites-le avec vos mots : l’autre le lira avec les siens.',
  needed: 'Écrivez quelque chose d’abord.',
  pending: 'En suspens',
  forYou: 'à vous de répondre',
  forOther: 'réponse attendue',
  settled: 'D’accord',
  agreed: {
    both: 'Vous êtes d’accord tous les deux sur la fiche.',
    you: 'Vous êtes d’accord avec la fiche.',
    other: (who: string) => `${who} est d’accord avec la fiche.`,
  },
  form: 'La fiche',
  talk: 'Échanges',
  you: 'Vous',
  someone: 'quelqu’un',
  steps: {
    sent: (who: string) => `${who} a envoyé la demande`,
    taken: (who: string) => `${who} s’en charge`,
    form: () => 'La fiche a été complétée',
    agreed: (who: string) => `${who} est d’accord avec la fiche`,
    reminded: () => 'Un rappel a été envoyé',
    escalated: () => 'Le coordinateur a été prévenu du silence',
  } as Readonly<Record<string, (who: string) => string>>,
  moved: (who: string, stage: string, why: string | undefined) =>
    why === undefined || why === '' ? `${who} : ${stage}` : `${who} : ${stage} (${why})`,
  told: {
    sent: (who: string, what: string) => `${who} vous demande : ${what}`,
    taken: (who: string, what: string) => `${who} se charge de votre demande : ${what}`,
    said: (who: string, what: string, text: string) => `${who}, sur «\u00a0${what}\u00a0» : ${text}`,
    asked: (who: string, what: string, text: string) => `${who} vous demande, sur «\u00a0${what}\u00a0» : ${text}`,
    answered: (who: string, what: string, text: string) => `${who} répond, sur «\u00a0${what}\u00a0» : ${text}`,
    agreed: (who: string, what: string) => `${who} est d’accord avec la fiche de «\u00a0${what}\u00a0»`,
    moved: (what: string, stage: string) => `«\u00a0${what}\u00a0» : ${stage}`,
    reminded: (what: string) => `«\u00a0${what}\u00a0» attend votre réponse`,
    escalated: (what: string) => `«\u00a0${what}\u00a0» attend toujours une réponse, malgré un rappel`,
  },
  done: 'C’est fait.',
  wasQuestion: 'C’était une question',
  faults: {
    store_down: 'Je n’arrive pas à lire ou à garder les demandes pour l’instant. Réessayez dans quelques minutes.',
    too_slow: 'Ce texte est trop long à lire d’un coup : raccourcissez-le.',
    unknown_purchase: 'Cette demande n’existe pas, ou n’est pas à vous.',
    no_need: 'Je n’y vois pas ce qu’il faut acheter. Dites-le en une phrase : quoi, combien, pour quand.',
    empty: 'Écrivez quelque chose d’abord.',
    stale: 'La demande a avancé entre-temps : la voici, rien n’a été fait.',
    too_long: (limit: number) => `C’est trop long : ${limit} caractères au plus.`,
    signIn: 'Connectez-vous pour faire une demande.',
  },
  where: {
    none: 'Vous n’avez aucune demande en cours.',
    one: (title: string, stands: string) => `«\u00a0${title}\u00a0» : ${stands}.`,
  },
};

const en: typeof fr = {
  ...fr,
  one: 'Request',
  title: 'Purchase requests',
  none: 'No request yet. Say what you need in one sentence: your buyer will get it in their own words.',
};

export const purchaseTexts: Readonly<Record<Language, typeof fr>> = { fr: typeset(fr), en };
