import type { Span } from '../../french/span.ts';
import { readValues } from '../../french/values/read-values.ts';
import type { Sliced } from '../../sliced.ts';
import { findExisting } from './existing.ts';
import { findObjects, type ObjectFound } from './objects.ts';
import { isNewNeed } from './phase.ts';
import { findPlaces, type PlaceFound } from './places.ts';
import { findCourtesies } from './sentences.ts';
import { readSourceText, type SourceText } from './source-text.ts';
import { within } from './spans.ts';
import type { FindTradeWords, TradeWord } from './trades.ts';
import { findUsers, type UsersFound } from './users.ts';
import type { PlacedValue } from './value-context.ts';

/** Everything found in the message, before it is shared out between needs. Positions are folded ones. */
export interface Findings {
  readonly source: SourceText;
  readonly objects: readonly ObjectFound[];
  readonly words: readonly TradeWord[];
  readonly values: readonly PlacedValue[];
  readonly existing: readonly Span[];
  readonly places: readonly PlaceFound[];
  /** Said with the contract in force («le ménage de la mairie s'arrête en juin»): where the need is when nothing else is said. */
  readonly contractPlaces: readonly PlaceFound[];
  readonly users: readonly UsersFound[];
  readonly isNew: (hasObject: boolean, given: number) => boolean;
}

export function* findAll(text: string, findTradeWords: FindTradeWords): Sliced<Findings> {
  const whole = readSourceText(text);
  const courtesies = findCourtesies(whole.folded);
  const source = whole.blank(courtesies);
  const { folded } = source;
  const values = readValues(text)
    .map((value): PlacedValue => ({ value, span: source.locate(value.span) }))
    .filter(({ span }) => !within(span[0], courtesies));
  yield;
  const existing = findExisting(folded);
  yield;
  const sites0 = findPlaces(folded, source.isCapital, findTradeWords);
  yield;
  const users = findUsers(folded)
    .filter(({ span }) => !within(span[0], existing))
    .map((found) => ({ ...found, span: beforeSite(found.span, sites0, source.isCapital) }));
  const used = users.map(({ span }) => span);
  const sitesSaid = sites0.filter(({ span }) => !within(span[0], used));
  const places = sitesSaid.filter(({ span }) => !within(span[0], existing));
  const named = [...places.map(({ span }) => span), ...users.map(({ span }) => span)];
  const sites = new Map(
    places
      .filter(({ lead, span }) => /^(?:du|de la|de l'|des) ?$/.test(folded.slice(lead, span[0])))
      .map(({ lead, headEnd }) => [lead, headEnd]),
  );
  const stops = new Set([...places, ...users].map(({ lead }) => lead));
  for (const { value, span } of values) if (value.kind !== 'quantity') stops.add(span[0]);
  const words = findTradeWords(folded).filter(
    ({ start }) =>
      !isOrganisation(folded, start) &&
      !isFirm(folded, start, source.isCapital) &&
      !/^cahiers? des (?:charges|clauses)/.test(folded.slice(start, start + 20)) &&
      // «38 gamins et 5 animateurs»: who comes along.
      !(
        /\b(?:avec|et) \d+ $/.test(folded.slice(Math.max(0, start - 10), start)) &&
        /^(?:animateurs?|accompagnateurs?|encadrants?|educateurs?|agents?)\b/.test(folded.slice(start, start + 16))
      ) &&
      !isDelivered(folded, start) &&
      !isRefused(folded, start) &&
      !within(start, named),
  );
  yield;
  const objects = findObjects(
    folded,
    { at: stops, sites, findTradeWords },
    (at) => within(at, named) || isOrganisation(folded, at),
    words,
  );
  return {
    source,
    objects,
    words,
    values,
    existing,
    places,
    contractPlaces: sitesSaid.filter(({ span }) => within(span[0], existing)),
    users,
    isNew: (hasObject, given) => isNewNeed(folded, hasObject, given),
  };
}

/** «les instituteurs du groupe scolaire Jean-Moulin»: the site that bears a name is a place beside the people. */
function beforeSite(span: Span, sites: readonly PlaceFound[], isCapital: (at: number) => boolean): Span {
  const site = sites.find(
    ({ lead, headEnd, span: [from, to] }) =>
      lead > span[0] &&
      from < span[1] &&
      Array.from({ length: to - headEnd }, (_one, k) => headEnd + k).some(isCapital),
  );
  return site === undefined ? span : [span[0], site.lead];
}

/** «le service communication», «la direction des sports»: who speaks, not what is bought. */
const isOrganisation = (folded: string, at: number): boolean =>
  /\b(?:services?|direction|pole|bureau|responsable|cheffe?|chargee? d[eu]|agents?|equipes?|departement|regie|techniciens?|referent\w*|commission|adjointe?) (?:aux? |de la |de l'|des |du )?$/.test(
    folded.slice(Math.max(0, at - 24), at),
  ) ||
  /\b(?:chefs?|cheffe|conducteur|directeur|directrice|responsable|ouvriers?|employes?|president|vice-president) (?:de |d'|en |a )$/.test(
    folded.slice(Math.max(0, at - 24), at),
  ) ||
  /^conseil (?:regional|departemental|municipal|communautaire|d'administration|de (?:quartier|surveillance|la vie))/.test(
    folded.slice(at, at + 28),
  );

/** «le bureau Hydréa», «le cabinet Morel»: who it is, not what is bought. */
function isFirm(folded: string, at: number, isCapital: (at: number) => boolean): boolean {
  const noun =
    /^(?:bureau(?: d'etudes?)?|cabinet|agence|architecte|societe|imprimerie|garage|librairie|traiteur) (?=[a-z])/.exec(
      folded.slice(at, at + 24),
    );
  return noun !== null && isCapital(at + noun[0].length);
}

/** «pas de chlore», «un tour de table»: a thing not bought. */
const isRefused = (folded: string, at: number): boolean =>
  /\b(?:pas (?:de |d')|sans (?:les? |la |aucun )?|aucune? |zero |ni (?:de |d')?|tour de )$/.test(
    folded.slice(Math.max(0, at - 14), at),
  );

/** «livré au gymnase» folds like «livre». */
const isDelivered = (folded: string, at: number): boolean =>
  // «Livres pour les bibliothèques» opens a message about books.
  ((!/^livres (?:pour|et) /.test(folded.slice(at, at + 12)) ||
    !/(?:^|\n|besoin : ?|objet : ?)$/.test(folded.slice(Math.max(0, at - 9), at))) &&
    /^livree?s? (?:a|au|aux|en|le|la|les|avant|sur|dans|chez|sous|par|pour|et)\b/.test(folded.slice(at, at + 14))) ||
  (folded.startsWith('livre', at) &&
    !/(?:^|[\n.] ?|\d )$/.test(folded.slice(Math.max(0, at - 2), at)) &&
    /\b(?:etre|soit|soient|sera|seront|tout|est) $/.test(folded.slice(Math.max(0, at - 8), at)));
