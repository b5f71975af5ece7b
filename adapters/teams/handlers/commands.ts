import { withoutEnd } from '../../../src/french/ends.ts';
import { fold } from '../../../src/french/words.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { forgetMeScreen } from '../../../src/screens/own-data.ts';
import { askScreen, needScreen, welcomeScreen } from '../../../src/screens/start.ts';
import { type Catalogue, catalogues } from '../../../src/text/catalogues.ts';
import { deskTexts } from '../../../src/text/desk-texts.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { commonOf } from '../face.ts';
import type { Place } from '../inbound/heard.ts';
import { suggested, toActivities } from '../message/activities.ts';
import { notePart } from '../note.ts';
import { type CardPart, cardOf } from '../render.ts';
import { createSay, type Say } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';
import type { Press } from './press.ts';

/** What a person may type to open one of the bot's own cards, in any language. */
type TeamsCommand = keyof Catalogue['teams']['commands'];

export interface Commanded {
  readonly command: TeamsCommand;
  /** The one language that has these words for it. */
  readonly language: Language | undefined;
}

export interface Commands {
  /** Which command the words are, in any language, exactly; undefined for a question. */
  read(text: string): Commanded | undefined;
  /** @param last key of the reply last given to this person here, for «ask a human» */
  run(command: TeamsCommand, at: Place, last: string | undefined): Promise<Result<undefined, NotDelivered>>;
}

export function createCommands(parts: HandlerParts & { readonly press: Press }): Commands {
  const { context, people, sender, press } = parts;
  const phrases = readPhrases();

  const show = async (at: Place, part: CardPart, say: Say, suggestions?: readonly string[]) => {
    const follow =
      suggestions === undefined || at.scope !== 'personal' ? {} : { suggestions: suggestions.map(suggested) };
    const sent = await sender.send(at.reference, toActivities({ card: part, ...follow }, say));
    return sent.ok ? ok(undefined) : err(sent.error);
  };

  /** What a command opens that a button opens too. */
  const opened = async (
    at: Place,
    verb: 'purchases' | 'mine' | 'desk' | 'my_data',
    say: Say,
  ): Promise<Result<undefined, NotDelivered>> => {
    const pressed = { kind: 'pressed', verb, value: {}, filled: new Map() } as const;
    let shown = 0;
    for await (const { screen } of context.desk.hear({ ...commonOf(parts, at, verb), ...pressed })) {
      const sent = await show(at, cardOf(screen), say);
      if (!sent.ok) return sent;
      shown++;
    }
    // Where there are no demands, whoever asks for theirs means what they asked of a reservist.
    return shown === 0 && verb === 'purchases' ? opened(at, 'mine', say) : ok(undefined);
  };

  const human = async (at: Place, last: string | undefined, say: Say): Promise<Result<undefined, NotDelivered>> => {
    const pressed = { at, verb: 'human', given: { reply: last ?? '' }, card: undefined };
    if (last === undefined && at.scope === 'personal') return show(at, cardOf(askScreen(say.language)), say);
    const shown =
      last === undefined ? { kind: 'beside' as const, text: say.teams.private.notReached } : await press(pressed);
    if (shown === 'unknown' || shown.kind === 'made') return ok(undefined);
    return show(at, shown.kind === 'card' ? shown.part : notePart(shown.text, say), say);
  };

  return {
    read: (text) => phrases.get(folded(text)),
    run: async (command, at, last) => {
      const say = createSay(at.language ?? 'fr');
      if (command === 'help')
        return show(at, cardOf(welcomeScreen(at.scope, say.language)), say, await suggestionsFor(at, say));
      if (command === 'human') return human(at, last, say);
      if (command === 'reword') return show(at, cardOf(needScreen(say.language)), say);
      if (at.scope !== 'personal') return show(at, notePart(deskTexts[say.language].notHere, say), say);
      const person = await people.meet(at);
      if (!person.ok) return err({ kind: 'later', why: 'the store is down' });
      if (command === 'forgetMe') return show(at, cardOf(forgetMeScreen(say.language)), say);
      return opened(at, command === 'data' ? 'my_data' : command, say);
    },
  };

  /** What someone like this may want to say first. */
  async function suggestionsFor(at: Place, say: Say): Promise<readonly string[]> {
    const person = await people.known(at);
    const { suggestions } = say.teams.welcome;
    if (person.ok && person.value?.reservist === true) return suggestions.reservist;
    return suggestions[(await people.role(at, person.ok ? person.value : undefined)) ?? 'prescriber'];
  }
}

function readPhrases(): ReadonlyMap<string, Commanded> {
  const phrases = new Map<string, Commanded>();
  for (const language of ['fr', 'en'] as const) {
    const { commands } = catalogues[language].teams;
    for (const command of Object.keys(commands) as TeamsCommand[])
      for (const phrase of commands[command].map(folded))
        phrases.set(phrase, { command, language: phrases.has(phrase) ? undefined : language });
  }
  return phrases;
}

function folded(text: string): string {
  return withoutEnd(fold(text), '.!…').trim();
}
