import { frenchTypography } from '../french/typography.ts';
import type { Catalogue } from '../text/catalogues.ts';
import { formTexts } from '../text/form-texts.ts';
import { pointsOf } from './port/points.ts';
import type { LintFinding, PlainPoints, Rewording, Term } from './port/rewording.ts';
import { sayForm, sayNoForm, wordedPart } from './port/say-form.ts';

/** A rewording as Markdown: what a terminal, a log of the dialogue or a platform without cards shows. */
export function sayRewording(reworded: Rewording, texts: Catalogue['rewording']): string {
  const { direction, fidelity, questions, missing } = reworded;
  const gaps = missing.map((slot) => texts.slot[slot].toLowerCase()).join(', ');
  return [
    `**${texts.rewordedFor[direction]}**`,
    ...(reworded.direction === 'to_buyer'
      ? sayToBuyer(reworded)
      : [sayPoints(reworded.points, texts), escaped(frenchTypography(reworded.message))]),
    section(texts.glossary, reworded.terms.map(sayTerm)),
    section(
      texts.findings(reworded.lint.length),
      reworded.lint.map((finding) => sayFinding(finding, reworded, texts)),
    ),
    section(
      texts.questions,
      questions.map(({ text }) => frenchTypography(text)),
    ),
    // A form says by itself what it lacks.
    gaps === '' || direction === 'to_buyer' ? undefined : `**${texts.toSay}** : ${gaps}.`,
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
  const lines =
    noForm === undefined
      ? forms.map((form) =>
          [
            ...(forms.length > 1 ? [`**${formTexts.need(form.need + 1)}**\n`] : []),
            ...sayForm(form).map(({ name, value }) => `- **${name}** : ${escaped(value)}`),
          ].join('\n'),
        )
      : sayNoForm(noForm, terms);
  return [worded === undefined ? quote.join('\n') : escaped(frenchTypography(worded)), ...lines];
}

function section(title: string, lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : `**${title}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function sayPoints(points: PlainPoints, { points: names }: Catalogue['rewording']): string {
  const said = pointsOf(points).map(({ point, text }) => `- **${names[point]}** : ${escaped(frenchTypography(text))}`);
  const nothing = points.asks === 'something' || points.notToDo.length > 0 ? [] : [`**${names[points.asks]}**`];
  return [...nothing, ...(said.length === 0 ? [] : [said.join('\n')])].join('\n\n');
}

function sayTerm({ from, to, explanation }: Term): string {
  return `« ${escaped(from)} » → *${escaped(to)}* : ${escaped(frenchTypography(explanation))}`;
}

function sayFinding(
  { code, span, articles, message, suggestion }: LintFinding,
  { source }: Rewording,
  texts: Catalogue['rewording'],
): string {
  const law = articles.length === 0 ? '' : ` (${articles.join(', ')})`;
  return `**${texts.lint[code]}** « ${escaped(source.slice(...span))} » : ${escaped(message)}${law} ${escaped(suggestion)}`;
}

/** What a person typed is shown, not obeyed: no emphasis, link, heading or code of theirs. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^([^\S\n]{0,200})([-+]|\d{1,9}[.)])(?=\s)/gm, '$1\\$2');
}
