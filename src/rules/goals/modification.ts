// One thing: whether a contract may change, by each case of L2194-1 with its limits, opinion and notice.
import { fold } from '../../french/words.ts';
import { NATURES, type Situation } from '../facts.ts';
import type { Ask, Done, Goal } from '../goal.ts';
import { euros, percent, type Work } from '../work.ts';
import { BUYER_ASK, settleDefence } from './buyer.ts';

const ENTITY_ASK: Ask = { fact: 'acheteur', tries: ['collectivite', 'entite_adjudicatrice'] };

/** The case of L2194-1 that the words name; small amount where they name none. */
type Ground = 'clause' | 'needed' | 'unforeseen' | 'holder' | 'minor' | 'small';

const GROUNDS: readonly (readonly [Ground, RegExp])[] = [
  ['small', /faible montant|petite modification|r2194-8/],
  ['clause', /clause de reexamen|\boption prevue|prevue? (?:au|par le) (?:marche|contrat)|r2194-1\b/],
  ['needed', /supplementaires?|devenue?s? necessaires?|r2194-2/],
  ['unforeseen', /imprevu|imprevisible|ne pouvait pas prevoir|r2194-5/],
  ['holder', /nouveau titulaire|cession|restructuration|substitution|r2194-6/],
  ['minor', /non substantiel|pas substantiel|r2194-7/],
];

/** Whether a contract may change without a new competition: R2194-1 to R2194-10; the opinion of the committee (CGCT L1414-4). */
export const modification: Goal = {
  asks: (given) => {
    const ground = groundOf(given.get('fondement'));
    if ((ground === 'needed' || ground === 'unforeseen') && !given.has('acheteur')) return [ENTITY_ASK];
    if (ground !== 'small' || onlyOpinion(given)) return [];
    if (given.has('augmentation_pct') && !given.has('montant_initial_ht'))
      return given.has('nature') ? [] : [{ fact: 'nature', tries: NATURES }];
    return [
      ...(given.has('nature') ? [] : [{ fact: 'nature', tries: NATURES } as const]),
      ...(given.has('acheteur') ? [] : [BUYER_ASK]),
    ];
  },
  conclusion: ({ value, values, needs }) => [value, values?.['r2194_8'], values?.['r2194_2'], needs],
  compute: (work) => {
    settleDefence(work);
    const sums = sumChanges(work);
    const opinion = sayOpinion(work, sums);
    if (
      sums === undefined &&
      opinion === undefined &&
      work.has('augmentation_pct') &&
      groundOf(work.text('fondement')) === 'small'
    )
      return judgeShare(work, work.number('augmentation_pct') ?? 0);
    if (sums === undefined && opinion === undefined) sayRule(work, groundOf(work.text('fondement')));
    if (sums === undefined)
      return opinion === undefined ? { needs: needsOf(work) } : { value: opinion, values: sharesOf(work) };
    // A share and who awarded say what the committee is for; the two limits need to know what is bought, and by whom.
    if (opinion !== undefined && !(work.has('nature') && work.has('acheteur')))
      return { value: opinion, values: { cumul: sums.total, pct: sums.share } };
    const ground = groundOf(work.text('fondement'));
    const judged = judge(work, ground, sums);
    const notice = sayNotice(work, ground);
    return {
      value: opinion ?? judged.value,
      values: {
        cumul: sums.total,
        pct: sums.share,
        ...smallToo(work),
        ...judged.values,
        ...(notice === undefined ? {} : { avis_joue: notice }),
      },
    };
  },
};

/** What a change is set against, while its sums are not known: a needed or an unforeseen one by itself, small ones together. */
function sayRule(work: Work, ground: Ground): void {
  if (ground === 'needed' || ground === 'unforeseen') {
    const most = work.said('taux.modification.supplementaires');
    work.say(
      `Modification ${ground === 'needed' ? 'devenue nécessaire' : 'imprévisible'} : pour un pouvoir adjudicateur, chacune reste dans ${most} du montant initial, sans contourner la concurrence.`,
      'R2194-3',
      ground === 'needed' ? 'R2194-2' : 'R2194-5',
    );
    return;
  }
  const [services, works] = [
    work.said('taux.modification.fournitures_services'),
    work.said('taux.modification.travaux'),
  ];
  work.say(
    `Petite modification : toutes ensemble sous ${services} du montant initial (${works} en travaux) et sous le seuil européen.`,
    'R2194-8',
    'R2194-9',
  );
}

interface Changes {
  readonly total: number;
  readonly share: number;
  readonly initial: number;
  readonly changes: readonly number[];
}

function groundOf(told: unknown): Ground {
  const text = typeof told === 'string' ? fold(told) : '';
  return GROUNDS.find(([, words]) => words.test(text))?.[0] ?? 'small';
}

/** A share and who awarded: what is asked is the committee's opinion. */
function onlyOpinion(given: Situation): boolean {
  return (
    given.has('attribue_par_cao') &&
    given.has('augmentation_pct') &&
    !given.has('modifications_ht') &&
    !given.has('fondement')
  );
}

function needsOf(work: Work) {
  return [
    ...(work.has('modifications_ht') ? [] : (['modifications_ht'] as const)),
    ...(work.has('montant_initial_ht') ? [] : (['montant_initial_ht'] as const)),
  ];
}

function sharesOf(work: Work): NonNullable<Done['values']> {
  return { pct: work.number('augmentation_pct') };
}

function sumChanges(work: Work): Changes | undefined {
  const initial = work.number('montant_initial_ht');
  const one = work.number('modifications_ht');
  const changes = work.list('modifications_ht') ?? (one === undefined ? undefined : [one]) ?? fromShare(work, initial);
  if (initial === undefined || initial === 0 || changes === undefined) return undefined;
  const total = changes.reduce((sum, change) => sum + change, 0);
  work.set('cumul des modifications', total);
  work.set('plus forte modification', Math.max(...changes));
  const share = work.amountOf('part des modifications');
  work.say(
    changes.length === 1
      ? `${euros(total)} HT sur ${euros(initial)} HT : ${percent(share)} du montant initial.`
      : `Cumul : ${changes.map(euros).join(' + ')} = ${euros(total)} HT, soit ${percent(share)} des ${euros(initial)} HT du montant initial.`,
    'R2194-9',
  );
  return { total, share, initial, changes };
}

function fromShare(work: Work, initial: number | undefined): readonly number[] | undefined {
  const share = work.number('augmentation_pct');
  return share === undefined || initial === undefined ? undefined : [(initial * share) / 100];
}

function judge(work: Work, ground: Ground, sums: Changes): Done {
  switch (ground) {
    case 'small':
      return judgeSmall(work, sums);
    case 'needed':
      return judgeHalf(
        work,
        sums,
        'R2194-2',
        'r2194_2',
        'Prestations supplémentaires devenues nécessaires, changement de titulaire impossible pour des raisons économiques ou techniques',
      );
    case 'unforeseen':
      return judgeHalf(
        work,
        sums,
        'R2194-5',
        'r2194_5',
        'Circonstances qu’un acheteur diligent ne pouvait pas prévoir',
      );
    case 'clause':
      work.say(
        'Une clause de réexamen ou une option claire, précise et sans équivoque permet la modification quel que soit son montant.',
        'R2194-1',
      );
      return { value: 'oui', values: { r2194_1: true } };
    case 'holder':
      work.say(
        'Un nouveau titulaire n’est admis que par une clause prévue ou une cession après restructuration, sans autre changement substantiel.',
        'R2194-6',
      );
      return { value: 'oui', values: { r2194_6: true } };
    case 'minor':
      work.say('Une modification qui n’est pas substantielle est permise quel que soit son montant.', 'R2194-7');
      return { value: 'oui', values: { r2194_7: true } };
  }
}

/** Whether it is also a small one, when what is bought and by whom is known. */
function smallToo(work: Work): NonNullable<Done['values']> {
  return work.knows('nature') && work.knows('acheteur')
    ? { r2194_8: work.holds('modification de faible montant') }
    : {};
}

/** Both limits at once, counted together with the earlier small ones (R2194-8, R2194-9). */
function judgeSmall(work: Work, sums: Changes): Done {
  const open = work.holds('modification de faible montant');
  if (!open && (work.isTried('nature') || work.isTried('acheteur'))) return closedAnyhow(work, sums);
  const limit = work.amountOf('limite de la petite modification');
  const said = work.saidBy('limite de la petite modification');
  const european = work.saidBy('seuil européen du marché');
  const over = [
    ...(sums.share >= limit ? [`la limite de ${said} du montant initial est atteinte`] : []),
    ...(sums.total >= work.amountOf('seuil européen du marché')
      ? [`le seuil européen de ${european} est atteint`]
      : []),
  ];
  work.say(
    open
      ? `Sous les deux limites à la fois, ${said} du montant initial et ${european} de seuil européen, en cumul : la modification de faible montant est possible.`
      : `En cumul, ${over.join(' et ')}${sums.share < limit ? ` (la limite de ${said} est respectée)` : ''} : le faible montant est fermé ; il faut un autre cas de l’article L2194-1, ou un nouveau marché.`,
    'R2194-8',
    'R2194-9',
    'annexe 2',
    ...(open ? [] : ['L2194-1']),
  );
  const half = work.figure('taux.modification.supplementaires');
  if (!open)
    work.say(
      Math.max(...sums.changes) <= (sums.initial * half) / 100
        ? `Jusqu’à ${work.said('taux.modification.supplementaires')}, elle reste possible si elle est devenue nécessaire sans pouvoir changer de titulaire, ou imprévisible.`
        : `Au-delà de ${work.said('taux.modification.supplementaires')}, le nécessaire et l’imprévisible n’y suffisent pas non plus.`,
      'R2194-2',
      'R2194-5',
    );
  return { value: open ? 'oui' : 'non', values: { r2194_8: open } };
}

/** What is bought, or who buys, is not told: no figure of one of the cases stands for all. */
function closedAnyhow(work: Work, { share }: Changes): Done {
  const [services, works] = [
    work.said('taux.modification.fournitures_services'),
    work.said('taux.modification.travaux'),
  ];
  work.say(
    `Le faible montant veut, en cumul, moins de ${services} du montant initial (${works} en travaux) et moins que le seuil européen (${work.said('seuil.formalise.travaux')} en travaux) : ${percent(share)} ou cette somme atteint l’une de ces limites, quels que soient l’achat et l’acheteur. Il faut un autre cas de l’article L2194-1, ou un nouveau marché.`,
    'R2194-8',
    'R2194-9',
    'annexe 2',
    'L2194-1',
  );
  return { value: 'non', values: { r2194_8: false } };
}

/** A share alone: the other limit, in euros, is said and not judged (R2194-8). */
function judgeShare(work: Work, share: number): Done {
  const limit = work.amountOf('limite de la petite modification');
  const said = work.saidBy('limite de la petite modification');
  const open = share < limit;
  work.say(
    open
      ? `${percent(share)}, toutes les modifications comptées, sous ${said} du montant initial : possible si leur total reste aussi sous le seuil européen.`
      : `${percent(share)} atteint ${said} du montant initial : la modification de faible montant est fermée ; il faut un autre des cas de l’article L2194-1, ou un nouveau marché.`,
    'R2194-8',
    'R2194-9',
    ...(open ? [] : ['L2194-1']),
  );
  return { value: open ? 'oui' : 'non', values: { pct: share, r2194_8: open } };
}

/** Half of the first amount, change by change, for contracting authorities only (R2194-3). */
function judgeHalf(work: Work, sums: Changes, article: string, name: string, why: string): Done {
  if (!work.has('acheteur')) work.set('acheteur', 'collectivite');
  const open = work.holds('modification sous la moitié');
  const limit = work.said('taux.modification.supplementaires');
  const entity = work.text('acheteur') === 'entite_adjudicatrice';
  const largest = Math.max(...sums.changes);
  const bound = entity
    ? 'une entité adjudicatrice n’a pas de plafond'
    : `chaque modification reste dans ${limit} du montant initial (la plus forte : ${euros(largest)}, soit ${percent((largest / sums.initial) * 100)})`;
  work.say(
    open
      ? `${why} : possible, ${bound}.`
      : `${why} : fermé, la plus forte modification (${euros(largest)}, soit ${percent((largest / sums.initial) * 100)}) dépasse ${limit} du montant initial.`,
    article,
    'R2194-3',
  );
  return { value: open ? 'oui' : 'non', values: { [name]: open } };
}

/** A notice of change, in those two cases, after a formal procedure (R2194-10). */
function sayNotice(work: Work, ground: Ground): boolean | undefined {
  const first = work.text('procedure_initiale') || work.text('procedure');
  if (first === '') return undefined;
  const due = (ground === 'needed' || ground === 'unforeseen') && first !== 'adaptee' && first !== 'dispense_seuil';
  work.say(
    due
      ? 'Après une procédure formalisée, un avis de modification est publié au Journal officiel de l’Union européenne.'
      : 'Aucun avis de modification au Journal officiel de l’Union européenne dans ce cas.',
    'R2194-10',
  );
  return due;
}

/** What is not wanted is the opinion, and not the change. */
const NO_OPINION = 'avis_cao_non_requis';

/** Asked about only where it was said who awarded. */
function sayOpinion(work: Work, sums: Changes | undefined): string | undefined {
  const share = work.number('augmentation_pct') ?? sums?.share;
  if (share === undefined || !work.has('attribue_par_cao')) return undefined;
  const buyer = work.text('acheteur');
  if (buyer === 'etat' || buyer === 'epa' || buyer === 'hopital') {
    work.say('La commission d’appel d’offres des collectivités ne concerne pas cet acheteur.', 'CGCT L1414-4');
    return NO_OPINION;
  }
  work.set('augmentation_pct', share);
  const awarded = work.has('attribue_par_cao') ? work.flag('attribue_par_cao') : true;
  work.set('attribue_par_cao', awarded);
  const due = work.holds('avis de la commission requis');
  work.say(
    due
      ? `Hausse de ${percent(share)}, plus de ${work.said('taux.avenant.cao')} : le projet d’avenant est soumis pour avis à la commission d’appel d’offres.`
      : awarded
        ? `Hausse de ${percent(share)}, qui ne dépasse pas ${work.said('taux.avenant.cao')} : l’avis de la commission d’appel d’offres n’est pas requis.`
        : 'Le marché n’a pas été attribué par la commission d’appel d’offres : son avis n’est pas requis.',
    'CGCT L1414-4',
  );
  return due ? 'avis_cao_requis' : NO_OPINION;
}
