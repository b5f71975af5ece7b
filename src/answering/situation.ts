import { type Figures, figureAt, sayAmount, sayFigure } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Given } from '../dialogue/given.ts';
import { citeArticle } from '../french/articles.ts';

const BUYERS = {
  etat: { key: 'seuil.formalise.central.fournitures_services', name: 'une autorité centrale' },
  collectivite: { key: 'seuil.formalise.autres.fournitures_services', name: 'une collectivité' },
  sante: { key: 'seuil.formalise.autres.fournitures_services', name: 'un hôpital public' },
  entite: { key: 'seuil.formalise.entites.fournitures_services', name: 'une entité adjudicatrice' },
} as const;

/**
 * Sets the amount a person gave against the dated thresholds: procedure and publicity, in one or two sentences.
 * Thresholds and articles come from figures.yaml (R2122-8, R2131-12, annexe 2); undefined where no sum stands for the whole need.
 */
export function saySituation(given: Given, figures: Figures, at: IsoDate): string | undefined {
  if (given.amount.kind !== 'whole') return undefined;
  const { amount } = given.amount;
  if (amount.tax === 'TTC')
    return `${sayAmount(amount.value)} TTC : les seuils se lisent hors taxes (R. 2121-1). Ramenez d’abord ce montant au HT, pour tout le besoin.`;
  const stated = `${sayAmount(amount.value)} HT${amount.tax === undefined ? ' (si c’est bien du hors taxes)' : ''}`;
  if (given.objet !== undefined) return sentence(stated, amount.value, given.objet, given, figures, at);
  const exempt = (objet: NonNullable<Given['objet']>) =>
    amount.value < (threshold(figures, `seuil.dispense.${objet}`, at)?.value ?? 0);
  if (exempt('travaux') && exempt('fournitures_services'))
    return `${stated}, pour tout le besoin : ${verdict(amount.value, 'fournitures_services', given, figures, at)}`;
  const supplies = verdict(amount.value, 'fournitures_services', given, figures, at);
  const works = verdict(amount.value, 'travaux', given, figures, at);
  return supplies === works
    ? `${stated}, pour tout le besoin : ${supplies}`
    : `${stated}, pour tout le besoin. En fournitures ou services : ${supplies} En travaux : ${works}`;
}

function sentence(
  stated: string,
  value: number,
  objet: NonNullable<Given['objet']>,
  given: Given,
  figures: Figures,
  at: IsoDate,
) {
  const what = objet === 'travaux' ? 'de travaux' : 'de fournitures ou de services';
  return `${stated} ${what}, pour tout le besoin : ${verdict(value, objet, given, figures, at)}`;
}

function verdict(
  value: number,
  objet: NonNullable<Given['objet']>,
  given: Given,
  figures: Figures,
  at: IsoDate,
): string {
  const say = (key: string) => threshold(figures, key, at)?.said ?? '';
  const limit = (key: string) => threshold(figures, key, at)?.value ?? 0;
  const exemption = `seuil.dispense.${objet}`;
  if (value < limit(exemption))
    return `sous ${say(exemption)}, ni publicité ni mise en concurrence obligatoires (${citeArticle('R2122-8')}) ; choisissez une offre pertinente, au bon prix, sans reprendre toujours le même fournisseur.`;
  const { formal, saidFormal, unsure } = formalThreshold(value, objet, given, figures, at);
  if (unsure)
    return `procédure formalisée ou adaptée selon votre organisme : ${saidFormal} (annexe 2 du code).${saySpecific(objet)}`;
  if (value >= formal)
    return `à partir de ${saidFormal}, procédure formalisée, avec un avis au BOAMP et au JOUE (annexe 2, ${citeArticle('R2131-16')}).${saySpecific(objet)}`;
  if (value < limit('seuil.publicite.mapa'))
    return `procédure adaptée ; sous ${say('seuil.publicite.mapa')}, la publicité est librement adaptée, le BOAMP n’est pas imposé (${citeArticle('R2131-12')}).`;
  return `procédure adaptée ; à partir de ${say('seuil.publicite.mapa')}, avis au BOAMP ou dans un journal d’annonces légales (${citeArticle('R2131-12')}).`;
}

/** The services of the annexed list escape the formal procedure whatever the amount (R2123-1 3°): the object decides. */
function saySpecific(objet: NonNullable<Given['objet']>): string {
  if (objet === 'travaux') return '';
  return ` Mais un service de la liste annexée au code (social, santé, formation, culture, restauration, sécurité, juridique…) reste en procédure adaptée à tout montant (${citeArticle('R2123-1')} 3°).`;
}

function formalThreshold(
  value: number,
  objet: NonNullable<Given['objet']>,
  given: Given,
  figures: Figures,
  at: IsoDate,
) {
  if (objet === 'travaux') {
    const works = threshold(figures, 'seuil.formalise.travaux', at);
    return { formal: works?.value ?? Number.POSITIVE_INFINITY, saidFormal: works?.said ?? '', unsure: false };
  }
  const central = threshold(figures, BUYERS.etat.key, at);
  const local = threshold(figures, BUYERS.collectivite.key, at);
  if (
    given.acheteur === undefined &&
    central !== undefined &&
    local !== undefined &&
    value >= central.value &&
    value < local.value
  )
    return {
      formal: local.value,
      saidFormal: `${central.said} pour l’État et les autorités centrales, ${local.said} pour les collectivités`,
      unsure: true,
    };
  const own = threshold(figures, BUYERS[given.acheteur ?? 'collectivite'].key, at);
  return { formal: own?.value ?? Number.POSITIVE_INFINITY, saidFormal: own?.said ?? '', unsure: false };
}

/** The figure in force on a day, as a number and in words; undefined where the table has none. */
export function threshold(figures: Figures, key: string, at: IsoDate): { value: number; said: string } | undefined {
  const figure = figures.get(key);
  const value = figure && figureAt(figure, at);
  return figure && value && { value: value.value, said: sayFigure(figure, at) };
}
