import type { LexiconEntry } from '../../corpus/lexicon.ts';
import { createFindTradeWords } from '../brief/trades.ts';
import type { Need, Term } from '../port/rewording.ts';
import type { FindTerms } from '../terms.ts';
import { sayCharacteristics } from './characteristics.ts';
import { createFindNotions, isUnderWay, type Notion } from './notions.ts';
import { familiesOf, sayNature } from './say-nature.ts';

export type ToBuyer = (
  source: string,
  needs: readonly [Need, ...Need[]],
) => { readonly text: string; readonly terms: readonly Term[] };

/**
 * A department's message as its buyer gets it: the person's own words, untouched, then after a blank line what the rules read
 * in them, a bracketed line each (nature, characteristics, notions of public procurement). Never throws.
 * @param findTerms tells the labels said outright
 * @param lexicon holds the buyer's labels that the notions are shown by
 */
export function createToBuyer(parts: {
  readonly findTerms: FindTerms;
  readonly lexicon: readonly LexiconEntry[];
}): ToBuyer {
  const findNotions = createFindNotions(parts.lexicon);
  const findTradeWords = createFindTradeWords(parts.lexicon);
  return (source, needs) => {
    const notions = findNotions(source, parts.findTerms(source, 'service'));
    const personal = notions.some(({ entry }) => PERSONAL.has(entry.id));
    const families = personal ? [] : familiesOf(source, notions, needs, findTradeWords);
    const nature = sayNature(source, notions, families);
    const toCome = !personal && !isUnderWay(notions);
    const characteristics = toCome ? sayCharacteristics(source, needs, families) : '';
    // What the line of characteristics names already is not named again.
    const more = notions.filter(
      ({ trade, shown }) => (!trade || nature === '') && !shown.every((label) => characteristics.includes(label)),
    );
    const read = [nature, characteristics, sayNotions(more)].filter((part) => part !== '');
    const text = read.length === 0 ? source : `${source}\n\n${read.join('\n')}`;
    return { text, terms: notions.map((notion) => termOf(notion, source)) };
  };
}

/** Messages about the person who writes, and not about what the department wants. */
const PERSONAL = new Set(['conflit-interets-situation', 'cadeaux', 'deport-agent', 'prise-interets', 'lanceur-alerte']);

function sayNotions(notions: readonly Notion[]): string {
  if (notions.length === 0) return '';
  const said = notions.map(({ entry, shown }) => {
    // A short number alone would read as a figure of the message.
    const article = entry.articles.find((code) => /^[LRD]\d{4}/.test(code));
    return `${shown.join(', ')}${article === undefined ? '' : ` (${article})`}`;
  });
  return `[Notions de la commande publique : ${said.join(' ; ')}.]`;
}

function termOf({ entry, span, shown }: Notion, source: string): Term {
  return {
    from: source.slice(...span),
    span,
    to: shown[0] ?? entry.achat.preferred,
    concept: entry.id,
    explanation: entry.explain.achat,
    articles: entry.articles,
  };
}
