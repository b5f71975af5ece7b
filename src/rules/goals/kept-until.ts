import { fold } from '../../french/words.ts';
import { addDays, addMonths, addYears } from '../calendar.ts';
import type { Done } from '../goal.ts';
import { day, type Work } from '../work.ts';

/** What holds of the papers of the procedure (R2184-12) and of those of the contract (R2184-13). */
export function conservation(work: Work): Done | undefined {
  const asked = /conservation|archiv/.test(fold(work.text('objet_question')));
  const end = work.text('date_fin_execution');
  const ofOffers = asked && /candidature|offre/.test(fold(work.text('objet_question')));
  if (ofOffers && end === '') return filesOfProcedure(work);
  if (!asked && end === '') return undefined;
  const object = fold(`${work.text('objet')} ${work.text('objet_question')}`);
  work.set(
    'conservation longue',
    work.text('nature') === 'travaux' || /maitrise d'oeuvre|controle technique/.test(object),
  );
  const years = work.amountOf('années de conservation');
  work.say(
    `Pièces constitutives du marché : ${work.saidBy('années de conservation')} à compter de la fin d’exécution (travaux, maîtrise d’œuvre et contrôle technique : ${work.said('duree.conservation.travaux')} ; fournitures et services : ${work.said('duree.conservation.fournitures_services')}).`,
    'R2184-13',
  );
  if (end === '') return { needs: ['date_fin_execution'] };
  const until = addYears(end, years);
  work.say(`Fin d’exécution le ${day(end)} : à conserver jusqu’au ${day(until)}.`, 'R2184-13');
  if (!ofOffers && (!work.has('date_signature') || (!asked && work.has('montant_ht'))))
    return { values: { conservation_jusqu_au: until } };
  // Both days are told, the one that is asked for as the value: whoever throws the one away would throw the other with it.
  const { values, needs } = filesOfProcedure(work);
  const offers = values?.['conservation_jusqu_au'];
  return ofOffers
    ? { values: { conservation_jusqu_au: offers, pieces_jusqu_au: until }, ...(needs === undefined ? {} : { needs }) }
    : { values: { conservation_jusqu_au: until, offres_jusqu_au: offers } };
}

function filesOfProcedure(work: Work): Done {
  const years = work.said('duree.conservation.dossiers');
  work.say(`Candidatures, offres et pièces de la procédure : ${years} au moins à compter de la signature.`, 'R2184-12');
  const signed = work.text('date_signature');
  if (signed === '') return { needs: ['date_signature'] };
  const until = addYears(signed, work.figure('duree.conservation.dossiers'));
  work.say(`Signature le ${day(signed)} : à conserver jusqu’au ${day(until)}.`, 'R2184-12');
  return { values: { conservation_jusqu_au: until } };
}

/** Thirty days from the end of the guarantee, or from the lifting of the reserves notified during it (R2191-35). */
export function guaranteeReturn(work: Work): Done | undefined {
  const ends = endOfGuarantee(work);
  if (ends === '' && !work.has('date_reception_ouvrage') && !/restitution/.test(fold(work.text('objet_question'))))
    return undefined;
  const within = work.said('delai.restitution_garantie');
  work.say(
    `La retenue de garantie est rendue dans les ${within} qui suivent la fin du délai de garantie ; si des réserves ont été notifiées pendant ce délai, dans les ${within} qui suivent leur levée.`,
    'R2191-35',
  );
  if (ends === '') return { needs: ['date_fin_garantie'] };
  const last = addDays(ends, work.figure('delai.restitution_garantie'));
  work.say(`${day(ends)} + ${within} = ${day(last)}, au plus tard.`, 'R2191-35');
  return { values: { restitution_au_plus_tard: last } };
}

/** The day told, or that of the acceptance with the guarantee's own length after it. */
function endOfGuarantee(work: Work): string {
  const [accepted, months] = [work.text('date_reception_ouvrage'), work.number('duree_mois')];
  if (work.has('date_fin_garantie') || accepted === '' || months === undefined) return work.text('date_fin_garantie');
  const ends = addMonths(accepted, months);
  work.say(`Réception le ${day(accepted)} + ${months} mois de garantie : elle finit le ${day(ends)}.`, 'R2191-35');
  return ends;
}

/** As long as the rules of the consultation say, from the last day to answer: the code sets no length. */
export function offersValidity(work: Work): Done | undefined {
  if (!/validite/.test(fold(work.text('objet_question')))) return undefined;
  const [days, months] = [work.number('validite_offres_jours'), work.number('duree_mois')];
  const last = work.text('date_limite_offres');
  work.say(
    'Aucun nombre n’est imposé : la validité des offres est celle que dit l’avis ou le règlement, depuis la limite de remise.',
  );
  if (days === undefined && months === undefined) return { needs: ['validite_offres_jours'] };
  if (last === '') return { needs: ['date_limite_offres'] };
  const until = days === undefined ? addMonths(last, months ?? 0) : addDays(last, days);
  const length = days === undefined ? `${months} mois` : `${days} jours`;
  work.say(
    `Limite de remise le ${day(last)} + ${length} : les entreprises tiennent leur offre jusqu’au ${day(until)}. Pour aller au-delà, demandez avant ce jour à toutes celles qui restent en course de la prolonger.`,
    'L3',
  );
  return { values: { offres_valables_jusqu_au: until } };
}
