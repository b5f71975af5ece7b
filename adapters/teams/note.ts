import { alertScreen, noteScreen } from '../../src/screens/note.ts';
import { type CardPart, cardOf } from './render.ts';
import type { Say } from './say.ts';

/** A sentence or two of ours, as a card that takes another's place. @param text Markdown, people's words in it escaped */
export function notePart(text: string, { language }: Say, tone: 'plain' | 'alert' = 'plain'): CardPart {
  return cardOf(tone === 'alert' ? alertScreen(text, language) : noteScreen(text, language));
}
