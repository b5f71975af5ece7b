import type { Answer, Source } from '../../../src/answering/port/outcome.ts';
import type { Catalogue } from '../../../src/text/catalogues.ts';
import type { Role } from '../../../src/vocabulary/people.ts';
import { type Action, type Element, heading, note, notice, type TextRun } from '../card/elements.ts';
import { plainText, richText } from '../card/markdown.ts';
import type { Say } from '../say.ts';
import { sayDay } from '../say.ts';
import { VERBS } from '../verbs.ts';
import type { CardPart } from './card-part.ts';

export interface AnswerSetting {
  readonly register: Role;
  /** Key under which the answer is kept for its buttons; without it, it has none. */
  readonly reply: string | undefined;
  /** The other register is a click away: not where the answer takes several cards. */
  readonly toggles: boolean;
  readonly offersHuman: boolean;
}

const OTHER: Readonly<Record<Role, Role>> = { prescriber: 'buyer', buyer: 'prescriber' };

/** What an answer has beyond its first lines, which stand in the message: the register, what to do, what to beware of, the sources. */
export function answerPart(answer: Answer, setting: AnswerSetting, say: Say): CardPart {
  const { texts } = say;
  const { register } = setting;
  const own = answer.registers[register];
  const folded: Element[] = [];
  const body: Element[] = [
    ...(answer.caution === undefined ? [] : [notice(say.set(answer.caution), 'warning')]),
    ...section(own === '' ? undefined : texts.register[register], own),
    ...section(answer.nearby.length === 0 ? undefined : texts.nearby, nearbyText(answer)),
    ...section(answer.next === '' ? undefined : texts.nextSteps, answer.next),
    ...section(answer.limit === undefined ? undefined : texts.limit, answer.limit ?? ''),
    ...sourceElements(answer.sources, say),
    note(freshness(answer, say), { isSubtle: true, size: 'Small', separator: true }),
  ];
  const fold = (id: string, title: string, text: string): Action | undefined => {
    if (text === '') return undefined;
    folded.push({
      type: 'Container',
      id,
      isVisible: false,
      style: 'emphasis',
      items: [heading(title), ...richText(text)],
    });
    return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
  };
  const also = answer.also === undefined ? '' : `**${answer.also.title}**\n\n${answer.also.brief}`;
  const actions = [
    toggleOf(setting, say),
    fold('pitfalls', texts.pitfalls, answer.pitfalls),
    fold('also', texts.also, also),
    humanOf(setting, say),
  ].filter((action) => action !== undefined);
  return { body: [...body, ...folded], actions, said: plainText(own || answer.brief) };
}

function section(title: string | undefined, markdown: string): readonly Element[] {
  return title === undefined ? [] : [heading(title), ...richText(markdown)];
}

function nearbyText({ nearby }: Answer): string {
  return nearby.map(({ question, answer }) => `**${question}** ${answer}`).join('\n\n');
}

/** Where to read it: the articles, or the section of a document which cites none. */
export function sourceElements(sources: readonly Source[], say: Say): readonly Element[] {
  if (sources.length === 0) return [];
  return [
    heading(say.texts.sources),
    ...sources.map((source): Element => ({ type: 'RichTextBlock', inlines: sourceRuns(source, say) })),
  ];
}

function sourceRuns(source: Source, say: Say): readonly TextRun[] {
  const places = source.articles.length > 0 ? source.articles : [{ cited: source.section, url: source.url }];
  return [
    { type: 'TextRun', text: `${say.set(source.title)}\u00a0: `, weight: 'Bolder' },
    ...places.flatMap(({ cited, url }, index): readonly TextRun[] => [
      ...(index === 0 ? [] : [{ type: 'TextRun', text: ', ' } as const]),
      url?.startsWith('https://') === true
        ? { type: 'TextRun', text: cited, color: 'Accent', selectAction: { type: 'Action.OpenUrl', title: cited, url } }
        : { type: 'TextRun', text: cited },
    ]),
  ];
}

function freshness(answer: Answer, { texts, language, set }: Say): string {
  const { confidenceName, confidence } = texts.web;
  const word = confidence[confidenceWord(answer.confidence)];
  return set(`${texts.asOf(sayDay(answer.asOf, language))}. ${answer.sure} ${confidenceName} : ${word}.`);
}

/** Cut where the fitted confidence parts answers that are nearly always right from those to be checked. */
function confidenceWord(confidence: number): keyof Catalogue['web']['confidence'] {
  return confidence >= 0.75 ? 'high' : confidence >= 0.5 ? 'medium' : 'low';
}

function toggleOf({ register, reply, toggles }: AnswerSetting, { teams }: Say): Action | undefined {
  if (reply === undefined || !toggles) return undefined;
  const to = OTHER[register];
  return { type: 'Action.Execute', title: teams.answer.show[to], verb: VERBS.register, data: { reply, to } };
}

/** To the brief that would leave; nothing leaves yet. */
function humanOf({ reply, offersHuman }: AnswerSetting, { texts }: Say): Action | undefined {
  if (reply === undefined || !offersHuman) return undefined;
  return { type: 'Action.Execute', title: texts.askReservist, verb: VERBS.human, data: { reply } };
}
