import { frenchTypography } from '../french/typography.ts';
import type { OwnPassage } from '../retrieval/own-passages.ts';
import type { Retrieval } from '../retrieval/retrieve.ts';
import type { Catalogue } from '../text/catalogues.ts';
import { isBeside } from './decide.ts';
import type { Outcome } from './port/outcome.ts';
import { countWords } from './port/short.ts';

/** A second one, of another place, where it is nearly as near. */
const SECOND_WITHIN = 0.65;
/** Words of one alone; of two, of the first and of the second. */
const ALONE_WORDS = 75;
const QUOTED_WORDS = 48;
const SECOND_WORDS = 32;

/** What the organisation's own documents say nearest to a question, quoted with its place: one line, or two; Markdown. */
export function ownLines(
  { own: [first, ...others], confidence }: Pick<Retrieval, 'own' | 'confidence'>,
  catalogue: Catalogue,
): readonly string[] {
  if (first === undefined || !isBeside(first, confidence)) return [];
  const second = others.find((other) => other.fit >= first.fit * SECOND_WITHIN && placeOf(other) !== placeOf(first));
  return [first, ...(second === undefined ? [] : [second])].flatMap((passage, rank) => {
    const { source, parts } = passage.document;
    const part = parts[passage.part];
    if (part === undefined) return [];
    return [
      frenchTypography(
        catalogue.ownDocument(
          source.title,
          part.name,
          quote(passage, second === undefined ? ALONE_WORDS : rank === 0 ? QUOTED_WORDS : SECOND_WORDS),
        ),
      ),
    ];
  });
}

/** The same outcome with what the organisation's own documents say beside it; one that quotes them already stays as it is. */
export function withOwn(outcome: Outcome, lines: readonly string[]): Outcome {
  if (lines.length === 0) return outcome;
  switch (outcome.kind) {
    case 'answer':
      return outcome.sources[0].status === 'document' ? outcome : { ...outcome, own: lines };
    case 'clarification': {
      if (outcome.reason === 'fact') return { ...outcome, own: lines };
      const [first, second] = outcome.choices;
      return { ...outcome, choices: [first, second], own: lines };
    }
    case 'handoff':
      return { ...outcome, ...(outcome.known === undefined ? {} : { known: { ...outcome.known, own: lines } }) };
    default:
      return outcome;
  }
}

function placeOf({ document, part }: OwnPassage): string {
  return `${document.id} ${document.parts[part]?.name}`;
}

/**
 * The sentences and rows of a passage that are nearest to what was asked, in its order, and what was left out between them.
 * @param most words, but for the first
 */
export function quote({ document, part, sentences }: OwnPassage, most: number): string {
  const text = document.parts[part]?.text ?? '';
  let left = most;
  const kept = sentences
    .map((one, place) => ({ ...one, place, said: asRow(text.slice(...one.span)) }))
    .sort((a, b) => b.similarity - a.similarity)
    .filter(({ said }, rank) => {
      const words = countWords(said);
      if (rank > 0 && words > left) return false;
      left -= words;
      return true;
    })
    .sort((a, b) => a.place - b.place);
  return kept
    .map(({ said, place }, at) => (at > 0 && place > (kept[at - 1]?.place ?? 0) + 1 ? `[…] ${said}` : said))
    .join(' ');
}

/** A row of a table reads with its cells parted by middle dots; the mark or the number of a list's line says nothing here. */
function asRow(sentence: string): string {
  return sentence.replace(/^(?:[-*•]|\d{1,2}[.)])\s/, '').replaceAll(' | ', ' · ');
}
