import { assertNever } from '../result.ts';
import { wordsOf } from '../screens/words.ts';
import { deskTexts } from '../text/desk-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import type { Happened } from './port/shown.ts';

type Sentence =
  | 'given_up'
  | 'was_question'
  | 'not_reservist'
  | 'forgotten'
  | 'not_here'
  | 'left_open'
  | 'thanked'
  | 'forgot_dialogue';

/** What takes a sentence, and no more. */
export function sentenceOf({ name }: Extract<Happened, { readonly name: Sentence }>, language: Language): string {
  const { all, own } = wordsOf(language);
  const web = all.handoffWeb;
  switch (name) {
    case 'given_up':
      return own.consent.givenUp;
    case 'was_question':
      return web.heard.wasQuestion;
    case 'not_reservist':
      return `${all.faults.not_reservist.title}. ${all.faults.not_reservist.text}`;
    case 'forgotten':
      return `${web.data.forgotten.title}. ${web.data.forgotten.text}`;
    case 'not_here':
      return deskTexts[language].notHere;
    case 'left_open':
      return own.case.laterDone;
    case 'thanked':
      return own.feedback.glad;
    case 'forgot_dialogue':
      return all.web.forgotten;
    default:
      return assertNever(name);
  }
}
