import { frenchTypography } from '../french/typography.ts';
import type { Catalogue } from '../text/catalogues.ts';
import { pointsAbove } from './port/points.ts';
import type { Rewording, Term } from './port/rewording.ts';
import { askedLine, sayBeside, wordedPart } from './port/say-form.ts';

/** A rewording as Markdown: what a terminal, a log of the dialogue or a platform without cards shows. */
export function sayRewording(reworded: Rewording, texts: Catalogue['rewording']): string {
  const { direction, questions } = reworded;
  return [
    `**${texts.rewordedFor[direction]}**`,
    ...(reworded.direction === 'to_buyer'
      ? sayToBuyer(reworded)
      : [sayPoints(reworded, texts), escaped(frenchTypography(reworded.message))]),
    section(texts.glossary, beside(reworded).map(sayTerm)),
    section(
      texts.questions,
      questions.map(({ text }) => frenchTypography(text)),
    ),
    reworded.wordedBy === 'model' ? texts.faithful : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** The message as it was written, or a model's wording of it, then what stands beside it. */
function sayToBuyer(reworded: Extract<Rewording, { direction: 'to_buyer' }>): readonly string[] {
  const { source, forms, asked } = reworded;
  const worded = wordedPart(reworded);
  const quote = source.split('\n').map((line) => `> ${escaped(line)}`);
  const lines = forms.flatMap(sayBeside).map(({ name, value }) => `- **${name}** : ${escaped(value)}`);
  const { name, said } = askedLine(asked);
  return [
    ...(asked.length === 0 ? [] : [`**${name}** : ${escaped(said.join(' '))}`]),
    worded === undefined ? quote.join('\n') : escaped(frenchTypography(worded)),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}

function section(title: string, lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : `**${title}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function sayPoints({ points, source }: ToPrescriber, { points: names }: Catalogue['rewording']): string | undefined {
  if (points.asks === 'nothing') return `**${names.nothing}**`;
  const above = pointsAbove(points, source);
  const said = above.points.map(
    ({ point, text }) => `- **${names[point === 'asked' ? above.title : point]}** : ${escaped(frenchTypography(text))}`,
  );
  return said.length === 0 ? undefined : said.join('\n');
}
type ToPrescriber = Extract<Rewording, { direction: 'to_prescriber' }>;

/** A buyer knows the words of the trade, and a model's wording says them. */
const beside = ({ direction, wordedBy, terms }: Rewording): readonly Term[] =>
  direction === 'to_buyer' || wordedBy === 'model' ? [] : terms;

const sayTerm = ({ from, to }: Term): string => `« ${escaped(from)} » : ${escaped(frenchTypography(to))}`;

/** What a person typed is shown, not obeyed: no emphasis, link, heading or code of theirs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^([^\S\n]{0,200})([-+]|\d{1,9}[.)])(?=\s)/gm, '$1\\$2');
}
