import { frenchDate, MONTHS } from '../days/iso-date.ts';
import { ownValue } from '../own-value.ts';
import type { FactName, Situation } from '../rules/facts.ts';
import { euros } from '../rules/work.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import type { Known } from './state.ts';
import { besides } from './weigh.ts';

const texts = interviewTexts.fr;

/** What was understood, in a word each. @param concluded nothing more will be asked */
export function sayRetained(known: Known, total: number | undefined, concluded: boolean): readonly string[] {
  const { facts, taxUnsaid, unknown } = known;
  const added = besides(known);
  const named = (fact: FactName, names: Readonly<Record<string, string>>) => {
    const value = facts.get(fact);
    return typeof value === 'string' ? (ownValue(names, value) ?? value) : undefined;
  };
  const untaxed = !concluded || unknown.includes('taux_tva') ? texts.amountUnsaid : texts.amountAny;
  const gross = facts.get('montant_ttc');
  const objet = facts.get('objet');
  const analysis = facts.get('analyse_et_commission_jours');
  return [
    named('acheteur', texts.buyers),
    named('nature', texts.natures),
    typeof objet === 'string' ? objet : undefined,
    total === undefined ? undefined : taxUnsaid ? untaxed(euros(total)) : texts.amount(euros(total)),
    added === 0 ? undefined : texts.announced(euros(added)),
    total === undefined && typeof gross === 'number' ? texts.amountGross(euros(gross)) : undefined,
    sayWanted(facts),
    typeof analysis === 'number' ? texts.analysis(analysis) : undefined,
  ].filter((one) => one !== undefined);
}

function sayWanted(facts: Situation): string | undefined {
  const day = facts.get('signature_visee') ?? facts.get('notification_visee');
  if (typeof day === 'string') return texts.wanted(frenchDate(day));
  const month = facts.get('demarrage_vise');
  if (typeof month !== 'string') return undefined;
  return texts.wantedMonth(`${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`);
}
