import type { Goal } from '../goal.ts';
import { euros } from '../work.ts';
import { BUYER_ASK } from './buyer.ts';

/** Whether a contract is sent to the prefect: CGCT L2131-2, D2131-5-1. */
export const legalControl: Goal = {
  day: 'date_signature',
  asks: (given) => [
    ...(given.has('acheteur') ? [] : [BUYER_ASK]),
    ...(given.has('montant_ht') ? [] : [{ fact: 'montant_ht', tries: [50_000, 500_000] } as const]),
  ],
  compute: (work) => {
    const value = work.wordOf('transmission au préfet');
    const from = work.said('seuil.controle_legalite');
    const amount = euros(work.number('montant_ht') ?? 0);
    if (value === 'non_soumis')
      work.say(
        'L’État, ses établissements et les établissements publics de santé ne transmettent pas leurs marchés à ce contrôle : il vise les collectivités et leurs établissements.',
        'CGCT L2131-2',
      );
    else if (value === 'non_transmis')
      work.say(
        `${amount} HT est sous ${from} : le marché n’est pas transmis au contrôle de légalité ; il est exécutoire dès sa notification.`,
        'CGCT L2131-2',
        'CGCT D2131-5-1',
      );
    else
      work.say(
        `${amount} HT atteint ${from}, seuil unique, travaux compris, et quelle que soit la procédure : le marché est transmis au représentant de l’État avant d’être notifié.`,
        'CGCT L2131-2',
        'CGCT D2131-5-1',
        'R2182-5',
      );
    return { value };
  },
};
