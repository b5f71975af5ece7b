import { bidderTexts as says } from '../text/bidder-texts.ts';
import { wasQuestion } from './aside.ts';
import { makeScreen, markdown } from './make.ts';
import type { Screen } from './screen.ts';

/** Refused, with the law that says so. */
export function bidderScreen(typed: string): Screen {
  return makeScreen({
    ref: { view: 'note', key: '' },
    language: 'fr',
    blocks: [{ ...markdown(`**${says.refused}**`), leads: true }, markdown(says.law), markdown(says.ask)],
    acts: [{ ...wasQuestion(typed, 'fr') }],
  });
}
