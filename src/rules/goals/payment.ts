import { sayNumber } from '../../corpus/figures.ts';
import { fold } from '../../french/words.ts';
import { addDays, daysBetween, halfYear, weekday } from '../calendar.ts';
import type { Situation } from '../facts.ts';
import type { Done, Goal } from '../goal.ts';
import { cents, day, euros, percent, type Work } from '../work.ts';

/** The last day to pay: R2192-10 to R2192-16, interruption of R2192-27 to R2192-29. */
export const paymentDue: Goal = {
  asks: (given) => [
    ...(given.has('acheteur') ? [] : [{ fact: 'acheteur', tries: ['collectivite', 'hopital'] } as const]),
    ...(isBalance(given) && !given.has('nature') ? [{ fact: 'nature', tries: ['services', 'travaux'] } as const] : []),
  ],
  compute: (work) => {
    const limit = termOf(work);
    const start = startOf(work);
    if (typeof start !== 'string') return start;
    const due = addDays(start, limit);
    const interrupted = work.text('date_reception_notification_interruption');
    if (interrupted !== '') return resume(work, due, interrupted);
    if (work.has('date_reception_pieces_completes')) return afterPapers(work, limit);
    work.say(`${day(start)} + ${limit} jours = ${weekday(due)} ${day(due)}, dernier jour pour payer.`, 'R2192-10');
    const late = daysBetween(due, work.at);
    if (late > 0)
      work.say(
        `Non payée, la facture est en retard de ${late} jour${late > 1 ? 's' : ''} : des intérêts et ${work.said('montant.frais_recouvrement')} sont dus de plein droit, sans demande, jusqu’au paiement.`,
        'L2192-13',
        'D2192-35',
      );
    return { value: due, values: late > 0 ? { jours_depuis: late } : {} };
  },
};

function isBalance(given: Situation): boolean {
  const told = given.get('objet_paiement');
  return (
    (typeof told === 'string' && /solde/.test(fold(told))) ||
    given.has('date_reception_dgd') ||
    given.has('date_projet_decompte_final')
  );
}

/** The regulatory term, or a shorter one of the contract; a longer one does not count (L2192-10). */
function termOf(work: Work): number {
  const own = work.number('delai_prevu_au_marche_jours');
  const legal = work.amountOf('délai de paiement');
  const said = work.saidBy('délai de paiement');
  const who = work.text('acheteur') === 'hopital' ? 'pour un établissement public de santé' : 'pour cet acheteur';
  const articles = work.text('acheteur') === 'hopital' ? ['R2192-11', 'R2192-10'] : ['R2192-10'];
  if (work.text('acheteur') === 'entite_adjudicatrice')
    work.say(
      'Pouvoir adjudicateur agissant comme entité : même délai. Une entreprise publique paie en 60 jours au plus.',
      'R2192-10',
      'R2192-11',
    );
  if (own === undefined) {
    work.say(`Délai de paiement : ${said} ${who}.`, ...articles);
    return legal;
  }
  const kept = work.amountOf('délai retenu');
  work.say(
    own > legal
      ? `Le marché prévoit ${own} jours, mais il ne peut pas dépasser le délai réglementaire : ${said} ${who}.`
      : `Le marché prévoit ${own} jours, dans la limite de ${said} : ce délai s’applique.`,
    'L2192-10',
    ...articles,
  );
  return kept;
}

function startOf(work: Work): string | Done {
  const isWorks = work.text('nature') === 'travaux' || /maitrise d'oeuvre/.test(fold(work.text('objet_paiement')));
  const balance =
    /solde/.test(fold(work.text('objet_paiement'))) ||
    work.has('date_reception_dgd') ||
    work.has('date_projet_decompte_final');
  if (balance && isWorks) {
    const account = work.text('date_reception_dgd');
    work.say(
      'Pour le solde d’un marché de travaux ou de maîtrise d’œuvre, le délai part de la réception par le maître d’ouvrage du décompte général et définitif, non du projet de décompte final.',
      'R2192-16',
    );
    return account === '' ? { needs: ['date_reception_dgd'] } : account;
  }
  const received = work.text('date_reception_facture');
  const done = work.text('date_service_fait');
  if (received === '') return startWithoutReception(work, done);
  const isBefore = done === '' && work.flag('facture_avant_execution');
  if (done > received || isBefore) {
    work.say(
      `La demande de paiement (reçue le ${day(received)}) précède l’exécution${isBefore ? '' : ` (${day(done)})`} : le délai part de l’exécution.`,
      'R2192-13',
      'R2192-12',
    );
    return isBefore ? { needs: ['date_service_fait'] } : done;
  }
  work.say(`Le délai part de la réception de la demande de paiement, le ${day(received)}.`, 'R2192-12');
  return received;
}

/** The date on the invoice starts nothing; two days later stands only where nobody saw it arrive (R2192-14). */
function startWithoutReception(work: Work, done: string): Done {
  const written = work.text('date_facture');
  work.say(
    `Le délai part de la réception de la demande de paiement${written === '' ? '' : `, non de la date portée sur la facture (${day(written)})`}.`,
    'R2192-12',
  );
  if (written !== '') {
    const faith = [addDays(written, 2), done].sort().at(-1) ?? '';
    work.say(
      `Seulement si cette réception n’a pas été constatée : la date de la demande augmentée de 2 jours fait foi, soit un départ le ${day(faith)}.`,
      'R2192-14',
    );
  }
  return { needs: ['date_reception_facture'] };
}

/** A new term opens when all the papers are there: thirty days, or what was left if that was more (R2192-29). */
function resume(work: Work, due: string, interrupted: string): Done {
  const complete = work.text('date_reception_pieces_completes');
  const left = Math.max(0, daysBetween(interrupted, due));
  work.set('délai restant', left);
  const term = work.amountOf('délai après interruption');
  work.say(
    `Interruption reçue le ${day(interrupted)} : il restait ${left} jours ; le nouveau délai est de ${term} jours (${work.said('delai.paiement.reprise')}, ou le reste s’il est plus long) dès la réception de toutes les pièces.`,
    'R2192-29',
    'R2192-27',
  );
  if (complete === '') return { needs: ['date_reception_pieces_completes'] };
  const end = addDays(complete, term);
  work.say(`${day(complete)} + ${term} jours = ${weekday(end)} ${day(end)}, dernier jour pour payer.`, 'R2192-29');
  return { value: end };
}

/** Papers came afterwards, and when they were asked for is not told: it decides only where more than thirty days may have been left. */
function afterPapers(work: Work, limit: number): Done {
  const complete = work.text('date_reception_pieces_completes');
  if (limit > work.figure('delai.paiement.reprise')) return { needs: ['date_reception_notification_interruption'] };
  work.set('délai restant', 0);
  const term = work.amountOf('délai après interruption');
  const end = addDays(complete, term);
  work.say(
    `Si le délai a été interrompu (une seule fois, avant l’ordonnancement, par un envoi qui en dit les raisons), un nouveau délai de ${term} jours part de la réception de toutes les pièces.`,
    'R2192-27',
    'R2192-28',
    'R2192-29',
  );
  work.say(`${day(complete)} + ${term} jours = ${weekday(end)} ${day(end)}, dernier jour pour payer.`, 'R2192-29');
  return { value: end };
}

/** What a late payment costs: R2192-31 to R2192-33, D2192-35; by the day over 365, on the sum with taxes. */
export const lateInterest: Goal = {
  asks: (given) =>
    !given.has('date_reception_facture') || given.has('date_echeance') || given.has('acheteur')
      ? []
      : [{ fact: 'acheteur', tries: ['collectivite', 'hopital'] }],
  compute: (work) => {
    if (asksOnlyLump(work)) return onlyLump(work);
    settleDue(work);
    const needs = unknownsOf(work);
    if (needs.length > 0) {
      sayCost(work);
      return { needs };
    }
    const days = daysLate(work);
    const late = Math.max(0, days);
    const sum = sumDue(work);
    if (late === 0) {
      work.say('Payé dans le délai : ni intérêts ni indemnité.', 'L2192-12');
      return { values: { jours: 0, assiette: sum, interets: 0, forfait: 0, total: 0 } };
    }
    const rate = rateOf(work);
    if (rate === undefined) return { needs: ['taux_bce_au_1er_janvier_2027'], values: { jours: late, assiette: sum } };
    work.set('assiette des intérêts', sum);
    work.set('jours_retard', late);
    const interest = cents(work.amountOf('intérêts moratoires'));
    if (!work.has('factures_en_retard')) work.set('factures_en_retard', 1);
    const lump = work.amountOf('frais de recouvrement');
    work.say(
      `${euros(sum)} TTC × ${percent(rate)} × ${late} / 365 = ${euros(interest)} d’intérêts, dus de plein droit.`,
      'R2192-31',
      'R2192-32',
      'R2192-33',
      'L2192-13',
    );
    sayLump(work, lump);
    work.say(`En tout : ${euros(interest + lump)}.`, 'L2192-13');
    return {
      values: { jours: late, taux_pct: rate, assiette: sum, interets: interest, forfait: lump, total: interest + lump },
    };
  },
};

/** The last day to pay follows from the day the invoice came, where it is not told (R2192-10, R2192-12). */
function settleDue(work: Work): void {
  const received = work.text('date_reception_facture');
  const [paid, late] = [work.text('date_paiement'), work.number('jours_retard')];
  if (work.has('date_echeance')) return;
  if (received === '' && paid !== '' && late !== undefined) work.set('date_echeance', addDays(paid, -late));
  if (received === '') return;
  const limit = termOf(work);
  const due = addDays(received, limit);
  work.set('date_echeance', due);
  work.say(`Reçue le ${day(received)} + ${limit} jours : échéance le ${day(due)}.`, 'R2192-12');
}

/** What any late payment costs today, while its sum or its days are not known. */
function sayCost(work: Work): void {
  const bank = work.figureOn('taux.bce.interets_moratoires', halfYear(work.at), 'date_echeance');
  if (bank === undefined) return;
  work.set('taux de la banque centrale', bank);
  const [rate, each] = [work.amountOf('taux des intérêts moratoires'), work.said('montant.frais_recouvrement')];
  work.say(
    `Échu depuis le ${day(halfYear(work.at))}, un paiement en retard coûte ${percent(rate)} par an sur la somme TTC, et ${each} d’indemnité, de plein droit.`,
    'R2192-31',
    'D2192-35',
  );
}

/** A number of late payments, without a sum or a day: the fixed indemnity alone. */
function asksOnlyLump(work: Work): boolean {
  const others = ['montant_ttc', 'montant_acompte_ttc', 'date_echeance', 'date_paiement', 'jours_retard'] as const;
  return work.has('factures_en_retard') && !others.some((fact) => work.has(fact));
}

function onlyLump(work: Work): Done {
  const lump = work.amountOf('frais de recouvrement');
  sayLump(work, lump);
  return { values: { forfait: lump } };
}

function unknownsOf(work: Work) {
  const dated = work.has('date_echeance');
  return [
    ...(work.has('montant_ttc') || work.has('montant_acompte_ttc') ? [] : (['montant_ttc'] as const)),
    ...(dated ? [] : (['date_echeance'] as const)),
    ...(work.has('date_paiement') || work.has('jours_retard') ? [] : (['date_paiement'] as const)),
  ];
}

function daysLate(work: Work): number {
  const [due, paid] = [work.text('date_echeance'), work.text('date_paiement')];
  const given = work.number('jours_retard');
  if (paid === '') return given ?? 0;
  const days = daysBetween(due, paid);
  if (days > 0)
    work.say(
      `Du ${day(addDays(due, 1))}, lendemain de l’échéance, au ${day(paid)}, jour du paiement compris : ${days} jours.`,
      'R2192-32',
    );
  return days;
}

/** The sum with taxes, the guarantee kept back taken off (R2192-33); a small number is a share, a large one euros. */
function sumDue(work: Work): number {
  const whole = work.number('montant_acompte_ttc') ?? work.number('montant_ttc') ?? 0;
  const kept = work.number('retenue_garantie');
  if (kept === undefined || kept === 0) return whole;
  const amount = kept < 1 ? whole * kept : kept <= 10 ? (whole * kept) / 100 : kept;
  work.say(
    `${euros(whole)} TTC − retenue de garantie ${euros(amount)} = ${euros(whole - amount)} : les intérêts se calculent sur cette somme.`,
    'R2192-33',
  );
  return cents(whole - amount);
}

/** The European Central Bank's rate on the first day of the half-year in which interest begins, and eight points. */
function rateOf(work: Work): number | undefined {
  const begins = addDays(work.text('date_echeance'), 1);
  const half = halfYear(begins);
  const own = half === '2027-01-01' ? work.number('taux_bce_au_1er_janvier_2027') : undefined;
  const bank = own ?? work.figureOn('taux.bce.interets_moratoires', half, 'date_echeance');
  if (bank === undefined) {
    work.say(
      `Les intérêts commencent le ${day(begins)} : il faut le taux de la Banque centrale européenne au ${day(half)}, qui n’est pas connu ici ; on y ajoute ${work.said('taux.interets_moratoires')}.`,
      'R2192-31',
    );
    return undefined;
  }
  work.set('taux de la banque centrale', bank);
  const rate = work.amountOf('taux des intérêts moratoires');
  work.say(
    `Taux de la Banque centrale européenne au ${day(half)}, début du semestre où les intérêts commencent (${percent(bank)}), plus ${work.said('taux.interets_moratoires')} : ${percent(rate)}, jusqu’au paiement.`,
    'R2192-31',
  );
  return rate;
}

function sayLump(work: Work, lump: number): void {
  const count = work.number('factures_en_retard') ?? 1;
  const each = work.said('montant.frais_recouvrement');
  work.say(
    count === 1
      ? `S’y ajoute l’indemnité forfaitaire de ${each} pour frais de recouvrement.`
      : `S’y ajoute l’indemnité forfaitaire de ${each} pour chacun des ${sayNumber(count)} paiements en retard : ${euros(lump)}.`,
    'D2192-35',
    'L2192-13',
  );
}
