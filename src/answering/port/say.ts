import { frenchDate } from '../../days/iso-date.ts';
import { assertNever } from '../../result.ts';
import { sayRewording } from '../../rewording/say-rewording.ts';
import type { Catalogue } from '../../text/catalogues.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { Answer, Clarification, Doubt, HandoffOffer, Outcome, Source } from './outcome.ts';
import { askedLines, countWords, firstLines, LEAST_KNOWN, MOST_WORDS, sayShort } from './short.ts';

/** The whole outcome as Markdown in one register: what is shown first, then what unfolds. */
export function sayOutcome(outcome: Outcome, role: Role, catalogue: Catalogue): string {
  switch (outcome.kind) {
    case 'answer':
      return [sayFirst(outcome, role, catalogue), sayRest(outcome, role, catalogue)].join('\n\n');
    case 'handoff':
      return sayHandoff(outcome, role, catalogue);
    case 'clarification':
      return outcome.reason === 'doubt'
        ? `${sayDoubt(outcome)}\n\n${catalogue.sources} : ${outcome.sources.map(saySource).join(' ; ')}.`
        : sayClarification(outcome, role, catalogue);
    case 'refusal':
      return [
        outcome.text,
        outcome.next,
        outcome.suggestions.length > 0 &&
          [catalogue.nearest, ...outcome.suggestions.map(({ label }) => `- ${label}`)].join('\n'),
      ]
        .filter(isText)
        .join('\n\n');
    case 'rewording':
      return sayRewording(outcome.rewording, catalogue.rewording);
    case 'smalltalk':
      return outcome.text;
    default:
      return assertNever(outcome);
  }
}

/** What is shown of an outcome before anything unfolds, as Markdown. */
export function sayFirst(outcome: Outcome, role: Role, catalogue: Catalogue): string {
  switch (outcome.kind) {
    case 'answer':
      return sayShort(outcome, role, catalogue);
    case 'handoff':
      return [
        ...whyAndKnown(
          outcome,
          role,
          [outcome.why, catalogue.turnTo.said(outcome.turnTo)],
          [outcome.known && sayKnown(outcome, outcome.known, role, catalogue)],
          catalogue,
        ),
        catalogue.offer,
        outcome.offered && `**${catalogue.offered}**\n\n${sayChoices(outcome.offered)}`,
      ]
        .filter(isText)
        .join('\n\n');
    case 'clarification':
      return outcome.reason === 'fact' ? sayAsked(outcome, role, catalogue) : sayDoubt(outcome);
    default:
      return sayOutcome(outcome, role, catalogue);
  }
}

/** What the rule is comes first, then why a human should look; a rule only near to what was asked comes after the reason of a theme. */
export function whyAndKnown<T>(
  { why, known }: Pick<HandoffOffer, 'why' | 'known'>,
  role: Role,
  reason: readonly T[],
  rule: readonly T[],
  { handoffWhy }: Catalogue,
): readonly T[] {
  const isOfTheme = !Object.values(handoffWhy).includes(why);
  return isOfTheme && known?.short[role].near !== undefined ? [...reason, ...rule] : [...rule, ...reason];
}

/** What is known: a human is offered under it already. */
function sayKnown({ why, turnTo }: HandoffOffer, known: Answer, role: Role, catalogue: Catalogue): string {
  const most = MOST_WORDS - countWords(`${why} ${catalogue.turnTo.said(turnTo)} ${catalogue.offer}`);
  return sayShort({ ...known, limit: undefined }, role, catalogue, most);
}

/** What unfolds, in one register. */
export function sayRest(answer: Answer, role: Role, catalogue: Catalogue): string {
  const shown = new Set(firstLines(answer, role, catalogue).map(({ text }) => text));
  const unless = (text: string | undefined) => (text === undefined || shown.has(text) ? undefined : text);
  return [
    unless(answer.short[role].but),
    `**${answer.title}**\n\n${answer.brief}`,
    answer.registers[role] && `**${catalogue.register[role]}**\n\n${answer.registers[role]}`,
    sayNearby(answer.nearby, catalogue),
    answer.next && `**${catalogue.nextSteps}**\n\n${answer.next}`,
    answer.also && `**${catalogue.also} : ${answer.also.title}**\n\n${answer.also.brief}`,
    answer.limit && `**${catalogue.limit}** : ${answer.limit} ${catalogue.offer}`,
    unless(answer.caution),
    `${catalogue.sources} : ${answer.sources.map(saySource).join(' ; ')}. ${catalogue.asOf(frenchDate(answer.asOf))}. ${answer.sure}`,
  ]
    .filter(isText)
    .join('\n\n');
}

function sayHandoff(offer: HandoffOffer, role: Role, catalogue: Catalogue): string {
  return [sayFirst(offer, role, catalogue), sayHandedRest(offer, role, catalogue)].filter(isText).join('\n\n');
}

/** What unfolds of a hand-over; undefined where nothing does. */
export function sayHandedRest(
  { known, near = [] }: HandoffOffer,
  role: Role,
  catalogue: Catalogue,
): string | undefined {
  if (known !== undefined) return sayRest({ ...known, limit: undefined }, role, catalogue);
  return sayNearby(near, catalogue);
}

function sayClarification(asked: Clarification, role: Role, catalogue: Catalogue): string {
  const { known, sources } = asked;
  return [
    sayAsked(asked, role, catalogue),
    known && askedLines(asked, catalogue).left < LEAST_KNOWN && sayShort(known, role, catalogue),
    known && sayRest(known, role, catalogue),
    known === undefined && sources.length > 0 ? `${catalogue.sources} : ${sources.map(saySource).join(' ; ')}.` : '',
  ]
    .filter(isText)
    .join('\n\n');
}

/** The fact that is asked for, what it would change, what is known whatever it is, and where that is written. */
function sayAsked(asked: Clarification, role: Role, catalogue: Catalogue): string {
  const { computed, choices, own = [], known } = asked;
  const labels = choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  const { lines, left } = askedLines(asked, catalogue);
  return [
    ...own,
    ...lines,
    labels,
    known && left >= LEAST_KNOWN
      ? sayShort(known, role, catalogue, left)
      : computed?.articles.map(({ cited }) => cited).join(' · '),
  ]
    .filter(isText)
    .join('\n\n');
}

function sayDoubt({ question, choices, own = [] }: Doubt): string {
  return [...own, question, sayChoices(choices)].join('\n\n');
}

function sayChoices(choices: Doubt['choices']): string {
  return choices.map((choice, index) => `${index + 1}. **${choice.question}** ${choice.answer}`).join('\n');
}

function sayNearby(near: Answer['nearby'], catalogue: Catalogue): string | undefined {
  const said = near.map(({ question, answer }) => `- *${question}* ${answer}`);
  return near.length === 0 ? undefined : `**${catalogue.nearby}**\n\n${said.join('\n')}`;
}

function saySource(source: Source): string {
  const place =
    source.articles.length === 0 ? source.section : source.articles.map((article) => article.cited).join(', ');
  return `« ${source.title} » (${place})`;
}

function isText(part: string | false | undefined): part is string {
  return part !== undefined && part !== false && part !== '';
}
