import type { NoticeKind, Side } from '../vocabulary/cases.ts';
import type { Language } from '../vocabulary/people.ts';
import type { ToldKind } from '../vocabulary/told.ts';
import { plural } from './phrases.ts';
import { typeset } from './typeset.ts';

/** Subject and sentence of an e-mail; `line` left out: the first paragraph of the message itself. */
interface Mailed {
  readonly subject: string;
  readonly line?: string;
}

/** By what a case tells; undefined: nothing that is worth an e-mail, as what its reader has just done. */
type OfCases = Readonly<Record<NoticeKind, Mailed | undefined>>;

const seen = 'La page dit où elle en est et ce que vous pouvez faire.';

const fr = {
  cases: {
    requester: {
      searching: undefined,
      queued: { subject: 'Votre demande d’aide attend un réserviste', line: seen },
      offer: undefined,
      offer_over: undefined,
      accepted: {
        subject: 'Un réserviste a pris votre demande',
        line: 'Il vous écrira sur la page de la demande ; vous pouvez déjà y ajouter ce qui lui servirait.',
      },
      yours: undefined,
      relayed: { subject: 'Le réserviste vous a écrit', line: 'Son message vous attend sur la page de la demande.' },
      reminder: undefined,
      answered: {
        subject: 'Le réserviste pense avoir répondu',
        line: 'Si oui, clôturez la demande ; sinon, écrivez ce qui manque : il continue.',
      },
      seeking_again: { subject: 'Votre demande d’aide cherche un autre réserviste', line: seen },
      released: undefined,
      identity_asked: {
        subject: 'Le réserviste accepte de dire qui il est',
        line: 'Tant que vous n’avez pas accepté aussi, aucun nom n’est donné.',
      },
      identity_open: {
        subject: 'Vous savez maintenant avec qui vous parlez',
        line: 'Vous avez accepté tous les deux : son nom est sur la page de la demande.',
      },
      closed: { subject: 'Votre demande d’aide est close', line: 'Dites si la réponse vous a servi, ou rouvrez-la.' },
      reopened: undefined,
      withdrawn: undefined,
      expired: { subject: 'Votre demande d’aide est restée sans réponse', line: seen },
    },
    reservist: {
      searching: undefined,
      queued: undefined,
      offer: { subject: 'Une demande vous est proposée' },
      offer_over: undefined,
      accepted: undefined,
      yours: undefined,
      relayed: { subject: 'Le demandeur vous a écrit', line: 'Son message vous attend sur la page de la demande.' },
      reminder: {
        subject: 'Un demandeur attend votre réponse',
        line: 'Un mot suffit pour dire quand vous répondrez ; sans nouvelle, la demande ira à quelqu’un d’autre.',
      },
      answered: undefined,
      seeking_again: undefined,
      released: {
        subject: 'La demande est allée à quelqu’un d’autre',
        line: 'Elle était restée sans nouvelle. Aucun reproche : mettez-vous en pause si le moment est mal choisi.',
      },
      identity_asked: {
        subject: 'Le demandeur accepte de dire qui il est',
        line: 'Tant que vous n’avez pas accepté aussi, aucun nom n’est donné.',
      },
      identity_open: {
        subject: 'Vous savez maintenant avec qui vous parlez',
        line: 'Vous avez accepté tous les deux : son nom est sur la page de la demande.',
      },
      closed: {
        subject: 'Une demande que vous suiviez est close',
        line: 'Vous pouvez en proposer une fiche, sans nom.',
      },
      reopened: undefined,
      withdrawn: { subject: 'Une demande que vous suiviez a été retirée', line: 'Il n’y a plus rien à faire.' },
      expired: undefined,
    },
  } satisfies Record<Side, OfCases> as Record<Side, OfCases>,
  /** Of words that belong to no case. */
  subjects: {
    offers: 'Une demande vous est proposée',
    cases: 'Votre demande d’aide avance',
    purchases: 'Une demande d’achat avance',
    training: 'Vos formations',
    law: 'Un texte a changé',
    network: 'Le réseau d’entraide',
  } satisfies Record<ToldKind, string>,
  open: {
    offers: 'Lire la demande et répondre',
    cases: 'Ouvrir la demande',
    purchases: 'Ouvrir la demande',
    training: 'Ouvrir mes formations',
    law: 'Lire ce qui a changé',
    network: 'Ouvrir la page d’animation',
  } satisfies Record<ToldKind, string>,
  /** What can be stopped: «Ne plus recevoir …». */
  kinds: {
    offers: 'les demandes qu’on vous propose',
    cases: 'les nouvelles de vos demandes d’aide',
    purchases: 'ce qui avance ou attend dans vos demandes d’achat',
    training: 'les rappels de formation et d’attestation',
    law: 'les changements de textes',
    network: 'ce qui concerne l’animation du réseau',
  } satisfies Record<ToldKind, string>,
  noReply: 'Personne ne lit les réponses à ce courriel : répondez sur la page.',
  stop: (what: string) => `Ne plus recevoir ${what}`,
  page: {
    title: 'Vos courriels',
    intro:
      'Voici ce que Truchement vous envoie par courriel. Rien d’autre ne change : tout reste lisible sur vos pages.',
    sent: 'Vous recevez',
    notSent: 'Vous ne recevez plus',
    resume: 'Reprendre',
    preferred: 'Vous êtes prévenu par courriel, même si une messagerie vous joint.',
    notPreferred: 'Si une messagerie (Slack, Teams) vous joint, c’est elle qui vous prévient.',
    prefer: 'Préférer le courriel',
    unprefer: 'Préférer la messagerie',
    refused: (email: string) =>
      `L’adresse ${email} a été refusée par son serveur : plus rien n’y est envoyé. Faites-la corriger par l’animateur du réseau.`,
    noAddress: {
      title: 'Aucune adresse',
      text: 'Truchement ne connaît pas votre adresse : l’animateur du réseau peut la noter.',
    },
    wrongLink: {
      title: 'Ce lien n’est pas complet',
      text: 'Copiez-le en entier depuis le courriel, ou connectez-vous pour régler vos courriels.',
    },
  },
  /** To coordinators. */
  refused: (name: string, email: string) =>
    `L’adresse de ${name} (${email}) est refusée par son serveur : plus rien ne lui est envoyé par courriel. Corrigez-la, ou demandez-lui la bonne.`,
  /** Monday's lines: what waits, and for how long. */
  week: {
    title: 'Le point de la semaine :',
    queue: (n: number) =>
      plural(n, 'une demande d’aide attend un réserviste', `${n} demandes d’aide attendent un réserviste`),
    open: (n: number) => plural(n, 'une demande d’aide est en cours', `${n} demandes d’aide sont en cours`),
    candidates: (n: number) => plural(n, 'une fiche est à relire', `${n} fiches sont à relire`),
    unanswered: (n: number) =>
      plural(n, 'une question est restée sans réponse', `${n} questions sont restées sans réponse`),
    undelivered: (n: number) => plural(n, 'un message n’a pas pu être remis', `${n} messages n’ont pas pu être remis`),
  },
};

type MailTexts = typeof fr;

const follow = 'The page says where it stands and what you can do.';

const en: MailTexts = {
  cases: {
    requester: {
      ...fr.cases.requester,
      queued: { subject: 'Your request for help waits for a reservist', line: follow },
      accepted: {
        subject: 'A reservist has taken your request',
        line: 'They will write on the page of the request; you can already add what would help them.',
      },
      relayed: { subject: 'The reservist wrote to you', line: 'Their message waits on the page of the request.' },
      answered: {
        subject: 'The reservist thinks they have answered',
        line: 'If so, close the request; if not, write what is missing: they go on.',
      },
      seeking_again: { subject: 'Your request for help looks for another reservist', line: follow },
      identity_asked: {
        subject: 'The reservist agrees to say who they are',
        line: 'As long as you have not agreed too, no name is given.',
      },
      identity_open: {
        subject: 'You now know whom you are talking with',
        line: 'You both agreed: their name is on the page of the request.',
      },
      closed: { subject: 'Your request for help is closed', line: 'Say whether the answer served you, or reopen it.' },
      expired: { subject: 'Your request for help found no answer', line: follow },
    },
    reservist: {
      ...fr.cases.reservist,
      offer: { subject: 'A request is offered to you' },
      relayed: { subject: 'The requester wrote to you', line: 'Their message waits on the page of the request.' },
      reminder: {
        subject: 'A requester waits for your answer',
        line: 'One word is enough to say when you will answer; without news, the request goes to someone else.',
      },
      released: {
        subject: 'The request has gone to someone else',
        line: 'There had been no news. No reproach: pause if this is a bad moment.',
      },
      identity_asked: {
        subject: 'The requester agrees to say who they are',
        line: 'As long as you have not agreed too, no name is given.',
      },
      identity_open: {
        subject: 'You now know whom you are talking with',
        line: 'You both agreed: their name is on the page of the request.',
      },
      closed: { subject: 'A request you followed is closed', line: 'You can propose a page of it, without names.' },
      withdrawn: { subject: 'A request you followed was withdrawn', line: 'There is nothing left to do.' },
    },
  },
  subjects: {
    offers: 'A request is offered to you',
    cases: 'Your request for help moves on',
    purchases: 'A purchase request moves on',
    training: 'Your training',
    law: 'A text has changed',
    network: 'The mutual aid network',
  },
  open: {
    offers: 'Read the request and answer',
    cases: 'Open the request',
    purchases: 'Open the request',
    training: 'Open my training',
    law: 'Read what has changed',
    network: 'Open the coordinator’s page',
  },
  kinds: {
    offers: 'requests offered to you',
    cases: 'news of your requests for help',
    purchases: 'what moves or waits in your purchase requests',
    training: 'reminders of training and attestations',
    law: 'changes of the texts',
    network: 'what concerns coordinating the network',
  },
  noReply: 'Nobody reads replies to this e-mail: answer on the page.',
  stop: (what) => `Stop receiving ${what}`,
  page: {
    title: 'Your e-mails',
    intro: 'This is what Truchement sends you by e-mail. Nothing else changes: all of it stays on your pages.',
    sent: 'You receive',
    notSent: 'You no longer receive',
    resume: 'Resume',
    preferred: 'You are told by e-mail, even where a chat platform reaches you.',
    notPreferred: 'Where a chat platform (Slack, Teams) reaches you, it tells you.',
    prefer: 'Prefer e-mail',
    unprefer: 'Prefer the chat',
    refused: (email) =>
      `The address ${email} was refused by its server: nothing is sent to it any more. Have the coordinator correct it.`,
    noAddress: { title: 'No address', text: 'Truchement does not know your address: the coordinator can enter it.' },
    wrongLink: {
      title: 'This link is not whole',
      text: 'Copy all of it from the e-mail, or sign in to choose your e-mails.',
    },
  },
  refused: (name, email) =>
    `The address of ${name} (${email}) is refused by its server: nothing more is sent to them by e-mail. Correct it, or ask them for the right one.`,
  week: {
    title: 'The week at a glance:',
    queue: (n) =>
      plural(n, 'one request for help waits for a reservist', `${n} requests for help wait for a reservist`),
    open: (n) => plural(n, 'one request for help is under way', `${n} requests for help are under way`),
    candidates: (n) => plural(n, 'one page is to be reviewed', `${n} pages are to be reviewed`),
    unanswered: (n) => plural(n, 'one question was left unanswered', `${n} questions were left unanswered`),
    undelivered: (n) => plural(n, 'one message could not be delivered', `${n} messages could not be delivered`),
  },
};

/** What is said by e-mail and about it. */
export const mailTexts: Readonly<Record<Language, MailTexts>> = { fr: typeset(fr), en };
