import type { Filled } from '../../../src/desk/port/heard.ts';
import { ownValue } from '../../../src/own-value.ts';
import { TEAMS_NAMES, valueFrom } from '../../../src/screens/action-names.ts';
import { CONSENT, linesOf } from '../../../src/screens/consent.ts';
import { VERBS as ALL, type Verb, type VerbValue } from '../../../src/screens/verbs.ts';
import { type Given, onceOf, parseJson, textOf } from './read-action.ts';

/** A button as the desk hears it. */
export type Press = { readonly [V in Verb]: PressOf<V> }[Verb];

interface PressOf<V extends Verb> {
  readonly kind: 'pressed';
  readonly verb: V;
  readonly value: VerbValue<V>;
  readonly filled: Filled;
  readonly once: ReturnType<typeof onceOf>;
}

/** Boxes that Teams fills with «true» or nothing. */
const TOGGLES: ReadonlySet<string> = new Set([CONSENT.amounts, CONSENT.sameBody, CONSENT.answer]);

/** What the data of a card's button means, by the names that stand in cards people keep; undefined for none of ours. */
export function readPress(verb: string, given: Given): Press | undefined {
  const marked = ([key, said]: readonly [string, string]) => textOf(given, key) === said;
  const name = TEAMS_NAMES.find((one) => one.name === verb && (one.mark === undefined || marked(one.mark)));
  if (name === undefined) return undefined;
  const read = ALL[name.verb].safeParse(
    name.whole === undefined ? valueFrom(name, (key) => carriedIn(given, key)) : parseJson(textOf(given, name.whole)),
  );
  if (!read.success) return undefined;
  return { kind: 'pressed', verb: name.verb, value: read.data, filled: boxesOf(given), once: onceOf(given) } as Press;
}

/** What is not filled in is left out, as if the button did not carry it. */
function carriedIn(given: Given, key: string): unknown {
  const held = ownValue(given, key);
  return typeof held === 'string' ? textOf(given, key) || undefined : held;
}

function boxesOf(given: Given): Filled {
  return new Map(
    Object.entries(given).flatMap(
      ([name, held]): readonly (readonly [string, string | boolean | readonly string[]])[] => {
        if (name === CONSENT.lifted)
          return [
            [
              name,
              textOf(given, name)
                .split(',')
                .filter((id) => id !== ''),
            ],
          ];
        if (name === CONSENT.added) return [[name, linesOf(textOf(given, name))]];
        if (TOGGLES.has(name)) return [[name, held === 'true' || held === true]];
        return typeof held === 'string' || typeof held === 'boolean' ? [[name, held]] : [];
      },
    ),
  );
}
