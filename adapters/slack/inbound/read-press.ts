import { SLACK_NAMES, valueFrom } from '../../../src/screens/action-names.ts';
import { VERBS, type Verb, type VerbValue } from '../../../src/screens/verbs.ts';
import { readButton, readJson } from '../values.ts';

/** A button as the desk hears it. */
export type Press = { readonly [V in Verb]: { readonly verb: V; readonly value: VerbValue<V> } }[Verb];

/** What a button means, by the names that stand in messages people keep; undefined for none of ours. */
export function readPress(action: string, carried: string): Press | undefined {
  // Buttons of one kind in a row bear their place.
  const id = action.replace(/_\d+$/, '');
  const name = SLACK_NAMES.find((one) => one.name === id);
  if (name === undefined) return undefined;
  if (name.whole !== undefined) return checked(name.verb, readJson(carried));
  if (name.bare !== undefined) return checked(name.verb, { [name.bare]: carried });
  const button = new Map<string, unknown>(Object.entries(readButton(carried)));
  const read = (key: string): unknown => {
    const said = button.get(key);
    if (key === 'f' || key === 'u') return said === undefined ? undefined : said === 1;
    // A text that was cut to fit the button would lose its end.
    const isCut = key === 'q' && name.unsaid?.['text'] === '' && typeof said === 'string' && said.endsWith('…');
    return said === '' || isCut ? undefined : said;
  };
  return checked(name.verb, valueFrom(name, read));
}

/** @param value of a client: always checked */
export function checked(verb: Verb, value: unknown): Press | undefined {
  const read = VERBS[verb].safeParse(value);
  return read.success ? ({ verb, value: read.data } as Press) : undefined;
}
