import type { Situation } from '../facts.ts';
import type { Done, Goal } from '../goal.ts';
import { cents, euros, percent, type Work } from '../work.ts';
import { BUYER_ASK, NATURE_ASK, settleDefence } from './buyer.ts';
import { asksOfNeed, sumNeed } from './need.ts';

/** Small lots of a formal contract in an adapted procedure: R2123-1 2°. */
export const smallLot: Goal = {
  asks: (given) => [...(given.has('nature') ? [] : [NATURE_ASK]), ...(given.has('acheteur') ? [] : [BUYER_ASK])],
  compute: (work) => {
    settleDefence(work);
    const lots = work.list('lots_ht');
    const total = work.number('total_lots_ht') ?? lots?.reduce((sum, lot) => sum + lot, 0);
    const one = work.number('lot_ht');
    if (total === undefined) return { needs: [one === undefined ? 'lots_ht' : 'total_lots_ht'] };
    work.set('total des lots', total);
    if (work.flag('sans_concurrence')) return judgeDirect(work, total, lots ?? [one ?? 0]);
    return one === undefined || lots !== undefined ? judgeLots(work, total, lots ?? []) : judgeLot(work, total, one);
  },
};

function judgeLots(work: Work, total: number, lots: readonly number[]): Done {
  const limit = work.amountOf('montant maximal du petit lot');
  const said = work.saidBy('montant maximal du petit lot');
  const small = lots.filter((lot) => lot < limit).sort((a, b) => a - b);
  const sum = small.reduce((before, lot) => before + lot, 0);
  work.set('cumul des petits lots', sum);
  const ceiling = cents(work.amountOf('plafond des petits lots'));
  const all = work.holds('petits lots dans le plafond');
  const share = total === 0 ? 0 : (sum / total) * 100;
  const rate = work.said('taux.petits_lots.cumul');
  const most = countWithin(small, ceiling);
  if (isBelow(work, total)) return wholeAdapted(work, total, { sum, share, ceiling, count: small.length });
  work.say(
    `Lots sous ${said} : ${small.length === 0 ? 'aucun' : small.map(euros).join(', ')} ; leur cumul, ${euros(sum)}, fait ${percent(share)} du total de ${euros(total)} HT.`,
    'R2123-1',
  );
  work.say(
    all
      ? `Le cumul ne dépasse pas ${rate} du total (${euros(ceiling)}) : tous ces lots peuvent passer en procédure adaptée.`
      : `Le cumul dépasse ${rate} du total, soit ${euros(ceiling)} : ${most} de ces lots au plus ${most === 1 ? 'peut' : 'peuvent'} passer en procédure adaptée, dans cette limite ; les autres suivent la procédure formalisée.`,
    'R2123-1',
  );
  return {
    value: all ? 'oui' : 'non',
    values: {
      total,
      plafond_cumul: ceiling,
      cumul_petits_lots: sum,
      pct: share,
      tous_les_petits_lots: all,
      lots_en_adaptee: all,
      nombre_max_de_lots: most,
    },
  };
}

/** Lots without competition: each under the sum that frees a purchase, all within the share of small lots (R2122-8, R2123-1 2° b). */
function judgeDirect(work: Work, total: number, lots: readonly number[]): Done {
  const key = work.text('nature') === 'travaux' ? 'seuil.dispense.travaux' : 'seuil.dispense.fournitures_services';
  const [limit, said, rate] = [work.figure(key), work.said(key), work.said('taux.petits_lots.cumul')];
  const ceiling = cents(work.amountOf('plafond des petits lots'));
  const small = lots.filter((lot) => lot < limit).sort((one, other) => one - other);
  const sum = small.reduce((before, lot) => before + lot, 0);
  const share = total === 0 ? 0 : (sum / total) * 100;
  const most = countWithin(small, ceiling);
  const all = small.length === lots.length && most === lots.length;
  const each =
    small.length === lots.length ? 'Chaque lot est sous' : `${small.length} lots sur ${lots.length} sont sous`;
  const those = `${most} lot${most > 1 ? 's' : ''} au plus (${small.slice(0, most).map(euros).join(', ')})`;
  work.say(
    `Sans publicité ni mise en concurrence : ${each} ${said} ; ensemble ${euros(sum)}, soit ${percent(share)} du total de ${euros(total)} HT, pour ${rate} au plus (${euros(ceiling)}) : ${all ? 'possible' : most === 0 ? 'aucun ne le peut' : those}.`,
    'R2122-8',
    'R2123-1',
  );
  return {
    value: all ? 'tous' : most > 0 ? 'certains' : 'non',
    values: {
      total,
      plafond_cumul: ceiling,
      cumul_petits_lots: sum,
      pct: share,
      nombre_max_de_lots: most,
      ...(all || most === 0 ? {} : { lots_sans_concurrence: small.slice(0, most).map(euros).join(', ') }),
    },
  };
}

interface Counted {
  readonly sum: number;
  readonly share: number;
  readonly ceiling: number;
  readonly count: number;
}

/** Under the European threshold the whole contract may be adapted: small lots do not matter. */
function wholeAdapted(work: Work, total: number, { sum, share, ceiling, count }: Counted): Done {
  work.say(
    `Le total de ${euros(total)} HT est sous ${work.saidBy('seuil formalisé')}, seuil de procédure formalisée : tous les lots peuvent passer en procédure adaptée, sans limite de cumul.`,
    'R2123-1',
    'annexe 2',
  );
  return {
    value: 'oui',
    values: {
      total,
      plafond_cumul: ceiling,
      cumul_petits_lots: sum,
      pct: share,
      tous_les_petits_lots: true,
      lots_en_adaptee: true,
      nombre_max_de_lots: count,
    },
  };
}

function isBelow(work: Work, total: number): boolean {
  return total < work.amountOf('seuil formalisé');
}

/** The most small lots that fit together: the smallest first. */
function countWithin(small: readonly number[], ceiling: number): number {
  let sum = 0;
  return small.filter((lot) => {
    sum += lot;
    return sum <= ceiling;
  }).length;
}

function judgeLot(work: Work, total: number, lot: number): Done {
  const limit = work.amountOf('montant maximal du petit lot');
  const said = work.saidBy('montant maximal du petit lot');
  work.set('cumul des petits lots', lot);
  const ceiling = cents(work.amountOf('plafond des petits lots'));
  const share = total === 0 ? 0 : (lot / total) * 100;
  const fits = isBelow(work, total) || (lot < limit && work.holds('petits lots dans le plafond'));
  work.say(
    isBelow(work, total)
      ? `Le total de ${euros(total)} HT est sous ${work.saidBy('seuil formalisé')} : tous les lots peuvent passer en procédure adaptée.`
      : `Un lot de ${euros(lot)} HT ${lot < limit ? 'est sous' : 'atteint'} ${said} et fait ${percent(share)} du total (${work.said('taux.petits_lots.cumul')} au plus, soit ${euros(ceiling)}) : ${fits ? 'il peut passer' : 'il ne peut pas passer'} en procédure adaptée.`,
    'R2123-1',
  );
  const free = work.figure('seuil.dispense.fournitures_services');
  if (fits && !isBelow(work, total) && lot < free && work.text('nature') !== 'travaux')
    work.say(
      `Sous ${work.said('seuil.dispense.fournitures_services')}, ce lot peut même se passer sans publicité ni mise en concurrence.`,
      'R2122-8',
    );
  return { value: fits ? 'oui' : 'non', values: { total, plafond_cumul: ceiling, pct: share, lot_en_adaptee: fits } };
}

/** Buying an innovation without competition: R2122-9-1, R2322-16; the firm's status changes nothing (L2172-3). */
export const innovation: Goal = {
  asks: (given) => [
    ...(given.has('innovant') ? [] : [{ fact: 'innovant', tries: [true, false] } as const]),
    ...(given.has('montant_ht') || isLot(given) ? [] : asksOfNeed(given).filter(({ fact }) => fact !== 'homogene')),
    ...(isLot(given) && !given.has('nature') ? [NATURE_ASK] : []),
  ],
  conclusion: ({ value }) => value,
  compute: (work) => {
    settleDefence(work);
    if (work.flag('jei'))
      work.say(
        'Le statut de jeune entreprise innovante ne rend pas l’achat innovant : c’est ce qui est acheté qui doit être nouveau ou sensiblement amélioré.',
        'L2172-3',
      );
    if (!work.flag('innovant'))
      work.say(
        'Ce qui est acheté n’est pas innovant : la dispense de l’innovation ne joue pas.',
        innovationArticle(work),
        'L2172-3',
      );
    return work.has('lot_innovant_ht') ? judgeInnovativeLot(work) : judgeInnovation(work);
  },
};

function isLot(given: Situation): boolean {
  return given.has('lot_innovant_ht');
}

function innovationArticle(work: Work): string {
  return work.flag('defense_securite') ? 'R2322-16' : 'R2122-9-1';
}

function judgeInnovation(work: Work): Done {
  // What one contract buys is counted together, its maintenance with it.
  const amount = work.number('montant_ht') ?? sumNeed(work);
  work.set('montant_ht', amount);
  const open = work.holds('achat innovant permis');
  const limit = work.saidBy('seuil de l innovation');
  if (work.flag('innovant'))
    work.say(
      open
        ? `${euros(amount)} HT est sous ${limit} : l’achat innovant peut se faire sans publicité ni mise en concurrence, en choisissant une offre pertinente et sans reprendre toujours la même entreprise.`
        : `${euros(amount)} HT atteint ${limit} : pas de dispense pour l’innovation, le montant du besoin décide de la procédure.`,
      innovationArticle(work),
    );
  const value = open ? 'permis' : 'non_permis';
  return { value, values: { innovation: value, ...(open ? {} : { procedure: ordinary(work) }) } };
}

/** What the amount alone decides, when innovation opens nothing. */
function ordinary(work: Work): string | undefined {
  if (!work.knows('acheteur') || !work.knows('nature')) return undefined;
  work.set('livres non scolaires', false);
  return work.wordOf('procédure à suivre');
}

function judgeInnovativeLot(work: Work): Done {
  const lot = work.number('lot_innovant_ht') ?? 0;
  const total =
    work.number('total_lots_ht') ??
    work.list('lots_ht')?.reduce((sum, one) => sum + one, 0) ??
    work.number('montant_ht');
  const limit = work.amountOf('montant maximal du lot innovant');
  const ceiling = work.saidBy('montant maximal du lot innovant');
  if (total === undefined && lot < limit) return { needs: ['total_lots_ht'] };
  if (total === undefined) {
    work.say(
      `Lot innovant de ${euros(lot)} HT : il atteint ${ceiling}, il ne peut pas se passer sans publicité ni mise en concurrence, quelle que soit sa part du total.`,
      innovationArticle(work),
    );
    return { value: 'non_permis', values: { innovation: 'non_permis', lot_direct: false } };
  }
  work.set('total des lots', total);
  work.set('cumul des petits lots', lot);
  const open = work.flag('innovant') && lot < limit && work.holds('petits lots dans le plafond');
  const share = total === 0 ? 0 : (lot / total) * 100;
  work.say(
    `Lot innovant de ${euros(lot)} HT : ${lot < limit ? 'sous' : 'il atteint'} ${ceiling}, et ${percent(share)} du total (${work.said('taux.petits_lots.cumul')} au plus) : ${open ? 'il peut' : 'il ne peut pas'} se passer sans publicité ni mise en concurrence.`,
    innovationArticle(work),
    'R2123-1',
  );
  const value = open ? 'permis' : 'non_permis';
  return { value, values: { innovation: value, lot_direct: open, pct: share } };
}
