import type { Fiche } from '../corpus/fiche.ts';
import { type Figures, figureAt, sayAmount, sayFigure } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { readAmount, readAmounts } from '../dialogue/amounts.ts';
import type { Given } from '../dialogue/given.ts';
import { citeArticle } from '../french/articles.ts';
import { fold } from '../french/words.ts';
import { saySituation, threshold } from './situation.ts';

/** A question and the fiche that answers it, for the day the figures must be right for. */
export interface Reckoning {
  readonly text: string;
  readonly given: Given;
  readonly fiche: Pick<Fiche, 'depends_on' | 'set_against'>;
  readonly at: IsoDate;
}

/**
 * The person's own figures worked out: the sum the question is about where it asks for one, else the amount against the
 * thresholds the fiche turns on. Undefined when nothing was given to work with.
 */
export function reckon({ text, given, fiche, at }: Reckoning, figures: Figures): string | undefined {
  const folded = fold(text);
  return (
    sayPenalty(folded, given, figures, at) ??
    sayTurnover(folded, figures, at) ??
    sayModification(folded, figures, at) ??
    (fiche.set_against.length > 0 ? sayComparison(given, fiche.set_against, figures, at) : undefined) ??
    (fiche.depends_on.includes('montant') ? saySituation(given, figures, at) : undefined)
  );
}

const TURNOVER = /\b(?:chiffres? d'affaires?|ca (?:annuel|minim\w{1,12}|maxim\w{1,12}|exig\w{1,12}))\b|\bde ca\b/;
const SUM = String.raw`\d[\d\s.,]{0,20}(?:millions?|mille|m€|k€|k)?\s?(?:€|euros?)?(?: (?:ht|ttc))?`;
/** The sum named as the turnover itself, not as the value of the contract: «400 000 de CA», «un chiffre d'affaires de 400 000 €». */
const TURNOVER_ASKED = new RegExp(
  `(${SUM}) ?(?:de |d')(?:ca\\b|chiffres? d'affaires?)|(?:\\bca|affaires?) (?:annuel |minimal |minimum )?(?:de |a |d'au moins )(${SUM})`,
);

/** The most turnover that may be asked for a contract of the amount given (R2142-7). */
function sayTurnover(folded: string, figures: Figures, at: IsoDate): string | undefined {
  const ratio = threshold(figures, 'ratio.chiffre_affaires', at);
  if (ratio === undefined || !TURNOVER.test(folded)) return undefined;
  const named = TURNOVER_ASKED.exec(folded);
  const asked = named === null ? undefined : readAmounts(`${named[1] ?? named[2]} €`)[0]?.value;
  const estimate = readAmount(folded.replace(TURNOVER_ASKED, ' '));
  if (estimate.kind !== 'whole' || estimate.amount.tax === 'TTC') return undefined;
  const { value } = estimate.amount;
  const most = Math.round(100 * ratio.value * value) / 100;
  const judged =
    asked === undefined
      ? ''
      : ` ${sayAmount(asked)} ${asked > most ? 'dépasserait ce plafond' : 'reste dans ce plafond'}.`;
  return `pour un marché ou un lot estimé à ${sayAmount(value)}, ${ratio.said} ce montant, soit ${sayAmount(most)} de chiffre d’affaires annuel au plus, sauf justification écrite (${citeArticle('R2142-7')}).${judged}`;
}

const MODIFICATION = /\b(?:avenants?|modifications?|rallonges?|plus[- ]values?)\b/;
/** «de 100 000 à 112 000 €» names the amount before and the one after, not a change and what it changes. */
const FROM_TO = new RegExp(`\\b(?:de|passer?|porte\\w*) ${SUM}\\s?a \\d`);
/** A greater share is more likely a misreading than a change anyone asks about. */
const SHARE_READ = 50;

/** A change in euros as a share of the first amount, against the limits of a small change (R2194-8). */
function sayModification(folded: string, figures: Figures, at: IsoDate): string | undefined {
  const amounts = readAmounts(folded).map(({ value }) => value);
  if (!MODIFICATION.test(folded) || FROM_TO.test(folded) || amounts.length !== 2) return undefined;
  const [change = 0, initial = 0] = amounts.sort((a, b) => a - b);
  const goods = threshold(figures, 'taux.modification.fournitures_services', at);
  const works = threshold(figures, 'taux.modification.travaux', at);
  if (change === initial || goods === undefined || works === undefined) return undefined;
  const share = Math.round((1000 * change) / initial) / 10;
  if (share > SHARE_READ) return undefined;
  const side = (limit: number) => (share < limit ? 'en dessous' : 'atteinte');
  return `${sayAmount(change)} sur ${sayAmount(initial)}, soit ${String(share).replace('.', ',')} % du montant initial. Petite modification : limite de ${goods.said} en fournitures et services, ${side(goods.value)} ; de ${works.said} en travaux, ${side(works.value)}. Comptez toutes les modifications précédentes, et restez sous le seuil européen (${citeArticle('R2194-8')}, ${citeArticle('R2194-9')}).`;
}

/** The amount beside each figure of the table that decides in this subject; net amounts and gross ones are not mixed. */
function sayComparison(given: Given, keys: readonly string[], figures: Figures, at: IsoDate): string | undefined {
  if (given.amount.kind !== 'whole') return undefined;
  const { amount } = given.amount;
  const compared = keys.flatMap((key) => {
    const figure = figures.get(key);
    const value = figure && figureAt(figure, at);
    if (figure === undefined || value === undefined) return [];
    if (amount.tax !== undefined && figure.tax !== undefined && amount.tax !== figure.tax) return [];
    const side =
      amount.value < value.value ? 'en dessous' : amount.value > value.value ? 'au-dessus' : 'juste au seuil';
    const sure = value.status === 'V1' || value.status === 'V2' ? '' : ', à vérifier';
    return [`${figure.label} (${sayFigure(figure, at)}, ${citeArticle(value.article)}${sure}) : ${side}`];
  });
  return compared.length === 0
    ? undefined
    : `${sayAmount(amount.value)}${amount.tax === undefined ? '' : ` ${amount.tax}`}. ${compared.join(' ; ')}.`;
}

/**
 * A late penalty by the formula of the standard terms, V × R / divisor, with its exemption (CCAG article on penalties).
 * What the amount must be the value of is said with it; undefined without an amount, days of delay or a named CCAG.
 */
function sayPenalty(folded: string, given: Given, figures: Figures, at: IsoDate): string | undefined {
  const terms = CCAGS.find(({ said }) => said.test(folded));
  if (given.amount.kind !== 'whole' || given.daysLate === undefined || terms === undefined) return undefined;
  const divisor = threshold(figures, terms.divisor, at);
  const exempt = threshold(figures, 'penalite.exoneration', at);
  if (divisor === undefined || exempt === undefined) return undefined;
  const { value } = given.amount.amount;
  const penalty = Math.round((100 * value * given.daysLate) / divisor.value) / 100;
  const formula = `si ${sayAmount(value)} est ${terms.base}, ${sayAmount(value)} × ${given.daysLate} / ${divisor.said} = ${sayAmount(penalty)}`;
  const due =
    penalty <= exempt.value
      ? `rien n’est dû tant que le total reste à ${exempt.said} ou moins`
      : `plafond ${sayFigureOf(figures, 'penalite.plafond', at)} du montant`;
  return `${formula} (${terms.article}, si le CCAP n’y déroge pas) ; ${due}, et le titulaire doit d’abord pouvoir s’expliquer.`;
}

/** CCAG-FCS, TIC and PI 14.1.1, MI 15: of the whole only where the rest cannot be used without it. */
const LATE_PART = 'la valeur hors taxes de la partie en retard';

const CCAGS = [
  {
    article: 'CCAG-FCS 14',
    base: LATE_PART,
    said: /\bccag[^.?!]{0,12}(?:fcs|fournitures)|\bfcs\b/,
    divisor: 'penalite.fcs_tic',
  },
  {
    article: 'CCAG-TIC 14',
    base: LATE_PART,
    said: /\bccag[^.?!]{0,12}(?:tic|informatique)/,
    divisor: 'penalite.fcs_tic',
  },
  {
    article: 'CCAG-PI 14',
    base: LATE_PART,
    said: /\bccag[^.?!]{0,12}(?:pi\b|intellectuelles?)/,
    divisor: 'penalite.autres_ccag',
  },
  {
    article: 'CCAG-MI 15',
    base: LATE_PART,
    said: /\bccag[^.?!]{0,12}(?:mi\b|industriels?)/,
    divisor: 'penalite.autres_ccag',
  },
  {
    article: 'CCAG-MOE 16',
    base: 'la valeur hors taxes de l’élément de mission en retard',
    said: /\bccag[^.?!]{0,12}(?:moe|maitrise)/,
    divisor: 'penalite.autres_ccag',
  },
  {
    article: 'CCAG-Travaux 19',
    base: 'le montant hors taxes de l’ensemble du marché, de la tranche ou du bon',
    said: /\bccag[^.?!]{0,12}travaux/,
    divisor: 'penalite.autres_ccag',
  },
] as const;

function sayFigureOf(figures: Figures, key: string, at: IsoDate): string {
  return threshold(figures, key, at)?.said ?? '';
}
