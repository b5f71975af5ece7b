import type { Clarification, HandoffOffer, Refusal, SmallTalk } from '../../../src/answering/port/outcome.ts';
import { type Element, heading, note } from '../card/elements.ts';
import { plainText, richText } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import { type AnswerSetting, answerPart, sourceElements } from './answer.ts';
import type { CardPart } from './card-part.ts';
import { choiceActions } from './choices.ts';

/** A question back, its choices as buttons, each branch in short: nobody leaves empty-handed. */
export function clarificationPart(clarification: Clarification, say: Say): CardPart {
  const { texts, set } = say;
  const { question, choices, branches, sources } = clarification;
  const said = set(question);
  return {
    body: [
      heading(texts.web.clarificationTitle),
      note(said),
      ...branches.flatMap(({ title, brief }): readonly Element[] => [
        { type: 'Container', style: 'emphasis', items: [heading(plainText(title)), ...richText(brief)] },
      ]),
      ...sourceElements(sources, say),
    ],
    actions: choiceActions(choices),
    said: `${said} ${choices.map(({ label }) => label).join(' ; ')}`,
  };
}

export function refusalPart(
  refusal: Refusal,
  setting: Pick<AnswerSetting, 'reply' | 'offersHuman'>,
  say: Say,
): CardPart {
  const { texts, set } = say;
  const { reply, offersHuman } = setting;
  const asksHuman = offersHuman && reply !== undefined;
  return {
    body: [
      heading(texts.web.refusalTitle[refusal.reason]),
      ...richText(set(refusal.text)),
      ...richText(set(refusal.next)),
    ],
    actions: [
      ...choiceActions(refusal.suggestions),
      ...(asksHuman
        ? ([{ type: 'Action.Execute', title: texts.askReservist, verb: VERBS.human, data: { reply } }] as const)
        : []),
    ],
    said: `${refusal.text} ${refusal.next}`,
  };
}

/** A human is offered: why, and what is known meanwhile. */
export function handoffPart(offer: HandoffOffer, setting: AnswerSetting, say: Say): CardPart {
  const { texts, set } = say;
  const { reply, offersHuman } = setting;
  const { known } = offer;
  const meanwhile = known && answerPart(known, { ...setting, offersHuman: false, toggles: false }, say);
  return {
    body: [
      heading(texts.web.handoffTitle),
      ...richText(set(offer.why)),
      ...richText(set(texts.handoffWeb.ask.intro)),
      ...(known === undefined
        ? []
        : [heading(`${texts.known}\u00a0: ${plainText(known.title)}`), ...richText(known.brief)]),
      ...(meanwhile?.body ?? []),
    ],
    actions: [
      ...(offersHuman && reply !== undefined
        ? ([
            {
              type: 'Action.Execute',
              title: texts.askReservist,
              style: 'positive',
              verb: VERBS.human,
              data: { reply },
            },
          ] as const)
        : []),
      ...(meanwhile?.actions ?? []),
    ],
    said: offer.why,
  };
}

export function smallTalkText(talk: SmallTalk, say: Say): string {
  return say.set(talk.text);
}
