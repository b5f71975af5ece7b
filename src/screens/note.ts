import type { Language } from '../vocabulary/people.ts';
import { makeScreen, markdown, notice, quoted } from './make.ts';
import type { Act, Screen } from './screen.ts';

/** A sentence or two of ours. @param text Markdown, people's words in it escaped */
export function noteScreen(text: string, language: Language, acts: readonly Act[] = []): Screen {
  return makeScreen({ ref: { view: 'note', key: '' }, language, blocks: [markdown(text)], acts });
}

/** What went wrong, to be noticed; and someone's words, which are not lost. */
export function alertScreen(text: string, language: Language, words?: string): Screen {
  const blocks = [...notice(text, 'alert'), ...quoted(undefined, words)];
  return makeScreen({ ref: { view: 'note', key: '' }, language, blocks, said: text });
}
