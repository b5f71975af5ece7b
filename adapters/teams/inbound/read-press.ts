import { z } from 'zod';
import type { Filled } from '../../../src/desk/port/heard.ts';
import { CONSENT, linesOf } from '../../../src/screens/consent.ts';
import { VERBS as ALL, type Verb, type VerbValue } from '../../../src/screens/verbs.ts';
import { VERBS } from '../verbs.ts';
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

const BRIEF = { update: 'preview', send: 'send', give_up: 'give_up' } as const;
const AGREEMENT = { accepted: 'agree', save: 'correct', reopened: 'reopen_agreement' } as const;
/** Boxes that Teams fills with «true» or nothing. */
const TOGGLES: ReadonlySet<string> = new Set([CONSENT.amounts, CONSENT.sameBody, CONSENT.answer]);

/** What the data of a card's button means, by the names that stand in cards people keep; undefined for none of ours. */
export function readPress(verb: string, given: Given): Press | undefined {
  const named = nameOf(verb, given);
  const read = named === undefined ? undefined : ALL[named].safeParse(dataOf(named, given));
  if (read?.success !== true) return undefined;
  return { kind: 'pressed', verb: named, value: read.data, filled: boxesOf(given), once: onceOf(given) } as Press;
}

function nameOf(verb: string, given: Given): Verb | undefined {
  switch (verb) {
    case VERBS.brief: {
      const wish = textOf(given, 'do');
      return wish === 'update' || wish === 'send' || wish === 'give_up' ? BRIEF[wish] : undefined;
    }
    case VERBS.agreement: {
      const act = textOf(given, 'act');
      return act === 'accepted' || act === 'save' || act === 'reopened' ? AGREEMENT[act] : undefined;
    }
    case VERBS.toCase:
      return 'to_case';
    case VERBS.register:
    case VERBS.human:
    case VERBS.act:
    case VERBS.open:
    case VERBS.desk:
    case VERBS.question:
    case VERBS.availability:
    case VERBS.reword:
    case VERBS.complete:
    case VERBS.keep:
    case VERBS.forgetMe:
    case VERBS.purchase:
    case VERBS.purchaseAct:
    case VERBS.purchaseFile:
    case VERBS.calculate:
      return verb;
    default:
      return undefined;
  }
}

const object = z.record(z.string(), z.unknown());

/** What is not filled in is left out, as if the button did not carry it. */
function dataOf(verb: Verb, given: Given): Readonly<Record<string, unknown>> {
  const text = (name: string) => textOf(given, name) || undefined;
  switch (verb) {
    case 'register':
      return { reply: text('reply'), role: text('to'), full: true };
    case 'agree':
    case 'correct':
    case 'reopen_agreement':
      return { agreement: text('id'), side: text('by') };
    case 'to_case':
      return { case: text('case'), text: textOf(given, 'text'), key: text('key') };
    case 'complete':
    case 'keep':
      // The card knows its rewording by its key alone.
      return { reply: text('reply'), direction: 'to_buyer', text: '' };
    case 'purchase_act':
      return {
        purchase: text('purchase'),
        on: given['on'],
        do: text('do'),
        fact: text('fact'),
        // The button's own: what is typed is in the box.
        said: text('choice'),
        part: text('part'),
      };
    case 'purchase_file':
      return { purchase: text('purchase'), as: text('as') };
    case 'calculate':
      return object.catch({}).parse(parseJson(textOf(given, 'value')));
    case 'act':
      return { case: text('case'), act: text('act'), useful: given['useful'] };
    default:
      return {
        reply: text('reply'),
        case: text('case'),
        seen: text('seen') ?? '-',
        text: text('text'),
        confirm: text('confirm'),
      };
  }
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
