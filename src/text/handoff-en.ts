import type { handoffFr } from './handoff-fr.ts';
import { orElse, paragraphs, plural, quoted, titled } from './phrases.ts';

export const handoffEn: typeof handoffFr = {
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
  action: {
    answer: 'I have answered',
    give_back: 'Give the request back',
    pass_to: 'Pass to a colleague',
    open_identity: 'Say who I am',
    close: 'Close',
    reopen: 'Reopen',
    withdraw: 'Withdraw my request',
    propose_fiche: 'Propose a sheet',
  },
  masked: {
    line: (what: readonly string[]) => `Hidden before it left: ${what.join(', ')}.`,
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
  deadline: (when) => `Answer wanted: ${when}`,
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
    answered: {
      requester: 'The reservist believes it is answered.',
      reservist: 'You said it is answered.',
    },
    released: {
      returned: 'The reservist gave the request back; we are looking for another.',
      silent: 'The reservist did not answer; we are looking for another.',
      gone: 'The reservist left the network; we are looking for another.',
      moved: 'Whoever looks after the network hands the request to someone else.',
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
      moved: 'Whoever looks after the network hands your request to someone else; I tell you as soon as they accept.',
      transferred: 'The reservist passes your request to a better placed colleague; I tell you if they accept.',
    },
    released: {
      silent: 'Without news from you, the case went to somebody else. No blame: say “pause” if this is a bad time.',
      moved: 'Whoever looks after the network handed this case to somebody else. There is nothing else to do.',
    },
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
        'I found nobody for your request, and I am sorry. Show it to your interviewing department, or make a new one.',
    },
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
};
