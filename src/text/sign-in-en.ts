import type { signInFr } from './sign-in-fr.ts';

/** What the page where one signs in says. */
export const signInEn: typeof signInFr = {
  title: 'Sign in',
  demo: 'This is a demo: choose whom you play. Everything is invented, nothing leaves this machine.',
  twoWindows:
    'To play both sides, open a second window on this page and choose someone else: each window keeps its own identity.',
  play: (name) => `Play ${name}`,
  parts: { requester: 'Asks a question', reservist: 'Reservist buyer', coordinator: 'Runs the network' },
  noDemo: 'This server has no demo identity.',
  held: 'What you wrote is kept: you will find it once signed in.',
  provider: 'You sign in with your administration’s account. Your password does not go through here.',
  go: 'Sign in with my organisation’s account',
  goBy: (provider) => `Sign in with ${provider}`,
  back: {
    title: 'You are signed in',
    text: 'Here is what you had written before signing in. Nothing has left yet.',
  },
  send: 'Send',
  signedOut: { title: 'You are signed out', text: 'Your session in this browser is closed.' },
  signingOut: {
    title: 'Signing out',
    text: 'Your session here is closed. Your browser is about to close the identity provider’s too.',
    link: 'Continue if nothing happens',
  },
  expired: 'You are no longer signed in. What you typed is still there:',
  again: 'sign in again in another tab, then send it again.',
  body: {
    title: 'Which organisation are you from?',
    text: 'You are identified, but the directory does not say which organisation you work for. Say it once: you come in at once.',
    later:
      'Whoever runs the network will confirm it. Until then, what is your organisation’s own (its contracts, its internal rules) is not shown to you.',
    name: 'Name of the organisation',
    nameHint: 'For example: Ville de Vitré',
    siret: 'SIRET number, if you know it',
    siretHint: 'Fourteen figures, on an order or an invoice',
    kind: 'What kind of organisation?',
    kindHint: 'Thresholds and time limits depend on it',
    kinds: {
      commune: 'Municipality (commune)',
      intercommunality: 'Group of municipalities (communauté, métropole)',
      department: 'Département',
      region: 'Region',
      syndicate: 'Joint authority (syndicat)',
      state: 'State service (ministry, préfecture, rectorat)',
      state_establishment: 'Public establishment of the State (university, agency)',
      hospital: 'Public hospital',
      housing_office: 'Public housing office',
    },
    unknown: 'I do not know',
    go: 'Continue',
    noName: 'Write the name of your organisation.',
    noSiret: 'This is no SIRET: fourteen figures whose key is right. The box may stay empty.',
  },
  account: 'What your account is called, to pass on to them:',
  invitation: {
    title: 'Become an administrator',
    text: 'This link gives one account, once, the right to administer Truchement: to say who is who and who does what. Go on only if you expected it. You will be asked to sign in if you are not.',
    go: 'Become an administrator',
    done: {
      title: 'You administer Truchement',
      text: 'Your account has the role of administrator. The link is used up.',
    },
    expired: {
      title: 'This link is used up',
      text: 'It was opened before, or its 24 hours are over. Ask whoever runs the server for another (npm run people).',
    },
    not_yours: {
      title: 'This link is for someone else',
      text: 'It was made for one person, and you are signed in by another account. Nothing has changed: sign in by the right account, or ask that this one be linked to you (npm run people).',
    },
    store_down: {
      title: 'Not possible for the moment',
      text: 'Accounts cannot be read. Try again in a moment; if the link was used up, ask for another.',
    },
  },
  joining: {
    title: 'Join the network',
    text: 'Someone who looks after the network has entered you and given you this link, which is used once. You will be asked to sign in if you are not. Go on only if you expected it.',
    go: 'Join the network',
    done: {
      joined: {
        title: 'Your account is linked',
        text: 'Sign in again: you will find the name, the organisation and the role under which you are entered.',
      },
      known: { title: 'You are in the network', text: 'This account is yours already: there is nothing else to do.' },
    },
    expired: {
      title: 'This link is used up',
      text: 'It was opened before, or its week is over. Ask whoever invited you for another.',
    },
    not_yours: {
      title: 'This link is for someone else',
      text: 'It was made for another person, or that person has an account already. Nothing has changed: talk to whoever gave it to you.',
    },
    store_down: {
      title: 'Not possible for the moment',
      text: 'Accounts cannot be read. Try again in a moment; if the link was used up, ask for another.',
    },
  },
  fault: {
    not_here: {
      title: 'Demo sign-in refused',
      text: 'Choosing an identity without a password is only possible from the very machine that runs Truchement, at 127.0.0.1. This server listens elsewhere, or your request comes from elsewhere.',
    },
    unknown_person: {
      title: 'Unknown identity',
      text: 'This person is not part of the demo. Choose one from the list.',
    },
    linked_elsewhere: {
      title: 'This address has another account',
      text: 'Someone is registered here with your e-mail address and signs in by another account. So that nobody takes another’s place, nothing is linked by itself: ask whoever administers Truchement at yours to link this account to yours (npm run people).',
    },
    provider_down: {
      title: 'The identity provider does not answer',
      text: 'Signing in was not possible. Nothing is lost: try again in a few minutes.',
    },
    misconfigured: {
      title: 'Sign-in is not set up right',
      text: 'The identity provider does not know this site: it is not your doing, and trying again will not help. Tell whoever runs the server: “npm run doctor” tells them what is wrong.',
    },
    clock: {
      title: 'The clocks disagree',
      text: 'This server’s time and the identity provider’s differ: nobody can sign in for now. Tell whoever runs the server.',
    },
    wrong_state: {
      title: 'This sign-in did not begin here',
      text: 'The answer matches no request of this browser, or it was used, or it waited too long. Start again from this page.',
    },
    no_cookie: {
      title: 'Your browser did not keep the sign-in',
      text: 'Between leaving and coming back your browser lost what tells us that it is you: cookies refused, a private window closed, or a link opened in another browser. Start again in this one; if it happens again, allow this site’s cookies.',
    },
    expired: {
      title: 'Signing in took too long',
      text: 'The time allowed for signing in is over, or this answer was used. Start again, it takes a moment.',
    },
    not_trusted: {
      title: 'Identity not verified',
      text: 'The identity provider’s answer did not pass our checks: nobody was signed in. Start again; if it happens again, tell your IT support.',
    },
    cancelled: {
      title: 'Sign-in given up',
      text: 'You came back without identifying yourself: nothing has changed. You may start again whenever you like.',
    },
    refused: {
      title: 'Sign-in refused over there',
      text: 'The identity provider did not go through with it. You may start again; if it happens again, ask your IT department whether your account is entitled to.',
    },
    weak: {
      title: 'Identification not strong enough',
      text: 'This site wants a stronger identification than the one you have just made (a second factor, most often). Start again with it, or ask your IT department how to get it.',
    },
    not_admitted: {
      title: 'This account is not admitted here',
      text: 'You are identified, but this site is kept to certain accounts and yours is not one of them. If you have several, start again with the one of your work; else ask whoever administers Truchement at yours.',
    },
  },
};
