import type { CaseView } from '../../src/handoff/port/views.ts';
import { caseScreen } from '../../src/screens/case.ts';
import { alertScreen, noteScreen } from '../../src/screens/note.ts';
import { type CardPart, cardOf } from './render.ts';
import type { Say } from './say.ts';

/** A sentence or two of ours, as a card that takes another's place. @param text Markdown, people's words in it escaped */
export function notePart(text: string, { language }: Say, tone: 'plain' | 'alert' = 'plain'): CardPart {
  return cardOf(tone === 'alert' ? alertScreen(text, language) : noteScreen(text, language));
}

/** A case as its card shows it here: what one writes, and what was said, stand in it. */
export function casePart(view: CaseView, { language }: Say): CardPart {
  return cardOf(caseScreen(view, { language, writes: 'box', talk: true }));
}
