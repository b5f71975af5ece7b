import { frenchDate } from '../days/iso-date.ts';
import { assertNever } from '../result.ts';
import { sayRewording } from '../rewording/say-rewording.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import { computedLines } from './port/computed.ts';
import type { Answer, Clarification, Doubt, HandoffOffer, Outcome, Source } from './port/outcome.ts';

/** The whole outcome as Markdown in one register: what a terminal, a log of the dialogue or a platform without cards shows. */
export function sayOutcome(outcome: Outcome, role: Role, catalogue: Catalogue): string {
  switch (outcome.kind) {
    case 'answer':
      return [catalogue.frenchSources, sayAnswer(outcome, role, catalogue)].filter(isText).join('\n\n');
    case 'handoff':
      return sayHandoff(outcome, role, catalogue);
    case 'clarification':
      return outcome.reason === 'doubt' ? sayDoubt(outcome, catalogue) : sayClarification(outcome, catalogue);
    case 'refusal':
      return `${outcome.text}\n\n${outcome.next}`;
    case 'rewording':
      return sayRewording(outcome.rewording, catalogue.rewording);
    case 'smalltalk':
      return outcome.text;
    default:
      return assertNever(outcome);
  }
}

function sayAnswer(answer: Answer, role: Role, catalogue: Catalogue): string {
  return [
    answer.understood && `*${catalogue.model.understood} :* ${answer.understood}`,
    ...(answer.computed === undefined ? [] : computedLines(answer.computed, catalogue)),
    `**${answer.title}**`,
    answer.direct,
    answer.situation && `*${catalogue.yourCase} :* ${answer.situation}`,
    answer.wordedBy === undefined ? answer.brief : undefined,
    answer.registers[role] && `**${catalogue.register[role]}**\n\n${answer.registers[role]}`,
    answer.wordedBy === undefined ? undefined : `${answer.brief}\n\n${catalogue.model.worded}`,
    answer.nearby.length > 0 ? `**${catalogue.nearby}**\n\n${answer.nearby.map(sayNearby).join('\n')}` : undefined,
    answer.next && `**${catalogue.nextSteps}**\n\n${answer.next}`,
    answer.also && `**${catalogue.also} : ${answer.also.title}**\n\n${answer.also.brief}`,
    answer.limit && `**${catalogue.limit}** : ${answer.limit} ${catalogue.offer}`,
    answer.caution,
    `${catalogue.sources} : ${answer.sources.map(saySource).join(' ; ')}. ${catalogue.asOf(frenchDate(answer.asOf))}. ${answer.sure}`,
  ]
    .filter(isText)
    .join('\n\n');
}

function sayHandoff(offer: HandoffOffer, role: Role, catalogue: Catalogue): string {
  const known =
    offer.known && `**${catalogue.known}**\n\n${sayAnswer({ ...offer.known, limit: undefined }, role, catalogue)}`;
  return [offer.why, catalogue.offer, known].filter(isText).join('\n\n');
}

function sayClarification(clarification: Clarification, catalogue: Catalogue): string {
  return [
    ...(clarification.computed === undefined
      ? [clarification.question]
      : computedLines(clarification.computed, catalogue)),
    clarification.choices.map((choice) => `- ${choice.label}`).join('\n'),
    clarification.sources.length > 0
      ? `${catalogue.sources} : ${clarification.sources.map(saySource).join(' ; ')}.`
      : undefined,
  ]
    .filter(isText)
    .join('\n\n');
}

function sayDoubt({ question, choices, sources }: Doubt, catalogue: Catalogue): string {
  return [
    question,
    choices.map((choice, index) => `${index + 1}. **${choice.question}** ${choice.answer}`).join('\n'),
    `${catalogue.sources} : ${sources.map(saySource).join(' ; ')}.`,
  ].join('\n\n');
}

function sayNearby({ question, answer }: Answer['nearby'][number]): string {
  return `- *${question}* ${answer}`;
}

function saySource(source: Source): string {
  const place =
    source.articles.length === 0 ? source.section : source.articles.map((article) => article.cited).join(', ');
  return `« ${source.title} » (${place})`;
}

function isText(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}
