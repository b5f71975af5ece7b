import type { Heard } from '../../../src/handoff/port/views.ts';
import { type Action, heading } from '../card/elements.ts';
import { ownWords } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';

type OwnHours = Extract<Heard, { readonly kind: 'availability' | 'unclear' }>;

/** What was understood of someone's own hours, to be confirmed; nothing is kept before. */
export function ownHoursPart(heard: OwnHours, typed: string, { texts }: Say): CardPart {
  const { heard: says, desk } = texts.handoffWeb;
  const words = heard.kind === 'availability' ? heard.playback : heard.asked;
  const confirm: Action = {
    type: 'Action.Execute',
    title: desk.confirm,
    style: 'positive',
    verb: VERBS.availability,
    data: { confirm: typed },
  };
  const confirms = heard.kind === 'availability' && heard.confirms;
  return {
    body: [heading(says.title[heard.kind], 'Large'), { type: 'Container', style: 'emphasis', items: ownWords(words) }],
    actions: [
      ...(confirms ? [confirm] : []),
      { type: 'Action.Execute', title: says.toDesk, verb: VERBS.desk },
      { type: 'Action.Execute', title: says.wasQuestion, verb: VERBS.question, data: { text: typed } },
    ],
    said: words,
  };
}
