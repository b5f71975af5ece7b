import type { Span } from '../../french/span.ts';
import type { SaidValue } from '../../french/values/value.ts';
import { fold } from '../../french/words.ts';

type Counted = Extract<SaidValue, { kind: 'quantity' }>;

export const AT_PRICE = /(?:^|[ ,(])(?:a|@|x|×|\*|de|d'une valeur de|au prix de|pour) ?$/;

export interface Count {
  readonly low: number;
  readonly high: number;
  /** What is counted, where the sum may as well be that of all: «20 chaises à 4 800 €». */
  readonly counted?: string;
}

const exactly = (count: number): Count => ({ low: count, high: count });

/** How many of what one costs: «12 photocopieurs à 4 800», «2 x 12 500», «16 500 par site, 3 sites», «entre 300 et 500 à 64». */
export function countOf(
  text: string,
  before: SaidValue | undefined,
  value: SaidValue,
  priced: boolean,
  values: readonly SaidValue[],
): Count | undefined {
  const rhythm = priced && before?.kind === 'duration' ? values.findLast(isRhythm) : undefined;
  if (rhythm !== undefined) return timesOfRhythm(rhythm, values);
  const named = countNamed(text, value, values);
  const isTimed = before?.kind === 'duration' && value.kind === 'amount' && before.unit === TIMED.get(value.per ?? '');
  const timed = isTimed ? exactly(before.high) : timedBy(value, values);
  // «2 agents pendant 40 jours à 310 € par jour et par agent».
  if (timed !== undefined && named !== undefined) return exactly(timed.high * named.high);
  if (isTimed) return timed;
  return (
    countAfter(text, value, values) ??
    named ??
    timed ??
    countBefore(text, before, value, priced, values) ??
    countRenewed(text, before, value, values) ??
    (priced ? countOfThem(text) : undefined)
  );
}

function countBefore(
  text: string,
  before: SaidValue | undefined,
  value: SaidValue,
  priced: boolean,
  values: readonly SaidValue[],
): Count | undefined {
  if (before?.kind !== 'quantity') return undefined;
  const gap = text.slice(before.span[1], value.span[0]);
  // «deux lots de 40 000», where no list of them follows.
  const isApart = APART.test(before.unit ?? '') ? /^ ?(?:de|a|d'environ) ?$/ : ORDERS;
  if (isCount(before) && isApart.test(gap)) return exactly(before.high);
  const shared =
    EACH_ONE.test(text.slice(...value.span)) || EACH_ONE.test(text.slice(value.span[1], value.span[1] + 12));
  if ((isUnsold(before.unit) && !shared) || before.high >= A_MILLION) return undefined;
  if (OF_ANOTHER.test(gap) && !shared) return undefined;
  if (
    PLACE.test(before.unit ?? '') &&
    !shared &&
    !priced &&
    SERVED.test(fold(text.slice(Math.max(0, before.span[0] - LONGEST_LEAD), before.span[0])))
  )
    return undefined;
  if (before.per !== undefined) return AT_PRICE.test(gap) ? timesOfRhythm(before, values) : undefined;
  if (!Number.isInteger(before.low) || !Number.isInteger(before.high)) return undefined;
  if (gap.length > 60 || /[.;?!]/.test(gap)) return undefined;
  if (/^ ?(?:x|×|\*|fois) ?$/.test(gap) || (before.unit === 'fois' && gap.trim() === '')) return before;
  if (before.unit === undefined || isOfAll(text, before.span, value.span, priced)) return undefined;
  if (priced) return before;
  return AT_PRICE.test(gap) ? { low: before.low, high: before.high, counted: before.unit } : undefined;
}

/** «À 4 800 € au total», «12 000 € le lot», «pour les 20»: of all. */
const OF_ALL =
  /^ ?(?:€|euros?|eur)? ?(?:ht|ttc)?,? ?\(?(?:au total|en tout|le tout|la totale|tout compris|total|l'ensemble|pour (?:le tout|l'ensemble|tout|toutes?|tous|les (?:\d+|deux|trois|quatre|cinq|six|dix))|le lot|les (?:\d+|deux|trois|quatre|cinq|six|dix))\b(?! (?:de|du|d'))/;
/** «Un lot de 30 tablettes à 12 000 €»: sold together; «30 tablettes pour 12 000 €», «un total de»: what all cost. */
const LOT_OF = /\b(?:lot|pack|kit|ensemble|parc) (?:complet )?(?:de |d')$/;
const FOR_ALL = /(?:\bpour|\b(?:total|ensemble|tout)(?: (?:de|a|fait|pour)){0,2}|\bsoit) ?$/;

/** Whether the words around a sum say it is that of all that is counted; one told of each is not, but by «le lot» of what is no lot. */
function isOfAll(text: string, count: Span, sum: Span, priced: boolean): boolean {
  if (OF_ALL.test(text.slice(sum[1], sum[1] + LONGEST))) return true;
  if (priced) return false;
  return FOR_ALL.test(text.slice(count[1], sum[0])) || LOT_OF.test(text.slice(Math.max(0, count[0] - 24), count[0]));
}

const LONGEST = 40;

/** «Puis deux fois un an à 14 000». */
function countRenewed(
  text: string,
  before: SaidValue | undefined,
  value: SaidValue,
  values: readonly SaidValue[],
): Count | undefined {
  if (before?.kind !== 'duration' || !/^[^.;?!\d]{0,30}\b(?:a|pour|de) $/.test(gapBefore(text, before, value)))
    return undefined;
  const times = values[values.indexOf(before) - 1];
  const isTimes = times?.kind === 'quantity' && times.unit === 'fois' && gapBefore(text, times, before).trim() === '';
  return isTimes && isCount(times) ? exactly(times.high) : undefined;
}

/** «Les cages d'escalier, y en a 8», «il en faut 12». */
const OF_THEM =
  /\b(?:y en a|y en aura|en faut|en faudra|en veut|en prend|en achete|en commande|sont au nombre de) (\d{1,5})\b/g;

function countOfThem(text: string): Count | undefined {
  const [said, another] = [...text.matchAll(OF_THEM)];
  return said === undefined || another !== undefined ? undefined : exactly(Number(said[1]));
}

/** Counted, and each worth the sum. */
const APART = /^(?:lot|bon|commande|tranche|facture|situation|acompte|contrat|avenant)$/;

/** «3 bons de 25 000»: a word that is mostly no noun counts nothing by itself. */
const ORDERS = /^ bons? (?:de commande )?(?:de|a|d'environ) ?$/;

/** «les pompes de trois stations, fournitures pour 320 000»: another noun has the price, in whole. */
const OF_ANOTHER = /, ?[a-z]{4,20} pour ?$/;

/** «Les repas pour les 2 écoles à 130 000»: what serves several places has one price, unless each is said. */
const PLACE =
  /^(?:ecole|college|lycee|creche|gymnase|mairie|cantine|site|batiment|service|etablissement|residence|caserne|mediatheque|bibliotheque|piscine|stade|cimetiere|quartier|village)$/;
/** Characters before a count that say whose it is. */
const LONGEST_LEAD = 40;
const SERVED = /\b(?:les|nos|ses|leurs|mes|ces|des|aux) (?:\w+ )?$/;

const EACH_ONE = /(?:^|\s)chacune?\b/;

/** «15 000 fois 3», «20 000 € x 3». */
function countAfter(text: string, value: SaidValue, values: readonly SaidValue[]): Count | undefined {
  const next = values[values.indexOf(value) + 1] ?? values.find(({ span }) => span[0] >= value.span[1]);
  if (next?.kind !== 'quantity' || next.unit !== undefined || !isCount(next) || next.high >= A_COUNT) return undefined;
  const gap = text.slice(value.span[1], next.span[0]);
  const isTimes = value.kind === 'quantity' && value.unit === 'fois' ? gap.trim() === '' : TIMES_SIGN.test(gap);
  return isTimes ? exactly(next.high) : undefined;
}

const TIMES_SIGN = /^ ?(?:€|euros?)? ?(?:ht|ttc)? ?(?:x|×|\*|fois) ?$/;

/** Nobody counts so many of what has a price of its own. */
const A_COUNT = 1_000;
const A_MILLION = 1_000_000;

const PER_NAMED = /(?:\bpar|\bchaque|\/|\bl[ae]|\bl['’]) ?([a-z]{3,})/g;

/** Units in which a price is told: «90 tonnes de sel pour l'hiver, 118 € la tonne». */
const MEASURED: ReadonlySet<string> = new Set(['t', 'kg', 'm', 'ml', 'm2', 'm3', 'km', 'ha', 'l', 'repas', 'poste']);

/** «12 000 par an et par site, 3 sites», «200 ramettes, 4,20 € la ramette»: the one count of what the price is told for. */
function countNamed(text: string, value: SaidValue, values: readonly SaidValue[]): Count | undefined {
  const per = 'per' in value ? value.per : undefined;
  const isWeighed = per !== undefined && MEASURED.has(per);
  const weighed = isWeighed ? values.filter((one) => one.kind === 'quantity' && one.unit === per) : [];
  const [amount] = weighed;
  if (weighed.length === 1 && amount?.kind === 'quantity' && amount.low === amount.high) return exactly(amount.high);
  const end = value.span[1];
  const around = /^[^.;?!\d]*/.exec(text.slice(end, end + 24))?.[0] ?? '';
  for (const [, noun = ''] of `${text.slice(...value.span)}${around}`.matchAll(PER_NAMED)) {
    const named = noun.replace(/s$/, '');
    const counts = RHYTHMS.has(named) ? [] : values.filter((one) => one.kind === 'quantity' && one.unit === named);
    const [count] = counts;
    if (counts.length === 1 && count?.kind === 'quantity' && isCount(count)) return exactly(count.high);
  }
  return undefined;
}

export const gapBefore = (text: string, before: SaidValue, value: SaidValue) =>
  text.slice(before.span[1], value.span[0]);

/** «120 heures à 85 € de l'heure». */
const TIMED: ReadonlyMap<string, string> = new Map([
  ['heure', 'hour'],
  ['jour', 'day'],
  ['journee', 'day'],
  ['semaine', 'week'],
]);

/** «850 € par semaine pendant 6 semaines»: the one length of time of the unit that the price is told for. */
function timedBy(value: SaidValue, values: readonly SaidValue[]): Count | undefined {
  const unit = value.kind === 'amount' ? TIMED.get(value.per ?? '') : undefined;
  if (unit === undefined) return undefined;
  const lengths = values.filter((one) => one.kind === 'duration' && one.unit === unit);
  const [length] = lengths;
  if (lengths.length !== 1 || length?.kind !== 'duration') return undefined;
  return length.low === length.high ? exactly(length.high) : undefined;
}

const RHYTHMS: ReadonlyMap<string, string> = new Map([
  ['jour', 'day'],
  ['semaine', 'week'],
  ['mois', 'month'],
  ['an', 'year'],
]);

/** «150 repas par jour pendant 140 jours»; unknown where no duration of that unit is said. */
function timesOfRhythm({ high, per = '' }: Counted, values: readonly SaidValue[]): Count | undefined {
  const length = values.find((one) => one.kind === 'duration' && one.unit === RHYTHMS.get(per));
  return length?.kind === 'duration' && length.low === length.high ? exactly(high * length.high) : undefined;
}

const isRhythm = (value: SaidValue): value is Counted => value.kind === 'quantity' && value.per !== undefined;

const isCount = ({ low, high, per }: Counted): boolean => low === high && Number.isInteger(low) && per === undefined;

/** Counted, and not bought: people of a place, those who answer, how long, how warm. */
const UNSOLD =
  /^(?:habitant|hab|habt|hbt|ame|administre|agent|salarie|employe|eleve|etudiant|usager|adherent|lot|candidat|offre|entreprise|semaine|mois|an|devis|fournisseur|prestataire|societe|titulaire|reponse|concurrent|soumissionnaire|artisan|boite|seuil|procedure|critere|commune|degre|°c|point)$/;

export const isUnsold = (unit: string | undefined): boolean => UNSOLD.test(unit ?? '');
