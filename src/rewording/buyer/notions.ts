import type { LexiconEntry } from '../../corpus/lexicon.ts';
import type { Span } from '../../french/span.ts';
import { readText, type Text } from '../../french/text.ts';
import { indexTerms } from '../../french/words.ts';
import type { Sliced } from '../../sliced.ts';
import type { Family } from '../../vocabulary/rewording.ts';
import type { FoundTerm } from '../terms.ts';
import { createFindCues } from './find-cues.ts';

/** A concept that the message means, and the labels of the buyer's side that say it. */
export interface Notion {
  readonly entry: LexiconEntry;
  readonly span: Span;
  readonly shown: readonly string[];
  /** Set for a trade whose family is sure. */
  readonly family: Family | undefined;
  /** What is bought, as against how it is bought. */
  readonly trade: boolean;
}

export type FindNotions = (text: string, found: readonly FoundTerm[]) => readonly Notion[];

/** Whether a procedure or a contract runs already, and what is said of it describes no purchase to come. */
export const isUnderWay = (notions: readonly Notion[]): boolean =>
  notions.some(({ entry: { stage } }) => stage === 'consultation' || stage === 'contract');

/** An amount said of a purchase to come is what its value is estimated at; one paid, offered or granted before is not. */
function amountToCome(folded: string): RegExpExecArray | undefined {
  for (const match of folded.matchAll(AMOUNT)) {
    const from = Math.max(0, match.index - 70);
    const before = folded.slice(from, match.index);
    if (!NOT_TO_COME.test(before.slice(Math.max(...['.', '!', '?', '\n'].map((mark) => before.lastIndexOf(mark))) + 1)))
      return match;
  }
  return undefined;
}
const NOT_TO_COME =
  /\b(?:factur\w{1,20}|paye\w{0,20}|payions|paie (?:aujourd'hui|actuellement)|actuel\w{0,20}|devis|offres?|candidats?|subvention\w{0,20}|penalites?|avance|acompte|rallonge|marche (?:est )?(?:signe|faisait|actuel|en cours)|contrat (?:signe|actuel|en cours)|avai\w{1,20} (?:ete|coute|paye)|(?:en|annee) 20(?:1\d|2[0-5])|an (?:dernier|passe)|reclam\w{1,20}|caution|amende|indemnite|propos\w{1,20}|ecart\w{0,20}|autres sont|titulaire|son (?:marche|prix)|aide de)\b/;
const AMOUNT = /\d[\d .,]{0,15}(?:k€|ke\b|k\b|€|euros?\b|balles\b|m€)|\bmille (?:euros|balles)\b/g;
const VALUE_SHOWN = ['estimation de la valeur du besoin', 'valeur estimée'];

/**
 * The notions of public procurement that a message means: the turns of its concepts, and the labels of the lexicon said
 * outright, but for those too common to say anything to a buyer. In the order of the text.
 */
export function* createFindNotions(lexicon: readonly LexiconEntry[]): Sliced<FindNotions> {
  const findCues = yield* createFindCues(lexicon);
  const value = lexicon.find(({ id }) => id === 'valeur-estimee');
  const trades = new Set(lexicon.filter(({ cues = [] }) => cues.some(({ bought }) => bought !== undefined)));
  return (text, found) => {
    const read = readText(text);
    const notions = new Map<string, Notion>();
    const cues = findCues(text, departmentsIn(read));
    for (const { entry, cue, span } of cues) {
      if (cue.adds || notions.has(entry.id)) continue;
      const shown = cue.show ?? (trades.has(entry) ? [entry.achat.preferred] : companions(entry));
      const family = cue.bought === 'selon' ? undefined : cue.bought;
      notions.set(entry.id, { entry, span, shown, family, trade: trades.has(entry) });
    }
    for (const { entry, cue, span } of cues) {
      if (!cue.adds) continue;
      const known = notions.get(entry.id) ?? { entry, span, shown: [], family: undefined, trade: false };
      const shown = [...new Set([...known.shown, ...(cue.show ?? companions(entry))])];
      notions.set(entry.id, { ...known, shown, trade: false });
    }
    for (const { entry, side, span } of found) {
      if (side !== 'service' || entry.common === true || trades.has(entry)) continue;
      // One word alone («rompre») is too little to go by: the turns know better.
      if (notions.has(entry.id) || indexTerms(text.slice(...span)).length < 2) continue;
      notions.set(entry.id, { entry, span, shown: companions(entry), family: undefined, trade: false });
    }
    const amount = value === undefined || notions.has(value.id) ? undefined : amountToCome(read.flat);
    const runs = [...notions.values()].some(({ entry: { stage } }) => stage === 'contract' || stage === 'either');
    if (amount !== undefined && value !== undefined && !runs) {
      const span = read.spanOf(amount.index, amount.index + amount[0].length);
      notions.set(value.id, { entry: value, span, shown: VALUE_SHOWN, family: undefined, trade: false });
    }
    for (const { entry } of [...notions.values()]) for (const id of entry.hides ?? []) notions.delete(id);
    return [...notions.values()].sort((a, b) => a.span[0] - b.span[0]);
  };
}

/** The buyer's term, with the one that buyers look for beside it («dialogue compétitif, programme fonctionnel»). */
const companions = ({ achat }: LexiconEntry): readonly string[] => [achat.preferred, ...achat.alt.slice(0, 1)];

/** «le service des archives», «la direction de la culture»: who asks, and not what is bought. */
const departmentsIn = ({ flat, spanOf }: Text): readonly Span[] =>
  [...flat.matchAll(DEPARTMENT)].map(({ index, 0: name }) => spanOf(index, index + name.length));

/** Keeps every place. */
export function withoutDepartments(flat: string): string {
  return flat.replace(DEPARTMENT, (name) => ' '.repeat(name.length));
}
const DEPARTMENT =
  /^service [a-z]{1,30} (?=du |de la |de l'|des )|\b(?:(?:le|la|notre|du|au) (?:service|pole|bureau)|(?:direction|chef|cheffe|responsable|adjointe?|elue?|vice-presidente?) )[ ]?(?:charge[e]? )?(?:des |du |de la |de l'|aux? |a la )(?:[a-z]{1,30}(?: et (?:des |du |de la |de l')?[a-z]{1,30})?)/g;
