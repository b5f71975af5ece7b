import type { Language } from '../vocabulary/people.ts';
import { makeScreen, markdown, notice } from './make.ts';
import type { Act, Screen } from './screen.ts';

/** A sentence or two of ours. @param text Markdown, people's words in it escaped */
export function noteScreen(text: string, language: Language, acts: readonly Act[] = []): Screen {
  return makeScreen({ ref: { view: 'note', key: '' }, language, blocks: [markdown(text)], acts });
}

/** What went wrong, to be noticed. */
export function alertScreen(text: string, language: Language): Screen {
  return makeScreen({ ref: { view: 'note', key: '' }, language, blocks: notice(text, 'alert') });
}
