import { faultsEn } from './faults-en.ts';
import type { teamsFr } from './teams-fr.ts';

export const teamsEn: typeof teamsFr = {
  commands: {
    mine: ['my cases'],
    desk: ['my desk', 'reserve'],
    human: ['ask a reservist', 'a human', 'talk to someone'],
    reword: ['reword'],
    data: ['my data'],
    forgetMe: ['forget me'],
    help: ['help', '?'],
  },
  answer: {
    show: { prescriber: 'Version for the department', buyer: 'Version for the buyer' },
    lost: 'This answer is no longer kept here. Ask again and I will find it.',
    failed: 'Something failed on my side: the answer could not be prepared. Nothing is lost, ask again in a moment.',
    filesUnread: 'I do not read attached files: I answer what is written. Copy the passage that matters here.',
    removed: 'The question was deleted, and so was its answer.',
    follows: (part, of) => `continued, ${part} of ${of}`,
  },
  welcome: {
    title: 'Hello, I am Truchement',
    text: 'I answer about French public purchasing, for the department that has a need and for the buyer who runs the procedure. I am a program: my answers come from notes written and checked by people, with their articles. When your case needs a human eye, a reservist takes over.',
    group: 'Mention me (@Truchement) followed by your question: I answer in the thread. I read no other message.',
    privacy:
      'Nothing you write goes to a reservist before you have seen and accepted the exact text. “my data” shows what is kept, “forget me” erases it.',
    suggestions: {
      prescriber: [
        'I have a €30,000 quote, may I sign?',
        'Where do I start when I have a need?',
        'Reword',
        'Learn',
        'My cases',
      ],
      buyer: ['At €75,000, must I publish?', 'When is an advance due?', 'Reword', 'Learn', 'My cases'],
      reservist: ['My desk', 'My cases', 'When is an advance due?', 'Learn', 'Help'],
    },
  },
  feedback: {
    title: 'Your opinion',
    glad: 'Thank you, your opinion is noted.',
    what: 'Choose what is missing, or close this window.',
  },
  private: {
    written: 'I am writing to you in private: what concerns your case is not said in front of everyone.',
    notReached:
      'To hand a case to a reservist, open a private chat with me: add the Truchement app, then say “ask a reservist”.',
    notHere: 'This is done in a private chat with me.',
  },
  human: {
    ask: 'Ask your question here first, or describe your case below in your own words: you will see what leaves before anything does.',
    question: 'Your question',
    go: 'See what would leave',
    shown: 'This is what would leave, below: read it, correct it, then send it.',
  },
  consent: {
    masks: 'Leave visible',
    visible: 'Tick what the reservist may read; the rest stays hidden.',
    stale: 'This draft is no longer waiting: it was sent, or given up.',
    sent: 'Your question has left. I will write here as soon as someone takes it.',
    givenUp: 'Nothing has left, and the draft is given up.',
  },
  case: {
    opened: 'Opened',
    open: (question) => `Open: ${question}`,
    declined: 'You declined this offer.',
    done: 'Done.',
    earlier: (lines) =>
      lines === 1 ? 'One earlier message is not shown.' : `${lines} earlier messages are not shown.`,
  },
  desk: { understood: 'This is what I understood' },
  reword: {
    title: 'Reword',
    ask: 'The text to reword',
    hint: 'A department’s need, or a buyer’s message (in French)',
    go: 'Reword',
    insert: 'Insert into the conversation',
    empty: 'There is no text to reword yet.',
    tooLong: (limit) => `This text is longer than ${limit} characters: keep what matters, or reword it in two goes.`,
    keep: 'Keep the brief',
    kept: 'The brief is kept: each side can correct and accept it.',
    terms: (count) => (count === 1 ? 'One word explained' : `${count} words explained`),
  },
  extension: {
    none: 'No note speaks of this. Try other words, or ask Truchement.',
    more: 'The rest does not fit here: ask Truchement in a chat.',
    noText: 'This message has no text to reword.',
  },
  data: {
    export: 'This is what is kept about you.',
    all: 'See all of it, as it is',
    kept: {
      casesAsked: 'Cases you opened',
      casesHelped: 'Cases offered to you',
      fichesProposed: 'Fiches you proposed',
      looks: 'Consultations noted',
      platforms: 'Notes of Teams and Slack',
    },
    tooLong: 'There is too much for one message: the rest is on the “My data” page of the site.',
    confirm: 'Yes, erase for good',
  },
  fault: {
    unknownGesture: 'This gesture is not known here. Nothing was changed.',
    down: faultsEn.store_down.text,
  },
};
