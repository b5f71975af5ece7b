import { faultsEn } from './faults-en.ts';
import type { fr } from './fr.ts';
import { handoffEn } from './handoff-en.ts';
import { handoffWebEn } from './handoff-web-en.ts';
import { articleChanged } from './law-texts.ts';
import { rewordingEn } from './rewording-en.ts';
import { slackEn } from './slack-en.ts';
import { teamsEn } from './teams-en.ts';
import { trainingEn } from './training-en.ts';

export const en: typeof fr = {
  language: 'en',
  register: { prescriber: 'For the department', buyer: 'For the buyer' },
  roleName: { prescriber: 'department with a need', buyer: 'buyer' },
  roleSet: {
    prescriber: 'Noted: I will answer you as a department, in everyday words. What is your question?',
    buyer: 'Noted: I will answer you as a buyer, with the rule and its articles. What is your question?',
  },
  asOf: (day) => `Up to date as of ${day}`,
  sure: {
    read: 'Checked in the very text of the articles cited.',
    partly: (articles) =>
      `Checked in the text of the articles cited, except ${articles}: cross-check this point before acting.`,
    others: 'Part of it comes from elsewhere than the official texts: cross-check it before acting.',
    unchecked: 'Not yet checked in the texts: have it confirmed before acting.',
    document: 'Quoted as it stands from a document of your organisation.',
  },
  sources: 'Sources',
  nextSteps: 'What to do now',
  nearby: 'Close questions',
  onSubject: 'About',
  near: 'You may be asking',
  putRight: 'First',
  nextStep: 'To do',
  ownCase: 'For your case',
  verdicts: { oui: '**Yes.**', non: '**No.**', depend: '**It depends.**' },
  ownDocument: (title, place, said) => `Chez vous (${title}, ${place}) : « ${said} »`,
  theCode: 'Le code',
  theRule: 'La règle',
  example: 'Example',
  fiche: (title) => `The fiche: ${title}`,
  pitfalls: 'Pitfalls',
  also: 'See also',
  computed: { assumed: 'Assuming:', facts: 'I understood:', steps: 'The reasoning' },
  limit: 'Limit',
  offer: 'A reservist buyer can look at your file with you: say “ask a reservist”.',
  known: 'What is already known',
  frenchSources: 'The corpus is in French: the text below is quoted from it.',
  figuresAt: (day, verified) => `Figures in force on ${day}; the rule is described as of ${verified}.`,
  articleChanged: articleChanged.en,
  reviewOverdue: (day) => `This sheet was due for review before ${day}: check the article on Légifrance before acting.`,
  model: {
    worded:
      'Worded by a language model from the sources cited; figures, articles and obligations were checked one by one.',
    doubt: 'This is the nearest sheet, but it may not answer all of your question: check it.',
    human: 'Your question seems to need someone to look at the file itself.',
    budgetSpent:
      'Wording by a language model has reached its limit for today: here is the text of the sheets, just as up to date.',
  },
  weakSource: 'Part of this answer comes from a secondary source: cross-check it before acting.',
  handoffWhy: {
    individual_decision: 'This decision depends on your file: a trained buyer must read it before anything is settled.',
    pending_litigation:
      'There is, or may be, a dispute: nothing should be sent without the legal department or a reservist.',
    conflicting_sources: 'The texts contradict each other here: a person must settle it for your case.',
    partial: 'Part of the answer depends on your file.',
  },
  turnTo: {
    said: (who: string) => `**Whom to turn to**: ${who}.`,
    buyer: 'first your organisation’s buyer, or its legal service',
  },
  askReservist: 'Ask a reservist',
  offers:
    'What stands in offers stays with the buyer: I neither compare, mark nor keep prices, technical proposals or names of bidders (L. 2132-1). The choice rests on the criteria announced (L. 2152-7): ask me for the rule, without naming firms. A lawyer or a reservist can read your method, without the offers.',
  toBidder:
    'You speak as a bidder: this is the public rule. Nothing of the buying body is said here; write to it by its buyer profile.',
  refusal: {
    no_source: {
      text: 'I have no reliable sheet on this and would rather not invent: I cannot answer (je ne peux pas répondre).',
      next: 'Rephrase with what is bought and the amount, in French if you can; failing that, see your organisation’s buyer or its legal service, then a reservist.',
    },
    no_body: {
      text: 'I cannot tell from here: I see neither your organisation’s contracts nor who buys what in it.',
      next: 'Sign in and ask again; if you are signed in, its buying office has not given its table yet: ask it whether a contract covers this purchase. If so, one orders through it; if not, tell me what you buy and for how much, before tax.',
    },
    out_of_date: {
      text: 'The sheet that would answer is past its review date: I cannot give it as settled.',
      next: 'Check the article on Légifrance, or ask a reservist.',
    },
    personal_data: {
      text: 'This asks for personal data: it is outside my scope (hors périmètre).',
      next: 'If a purchase is at stake, ask without naming the person.',
    },
    out_of_scope: {
      text: 'This is outside my scope (hors périmètre): I only help with purchases of French public bodies.',
      next: 'Ask the department in charge of it: human resources, finance, civil registry, planning, schools… If a public purchase is at stake, say what you want to buy and for how much.',
    },
    unclear: {
      text: 'I did not understand the question, so I cannot answer it as it stands.',
      next: 'Say in one sentence what you want to buy or do, in French if you can.',
    },
    too_long: {
      text: 'This message is too long for me to find the question in it.',
      next: 'Ask in a few lines, without pasting the whole document.',
    },
    abusive: {
      text: 'I cannot answer in that tone; this message is outside my scope (hors périmètre).',
      next: 'If a purchase is stuck, describe it: I will do my best, or a reservist will help.',
    },
    instruction_injection: {
      text: 'This message asks me to change my rules or to carry out an action: it is outside my scope (hors périmètre), and I keep nothing of it.',
      next: 'Just ask your interviewing question: my figures come from dated sheets, not from messages.',
    },
  },
  nearest: 'The nearest that I do know:',
  doubt: 'Which of these questions is yours?',
  doubtPick: 'That is my question',
  doubtElse: 'None? Say it again with what you are buying and for how much.',
  offered: 'The questions offered',
  chosen: (text) => `You chose: “${text}”.`,
  chosenAlready: (text) => `You have said it already: “${text}”. The answer is below.`,
  line: {
    noise: 'I am here: ask a interviewing question as it comes, for example “do we need three quotes?”.',
    yes_no: 'I was not waiting for a yes or a no: ask your question in one sentence.',
    stop: 'Understood, I stop here; one interviewing question, and I go on.',
    mood: 'I am here: what is your interviewing question?',
    privacy:
      'A conversation is remembered four hours at most, without your name; the question is kept apart, names masked and with nothing that says who asked it, to complete the fiches.',
    table: 'I see a table, but no question: say in one sentence what you want to know of it.',
  },
  about: {
    nothing: 'I have answered nothing here yet: ask your question, then ask for the article, an example, or shorter.',
    noOther: 'I have no other question close to that one: ask yours as it comes.',
    others: 'People also ask, on the same subject:',
    rests: (fiche, day) => `It rests on the fiche “${fiche}”, up to date as of ${day}.`,
    reckoned: (articles) => `It is worked out from ${articles}.`,
    written: (articles) => `It is written there: ${articles}.`,
    articles: (articles, fiche) => `It is written there: ${articles} (fiche “${fiche}”).`,
    otherArticles: (articles) => `The fiche also cites: ${articles}.`,
    within: 'On that point it says:',
    same: 'I have nothing more precise than this:',
    sameRule: 'The rule I know, to be read again with that change:',
    noPart: 'The fiche says no more on this point.',
    figureSince: (label, value, day, before) =>
      `${label}: ${value} since ${day}${before === undefined ? '' : `, ${before} before`}.`,
    noDate: (day) => `The fiche does not say since when; it describes the rule as of ${day}.`,
  },
  smalltalk: {
    hello:
      'Hello! I am Truchement: I answer questions on French public interviewing, for departments and buyers alike. What is your question?',
    thanks: 'You are welcome. Anything else?',
    bye: 'See you soon!',
    ok: 'All right. Ask me anything else whenever you like.',
    help: 'Ask as it comes: “I have a quote of €30,000, may I sign?”. Say “I am a buyer” or “I am a department” to change register. Then go on: “and for works?”, “and in 2027?”. When your case needs a human eye, I point you to a reservist.',
    identity:
      'I am Truchement, an assistant that answers from dated and sourced sheets on French public procurement. I am neither a lawyer nor a person: for hard cases a reservist buyer takes over.',
  },
  examples: {
    prescriber: ['I have a quote of €30,000, may I sign?', 'Where do I start when I have a need?'],
    buyer: ['What is the threshold for open procedures?', 'When is the advance payment mandatory?'],
  },
  rewording: rewordingEn,
  handoffWeb: handoffWebEn,
  training: trainingEn,
  slack: slackEn,
  teams: teamsEn,
  handoff: handoffEn,
  faults: faultsEn,
  web: {
    title: 'Truchement, answers on French public interviewing',
    skip: 'Skip to the question',
    toAnswer: 'Back to the last answer',
    otherLanguage: { code: 'fr', label: 'Français', hint: 'Lire cette page en français' },
    headline: 'Between the need and the contract, a go-between.',
    intro:
      'Ask your public interviewing question as it comes. The answer reads from both sides: that of the department with the need, and that of the buyer who signs the contract. The sheets are in French, so French questions work best.',
    promises: ['One answer, two versions', 'Dated figures, cited articles'],
    promisedReservist: 'A reservist if needed',
    examplesFor: { prescriber: 'You have a need', buyer: 'You are a buyer' },
    iAm: 'I am',
    roleChoice: { prescriber: 'a department', buyer: 'a buyer' },
    question: 'Your question',
    questionHint: 'In French if you can',
    keys: 'Enter to send, Shift + Enter for a new line',
    send: 'Send',
    searching: 'Truchement is searching its sheets…',
    charactersLeft: '{n} characters left',
    charactersOver: '{n} characters too many',
    conversation: 'Conversation',
    you: 'You',
    /** Of a reply, for the ear. */
    reply: 'Reply',
    forget: 'Erase the conversation',
    forgotten: 'The conversation is erased; nothing of it is kept here.',
    newTab: '(new tab)',
    permalink: 'Link to this answer',
    copyAnswer: 'Copy the answer',
    askReservistText: 'ask a reservist',
    clarificationTitle: 'One detail, please',
    handoffTitle: 'A human eye would help',
    handoffAsked:
      'Being put in touch with a reservist is not open on this page yet: show this answer to your interviewing department, with your file.',
    refusalTitle: {
      no_source: 'No reliable answer',
      no_body: 'I need to know your organisation',
      out_of_date: 'No reliable answer',
      personal_data: 'Outside my scope',
      out_of_scope: 'Outside my scope',
      unclear: 'A question to rephrase',
      too_long: 'A question to rephrase',
      abusive: 'Outside my scope',
      instruction_injection: 'Outside my scope',
    },
    confidenceName: 'Confidence',
    confidence: {
      high: 'high, the sheet answers your question',
      medium: 'medium, check that the sheet is about your case',
      low: 'low, this sheet is only the nearest one',
    },
    status: {
      V1: 'the text of the article',
      V2: 'a secondary source',
      'V2-faible': 'a weak source, to be cross-checked',
      M: 'nothing yet, to be verified',
    },
    feedback: {
      ask: 'Is this answer useful?',
      yes: 'Useful',
      no: 'Not useful',
      why: 'What is missing?',
      choices: {
        off_topic: 'It misses my question',
        unclear: 'It is hard to understand',
        incomplete: 'It is incomplete',
        wrong: 'It seems wrong to me',
        other: 'Something else',
      },
      comment: 'Say more if you wish (no personal names)',
      send: 'Send my opinion',
      thanks: 'Thank you, your opinion is noted.',
    },
    failed: 'The answer did not arrive: the server does not respond or the connection is down. Your question is kept.',
    retry: 'Try again',
    fault: {
      '403': {
        title: 'Submission refused',
        text: 'This was sent from a page that is not ours and was not read. Open this page and ask there.',
      },
      '404': { title: 'Page not found', text: 'There is nothing at this address.' },
      '413': {
        title: 'Question too long',
        text: 'This text is too long to be read. Ask in a few lines, without pasting the whole document.',
      },
      '429': {
        title: 'Too many messages at once',
        text: 'Many questions come from your address. Wait a minute, then try again.',
      },
      '500': { title: 'A fault on our side', text: 'The answer could not be prepared. Try again in a moment.' },
      other: {
        title: 'Request not understood',
        text: 'This request could not be read. Go back to the home page and ask there.',
      },
    },
    home: 'Back to the home page',
    footer:
      'Truchement answers from dated and sourced sheets. It informs, it does not decide: the official text and your interviewing department prevail.',
    start: {
      listening: (address) => `Truchement is listening on ${address} (Ctrl+C to stop)`,
      portInUse: (port) =>
        `Port ${port} is already in use: choose another one, for instance PORT=${port + 1} npm start`,
      exposed: (host) =>
        `Warning: HOST=${host} opens Truchement beyond this machine, without password or encryption; place it behind a server that provides them.`,
    },
  },
};
