import type { faultsFr } from './faults-fr.ts';

export const faultsEn: typeof faultsFr = {
  unknown_case: {
    title: 'Case not found',
    text: 'This case does not exist, no longer exists, or is not open to you: it may have been erased at the end of its retention.',
  },
  not_yours: {
    title: 'This case is not yours',
    text: 'This is open only to the person who asked or to the reservist who follows the question.',
  },
  taken: {
    title: 'Case already taken',
    text: 'Another reservist accepted this case just before you. Thank you for answering: nothing else to do.',
  },
  offer_expired: {
    title: 'Offer over',
    text: 'The time to accept has passed, the question is offered to others. Thank you all the same.',
  },
  wrong_status: {
    title: 'The case has changed meanwhile',
    text: 'This cannot be done where the case stands: see where that is.',
  },
  stale: {
    title: 'The case has changed meanwhile',
    text: 'You decided on what was shown before: nothing was done. See where the case stands, then decide.',
  },
  unknown_reservist: {
    title: 'Unknown reservist',
    text: 'Nobody of that name can take this case: not of the network, not available, or tied to the matter. Check the name; the case is still yours.',
  },
  store_down: {
    title: 'Not available just now',
    text: 'Nothing could be read or saved just now. Nothing is lost: try again in a minute.',
  },
  files_refused: {
    title: 'File refused',
    text: 'Files are not passed on: copy the useful passage into the message, without personal names, or exchange the document once identities are open.',
  },
  second_person: {
    title: 'A second person must approve',
    text: 'Somebody other than the one who proposed this sheet must read and approve it.',
  },
  empty_text: { title: 'Nothing is written', text: 'There is no text: write a few words first.' },
  too_slow: {
    title: 'Text too long to read',
    text: 'This text takes too long to read: nothing has left. Cut it in two, or take out what repeats itself.',
  },
  too_long: {
    title: 'Text too long',
    text: (limit) => `This text is too long: ${limit} characters at most. Shorten it.`,
  },
  unfit_candidate: {
    title: 'The corpus cannot take it as it is',
    text: (why) => `This sheet cannot enter the corpus: ${why}`,
  },
  unread: { title: 'Request not understood', text: 'This is not known here. Nothing was changed.' },
  unknown_candidate: {
    title: 'Sheet not found',
    text: 'This proposed sheet does not exist, or no longer: someone may have dealt with it already.',
  },
  already_proposed: {
    title: 'Sheet already proposed',
    text: 'This case has already given a sheet: it waits for its approval, or has received it.',
  },
  not_reservist: {
    title: 'For reservists',
    text: 'This is for reservists; you are not registered. Ask whoever looks after your network.',
  },
  not_coordinator: {
    title: 'For the network’s coordinator',
    text: 'Only the network’s coordinator sees this page; your account does not open it.',
  },
  not_signed_in: {
    title: 'You have to be signed in',
    text: 'Lessons are read without an account; to keep what you do, sign in.',
  },
  unknown_training: { title: 'Not found', text: 'This training page does not exist, or no longer does.' },
  no_quiz: { title: 'No quiz', text: 'This module has no quiz yet.' },
  nothing_due: { title: 'Nothing to see again', text: 'There is nothing to see again for now.' },
  nothing_chosen: { title: 'Nothing chosen', text: 'Choose at least one answer.' },
  path_not_passed: { title: 'Path not finished yet', text: 'Pass all of its modules first.' },
  already_judged: { title: 'Already done', text: 'This request has had its answer.' },
};
