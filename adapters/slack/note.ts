import { noteScreen } from '../../src/screens/note.ts';
import type { Act } from '../../src/screens/screen.ts';
import type { Language } from '../../src/vocabulary/people.ts';
import type { SlackMessage } from './blocks/message.ts';
import { messageOf } from './render.ts';

/** A sentence of ours as a message. @param markdown people's words in it escaped */
export function note(markdown: string, language: Language, acts: readonly Act[] = [], conversation = ''): SlackMessage {
  return messageOf(noteScreen(markdown, language, acts), conversation);
}
