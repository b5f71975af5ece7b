import { assertNever } from '../../result.ts';
import type { Heard } from '../port/views.ts';
import type { Lending } from './lending.ts';
import { saysForgetMe, saysMyData } from './own-data.ts';
import type { HelpingParts } from './parts.ts';

/**
 * What a line typed to the assistant is to the hand-over. Everything that is not clearly about the person's own hours or own
 * data is a question, and the assistant's. Pure: hours are kept once the playback is confirmed (`availability`), data leave or
 * go by `exportOf` and `forgetMe`.
 */
export function hearLine(
  { readAvailability, now }: Pick<HelpingParts, 'readAvailability' | 'now'>,
  text: string,
  lending: Lending | undefined,
): Heard {
  if (saysForgetMe(text)) return { kind: 'forget_me' };
  if (saysMyData(text)) return { kind: 'my_data' };
  if (lending === undefined) return { kind: 'question' };
  const { language } = lending.person;
  const reading = readAvailability(text, lending.reservist, now());
  switch (reading.kind) {
    case 'none':
      return { kind: 'question' };
    case 'ask':
      return { kind: 'unclear', asked: reading.question[language] };
    case 'show':
      return { kind: 'availability', playback: reading.text[language], confirms: false };
    case 'changes':
      return { kind: 'availability', playback: reading.playback[language], confirms: true };
    default:
      return assertNever(reading);
  }
}
