import { faultsEn } from './faults-en.ts';
import type { teamsFr } from './teams-fr.ts';

export const teamsEn: typeof teamsFr = {
  commands: {
    purchases: ['my requests'],
    mine: ['my cases'],
    desk: ['my desk', 'reserve'],
    human: ['ask a reservist', 'a human', 'talk to someone'],
    reword: ['reword'],
    data: ['my data'],
    forgetMe: ['forget me'],
    help: ['help', '?'],
  },
  answer: {
    failed: 'Something failed on my side: the answer could not be prepared. Nothing is lost, ask again in a moment.',
    removed: 'The question was deleted, and so was its answer.',
    follows: (part, of) => `continued, ${part} of ${of}`,
  },
  welcome: {
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
  private: {
    written: 'I am writing to you in private: what concerns your case is not said in front of everyone.',
    notReached:
      'To hand a case to a reservist, open a private chat with me: add the Truchement app, then say “ask a reservist”.',
  },
  human: {
    shown: 'This is what would leave, below: read it, correct it, then send it.',
  },
  reword: {
    title: 'Reword',
    insert: 'Insert into the conversation',
    empty: 'There is no text to reword yet.',
    tooLong: (limit) => `This text is longer than ${limit} characters: keep what matters, or reword it in two goes.`,
    kept: 'The brief is kept: each side can correct and accept it.',
  },
  extension: {
    none: 'No note speaks of this. Try other words, or ask Truchement.',
    more: 'The rest does not fit here: ask Truchement in a chat.',
    noText: 'This message has no text to reword.',
  },
  fault: {
    unknownGesture: 'This gesture is not known here. Nothing was changed.',
    down: faultsEn.store_down.text,
  },
};
