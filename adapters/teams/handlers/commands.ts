import { z } from 'zod';
import { withoutEnd } from '../../../src/french/ends.ts';
import { fold } from '../../../src/french/words.ts';
import type { NotDelivered } from '../../../src/message/delivery.ts';
import type { SignedIn } from '../../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { type Catalogue, catalogues } from '../../../src/text/catalogues.ts';
import type { Language } from '../../../src/vocabulary/people.ts';
import { shorten } from '../card/clean.ts';
import { note } from '../card/elements.ts';
import type { CardPart } from '../cards/card-part.ts';
import { deskPart, minePart } from '../cards/desk.ts';
import { sayHelpFault } from '../cards/faults.ts';
import { forgetMePart, humanPart, notePart, rewordFormPart, welcomePart } from '../cards/notes.ts';
import type { Place } from '../inbound/heard.ts';
import { suggested, toActivities } from '../message/activities.ts';
import { createSay, type Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { Press } from './actions.ts';
import type { HandlerParts } from './handler-parts.ts';

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

/** Code units of what a message shows of the data kept about someone; the page of the site gives the whole. */
const LONGEST_EXPORT = 9_000;

const EXPORT = 'export';

/** Of each list that is kept about someone, how long it is; what is empty is not said. */
function countsOf(json: string, say: Say): readonly string[] {
  const lists = exported.safeParse(JSON.parse(json)).data ?? {};
  const { kept } = say.teams.data;
  return (Object.keys(kept) as (keyof typeof kept)[]).flatMap((name) => {
    const count = lists[name]?.length ?? 0;
    return count === 0 ? [] : [say.set(`${kept[name]} : ${count}`)];
  });
}

const list = z.array(z.unknown()).optional();
const exported = z.object({ casesAsked: list, casesHelped: list, fichesProposed: list, looks: list, platforms: list });

export function createCommands(parts: HandlerParts & { readonly press: Press }): Commands {
  const { context, people, sender, press } = parts;
  const { helping } = context;
  const phrases = readPhrases();

  const show = async (at: Place, part: CardPart, say: Say, suggestions?: readonly string[]) => {
    const follow =
      suggestions === undefined || at.scope !== 'personal' ? {} : { suggestions: suggestions.map(suggested) };
    const sent = await sender.send(at.reference, toActivities({ card: part, ...follow }, say));
    return sent.ok ? ok(undefined) : err(sent.error);
  };

  const cardFor = async (command: TeamsCommand, by: SignedIn, say: Say): Promise<CardPart> => {
    const { faults } = say.texts;
    switch (command) {
      case 'mine': {
        const rows = await helping.mine(by.person);
        return rows.ok ? minePart(rows.value, say) : notePart(sayHelpFault(rows.error, say), true);
      }
      case 'desk': {
        if (!by.reservist) return notePart(`${faults.not_reservist.title}. ${faults.not_reservist.text}`);
        const desk = await helping.desk(by.person);
        return desk.ok ? deskPart(desk.value, { say }) : notePart(sayHelpFault(desk.error, say), true);
      }
      case 'data': {
        const kept = await helping.exportOf(by.person);
        if (!kept.ok) return notePart(sayHelpFault(kept.error, say), true);
        const cut = kept.value.length > LONGEST_EXPORT;
        const text = `${say.teams.data.export}${cut ? ` ${say.teams.data.tooLong}` : ''}`;
        const json = { type: 'TextRun', text: shorten(kept.value, LONGEST_EXPORT), fontType: 'Monospace' } as const;
        const part = notePart(say.set(text));
        const all = { type: 'RichTextBlock', id: EXPORT, isVisible: false, inlines: [json] } as const;
        const show = { type: 'Action.ToggleVisibility', title: say.teams.data.all, targetElements: [EXPORT] } as const;
        const who = note(`${by.name}, ${by.organisation}`);
        return {
          ...part,
          body: [...part.body, who, ...countsOf(kept.value, say).map((one) => note(one)), all],
          actions: [show],
        };
      }
      case 'forgetMe':
        return forgetMePart(say);
      default:
        return humanPart(say);
    }
  };

  const human = async (at: Place, last: string | undefined, say: Say): Promise<Result<undefined, NotDelivered>> => {
    const pressed = { at, verb: VERBS.human, given: { reply: last ?? '' }, card: undefined };
    if (last === undefined && at.scope === 'personal') return show(at, humanPart(say), say);
    const shown =
      last === undefined ? { kind: 'beside' as const, text: say.teams.private.notReached } : await press(pressed);
    if (shown === 'unknown' || shown.kind === 'made') return ok(undefined);
    return show(at, shown.kind === 'card' ? shown.part : notePart(shown.text), say);
  };

  return {
    read: (text) => phrases.get(folded(text)),
    run: async (command, at, last) => {
      const say = createSay(at.language ?? 'fr');
      if (command === 'help') return show(at, welcomePart(at.scope, say), say, await suggestionsFor(at, say));
      if (command === 'human') return human(at, last, say);
      if (command === 'reword')
        return show(at, rewordFormPart({ text: '', direction: undefined }, { say, action: 'execute' }), say);
      if (at.scope !== 'personal') return show(at, notePart(say.teams.private.notHere), say);
      const person = await people.meet(at);
      if (!person.ok) return err({ kind: 'later', why: 'the store is down' });
      return show(at, await cardFor(command, person.value, say), say);
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
