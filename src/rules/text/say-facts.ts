import { sayNumber } from '../../corpus/figures.ts';
import { frenchTypography } from '../../french/typography.ts';
import { ownValue } from '../../own-value.ts';
import { verdictTexts } from '../../text/verdict-texts.ts';
import { type FactName, type FactValue, kindOf, type Situation } from '../facts.ts';
import type { Rulebook } from '../rulebook.ts';
import { day, euros, percent } from '../work.ts';

/** Facts that are told best by their value alone. */
const BARE: ReadonlySet<FactName> = new Set(['acheteur', 'nature', 'procedure', 'montant_ht', 'ccag', 'etape']);
/** Words of the text itself, which its reader knows. */
const UNTOLD: ReadonlySet<FactName> = new Set([
  'objet',
  'precision_acheteur',
  'ouvrage',
  'fondement',
  'objet_question',
  'objet_paiement',
  'urgence',
]);
const MOST_TOLD = 7;

/** What was retained, in a few words each: «collectivité», «fournitures», «75 000 € HT», «envoi des rejets : 3 mars 2026». */
export function sayFacts(facts: Situation, book: Rulebook, most = MOST_TOLD): readonly string[] {
  const told = [...facts].filter(
    ([fact, value]) => !UNTOLD.has(fact) && value !== null && !(value === 0 && /fonctionnement$/.test(fact)),
  );
  const price = facts.get('prix_unitaire_ht');
  const count = facts.get('quantite');
  const each =
    typeof price === 'number' && typeof count === 'number' ? `${sayNumber(count)} × ${euros(price)}` : undefined;
  return [
    ...(each === undefined ? [] : [each]),
    ...told
      .filter(([fact]) => each === undefined || (fact !== 'prix_unitaire_ht' && fact !== 'quantite'))
      .map(([fact, value]) => sayFact(fact, value, book)),
  ]
    .slice(0, most)
    .map(frenchTypography);
}

export function sayFact(fact: FactName, value: FactValue, book: Rulebook): string {
  const said = sayValue(fact, value, book);
  if (BARE.has(fact)) return said;
  return `${titleOf(fact, book)} : ${said}`;
}

/** «délai de paiement du marché», its tax left to the value. */
export function titleOf(fact: FactName, book: Rulebook): string {
  const title = book.facts.get(fact)?.titre ?? fact;
  const bare = title.replace(/, (?:hors taxes|toutes taxes comprises|estimé hors taxes|en [\p{L} ]+)$/u, '');
  return /^\p{Lu}{2}/u.test(bare) ? bare : `${bare.slice(0, 1).toLowerCase()}${bare.slice(1)}`;
}

function sayValue(fact: FactName, value: FactValue, book: Rulebook): string {
  if (typeof value === 'string') {
    const short = ownValue(verdictTexts.retained, value);
    if (short !== undefined) return short;
    return kindOf(fact).kind === 'date' ? day(value) : (ownValue(book.facts.get(fact)?.choix ?? {}, value) ?? value);
  }
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (Array.isArray(value)) return `${value.map(euros).join(' + ')}${taxOf(fact)}`;
  if (typeof value !== 'number') return '';
  if (/fonctionnement$/.test(fact) && value % 1_000 === 1) return `plus de ${euros(value - 1)}`;
  if (/_(?:ht|ttc)$|^montants|fonctionnement$/.test(fact)) return `${euros(value)}${taxOf(fact)}`;
  if (/^taux_|_pct$/.test(fact)) return percent(value);
  const unit = /_jours$|^jours_/.test(fact)
    ? ' jours'
    : /_mois$/.test(fact)
      ? ' mois'
      : /_ans$|^annees$/.test(fact)
        ? ' ans'
        : '';
  return `${value}${unit}`;
}

function taxOf(fact: FactName): string {
  return /_ttc$/.test(fact) ? ' TTC' : /_ht$|^montants$/.test(fact) ? ' HT' : '';
}
