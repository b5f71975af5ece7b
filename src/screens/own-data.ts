import { z } from 'zod';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import type { Language } from '../vocabulary/people.ts';
import { wasQuestion } from './aside.ts';
import { escapeMarkdown, makeScreen, markdown } from './make.ts';
import type { Fact, Screen } from './screen.ts';
import { type Words, wordsOf } from './words.ts';

/** Characters of what a message shows of the data kept about someone; the page of the site gives the whole. */
const LONGEST_EXPORT = 9_000;

const list = z.array(z.unknown()).optional();
const exported = z.object({
  casesAsked: list,
  casesHelped: list,
  fichesProposed: list,
  interviews: list,
  looks: list,
  platforms: list,
});

/** What is kept about someone: who they are and how much there is, in words; as it stands, on demand. @param json the export */
export function dataScreen({ name, organisation }: SignedIn, json: string, language: Language): Screen {
  const words = wordsOf(language);
  const { data } = words.own;
  const cut = json.length > LONGEST_EXPORT;
  return makeScreen({
    ref: { view: 'data', key: '' },
    language,
    blocks: [
      markdown(`${data.export}${cut ? ` ${data.tooLong}` : ''}`),
      markdown(escapeMarkdown(`${name}, ${organisation}`)),
      { kind: 'facts', facts: countsOf(json, words) },
      { kind: 'fold', id: 'export', label: data.all, blocks: [{ kind: 'quote', text: json.slice(0, LONGEST_EXPORT) }] },
    ],
    said: data.export,
  });
}

/** Of each list that is kept, how long it is; what is empty is not said. */
function countsOf(json: string, { own }: Words): readonly Fact[] {
  const lists = exported.safeParse(JSON.parse(json)).data ?? {};
  const { kept } = own.data;
  return (Object.keys(kept) as (keyof typeof kept)[]).flatMap((name) => {
    const count = lists[name]?.length ?? 0;
    return count === 0 ? [] : [{ name: kept[name], value: String(count) }];
  });
}

/** What is kept about a person, before it is erased. @param typed the line that asked for it */
export function forgetMeScreen(language: Language, typed?: string): Screen {
  const { data } = wordsOf(language).all.handoffWeb;
  return makeScreen({
    ref: { view: 'forget_me', key: '' },
    language,
    title: data.forgetAsk.title,
    blocks: [markdown(data.forgetAsk.text)],
    // The screen is the second look.
    acts: [
      { verb: 'forget_me', value: {}, label: data.forgetYes, look: 'danger' },
      ...(typed === undefined ? [] : [wasQuestion(typed, language)]),
    ],
    said: `${data.forgetAsk.title} ${data.forgetAsk.text}`,
  });
}
