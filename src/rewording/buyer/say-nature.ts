import { readText } from '../../french/text.ts';
import { fold } from '../../french/words.ts';
import { assertNever } from '../../result.ts';
import type { FindTradeWords } from '../brief/trades.ts';
import type { Need } from '../port/rewording.ts';
import { natureOf } from './nature.ts';
import type { Family } from './notion-cue.ts';
import { type Notion, withoutDepartments } from './notions.ts';

/** What is bought, by the families of the code, when the signs of it leave no doubt; two needs may be of two families. */
export function familiesOf(
  source: string,
  notions: readonly Notion[],
  needs: readonly Need[],
  findTradeWords: FindTradeWords,
): readonly Family[] {
  const folded = readText(source);
  // «le local vélos» is where, and no bicycle is bought.
  const sites = needs.flatMap(({ slots }) => slots.place?.said ?? []);
  const signs = notions.flatMap(({ trade, family, span }) =>
    !trade || family === undefined || sites.some((site) => span[0] > site.span[0] && span[1] <= site.span[1])
      ? []
      : [{ at: folded.flatAt(span[0]), family }],
  );
  const text = withoutDepartments(folded.flat);
  const families = new Set([natureOf(text, signs)]);
  const within = (from: number, to: number) =>
    natureOf(
      text.slice(from, to),
      signs.filter(({ at }) => at >= from && at < to).map(({ at, family }) => ({ at: at - from, family })),
    );
  for (const { slots } of needs.length > 1 ? needs : []) {
    const object = slots.object?.said[0];
    if (object === undefined) continue;
    families.add(within(folded.flatAt(Math.max(0, object.span[0] - BEFORE_OBJECT)), folded.flatAt(object.span[1])));
  }
  // «1) 50 casques… 2) un interprète…», «refaire le mur et acheter 6 bancs»: each is read on its own.
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(ANOTHER)) {
    if (from === 0) families.add(within(0, index));
    from = index + mark.length;
    families.add(within(from, from + PART));
  }
  const sure = [...families].filter((family) => family !== undefined);
  return sure.length > 0 ? sure : familyOfObject(needs, findTradeWords);
}

/** Where the sentence tells nothing, the trade of the thing does. */
function familyOfObject(needs: readonly Need[], findTradeWords: FindTradeWords): readonly Family[] {
  const object = needs[0]?.slots.object?.said[0];
  const [word] = object === undefined ? [] : findTradeWords(fold(object.value));
  if (object === undefined || word === undefined) return [];
  if (word.trade.kind === 'goods' && DONE_TO.test(fold(object.value))) return ['services'];
  return [FAMILY[word.trade.kind]];
}

const FAMILY: Readonly<Record<'goods' | 'service' | 'works', Family>> = {
  goods: 'fournitures',
  service: 'services',
  works: 'travaux',
};
/** «réparer le minibus», «entretien des véhicules». */
const DONE_TO =
  /^(?:entretien|maintenance|reparation|nettoyage|controle|verification|depannage|reparer|entretenir|nettoyer|verifier|controler)\b/;

const ANOTHER =
  /(?<!\d)\d\) (?=\d|une? |des )|\b(?:ensuite|d'autre part|deuxiemement|par ailleurs|autre besoin|second besoin)\b[,:]? ?|\bet (?:aussi |egalement |puis |en meme temps )?(?=(?:acheter|acquerir|louer|commander|refaire|repeindre|former|nettoyer) )/g;
const PART = 60;

/** Characters before an object in which its verb stands («acheter», «refaire»). */
const BEFORE_OBJECT = 30;

/** The families, how a buyer calls a contract for them, and the trades met. A bracketed line, or the empty string. */
export function sayNature(source: string, notions: readonly Notion[], families: readonly Family[]): string {
  if (families.length === 0) return '';
  const folded = readText(source).flat;
  const labels = [
    ...families.flatMap((family) => contractOf(family, folded)),
    ...notions.flatMap(({ trade, shown, family }) =>
      trade && (family === undefined || families.includes(family)) ? shown : [],
    ),
  ].filter((label) => !families.some((one) => one === label));
  return `[Nature de l'achat : ${families.join(' et ')}${labels.length === 0 ? '' : ` (${[...new Set(labels)].join(', ')})`}.]`;
}

function contractOf(family: Family, folded: string): readonly string[] {
  switch (family) {
    case 'fournitures': {
      // Goods are bought, rented or leased (L1111-3).
      if (!HIRED.test(folded)) return ['acquisition'];
      return BOUGHT.test(folded) ? ['acquisition ou location'] : ['location'];
    }
    case 'services':
      return ['prestations de services'];
    case 'travaux':
      return ['marché de travaux'];
    case 'prestations intellectuelles':
      return ['marché de services'];
    default:
      return assertNever(family);
  }
}

const HIRED = /\b(?:lou(?:er|ons|e|es|ee|ees)|locations?|leasing|credit-bail)\b/;
const BOUGHT =
  /\b(?:ou|soit|et) (?:bien )?(?:on |l'on |nous )?(?:l'|les |le |la |en )?ach\w+|\bach\w+ ou (?:on )?(?:l'|les |le |la )?lou/;
