import { readAvailability } from '../../reserve/say-availability.ts';
import { assertNever } from '../../result.ts';
import { fold } from '../../text/words.ts';
import type { Heard } from '../views.ts';
import type { Lending } from './lending.ts';

const POLITE =
  "(?:(?:bonjour|salut|stp|svp|s'il (?:te|vous) plait)\\W+)?(?:je (?:veux|voudrais|souhaite|peux)(?: que vous| que tu)? |(?:peux-tu|pouvez-vous|tu peux|vous pouvez|pourriez-vous) )?";
const THANKS = "(?:\\W+(?:stp|svp|s'il (?:te|vous) plait|merci))?\\W*";
const DATA = '(?:toutes )?(?:mes|my) (?:donnees|data)(?: personnelles?)?';

/** The whole line, never a part of one: «mes données» is a request, «mes données de vente sont fausses» is not. */
const MY_DATA = new RegExp(
  `^\\W*${POLITE}(?:m')?(?:(?:voir|recevoir|recuperer|telecharger|telechargez?|exporter|exportez?|avoir|envoye[rz]?|donne[rz]?(?:[- ]moi)?|show(?: me)?|export|quelles (?:sont|donnees avez-vous sur)) )?${DATA}${THANKS}$`,
);
const FORGET_ME = new RegExp(
  `^\\W*${POLITE}(?:(?:oublie[sz]?|oubliez)[- ]moi|m'oublie[rsz]*|forget me|(?:efface[rsz]?|supprime[rsz]?|detruis|detruire|delete|erase) ${DATA})${THANKS}$`,
);

/**
 * What a line typed to the assistant is to the hand-over. Everything that is not clearly about the person's own hours or own
 * data is a question, and the assistant's. Pure: hours are kept once the playback is confirmed (`availability`), data leave or
 * go by `exportOf` and `forgetMe`.
 */
export function hearLine(text: string, lending: Lending | undefined, now: Date): Heard {
  const said = fold(text).trim();
  if (MY_DATA.test(said)) return { kind: 'my_data' };
  if (FORGET_ME.test(said)) return { kind: 'forget_me' };
  if (lending === undefined) return { kind: 'question' };
  const { language } = lending.person;
  const reading = readAvailability(text, lending.reservist, now);
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
