// Everything that is said around a hand-over, in two languages side by side: one table, longer than the usual file.

import type { CaseAction, CaseStatus, HelpFault, Side } from '../vocabulary/cases.ts';
import type { HiddenKind } from '../vocabulary/masks.ts';
import type { Language } from '../vocabulary/people.ts';
import type { CalendarTitles } from './reserve-texts.ts';

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
/** A fault's own fields, for the sentence that says it. */
type FaultText = { readonly [K in HelpFault['kind']]: (fault: Extract<HelpFault, { kind: K }>) => string };

export interface HandoffTexts {
  /** In one sentence, where it stands and what comes next. */
  readonly standing: Readonly<Record<Side, Readonly<Record<CaseStatus, Said>>>>;
  /** To a reservist whose hands a case has just left. */
  readonly left: string;
  readonly status: Readonly<Record<CaseStatus, string>>;
  readonly action: Readonly<Record<CaseAction['kind'], string>>;
  readonly fault: FaultText;
  /** To the author of a message that was passed on: what was hidden in it. */
  readonly masked: {
    readonly line: (what: readonly string[]) => string;
    readonly kind: Readonly<Record<HiddenKind, string>>;
  };
  /** Stands in for the other side where nothing may be said, or nobody is there. */
  readonly otherBody: string;
  readonly nobodyYet: string;
  readonly step: {
    readonly drafted: string;
    readonly consented: string;
    readonly offered: (reservists: number) => string;
    readonly queued: (expected: string | undefined) => string;
    readonly declined: string;
    readonly offerExpired: string;
    readonly accepted: Readonly<Record<Side, string>>;
    readonly reminded: string;
    readonly answered: Readonly<Record<Side, string>>;
    readonly released: Readonly<Record<'returned' | 'silent' | 'gone', string>>;
    readonly transferred: string;
    readonly identityYou: string;
    readonly identityOther: string;
    readonly closed: Readonly<Record<'you' | 'other' | 'clock', string>>;
    readonly rated: Readonly<Record<'useful' | 'not_useful', string>>;
    readonly reopened: string;
    readonly withdrawn: string;
    readonly expired: string;
  };
  readonly notice: {
    readonly searching: string;
    readonly searchingAgain: string;
    readonly queued: (expected: string | undefined) => string;
    readonly offer: (facts: OfferFacts) => string;
    readonly offerOver: Readonly<Record<'expired' | 'taken' | 'withdrawn', string>>;
    readonly accepted: string;
    readonly yours: string;
    /** @param name of who wrote it, once both sides are known */
    readonly relayed: Readonly<Record<Side, (text: string, name?: string | undefined) => string>>;
    readonly reminder: string;
    readonly answered: string;
    readonly seekingAgain: Readonly<Record<'returned' | 'silent' | 'gone' | 'transferred', string>>;
    readonly released: string;
    readonly identityAsked: string;
    readonly identityOpen: (name: string, organisation: string) => string;
    readonly closed: Readonly<Record<Side, Readonly<Record<'requester' | 'reservist' | 'clock', string>>>>;
    readonly reopened: string;
    readonly withdrawn: string;
    readonly expired: Readonly<Record<'draft' | 'seeking', string>>;
  };
  readonly board: {
    readonly title: string;
    readonly queue: string;
    readonly open: string;
    readonly reservists: string;
    readonly weeks: string;
    readonly themes: string;
    readonly undelivered: string;
    readonly candidates: string;
    readonly age: string;
    readonly asked: string;
    readonly given: string;
    readonly available: string;
    readonly unavailable: string;
    readonly opened: string;
    readonly taken: string;
    readonly medianWait: string;
    readonly nothing: string;
    readonly approve: string;
    readonly reject: string;
  };
  readonly availability: {
    readonly notUnderstood: string;
    readonly done: string;
    readonly none: string;
  };
  readonly calendar: CalendarTitles;
  readonly forgotten: string;
  readonly exported: string;
}

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
const orElse = (text: string | undefined, say: (text: string) => string, otherwise: string) =>
  text === undefined ? otherwise : say(text);
const paragraphs = (...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join('\n\n');
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
const titled = (title: string, text: string | undefined) =>
  text === undefined ? undefined : `**${title}**\n\n${quoted(text)}`;

export const handoffTexts: Readonly<Record<Language, HandoffTexts>> = {
  fr: {
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
          'Le réserviste pense avoir répondu ; clôturez le dossier si c’est le cas, sinon écrivez ce qui manque.',
        closed: ({ rated }) =>
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
            (when) => `On vous propose ce cas ; acceptez-le ou déclinez-le, votre réponse est attendue ${when}.`,
            'Ce cas est proposé.',
          ),
        accepted: () => 'Ce cas est à vous ; le demandeur attend votre premier message.',
        in_progress: () => 'Ce cas est à vous ; la conversation est ouverte.',
        answered: () => 'Vous avez répondu ; le demandeur peut encore écrire avant que le cas ne se ferme.',
        closed: () => 'Le cas est clos ; vous pouvez en proposer une fiche pour le corpus, sans nom.',
        withdrawn: () => 'Le demandeur a retiré ce cas ; il n’y a plus rien à faire.',
        expired: () => 'Ce cas a expiré ; il n’y a plus rien à faire.',
      },
    },
    left: 'Ce cas n’est plus entre vos mains, merci.',
    status: {
      draft: 'brouillon',
      consented: 'en recherche',
      queued: 'en attente',
      offered: 'proposée',
      accepted: 'acceptée',
      in_progress: 'en cours',
      answered: 'répondue',
      closed: 'close',
      withdrawn: 'retirée',
      expired: 'expirée',
    },
    action: {
      say: 'Écrire',
      accept: 'Accepter',
      decline: 'Décliner',
      answer: 'J’ai répondu',
      give_back: 'Rendre le cas',
      pass_to: 'Passer à un collègue',
      open_identity: 'Dire qui je suis',
      close: 'Clore',
      rate: 'Donner mon avis',
      reopen: 'Rouvrir',
      withdraw: 'Retirer ma demande',
      propose_fiche: 'Proposer une fiche',
    },
    fault: {
      unknown_case: () => 'Il n’y a pas de cas à cette adresse, ou il ne vous est pas ouvert.',
      not_yours: () => 'Ce geste n’est pas le vôtre sur ce cas.',
      taken: () => 'Quelqu’un d’autre l’a fait avant vous : il n’y a plus rien à faire ici.',
      offer_expired: () => 'Cette proposition n’est plus ouverte ; le cas a été proposé à quelqu’un d’autre.',
      wrong_status: () => 'Ce geste n’est pas possible là où en est le cas ; rechargez la page pour voir où il en est.',
      stale: () =>
        'Le cas a changé depuis que vous l’avez vu : rien n’a été fait. Regardez où il en est avant de décider.',
      empty_text: () => 'Il n’y a pas de texte : écrivez quelques mots.',
      too_long: ({ limit }) => `Ce texte est trop long : ${limit} caractères au plus.`,
      too_slow: () =>
        'Ce texte demande trop de temps à lire : rien n’est parti. Coupez-le en deux, ou retirez ce qui s’y répète.',
      unknown_reservist: () =>
        'Ce réserviste ne peut pas prendre ce cas : il n’est pas du réseau, n’est pas disponible, ou a un lien avec l’affaire.',
      not_understood: ({ asked }) => asked,
      store_down: () => 'Rien n’a pu être enregistré pour l’instant ; rien n’est perdu, réessayez dans une minute.',
      files_refused: () =>
        'Les fichiers ne sont pas transmis : copiez dans le message le passage utile, sans nom de personne.',
      unfit_candidate: ({ why }) => `Cette fiche ne peut pas entrer dans le corpus : ${why}`,
      second_person: () => 'Une autre personne que celle qui l’a proposée doit approuver cette fiche.',
    },
    masked: {
      line: (what) => `Masqué avant envoi : ${what.join(', ')}.`,
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
      },
    },
    otherBody: 'un organisme du réseau',
    nobodyYet: 'personne pour l’instant',
    step: {
      drafted: 'Demande préparée.',
      consented: 'Demande envoyée, après relecture.',
      offered: (count) => plural(count, 'Proposée à un réserviste.', `Proposée à ${count} réservistes.`),
      queued: (expected) =>
        orElse(expected, (when) => `Personne de libre ; première réponse possible ${when}.`, 'Personne de libre.'),
      declined: 'Un réserviste a décliné.',
      offerExpired: 'Un réserviste n’a pas répondu à temps.',
      accepted: { requester: 'Un réserviste a accepté.', reservist: 'Vous avez accepté.' },
      reminded: 'Rappel envoyé : le demandeur attend une réponse.',
      answered: { requester: 'Le réserviste pense avoir répondu.', reservist: 'Vous avez dit avoir répondu.' },
      released: {
        returned: 'Le réserviste a rendu la demande ; nous en cherchons un autre.',
        silent: 'Le réserviste n’a pas répondu ; nous en cherchons un autre.',
        gone: 'Le réserviste a quitté le réseau ; nous en cherchons un autre.',
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
      queued: (expected) =>
        orElse(
          expected,
          (when) =>
            `Personne n’est libre pour l’instant. Une première réponse est possible ${when} ; votre demande reste en attente et vous pouvez la retirer à tout moment.`,
          'Personne n’est libre pour l’instant, et je ne sais pas encore dire quand quelqu’un le sera. Votre demande reste en attente et vous pouvez la retirer à tout moment.',
        ),
      offer: ({ question, answered, need, from, until }) =>
        paragraphs(
          `Un cas vous est proposé (${from}). Votre réponse est attendue ${until} : accepter ou décliner, sans avoir à vous justifier.`,
          titled('La question', question),
          titled('Ce que l’assistant a déjà répondu', answered),
          titled('Le besoin', need),
        ),
      offerOver: {
        expired: 'Le cas qui vous était proposé est passé à quelqu’un d’autre : le délai est écoulé. Rien à faire.',
        taken: 'Le cas qui vous était proposé a été pris par un autre réserviste. Rien à faire, merci.',
        withdrawn: 'Le cas qui vous était proposé a été retiré par le demandeur. Rien à faire.',
      },
      accepted:
        'Un réserviste a pris votre demande. Il vous écrira ici ; vous pouvez déjà ajouter ce qui lui servirait, sans nom de personne.',
      yours:
        'Ce cas est à vous. Écrivez ici : vos messages sont transmis au demandeur, sans votre nom. Pour finir : « j’ai répondu », « rendre le cas » ou « passer à… ».',
      relayed: {
        requester: (text, name = 'Le réserviste') => `**${name}**\n\n${quoted(text)}`,
        reservist: (text, name = 'Le demandeur') => `**${name}**\n\n${quoted(text)}`,
      },
      reminder:
        'Un demandeur attend votre réponse. Un mot suffit pour dire quand vous répondrez ; sans nouvelle, le cas ira à quelqu’un d’autre.',
      answered:
        'Le réserviste pense avoir répondu. Si c’est le cas, clôturez le dossier ; sinon, écrivez ce qui manque : il continue.',
      seekingAgain: {
        returned: 'Le réserviste a rendu votre demande. J’en cherche un autre, rien n’est perdu.',
        silent: 'Le réserviste ne répond pas. J’en cherche un autre, rien n’est perdu.',
        gone: 'Le réserviste a quitté le réseau. J’en cherche un autre, rien n’est perdu.',
        transferred: 'Le réserviste passe votre demande à un collègue mieux placé ; je vous dis s’il accepte.',
      },
      released:
        'Sans nouvelle de votre part, le cas est allé à quelqu’un d’autre. Aucun reproche : dites « pause » si le moment est mal choisi.',
      identityAsked:
        'L’autre accepte de dire qui il est, si vous acceptez aussi. Tant que vous n’avez pas accepté, aucun nom n’est donné.',
      identityOpen: (name, organisation) =>
        `Vous avez accepté tous les deux : vous parlez avec ${name}, ${organisation}.`,
      closed: {
        requester: {
          requester:
            'La demande est close. La réponse vous a-t-elle servi ? Votre avis compte ; vous pouvez aussi la rouvrir.',
          reservist:
            'Le réserviste a clos la demande. La réponse vous a-t-elle servi ? Si non, vous pouvez la rouvrir.',
          clock: 'La demande s’est fermée sans nouvelle. La réponse vous a-t-elle servi ? Vous pouvez la rouvrir.',
        },
        reservist: {
          requester: 'Le demandeur a clos le cas, merci. Vous pouvez proposer une fiche pour le corpus, sans nom.',
          reservist: 'Le cas est clos. Vous pouvez proposer une fiche pour le corpus, sans nom.',
          clock: 'Le cas s’est fermé sans nouvelle. Vous pouvez proposer une fiche pour le corpus, sans nom.',
        },
      },
      reopened: 'Votre demande est rouverte ; je demande d’abord au réserviste qui l’avait suivie, s’il est libre.',
      withdrawn: 'Le demandeur a retiré le cas que vous suiviez. Rien à faire, merci.',
      expired: {
        draft:
          'Une demande que vous aviez préparée n’est pas partie ; elle est effacée de la liste. Rien n’a été transmis.',
        seeking:
          'Je n’ai trouvé personne pour votre demande, et j’en suis désolé. Montrez-la à votre service achat, ou faites-en une nouvelle.',
      },
    },
    board: {
      title: 'Le réseau',
      queue: 'Demandes sans réserviste',
      open: 'Cas en cours',
      reservists: 'Réservistes',
      weeks: 'Semaine par semaine',
      themes: 'Thèmes sans réponse',
      undelivered: 'Messages non remis',
      candidates: 'Fiches proposées',
      age: 'depuis',
      asked: 'sollicitations ce mois',
      given: 'temps donné ce mois',
      available: 'disponible',
      unavailable: 'pas disponible',
      opened: 'demandes',
      taken: 'prises',
      medianWait: 'attente médiane, en minutes ouvrées',
      nothing: 'Rien ici.',
      approve: 'Approuver',
      reject: 'Écarter',
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
  },
  en: {
    standing: {
      requester: {
        draft: () => 'Nothing has left: read what would be passed on, then send it or leave it.',
        consented: () => 'Your request has left; we are looking for a reservist.',
        queued: ({ expected }) =>
          orElse(
            expected,
            (when) =>
              `Nobody is free just now; a first answer is possible ${when}, and you may withdraw your request at any time.`,
            'Nobody is free just now, and we do not know yet when somebody will be; you may withdraw your request at any time.',
          ),
        offered: () => 'Your request is offered to one reservist or several; the first to accept takes it.',
        accepted: () => 'A reservist has taken your request; their first message will come here.',
        in_progress: () => 'The conversation with the reservist is open; write here and they will get it.',
        answered: () =>
          'The reservist believes it is answered; close the request if so, otherwise write what is missing.',
        closed: ({ rated }) =>
          rated
            ? 'The request is closed, thank you for your opinion; reopen it if a doubt remains.'
            : 'The request is closed; say whether the answer helped, or reopen it if a doubt remains.',
        withdrawn: () => 'You have withdrawn the request; nobody will see it any more.',
        expired: () => 'The request expired without an answer; you may make a new one.',
      },
      reservist: {
        draft: () => 'This request has not left yet.',
        consented: () => 'This request is looking for a reservist.',
        queued: () => 'This request waits for a reservist to be free.',
        offered: ({ until }) =>
          orElse(
            until,
            (when) => `This case is offered to you; accept or decline it, your answer is expected ${when}.`,
            'This case is on offer.',
          ),
        accepted: () => 'This case is yours; the requester waits for your first message.',
        in_progress: () => 'This case is yours; the conversation is open.',
        answered: () => 'You have answered; the requester may still write before the case closes.',
        closed: () => 'The case is closed; you may propose a sheet for the corpus from it, without names.',
        withdrawn: () => 'The requester has withdrawn this case; there is nothing left to do.',
        expired: () => 'This case has expired; there is nothing left to do.',
      },
    },
    left: 'This case is no longer in your hands, thank you.',
    status: {
      draft: 'draft',
      consented: 'searching',
      queued: 'waiting',
      offered: 'offered',
      accepted: 'accepted',
      in_progress: 'in progress',
      answered: 'answered',
      closed: 'closed',
      withdrawn: 'withdrawn',
      expired: 'expired',
    },
    action: {
      say: 'Write',
      accept: 'Accept',
      decline: 'Decline',
      answer: 'I have answered',
      give_back: 'Give the case back',
      pass_to: 'Pass to a colleague',
      open_identity: 'Say who I am',
      close: 'Close',
      rate: 'Give my opinion',
      reopen: 'Reopen',
      withdraw: 'Withdraw my request',
      propose_fiche: 'Propose a sheet',
    },
    fault: {
      unknown_case: () => 'There is no case at this address, or it is not open to you.',
      not_yours: () => 'This is not yours to do on this case.',
      taken: () => 'Somebody else did it before you: there is nothing left to do here.',
      offer_expired: () => 'This offer is no longer open; the case has been offered to somebody else.',
      wrong_status: () => 'This cannot be done where the case stands; reload the page to see where that is.',
      stale: () => 'The case has changed since you saw it: nothing was done. See where it stands before you decide.',
      empty_text: () => 'There is no text: write a few words.',
      too_long: ({ limit }) => `This text is too long: ${limit} characters at most.`,
      too_slow: () =>
        'This text takes too long to read: nothing has left. Cut it in two, or take out what repeats itself.',
      unknown_reservist: () =>
        'This reservist cannot take the case: not of the network, not available, or tied to the matter.',
      not_understood: ({ asked }) => asked,
      store_down: () => 'Nothing could be recorded just now; nothing is lost, try again in a minute.',
      files_refused: () => 'Files are not passed on: copy the useful passage into the message, without personal names.',
      unfit_candidate: ({ why }) => `This sheet cannot enter the corpus: ${why}`,
      second_person: () => 'Somebody other than the one who proposed this sheet must approve it.',
    },
    masked: {
      line: (what) => `Hidden before it left: ${what.join(', ')}.`,
      kind: {
        person: 'a name',
        email: 'an e-mail address',
        phone: 'a telephone number',
        postal_address: 'an address',
        siret: 'a SIRET number',
        siren: 'a SIREN number',
        vat: 'a VAT number',
        iban: 'an IBAN',
        rib: 'a bank account',
        bic: 'a BIC',
        contract: 'a contract number',
        social_security: 'a social security number',
        birth_date: 'a date of birth',
        plate: 'a number plate',
        url: 'a web address',
        account: 'an account name',
        body: 'a public body',
        supplier: 'a company',
        place: 'a place',
        health: 'somebody’s health',
        amount: 'an amount',
        unread: 'the whole message, which could not be read',
        brief: 'what already is in the request',
        own: 'what points to you',
      },
    },
    otherBody: 'a body of the network',
    nobodyYet: 'nobody yet',
    step: {
      drafted: 'Request prepared.',
      consented: 'Request sent, after reading.',
      offered: (count) => plural(count, 'Offered to one reservist.', `Offered to ${count} reservists.`),
      queued: (expected) =>
        orElse(expected, (when) => `Nobody free; a first answer is possible ${when}.`, 'Nobody free.'),
      declined: 'A reservist declined.',
      offerExpired: 'A reservist did not answer in time.',
      accepted: { requester: 'A reservist accepted.', reservist: 'You accepted.' },
      reminded: 'Reminder sent: the requester waits for an answer.',
      answered: { requester: 'The reservist believes it is answered.', reservist: 'You said it is answered.' },
      released: {
        returned: 'The reservist gave the request back; we are looking for another.',
        silent: 'The reservist did not answer; we are looking for another.',
        gone: 'The reservist left the network; we are looking for another.',
      },
      transferred: 'The reservist passes the request to a colleague.',
      identityYou: 'You agree to say who you are, if the other side agrees too.',
      identityOther: 'The other side agrees to say who they are, if you agree too.',
      closed: {
        you: 'You closed the request.',
        other: 'The other side closed the request.',
        clock: 'Closed in silence.',
      },
      rated: { useful: 'Opinion given: useful.', not_useful: 'Opinion given: not useful.' },
      reopened: 'Request reopened.',
      withdrawn: 'Request withdrawn.',
      expired: 'Request expired.',
    },
    notice: {
      searching: 'Your request has left. A reservist will read it; I tell you as soon as somebody takes it.',
      searchingAgain: 'I now offer it to other reservists; you may withdraw it at any time.',
      queued: (expected) =>
        orElse(
          expected,
          (when) =>
            `Nobody is free just now. A first answer is possible ${when}; your request waits, and you may withdraw it at any time.`,
          'Nobody is free just now, and I cannot say yet when somebody will be. Your request waits, and you may withdraw it at any time.',
        ),
      offer: ({ question, answered, need, from, until }) =>
        paragraphs(
          `A case is offered to you (${from}). Your answer is expected ${until}: accept or decline, no reason needed.`,
          titled('The question', question),
          titled('What the assistant has answered', answered),
          titled('The need', need),
        ),
      offerOver: {
        expired: 'The case you were offered has gone to somebody else: the time is over. Nothing to do.',
        taken: 'The case you were offered was taken by another reservist. Nothing to do, thank you.',
        withdrawn: 'The case you were offered was withdrawn by the requester. Nothing to do.',
      },
      accepted:
        'A reservist has taken your request. They will write to you here; you may add what would help them, without personal names.',
      yours:
        'This case is yours. Write here: your messages are passed on without your name. To finish: “I have answered”, “give the case back” or “pass to…”.',
      relayed: {
        requester: (text, name = 'The reservist') => `**${name}**\n\n${quoted(text)}`,
        reservist: (text, name = 'The requester') => `**${name}**\n\n${quoted(text)}`,
      },
      reminder:
        'A requester waits for your answer. A word about when you will answer is enough; without one the case goes to somebody else.',
      answered:
        'The reservist believes it is answered. If so, close the request; if not, write what is missing: it goes on.',
      seekingAgain: {
        returned: 'The reservist gave your request back. I am looking for another, nothing is lost.',
        silent: 'The reservist does not answer. I am looking for another, nothing is lost.',
        gone: 'The reservist left the network. I am looking for another, nothing is lost.',
        transferred: 'The reservist passes your request to a better placed colleague; I tell you if they accept.',
      },
      released: 'Without news from you, the case went to somebody else. No blame: say “pause” if this is a bad time.',
      identityAsked: 'The other side agrees to say who they are, if you agree too. Until you do, no name is given.',
      identityOpen: (name, organisation) => `You have both agreed: you are talking with ${name}, ${organisation}.`,
      closed: {
        requester: {
          requester: 'The request is closed. Did the answer help? Your opinion counts; you may also reopen it.',
          reservist: 'The reservist closed the request. Did the answer help? If not, you may reopen it.',
          clock: 'The request closed in silence. Did the answer help? You may reopen it.',
        },
        reservist: {
          requester: 'The requester closed the case, thank you. You may propose a sheet for the corpus, without names.',
          reservist: 'The case is closed. You may propose a sheet for the corpus, without names.',
          clock: 'The case closed in silence. You may propose a sheet for the corpus, without names.',
        },
      },
      reopened: 'Your request is open again; I first ask the reservist who followed it, if they are free.',
      withdrawn: 'The requester withdrew the case you followed. Nothing to do, thank you.',
      expired: {
        draft: 'A request you had prepared did not leave; it goes from the list. Nothing was passed on.',
        seeking:
          'I found nobody for your request, and I am sorry. Show it to your purchasing department, or make a new one.',
      },
    },
    board: {
      title: 'The network',
      queue: 'Requests without a reservist',
      open: 'Cases in progress',
      reservists: 'Reservists',
      weeks: 'Week by week',
      themes: 'Unanswered themes',
      undelivered: 'Messages not delivered',
      candidates: 'Proposed sheets',
      age: 'since',
      asked: 'asked this month',
      given: 'time given this month',
      available: 'available',
      unavailable: 'not available',
      opened: 'requests',
      taken: 'taken',
      medianWait: 'median wait, in working minutes',
      nothing: 'Nothing here.',
      approve: 'Approve',
      reject: 'Set aside',
    },
    availability: {
      notUnderstood:
        'I did not understand. Say for instance “dispo le mardi matin”, “absent du 20 au 27”, “pause jusqu’au 15”.',
      done: 'Noted.',
      none: 'no hours given',
    },
    calendar: { calendar: 'Procurement reserve', available: 'Available for the reserve', absent: 'Absence' },
    forgotten: 'You are forgotten: your open requests are withdrawn, and your name stands nowhere any more.',
    exported: 'Here is all that is kept about you.',
  },
};
