import type { LexiconEntry } from '../../corpus/lexicon.ts';
import type { Need, Term } from '../rewording.ts';
import type { FindTerms } from '../terms.ts';
import { readValues } from '../values/read-values.ts';
import { sayValue } from '../values/say-value.ts';
import { sayCharacteristics } from './characteristics.ts';
import { isGreeting, openLetter } from './courtesy.ts';
import { createFindNotions, isUnderWay, type Notion } from './notions.ts';
import { AUTHOR, nameSpeakers, SERVICE } from './person.ts';
import { familiesOf, sayNature } from './say-nature.ts';
import { type Told, tellSentence } from './sentence.ts';
import { splitSentences } from './sentences.ts';
import { upperStart } from './spelling.ts';

export type ToBuyer = (
  source: string,
  needs: readonly [Need, ...Need[]],
) => { readonly text: string; readonly terms: readonly Term[] };

/**
 * A department's message, told to the buyer: courtesy and slang gone, first person turned into the department's, questions
 * told as asked, every figure and name as said; what cannot be told safely is quoted. Then the notions of public procurement
 * it means. Never throws.
 * @param findTerms tells the labels said outright
 * @param lexicon holds the buyer's labels that the notions are shown by
 */
export function createToBuyer(parts: {
  readonly findTerms: FindTerms;
  readonly lexicon: readonly LexiconEntry[];
}): ToBuyer {
  const findNotions = createFindNotions(parts.lexicon);
  return (source, needs) => {
    const notions = findNotions(source, parts.findTerms(source, 'service'));
    const personal = notions.some(({ entry }) => PERSONAL.has(entry.id));
    const told = tellMessage(source, personal ? AUTHOR : SERVICE);
    const families = personal ? [] : familiesOf(source, notions, needs);
    const nature = sayNature(source, notions, families);
    const toCome = !personal && !isUnderWay(notions);
    const characteristics = toCome ? sayCharacteristics(source, needs, families) : '';
    // What the line of characteristics names already is not named again.
    const more = notions.filter(
      ({ trade, shown }) => (!trade || nature === '') && !shown.every((label) => characteristics.includes(label)),
    );
    const text = [told, nature, characteristics, sayNotions(more)].filter((part) => part !== '').join('\n');
    return { text, terms: notions.map((notion) => termOf(notion, source)) };
  };
}

/** Messages about the person who writes, and not about what the department wants. */
const PERSONAL = new Set(['conflit-interets-situation', 'cadeaux', 'deport-agent', 'prise-interets', 'lanceur-alerte']);

/** The whole message, line by line; runs of sentences that had to be quoted make one quotation. */
function tellMessage(source: string, author: string): string {
  const letter = openLetter(withReadAmounts(source.replace(/[\ue000\ue001]/g, '')));
  const lines: string[] = [];
  let first = true;
  for (const line of letter.body.split(/\r\n|\r|\n/)) {
    if (isGreeting(line) && !/\p{Lu}\p{Ll}+ \p{Lu}/u.test(line)) continue;
    const bullet = /^\s*(?:[-*•–·▪►→]+|\d{1,2}[.)])\s+/u.exec(line);
    const told: Told[] = [];
    for (const sentence of splitSentences(bullet === null ? line : line.slice(bullet[0].length))) {
      const one = tellSentence(sentence, { author, first, item: bullet !== null });
      if (one.text === '') continue;
      told.push(one);
      first = false;
    }
    if (told.length > 0) lines.push(`${bullet?.[0].trimStart() ?? ''}${joinTold(told)}`);
  }
  if (letter.to !== undefined) lines.unshift(`À l'attention de ${letter.to}.`);
  if (letter.from !== undefined)
    lines.push(`Demande présentée par ${letter.from}${/\.$/.test(letter.from) ? '' : '.'}`);
  const text = nameSpeakers(lines.join('\n'));
  return text.replace(/^\p{Ll}|(?<=[.!?…»] )(?:le service|l'auteur)/gmu, upperStart);
}

function joinTold(told: readonly Told[]): string {
  const parts: string[] = [];
  for (let i = 0; i < told.length; i++) {
    const one = told[i];
    if (one === undefined) continue;
    if (!one.quoted) {
      parts.push(upperStart(one.text));
      continue;
    }
    const run = [one.text];
    while (told[i + 1]?.quoted === true) run.push(told[++i]?.text ?? '');
    const words = run.join(' ').replace(/\.$/, '');
    parts.push(`${SERVICE} précise : «\u00a0${words}\u00a0»${/[?!…]$/.test(words) ? '' : '.'}`);
  }
  return parts.join(' ');
}

/** «12k€» becomes «12k€ (12 000 €)»: as said and as read. Amounts already in plain figures stay alone. */
function withReadAmounts(source: string): string {
  let text = '';
  let last = 0;
  for (const value of readValues(source)) {
    if (value.kind !== 'amount' || !/k|mille|balles|million|M€|boules|cents?\b/i.test(value.text)) continue;
    if (/^\s*\(/.test(source.slice(value.span[1]))) continue;
    // «12k€ max (12 000 €)»: the bound stays next to what was said.
    const end =
      value.span[1] +
      (/^ ?(?:max(?:i|imum)?|mini(?:mum)?)(?!\p{L})/iu.exec(source.slice(value.span[1], value.span[1] + 12))?.[0]
        .length ?? 0);
    text += `${source.slice(last, end)} (${sayValue(value)})`;
    last = end;
  }
  return text + source.slice(last);
}

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
