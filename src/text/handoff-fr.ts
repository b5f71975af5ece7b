// Everything that is said around a hand-over, in French: one table, the model of the English one.
import type { CaseStatus, Side } from '../vocabulary/cases.ts';
import type { HiddenKind } from '../vocabulary/masks.ts';
import { orElse, paragraphs, plural, quoted, titled } from './phrases.ts';

/** What a sentence about where a case stands may need; moments are in words. */
interface StandingFacts {
  readonly expected: string | undefined;
  readonly until: string | undefined;
  /** The requester has said whether the answer served. */
  readonly rated: boolean;
}

/** The parts of an offer, already escaped and sealed. */
interface OfferFacts {
  readonly question: string;
  readonly answered: string | undefined;
  readonly need: string | undefined;
  readonly from: string;
  readonly until: string;
}

type Said = (facts: StandingFacts) => string;

export const handoffFr = {
  /** In one sentence, where it stands and what comes next. */
  standing: {
    requester: {
      draft: () => 'Rien n’est parti : relisez ce qui sera transmis, puis envoyez-le ou laissez-le.',
      consented: () => 'Votre demande est partie ; nous cherchons un réserviste.',
      queued: ({ expected }) =>
        orElse(
          expected,
          (when) =>
            `Personne n’est libre pour l’instant ; une première réponse est possible ${when}, et vous pouvez retirer votre demande à tout moment.`,
          'Personne n’est libre pour l’instant, et nous ne savons pas encore quand quelqu’un le sera ; vous pouvez retirer votre demande à tout moment.',
        ),
      offered: () => 'Votre demande est proposée à un réserviste ou à plusieurs ; le premier qui accepte la prend.',
      accepted: () => 'Un réserviste a pris votre demande ; son premier message arrivera ici.',
      in_progress: () => 'La conversation avec le réserviste est ouverte ; écrivez ici, il recevra vos messages.',
      answered: () =>
        'Le réserviste pense avoir répondu ; clôturez la demande si c’est vrai, sinon écrivez ce qui manque.',
      closed: ({ rated }): string =>
        rated
          ? 'La demande est close, merci de votre avis ; rouvrez-la s’il reste un doute.'
          : 'La demande est close ; dites si la réponse vous a servi, ou rouvrez-la s’il reste un doute.',
      withdrawn: () => 'Vous avez retiré la demande ; plus personne ne la verra.',
      expired: () => 'La demande a expiré sans réponse ; vous pouvez en faire une nouvelle.',
    },
    reservist: {
      draft: () => 'Cette demande n’est pas encore partie.',
      consented: () => 'Cette demande cherche un réserviste.',
      queued: () => 'Cette demande attend qu’un réserviste soit libre.',
      offered: ({ until }) =>
        orElse(
          until,
          (when) => `On vous propose cette demande ; acceptez-la ou déclinez-la, votre réponse est attendue ${when}.`,
          'Cette demande est proposée.',
        ),
      accepted: () => 'Cette demande est à vous ; le demandeur attend votre premier message.',
      in_progress: () => 'Cette demande est à vous ; la conversation est ouverte.',
      answered: () => 'Vous avez répondu ; le demandeur peut encore écrire avant que la demande ne se ferme.',
      closed: () => 'La demande est close ; vous pouvez en proposer une fiche pour le corpus, sans nom.',
      withdrawn: () => 'Le demandeur a retiré cette demande ; il n’y a plus rien à faire.',
      expired: () => 'Cette demande a expiré ; il n’y a plus rien à faire.',
    },
  } satisfies Record<Side, Readonly<Record<CaseStatus, Said>>>,
  /** To a reservist whose hands a case has just left. */
  left: 'Cette demande n’est plus entre vos mains, merci.',
  action: {
    answer: 'J’ai répondu',
    give_back: 'Rendre la demande',
    pass_to: 'Passer à un collègue',
    open_identity: 'Dire qui je suis',
    close: 'Clore',
    reopen: 'Rouvrir',
    withdraw: 'Retirer ma demande',
    propose_fiche: 'Proposer une fiche',
  },
  /** To the author of a message that was passed on: what was hidden in it. */
  masked: {
    line: (what: readonly string[]) => `Masqué avant envoi : ${what.join(', ')}.`,
    kind: {
      person: 'un nom',
      email: 'une adresse électronique',
      phone: 'un téléphone',
      postal_address: 'une adresse',
      siret: 'un SIRET',
      siren: 'un SIREN',
      vat: 'un numéro de TVA',
      iban: 'un IBAN',
      rib: 'un RIB',
      bic: 'un BIC',
      contract: 'un numéro de marché',
      social_security: 'un numéro de sécurité sociale',
      birth_date: 'une date de naissance',
      plate: 'une immatriculation',
      url: 'une adresse de site',
      account: 'un nom de compte',
      body: 'un organisme',
      supplier: 'une entreprise',
      place: 'un lieu',
      health: 'la santé d’une personne',
      amount: 'un montant',
      unread: 'tout le message, qui n’a pas pu être lu',
      brief: 'ce qui l’est déjà dans la demande',
      own: 'ce qui vous désigne',
    } satisfies Record<HiddenKind, string>,
  },
  /** Last line of a question. @param when in the requester's own words */
  deadline: (when: string) => `Réponse souhaitée : ${when}`,
  /** Stands in for the other side where nothing may be said, or nobody is there. */
  otherBody: 'un organisme du réseau',
  nobodyYet: 'personne pour l’instant',
  step: {
    drafted: 'Demande préparée.',
    consented: 'Demande envoyée, après relecture.',
    offered: (count: number) => plural(count, 'Proposée à un réserviste.', `Proposée à ${count} réservistes.`),
    queued: (expected: string | undefined) =>
      orElse(expected, (when) => `Personne de libre ; première réponse possible ${when}.`, 'Personne de libre.'),
    declined: 'Un réserviste a décliné.',
    offerExpired: 'Un réserviste n’a pas répondu à temps.',
    accepted: { requester: 'Un réserviste a accepté.', reservist: 'Vous avez accepté.' },
    reminded: 'Rappel envoyé : le demandeur attend une réponse.',
    answered: {
      requester: 'Le réserviste pense avoir répondu.',
      reservist: 'Vous avez dit avoir répondu.',
    },
    released: {
      returned: 'Le réserviste a rendu la demande ; nous en cherchons un autre.',
      silent: 'Le réserviste n’a pas répondu ; nous en cherchons un autre.',
      gone: 'Le réserviste a quitté le réseau ; nous en cherchons un autre.',
      moved: 'La demande est confiée à quelqu’un d’autre par qui anime le réseau.',
    },
    transferred: 'Le réserviste passe la demande à un collègue.',
    identityYou: 'Vous acceptez de dire qui vous êtes, si l’autre accepte aussi.',
    identityOther: 'L’autre accepte de dire qui il est, si vous acceptez aussi.',
    closed: { you: 'Vous avez clos la demande.', other: 'L’autre a clos la demande.', clock: 'Close sans nouvelle.' },
    rated: { useful: 'Avis donné : utile.', not_useful: 'Avis donné : pas utile.' },
    reopened: 'Demande rouverte.',
    withdrawn: 'Demande retirée.',
    expired: 'Demande expirée.',
  },
  notice: {
    searching: 'Votre demande est partie. Un réserviste va la lire ; je vous dis dès que quelqu’un la prend.',
    searchingAgain: 'Je la propose maintenant à d’autres réservistes ; vous pouvez la retirer à tout moment.',
    queued: (expected: string | undefined) =>
      orElse(
        expected,
        (when) =>
          `Personne n’est libre pour l’instant. Une première réponse est possible ${when} ; votre demande reste en attente et vous pouvez la retirer à tout moment.`,
        'Personne n’est libre pour l’instant, et je ne sais pas encore dire quand quelqu’un le sera. Votre demande reste en attente et vous pouvez la retirer à tout moment.',
      ),
    offer: ({ question, answered, need, from, until }: OfferFacts) =>
      paragraphs(
        `Une demande vous est proposée (${from}). Votre réponse est attendue ${until} : accepter ou décliner, sans avoir à vous justifier.`,
        titled('La question', question),
        titled('Ce que l’assistant a déjà répondu', answered),
        titled('Le besoin', need),
      ),
    offerOver: {
      expired: 'La demande qui vous était proposée est passée à quelqu’un d’autre : le délai est écoulé. Rien à faire.',
      taken: 'La demande qui vous était proposée a été prise par un autre réserviste. Rien à faire, merci.',
      withdrawn: 'La demande qui vous était proposée a été retirée par le demandeur. Rien à faire.',
    },
    accepted:
      'Un réserviste a pris votre demande. Il vous écrira ici ; vous pouvez déjà ajouter ce qui lui servirait, sans nom de personne.',
    yours:
      'Cette demande est à vous. Écrivez ici : vos messages sont transmis au demandeur, sans votre nom. Pour finir : « j’ai répondu », « rendre la demande » ou « passer à… ».',
    /** @param name of who wrote it, once both sides are known */
    relayed: {
      requester: (text, name = 'Le réserviste') => `**${name}**\n\n${quoted(text)}`,
      reservist: (text, name = 'Le demandeur') => `**${name}**\n\n${quoted(text)}`,
    } satisfies Record<Side, (text: string, name?: string | undefined) => string>,
    reminder:
      'Un demandeur attend votre réponse. Un mot suffit pour dire quand vous répondrez ; sans nouvelle, la demande ira à quelqu’un d’autre.',
    answered:
      'Le réserviste pense avoir répondu. Si oui, clôturez la demande ; sinon, écrivez ce qui manque : il continue.',
    seekingAgain: {
      returned: 'Le réserviste a rendu votre demande. J’en cherche un autre, rien n’est perdu.',
      silent: 'Le réserviste ne répond pas. J’en cherche un autre, rien n’est perdu.',
      gone: 'Le réserviste a quitté le réseau. J’en cherche un autre, rien n’est perdu.',
      moved:
        'La personne qui anime le réseau confie votre demande à quelqu’un d’autre ; je vous dis dès qu’il accepte.',
      transferred: 'Le réserviste passe votre demande à un collègue mieux placé ; je vous dis s’il accepte.',
    },
    released: {
      silent:
        'Sans nouvelle de votre part, la demande est allée à quelqu’un d’autre. Aucun reproche : dites « pause » si le moment est mal choisi.',
      moved: 'La personne qui anime le réseau a confié cette demande à quelqu’un d’autre. Rien d’autre à faire.',
    },
    identityAsked:
      'L’autre accepte de dire qui il est, si vous acceptez aussi. Tant que vous n’avez pas accepté, aucun nom n’est donné.',
    identityOpen: (name: string, organisation: string) =>
      `Vous avez accepté tous les deux : vous parlez avec ${name}, ${organisation}.`,
    closed: {
      requester: {
        requester:
          'La demande est close. La réponse vous a-t-elle servi ? Votre avis compte ; vous pouvez aussi la rouvrir.',
        reservist: 'Le réserviste a clos la demande. La réponse vous a-t-elle servi ? Si non, vous pouvez la rouvrir.',
        clock: 'La demande s’est fermée sans nouvelle. La réponse vous a-t-elle servi ? Vous pouvez la rouvrir.',
      },
      reservist: {
        requester: 'Le demandeur a clos la demande, merci. Vous pouvez proposer une fiche pour le corpus, sans nom.',
        reservist: 'La demande est close. Vous pouvez proposer une fiche pour le corpus, sans nom.',
        clock: 'La demande s’est fermée sans nouvelle. Vous pouvez proposer une fiche pour le corpus, sans nom.',
      },
    } satisfies Record<Side, Readonly<Record<'requester' | 'reservist' | 'clock', string>>>,
    reopened: 'Votre demande est rouverte ; je demande d’abord au réserviste qui l’avait suivie, s’il est libre.',
    withdrawn: 'Le demandeur a retiré la demande que vous suiviez. Rien à faire, merci.',
    expired: {
      draft:
        'Une demande que vous aviez préparée n’est pas partie ; elle est effacée de la liste. Rien n’a été transmis.',
      seeking:
        'Je n’ai trouvé personne pour votre demande, et j’en suis désolé. Montrez-la à votre service achat, ou faites-en une nouvelle.',
    },
  },
  availability: {
    notUnderstood:
      'Je n’ai pas compris. Dites par exemple « dispo le mardi matin », « absent·e du 20 au 27 », « pause jusqu’au 15 ».',
    done: 'C’est noté.',
    none: 'aucune heure donnée',
  },
  calendar: { calendar: 'Réserve de l’achat', available: 'Disponible pour la réserve', absent: 'Absence' },
  forgotten: 'Vous êtes oublié·e : vos demandes ouvertes sont retirées, et votre nom ne figure plus nulle part.',
  exported: 'Voici tout ce qui est gardé sur vous.',
};
