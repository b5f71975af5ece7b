import type { ObjectFound } from './objects.ts';
import type { Trade } from './trades.ts';
import { saidUnknown } from './unknowns.ts';

/** What the words tell of the need, beside its slots. */
export function toldOf(
  words: string,
  folded: string,
  { object, trade }: { readonly object: ObjectFound | undefined; readonly trade: Trade },
) {
  return {
    usedOtherwise:
      RENTED.test(words) ||
      (object !== undefined && trade.family !== 'software' && WORK.test(folded.slice(object.start, object.end))),
    unknown: saidUnknown(words),
    recurs: RECURS.test(words) || (trade.kind === 'service' && NOW_AND_THEN.test(words)),
    vague: VAGUE.test(words),
    more: AND_SOME.test(words),
    renews: RENEWS.test(words),
  };
}

export const RENTED = /\b(?:lou(?:er|e|es|ons|ee|ees|ent)|location)\b/;

/** Work on a thing that is there: «réparer le minibus», «entretien des véhicules». */
const WORK =
  /^(?!(?:equiper|acheter|acquerir|changer|remplacer|renouveler|refaire|moderniser|amenager|meubler|creer|refondre)\b)[a-z]{3,30}(?:er|ir|re) (?:les? |la |l'|nos |notre |\d|deux|trois|une? )|^(?:location|entretien|maintenance|reparation|nettoyage|assurance|depannage|lavage|enlevement|controle)/;

/** «9 séances, plus quelques réunions»: the figure is not the whole. */
const AND_SOME =
  /\b(?:plus|et) (?:quelques|plusieurs|qques?|des) (?:autres )?[a-z]{1,30}[^.\n]{0,40}\b(?:par[ -]ci|ca et la|a l'occasion|au besoin|si besoin)\b|\b(?:plus|et) quelques (?!(?:mois|jours|semaines|heures|annees)\b)/;

/** «quelques», «de temps en temps»: a quantity that is not one yet. */
const VAGUE =
  /\b(?:quelques|qques?|qqs|de temps en temps|de temps a autre|au fil de l'? ?(?:eau|annee)|regulierement|plusieurs|pas mal de|un certain nombre|ponctuellement|a la demande|au coup par coup|occasionnellement|selon les besoins|quand on (?:a|en a|aura) (?:une |un |des |besoin)|chaque fois qu'on|au besoin)\b/;

/** Comes back, no figure says how often. */
const NOW_AND_THEN =
  /\b(?:de temps en temps|de temps a autre|regulierement|toute l'annee|au fil de l'? ?(?:eau|annee)|tout au long de l'annee)\b/;

const RECURS =
  /\b(?:tous les|toutes les) (?:\d{1,12} |deux |trois |quatre |six )?(?:jours|semaines|mois|matins|soirs|trimestres|ans|lundis|mardis|mercredis|jeudis|vendredis)\b|\bchaque (?:jour|semaine|mois|trimestre|annee|ete|hiver|lundi|mardi|mercredi|jeudi|vendredi|rentree)\b|\b(?:\d{1,12}|deux|trois|quatre) (?:passages?|fois|interventions?|visites?|livraisons?|tournees?) (?:par|\/) ?(?:an|mois|semaine|jour)/;

const RENEWS =
  /\b(?:changer de (?:prestataire|fournisseur|titulaire|loueur|traiteur)|(?:renouvel\w{1,20}|reconduire|relancer|remettre en concurrence|refaire)(?: (?:le|la|notre|un|l'|nos|les)){0,6} ?(?:contrat|marche|abonnement|prestation|accord-cadre|convention))/;
