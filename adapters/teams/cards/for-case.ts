import type { Heard, OpenTalk } from '../../../src/handoff/port/views.ts';
import { clean, oneLine, shorten } from '../card/clean.ts';
import { type Action, heading, note } from '../card/elements.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';
import { BOX, LONGEST } from './case-actions.ts';

/** Of a button's words. */
const LONGEST_TITLE = 60;

/**
 * Whom a line is for: the other side of a case, or the assistant. It stands in a box, to be looked at again: what is pressed takes
 * what the box holds.
 *
 * @param key of the line: however it is passed on, it is passed on once
 */
export function forCasePart(
  { cases }: Extract<Heard, { readonly kind: 'for_case' }>,
  { text, key }: { readonly text: string; readonly key: string },
  { texts, set }: Say,
): CardPart {
  const { heard: says } = texts.handoffWeb;
  const [{ side }, ...others] = cases;
  const titleOf = (one: OpenTalk) =>
    others.length === 0 ? says.forOther[one.side] : set(says.forOtherOf(shorten(oneLine(one.question), LONGEST_TITLE)));
  return {
    body: [
      heading(says.title.for_case, 'Large'),
      note(set(says.forCase[side])),
      {
        type: 'Input.Text',
        id: BOX.text,
        label: texts.handoffWeb.case.say[side],
        isMultiline: true,
        maxLength: LONGEST.said,
        value: clean(text),
      },
    ],
    actions: [
      ...cases.map(
        (one, index): Action => ({
          type: 'Action.Execute',
          title: titleOf(one),
          style: index === 0 ? 'positive' : 'default',
          verb: VERBS.toCase,
          data: { case: one.id, key },
        }),
      ),
      { type: 'Action.Execute', title: says.isQuestion, verb: VERBS.question },
    ],
    said: `${says.title.for_case} ${says.forCase[side]}`,
  };
}
