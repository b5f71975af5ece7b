import type { LexiconEntry } from '../../corpus/lexicon.ts';
import { fillFigures } from '../../corpus/prose.ts';
import type { Corpus } from '../../corpus/read-corpus.ts';
import { kandelMoles } from '../../corpus/readability.ts';
import { parisDay } from '../../days/iso-date.ts';
import { frenchTypography } from '../../french/typography.ts';
import { rewordedTexts } from '../../text/reworded-texts.ts';
import type { PlainPoints, Term } from '../port/rewording.ts';
import type { FindTerms } from '../terms.ts';
import { saidPoints } from './plain-points.ts';
import { createFindJargon, termOf } from './plain-terms.ts';
import { plainText } from './plain-text.ts';

export interface ToPrescriberParts {
  readonly corpus: Pick<Corpus, 'lexicon' | 'fiches' | 'figures'>;
  readonly findTerms: FindTerms;
  /** Says which day's figures an example quotes. */
  readonly now?: () => Date;
}

export interface PrescriberRewording {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly points: PlainPoints;
  /** Kandel–Moles score of the text: 60 and more is plain French. */
  readonly readability: number;
}

/**
 * A buyer's message or clause for the department that must act on it: the message itself in plain words, every value and
 * name kept, then what it asks in short points. What the corpus adds (why, an example) is held apart from the message.
 */
export function createToPrescriber({ corpus, findTerms, now = () => new Date() }: ToPrescriberParts) {
  const findJargon = createFindJargon(corpus.lexicon);
  const entries = new Map(corpus.lexicon.map((entry) => [entry.id, entry]));
  const fiches = new Map(corpus.fiches.map((fiche) => [fiche.id, fiche]));

  const firstSaid = (source: string): LexiconEntry | undefined =>
    findTerms(source, 'achat').find(({ side }) => side === 'achat')?.entry;

  return (source: string): PrescriberRewording => {
    const plain = plainText(source, findJargon);
    const terms = plain.explained.map((jargon) => termOf(jargon, source, entries));
    const main = mainConcept(terms, entries) ?? firstSaid(source);
    const at = parisDay(now());
    const example = fiches.get(main?.fiche ?? '')?.sections.example;
    const points: PlainPoints = {
      ...saidPoints(source, plain.text),
      why: main?.explain.service,
      example: example && frenchTypography(fillFigures(example, corpus.figures, at)),
    };
    const text = [plain.text, ...saidApart(source, points)].join('\n');
    return { text, terms, points, readability: kandelMoles(text) };
  };
}

/** What the message is about: its first explained term that the lexicon knows, one with a fiche before the others. */
function mainConcept(terms: readonly Term[], entries: ReadonlyMap<string, LexiconEntry>): LexiconEntry | undefined {
  const known = terms.map(({ concept }) => entries.get(concept)).filter((entry) => entry !== undefined);
  return known.find(({ fiche }) => fiche !== undefined) ?? known[0];
}

/** Below this many words a message says by itself what it asks. */
const SHORT = 45;

/** Points that a longer message buries. What the corpus adds (why, an example) stays out: it could pass for the message's own. */
function saidApart(source: string, { asked, send, byWhen, otherwise }: PlainPoints): readonly string[] {
  const long = source.split(/\s+/).length > SHORT;
  const lines: string[] = [];
  if (long && asked.length > 0) lines.push(...titled(rewordedTexts.asked, asked.join(' ')));
  if (long && send.length > 0) lines.push(...titled(rewordedTexts.send, send.join(' ; ')));
  if (long && byWhen !== undefined) lines.push(...titled(rewordedTexts.byWhen, byWhen));
  if (long && otherwise !== undefined) lines.push(...titled(rewordedTexts.otherwise, otherwise));
  return lines;
}

const titled = (title: string, text: string) => [`${title}\u00a0: ${text}`];
