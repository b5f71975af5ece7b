// Everything Slack's own buttons, forms and notes say in English: one table, longer than the usual file.

import type { slackFr } from './slack-fr.ts';

export const slackEn: typeof slackFr = {
  answer: {
    shared: (mention) => `Answer shared by ${mention}`,
    sharedDone: 'Shared in the thread.',
    youAsked: (question) => `You asked: “${question}”`,
  },
  assistant: {
    hello:
      'Hello! Ask your public interviewing question as it comes: I answer departments and buyers alike, with the articles and the date. When your case needs a human eye, a interviewing reservist takes over.',
    promptsTitle: 'For example',
    working: 'is searching its sheets…',
    prompts: {
      prescriber: [
        ['A quote to sign', 'I have a quote for 30,000 €, may I sign it?'],
        ['A need, where to start', 'Where do I start when I have a need?'],
        ['An unpaid supplier', 'The supplier has not been paid for two months, is it serious?'],
        [
          'Tell the buyer my need',
          'Reformule pour l’achat : il nous faudrait une quinzaine de portables pour la rentrée',
        ],
      ],
      buyer: [
        ['Publish a notice?', 'At 75,000 € excluding tax, must I publish at the BOAMP?'],
        ['Award criteria', 'Which award criteria since August 2026?'],
        ['Advance payment', 'When is the advance payment due?'],
        [
          'Explain to a department',
          'Reformule pour le service : merci de me transmettre le CCTP et les quantités estimées',
        ],
      ],
      reservist: [
        ['Publish a notice?', 'At 75,000 € excluding tax, must I publish at the BOAMP?'],
        ['Extend a framework', 'May a framework agreement that has come to its end be extended?'],
        ['Advance payment', 'When is the advance payment due?'],
        [
          'Explain to a department',
          'Reformule pour le service : merci de me transmettre le CCTP et les quantités estimées',
        ],
      ],
    },
  },
  reword: {
    nothing: 'There is no text to reword in this message.',
    shareForm: {
      title: 'Agree on it',
      where: 'Where to show it',
      hint: 'The brief and its replies will be seen by everyone who reads that conversation. Truchement must have been invited.',
    },
    fileFailed: 'The file could not be left here: it takes the “files:write” permission.',
    shareFailed: 'I cannot write in that conversation: invite Truchement there, then try again.',
    posted: 'The brief is posted; I update it when a side replies.',
  },
  case: {
    notRelayed: (why) => `This message has not left. ${why}`,
    editsNotRelayed:
      'The original message has already been passed on: the correction is not. Write it in a new message.',
  },
  home: {
    exported: 'Here is everything kept about you.',
  },
  command: {
    help: [
      '**What I understand after `/achat`**',
      '',
      '- `/achat do I need three quotes for 30,000 €?` answers your question',
      '- `/achat reformuler il nous faut 15 portables` says a text in the other side’s words',
      '- `/achat réserviste` asks for a human eye on your case',
      '- `/achat dispo pause jusqu’au 15` changes your hours as a reservist',
      '- `/achat module` shows the training modules',
      '- `/achat canal public` or `/achat canal privé` says whether answers in this channel are seen by all',
      '- `/achat aide` shows this help',
    ].join('\n'),
    unknown: (typed) => `I do not know “${typed}”: ask your question in a few words.`,
    channel: {
      public: 'Noted: in this channel everybody sees my answers.',
      private: 'Noted: in this channel only the person who asks sees my answers.',
    },
    channelInDm: 'This setting belongs to a channel: type it in the channel it is about.',
    formLate: 'The form could not be opened in time: it waits three seconds only.',
    openForm: 'Open the form',
    later: 'Nothing could be saved for now. Try again in a minute.',
    filesOnly: 'I do not read files: copy the useful passage into a message.',
  },
  install: {
    done: 'Truchement is installed in your workspace. You may close this page.',
    refused: 'The installation was refused in Slack. Nothing is installed.',
    failed: 'Slack did not confirm the installation. Start again; if it happens again, see docs/slack.md.',
    expired: 'This installation did not begin here, or it waited too long. Start again.',
  },
};
