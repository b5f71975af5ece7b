import { fold } from '../../french/words.ts';
import { addYears } from '../calendar.ts';
import type { Done, Goal } from '../goal.ts';
import { day, type Work } from '../work.ts';

const ENTITY = { fact: 'acheteur', tries: ['collectivite', 'entite_adjudicatrice'] } as const;

/** How long a contract may last: L2112-5, L2125-1, R2122-7. */
export const durationLimit: Goal = {
  asks: (given) => {
    const form = formOf(given.get('forme'));
    return [
      ...(form === undefined ? [{ fact: 'forme', tries: ['accord-cadre', 'marché ordinaire'] } as const] : []),
      ...(given.has('acheteur') || form === 'ordinary' || form === 'similar' ? [] : [ENTITY]),
      ...(form === 'similar' && !given.has('nature')
        ? [{ fact: 'nature', tries: ['services', 'fournitures'] } as const]
        : []),
    ];
  },
  compute: (work) => {
    switch (formOf(work.text('forme'))) {
      case 'agreement':
        return judgeAgreement(work);
      case 'similar':
        return judgeSimilar(work);
      default:
        work.say(
          'La loi ne chiffre pas la durée d’un marché ordinaire : elle se fixe selon la nature des prestations et la nécessité d’une remise en concurrence périodique.',
          'L2112-5',
        );
        return { value: 'pas_de_plafond_chiffre', values: { duree_totale_ans: totalOf(work) } };
    }
  },
};

function formOf(told: unknown): 'agreement' | 'similar' | 'ordinary' | undefined {
  if (typeof told !== 'string' || told === '') return undefined;
  const text = fold(told);
  if (/similaire/.test(text)) return 'similar';
  return /accord[- ]cadre|bons? de commande|subsequent/.test(text) ? 'agreement' : 'ordinary';
}

function totalOf(work: Work): number | undefined {
  const first =
    work.number('duree_ans') ?? (work.has('duree_mois') ? (work.number('duree_mois') ?? 0) / 12 : undefined);
  if (first === undefined) return undefined;
  const renewals =
    work.list('reconductions_ans')?.reduce((sum, one) => sum + one, 0) ?? work.number('reconductions_ans') ?? 0;
  return first + renewals;
}

function judgeAgreement(work: Work): Done {
  const most = work.amountOf('durée maximale de l accord-cadre');
  const said = work.saidBy('durée maximale de l accord-cadre');
  const total = totalOf(work);
  const who = work.text('acheteur') === 'entite_adjudicatrice' ? 'une entité adjudicatrice' : 'un pouvoir adjudicateur';
  const others =
    work.text('acheteur') === 'entite_adjudicatrice'
      ? ''
      : ` (${work.said('duree.accord_cadre.entites')} pour une entité adjudicatrice)`;
  work.say(
    `Un accord-cadre dure ${said} au plus pour ${who}${others}, reconductions comprises, sauf cas exceptionnel dûment justifié par son objet ou par des investissements à amortir.`,
    'L2125-1',
  );
  const from = work.text('date_notification_marche_initial');
  const until = from === '' ? {} : { au_plus_tard: addYears(from, most) };
  if (from !== '')
    work.say(
      `Notifié le ${day(from)} : au plus jusqu’au ${day(addYears(from, most))}, si sa durée part de là.`,
      'L2125-1',
    );
  if (total === undefined) return { value: most, values: { duree_max_ans: most, ...until } };
  work.set('durée totale', total);
  const fits = work.holds('durée admissible');
  work.say(
    `Durée totale, reconductions comprises : ${total} ans, ${fits ? 'dans ce maximum' : 'au-delà de ce maximum'}.`,
    'L2125-1',
    'R2112-4',
  );
  return {
    value: fits ? 'oui' : 'non',
    values: { duree_max_ans: most, ...until, duree_totale_ans: total, admissible: fits },
  };
}

function judgeSimilar(work: Work): Done {
  if (work.text('nature') === 'fournitures') {
    work.say(
      'Non : les prestations similaires ne valent que pour des travaux ou des services ; pour des fournitures, voir les livraisons complémentaires.',
      'R2122-7',
      'R2122-4',
    );
    return { value: 'non', values: { admissible: false } };
  }
  if (work.has('annonce_initiale') && !work.flag('annonce_initiale')) {
    work.say(
      'Non : des prestations similaires ne se confient au même titulaire que si le marché initial l’annonçait et en comptait le montant.',
      'R2122-7',
    );
    return { value: 'non', values: { admissible: false } };
  }
  if (work.text('acheteur') === 'entite_adjudicatrice') {
    work.say('La limite de trois ans ne vise que les pouvoirs adjudicateurs.', 'R2122-7');
    return { value: 'pas_de_plafond_chiffre', values: { admissible: true } };
  }
  const years = work.amountOf('années des prestations similaires');
  const from = work.text('date_notification_marche_initial');
  work.say(
    `${work.has('acheteur') ? 'Les' : 'Pour un pouvoir adjudicateur, les'} marchés de prestations similaires se concluent dans les ${work.saidBy('années des prestations similaires')} de la notification du marché initial, qui devait l’annoncer et en compter le montant.`,
    'R2122-7',
  );
  if (from === '') return { needs: ['date_notification_marche_initial'], values: { duree_max_ans: years } };
  const last = addYears(from, years);
  const isPast = last < work.at;
  work.say(
    `Notifié le ${day(from)} : conclusion au plus tard le ${day(last)}${isPast ? ', jour passé' : ''}.`,
    'R2122-7',
  );
  return {
    value: last,
    values: {
      conclusion_au_plus_tard: last,
      duree_max_ans: years,
      admissible: !isPast,
      ...(isPast ? { depasse: true } : {}),
    },
  };
}
