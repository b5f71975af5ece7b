import { frenchTypography } from '../french/typography.ts';
import type { Catalogue } from '../text/catalogues.ts';
import { formTexts } from '../text/form-texts.ts';
import { pointsOf } from './port/points.ts';
import type { PlainPoints, Rewording, Term } from './port/rewording.ts';
import { sayForm, sayNoForm, wordedPart } from './port/say-form.ts';

/** A rewording as Markdown: what a terminal, a log of the dialogue or a platform without cards shows. */
export function sayRewording(reworded: Rewording, texts: Catalogue['rewording']): string {
  const { direction, fidelity, questions } = reworded;
  return [
    `**${texts.rewordedFor[direction]}**`,
    ...(reworded.direction === 'to_buyer'
      ? sayToBuyer(reworded)
      : [sayPoints(reworded.points, texts), escaped(frenchTypography(reworded.message))]),
    // A buyer knows the words of the trade, and the form has its points of law.
    section(texts.glossary, beside(reworded).map(sayTerm)),
    section(
      texts.questions,
      questions.map(({ text }) => frenchTypography(text)),
    ),
    fidelity.faithful
      ? texts.faithful
      : section(
          texts.unfaithful(fidelity.defects.length),
          fidelity.defects.map(
            ({ kind, source, target }) =>
              `${texts.defect[kind]} : « ${escaped(source) || texts.nowhere} » → « ${escaped(target) || texts.nowhere} »`,
          ),
        ),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** The message as it was written, or a model's wording of it, then its forms. */
function sayToBuyer(reworded: Extract<Rewording, { direction: 'to_buyer' }>): readonly string[] {
  const { source, forms, noForm, terms } = reworded;
  const worded = wordedPart(reworded);
  const quote = source.split('\n').map((line) => `> ${escaped(line)}`);
  const lines = [
    ...(noForm === undefined ? [] : sayNoForm(noForm, terms)),
    ...forms.map((form) =>
      [
        ...(forms.length > 1 ? [`**${formTexts.need(form.need + 1)}**\n`] : []),
        ...sayForm(form).map(({ name, value }) => `- **${name}** : ${escaped(value)}`),
      ].join('\n'),
    ),
  ];
  return [worded === undefined ? quote.join('\n') : escaped(frenchTypography(worded)), ...lines];
}

function section(title: string, lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : `**${title}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function sayPoints(points: PlainPoints, { points: names }: Catalogue['rewording']): string {
  const said = pointsOf(points).map(({ point, text }) => `- **${names[point]}** : ${escaped(frenchTypography(text))}`);
  const nothing = points.asks === 'nothing' ? [`**${names.nothing}**`] : [];
  return [...nothing, ...(said.length === 0 ? [] : [said.join('\n')])].join('\n\n');
}

/** What is not explained where it stands; more than a few are read by nobody. */
const beside = (reworded: Rewording): readonly Term[] =>
  reworded.direction === 'to_buyer'
    ? []
    : reworded.terms
        .filter(({ to }) => !frenchTypography(reworded.text).includes(`(${frenchTypography(to)})`))
        .slice(0, MOST_TERMS);
const MOST_TERMS = 3;

const sayTerm = ({ from, to }: Term): string => `« ${escaped(from)} » : ${escaped(frenchTypography(to))}`;

/** What a person typed is shown, not obeyed: no emphasis, link, heading or code of theirs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^([^\S\n]{0,200})([-+]|\d{1,9}[.)])(?=\s)/gm, '$1\\$2');
}
