import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';
import { AT_PRICE, countOf, gapBefore, isUnsold } from './said-counts.ts';

/** A sum of money as said, in euros, with what it is a sum of. */
export interface SaidSum {
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  readonly tax: 'HT' | 'TTC' | undefined;
  readonly per: 'unite' | 'mois' | 'an' | undefined;
  /** Of an item, where it is the price of one. */
  readonly times?: number;
  /** What is so counted, where the sum may as well be that of all of them. */
  readonly counted?: string | undefined;
  /** Said right after another one: «9 000 et 9 500». */
  readonly joined: boolean;
  /** «dont 60 000»: a part of the sum before. */
  readonly part: boolean;
}

const JOINT = /^ ?(?:,|\+|et|puis|plus|ou|;|\/|(?:,|et|puis|\+) (?:de|d'|un|une|un de|a|autre de)) ?(?:de|a|d')? ?$/;

const EACH =
  /^ ?(?:€|euros?|eur)? ?(?:ht|ttc)? ?(?:l'unite|l'une?\b|piece\b|chacune?\b|chaque\b|pieces?\b|unitaires?\b|par unite|\/ ?u\b|\/ ?piece|(?:la|le|l'|par) ?(?:lot|site|ecole|agent|batiment|piece|seance|intervention|visite|passage|tonne|licence|repas|chaise|place|voyage|poste|metre|m2|stere|exemplaire|atelier)\b)/;

const A_YEAR =
  /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?(?:(?:la|le|l'|par) ?[a-z]{2,12} )?(?:par an|\/ ?an|chaque annee|tous les ans|annuels?)\b/;

/** «11 500 HT la cage», where cages are spoken of. */
const OF_ONE = /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?(?:l[ae] |l')([a-z]{3,})/;
const OF_TIME = /^(?:annee|mois|jour|semaine|heure|trimestre|semestre)/;

function isOfOne(text: string, end: number): boolean {
  const noun = OF_ONE.exec(text.slice(end, end + LONGEST_NOUN))?.[1];
  if (noun === undefined || OF_TIME.test(noun)) return false;
  const others = noun.endsWith('s') || noun.endsWith('x') ? noun : `${noun}s`;
  return ` ${text.replace(/[^a-z]+/g, ' ')} `.includes(` ${others} `) && others !== noun;
}

const LONGEST_NOUN = 40;

/** «58k de mobilier», «31 000 de services», «1,1 milliard de fonctionnement»: money, where «31 000 chaises» are counted. */
const OF_SOMETHING = /^\d[\d\s.,]*(?:(?:k|m|md|millions?|milliards?) ?)?(?:de|d['’]) ?\p{L}/iu;

/** «15 000 livré le 3», «12 000 reçus»: what happened to the sum, where «300 pavés» and «1 305 unités» are counted. */
const HAPPENED = /(?:\p{L}{2}é|\bre[çc]u|\bremi|\brendu)(?:e|s|es)?$/iu;
const COUNTED_IN_E =
  /(?:[iéeo]té|unité|employé|salarié|abonné|administré|retraité|clé|marché|arrêté|délégué|député|assuré|comité|traité|procédé|handicapé|blessé|associé|licencié|café|pavé|canapé|carré|degré|société|curé)s?$/iu;
const isHappened = (said: string) => HAPPENED.test(said) && !COUNTED_IN_E.test(said);

/** «marché à 300 000, commune»: no communes are counted. */
const BUYER = /^(?:commune|mairie|ville|collectivite|departement|region|etat|hopital|epa|agglo|metropole)$/;

const NAMED_SUM = /(?:option|avenant|devis|marche|lot|budget|montant|retenue|prix)s? (?:de|d'|a|est)? ?$/;

/** The sums of a text, in order; a bare number is one where it is big enough or priced, and is no year. */
export function readSums(text: string, values: readonly SaidValue[]): readonly SaidSum[] {
  const folded = foldKeeping(text);
  const sums: SaidSum[] = [];
  let before: SaidValue | undefined;
  const all = inThousands(values, folded);
  for (const [place, value] of all.entries()) {
    if (isFormer(folded, value, all[place + 1])) continue;
    const money = moneyOf(value, folded, before);
    if (money !== undefined) {
      const last = sums.at(-1);
      const gap = folded.slice(last?.span[1] ?? 0, value.span[0]);
      const joined = last !== undefined && gap.length < 20 && JOINT.test(gap);
      const priced =
        money.per === 'unite' ||
        (EACH.test(folded.slice(value.span[1], value.span[1] + 24)) && !isByLot(folded, value, before)) ||
        isOfOne(folded, value.span[1]);
      const rhythm =
        before?.kind === 'quantity' && before.per !== undefined && AT_PRICE.test(gapBefore(folded, before, value));
      const count = countOf(folded, before, value, priced, values);
      const each = count ?? { low: 1, high: 1 };
      // A price is told with its count; what is paid each month, or for an unsettled count, is told in whole.
      const times =
        each.low === each.high && (money.per === undefined || money.per === 'unite') ? count?.high : undefined;
      // «1 200 tonnes à 92 € la tonne par an»: the whole of a year.
      const isYearly = times !== undefined && A_YEAR.test(folded.slice(value.span[1], value.span[1] + 24));
      const folds = count !== undefined && (times === undefined || isYearly);
      const unit = priced || times !== undefined || rhythm ? 'unite' : undefined;
      sums.push({
        ...money,
        ...(folds ? { low: money.low * each.low, high: money.high * each.high } : {}),
        per: isYearly ? 'an' : folds && money.per === 'unite' ? undefined : (money.per ?? (folds ? undefined : unit)),
        ...(times === undefined || isYearly ? {} : { times, counted: count?.counted }),
        joined,
        part: isPart(folded, money, last, joined),
      });
    }
    before = value;
  }
  return withTaxes(
    withoutRepeats(
      sums.map((sum, index) => inRhythm(withoutPrice(sum, sums[index + 1], folded), folded)),
      folded,
    ),
    folded,
  );
}

/** «tous les trimestres 15 000 à chaque fois», «6 000 € chaque mois»: said beside the sum, it is that of a period. */
function inRhythm(sum: SaidSum, text: string): SaidSum {
  if (sum.per !== undefined || sum.times !== undefined) return sum;
  const [start, end] = sum.span;
  const before = EVERY_BEFORE.exec(text.slice(Math.max(0, start - BESIDE), start))?.[1];
  const period = before ?? EVERY_AFTER.exec(text.slice(end, end + BESIDE))?.[1];
  if (period === undefined) return sum;
  if (period === 'mois') return { ...sum, per: 'mois' };
  const often = OFTEN.get(period) ?? 1;
  return { ...sum, low: sum.low * often, high: sum.high * often, per: 'an' };
}

/** In characters. */
const BESIDE = 40;
const EVERY_BEFORE =
  /\b(?:tous les|toutes les|chaque) (mois|trimestre|semestre|an|annee)s?\b(?:,? (?:on|nous|je|j'|il|en|pour|prend|prenons|achete|achetons|commande|depense|paie|paye|environ|de|a))*,? ?$/;
const EVERY_AFTER =
  /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?(?:tous les|toutes les|chaque) (mois|trimestre|semestre|an|annee)s?\b/;

/** «30 tablettes à 12 000 € le lot»: what is counted is no lots, and is sold together. */
function isByLot(text: string, { span: [, end] }: SaidValue, before: SaidValue | undefined): boolean {
  const isOther = before?.kind === 'quantity' && before.unit !== undefined && before.unit !== 'lot';
  return isOther && /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?le lot\b/.test(text.slice(end, end + 24));
}

/** «61 000 négociés à 59 500»: the sum that another took the place of. */
function isFormer(text: string, { span }: SaidValue, next: SaidValue | undefined): boolean {
  return (
    next !== undefined && next.span[0] - span[0] < LONGEST_GAP && BROUGHT_TO.test(text.slice(span[0], next.span[0]))
  );
}

const LONGEST_GAP = 60;
const BROUGHT_TO = /^[^.;?!]*\b(?:negocie|ramene|descendu|baisse|rabaisse|tombe|reduit)\w{0,3} (?:a|jusqu'a) ?$/;

const OF_WHICH = /\b(?:dont|y compris|incluant|comprenant|parmi lesquels)(?: environ| pour)? ?$/;

const OUT_OF = /\bsur (?:les|nos|ces|mes|un total de|une enveloppe de|un budget de) ?$/;

/** «50 000 dont 12 000 de pose et 8 000 de livraison», «sur les 80 000, 20 000 pour la pose»: a part of the sum before. */
function isPart(text: string, { span: [start], high }: Money, before: SaidSum | undefined, joined: boolean): boolean {
  const behind = (at: number) => text.slice(Math.max(0, at - 28), at);
  if (OF_WHICH.test(behind(start))) return true;
  if (before === undefined) return false;
  if (before.part && AND_OF.test(text.slice(before.span[1], start))) return true;
  return joined && OUT_OF.test(behind(before.span[0])) && high < before.high;
}

const AND_OF = /^[^.;?!:\d+]{0,40}(?:,|\bet|\bpuis) ?(?:de |d')?$/;

/** So many sums before one are looked at: more would cost a long table its square. */
const NEAR = 12;

/** «On calcule sur 96 000 ou 91 200 ?»: bare numbers of a later sentence that were said, or follow from two that were, are no other sums. */
function withoutRepeats(sums: readonly SaidSum[], text: string): readonly SaidSum[] {
  return sums.filter((sum, at) => {
    const before = sums
      .slice(Math.max(0, at - NEAR), at)
      .filter(({ span }) => /[.;?!\n]/.test(text.slice(span[1], sum.span[0])));
    const isBare = /^[\d\s.,]+$/.test(text.slice(...sum.span)) && sum.times === undefined && sum.per === undefined;
    if (!isBare || before.length === 0) return true;
    const known = new Set(
      before.flatMap(({ high }) => [high, ...before.flatMap((one) => [high + one.high, high - one.high])]),
    );
    return !known.has(sum.high);
  });
}

/** «330 / 72 / 58 / 40 k»: the thousands said once at the end are of all. */
function inThousands(values: readonly SaidValue[], text: string): readonly SaidValue[] {
  let next: SaidValue | undefined;
  let thousands = false;
  return values
    .toReversed()
    .map((value): SaidValue => {
      const gap = next === undefined ? '' : text.slice(value.span[1], next.span[0]);
      const isBare = value.kind === 'quantity' && value.unit === undefined && value.high < 1_000;
      thousands = isBare && thousands && /^ ?(?:\/|,|;|et) ?$/.test(gap) ? true : /\dk|\d k/i.test(value.text);
      next = value;
      return isBare && thousands && !/k/i.test(value.text)
        ? { ...value, low: value.low * 1_000, high: value.high * 1_000 }
        : value;
    })
    .toReversed();
}

/** Same length as the text, so that spans hold. */
function foldKeeping(text: string): string {
  const folded = fold(text).replace(/\s/g, ' ');
  return folded.length === text.length ? folded : text.toLowerCase();
}

/** Times a year. */
const OFTEN: ReadonlyMap<string, number> = new Map([
  ['trimestre', 4],
  ['semestre', 2],
]);

/** A range is not wider than so many times. */
const WIDEST = 100;

type Money = Pick<SaidSum, 'span' | 'low' | 'high' | 'tax' | 'per'>;

function moneyOf(value: SaidValue, text: string, before: SaidValue | undefined): Money | undefined {
  if (value.kind === 'amount') {
    const { span, high, tax, per } = value;
    if (high <= 0) return undefined;
    // «Terrain 1 à 82 000» is no range.
    const low = value.low * WIDEST < high ? high : value.low;
    const often = OFTEN.get(per ?? '');
    if (often !== undefined) return { span, low: low * often, high: high * often, tax, per: 'an' };
    const rhythm = per === 'mois' ? 'mois' : per === 'an' || per === 'annee' ? 'an' : undefined;
    return { span, low, high, tax, per: per === undefined ? undefined : (rhythm ?? 'unite') };
  }
  if (value.kind !== 'quantity') return undefined;
  const counted = value.unit !== undefined && !(value.unit === 'fois' && value.high >= 1_000);
  const isMoney =
    (OF_SOMETHING.test(value.text) && !isUnsold(value.unit)) || BUYER.test(value.unit ?? '') || isHappened(value.text);
  const isPriceOfOne =
    /^(?:piece|unite)$/.test(value.unit ?? '') &&
    before?.kind === 'quantity' &&
    /\b(?:a|@) ?$/.test(text.slice(Math.max(0, value.span[0] - 4), value.span[0]));
  if (counted && !isMoney && !isPriceOfOne) return undefined;
  const { span, low, high } = value;
  const isYear = /^\d{4}$/.test(value.text.trim()) && high >= 1500 && high <= 2100;
  const behind = text.slice(Math.max(0, span[0] - 16), span[0]);
  const priced =
    AT_PRICE.test(behind) && before?.kind === 'quantity' && text.slice(before.span[1], span[0]).length < 40;
  const each = isPriceOfOne || value.per === 'unite' || EACH.test(text.slice(span[1], span[1] + 24));
  if (isYear && !each) return undefined;
  if (/(?:n°|numero|ref|siret|article|salle|\bno) ?:? ?$|\b1 ?\/ ?$/.test(behind)) return undefined;
  const per = isPriceOfOne ? 'unite' : PERS.get(value.per ?? '');
  if (high >= 1_000 || (high >= 100 && NAMED_SUM.test(behind)) || each || (priced && high >= 10))
    return { span, low, high, tax: taxAfter(text, span[1]), per };
  return undefined;
}

const PERS: ReadonlyMap<string, SaidSum['per']> = new Map([
  ['mois', 'mois'],
  ['an', 'an'],
  ['annee', 'an'],
  ['unite', 'unite'],
]);

/** «58k de mobilier ht». */
function taxAfter(text: string, end: number): SaidSum['tax'] {
  const tax = /^ ?(ht|ttc)\b/.exec(text.slice(end, end + 8))?.[1];
  return tax === 'ht' ? 'HT' : tax === 'ttc' ? 'TTC' : undefined;
}

/** «trois commandes à 15 000, 22 000 et 30 000»: a list, and not the price of one; «3 factures de 12 000 et une de 4 800» has both. */
function withoutPrice(sum: SaidSum, next: SaidSum | undefined, text: string): SaidSum {
  if (sum.times === undefined || next?.joined !== true || next.times !== undefined) return sum;
  if (AND_ONE.test(text.slice(sum.span[1], next.span[0]))) return sum;
  const { times: _times, ...rest } = sum;
  return { ...rest, per: undefined };
}

const AND_ONE = /\b(?:une?|1|autre) (?:autre )?(?:de|d'|a) ?$/;

/** What is said once of the tax holds for the sums around; two ways of saying it hold each for its own. */
function withTaxes(sums: readonly SaidSum[], text: string): readonly SaidSum[] {
  const said = new Set(sums.flatMap(({ tax }) => (tax === undefined ? [] : [tax])));
  const [only] = said;
  const isDoubted = /\b(?:si c'est|sais (?:pas|plus) si|ttc ou|ou ttc)\b/.test(text);
  const [net, gross] = [/\b(?:ht|hors taxes?)\b/.test(text), /\bttc\b/.test(text)];
  const listed = said.size === 0 ? taxOfList(sums, text) : undefined;
  if (listed !== undefined) return sums.map((sum) => ({ ...sum, tax: listed }));
  if (said.size === 0 && !isDoubted && net !== gross) return sums.map((sum) => ({ ...sum, tax: net ? 'HT' : 'TTC' }));
  if (said.size !== 1 || only === undefined) return sums;
  return sums.map((sum) => ({ ...sum, tax: only }));
}

/** «12 000, 9 600 et 7 200, TTC». */
function taxOfList(sums: readonly SaidSum[], text: string): SaidSum['tax'] {
  const last = sums.at(-1);
  const tax =
    last &&
    /^ ?(?:€|euros?)? ?[,(] ?(?:le tout |tout |en )?(ht|ttc)\b/.exec(text.slice(last.span[1], last.span[1] + 24))?.[1];
  return tax === undefined ? undefined : tax === 'ht' ? 'HT' : 'TTC';
}

/** «bien au-dessus de 60 M€», «plus de 60 millions»: what a body spends lies past the sum, and is not that sum. */
export function isOverMillions(text: string, { span: [start], high }: SaidSum): boolean {
  return high >= A_MILLION && OVER.test(fold(text.slice(Math.max(0, start - 24), start)));
}

const A_MILLION = 1_000_000;
const OVER = /\b(?:au[- ]dessus de|au[- ]dela de|plus de|superieure?s? a|depass\w{1,5})(?: les)? ?$/;
