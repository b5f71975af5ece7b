import type { Answer } from '../../../src/answering/port/outcome.ts';
import { type Element, heading } from '../card/elements.ts';
import { plainText, richText } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { sourceElements } from './answer.ts';
import type { CardPart } from './card-part.ts';

/** A fiche to put in a conversation: what it says in short, both ways of putting it unfolded on demand, its sources. */
export function fichePart(answer: Answer, say: Say): CardPart {
  const { register, pitfalls } = say.texts;
  const folded = (id: string, title: string, text: string) => ({ id, title, text });
  const parts = [
    folded('prescriber', register.prescriber, answer.registers.prescriber),
    folded('buyer', register.buyer, answer.registers.buyer),
    folded('pitfalls', pitfalls, answer.pitfalls),
  ].filter(({ text }) => text !== '');
  return {
    body: [
      heading(plainText(answer.title), 'Large'),
      ...richText(answer.brief),
      ...sourceElements(answer.sources, say),
      ...parts.map(
        ({ id, title, text }): Element => ({
          type: 'Container',
          id,
          isVisible: false,
          style: 'emphasis',
          items: [heading(title), ...richText(text)],
        }),
      ),
    ],
    actions: parts.map(({ id, title }) => ({ type: 'Action.ToggleVisibility', title, targetElements: [id] })),
    said: `${answer.title}. ${answer.brief}`,
  };
}
