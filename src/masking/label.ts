import type { MaskKind } from '../vocabulary/masks.ts';
import type { Language } from '../vocabulary/people.ts';
import { distinctive } from './again.ts';
import type { MaskFinding, MaskRequest, PersonName, Sighting } from './finding.ts';
import { LABELS, sayLabel } from './label-words.ts';
import type { Source } from './source.ts';
import type { Words } from './word-lists.ts';

/** Inhabitants, bounds of the brackets said, those of `populations.yaml`: ten communes at least stand in each. */
const BRACKETS = [2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];

/** Gives each sighting its key and its words: the same thing has the same number in the whole text. */
export function labelSightings(
  source: Source,
  sightings: readonly Sighting[],
  words: Words,
  request: MaskRequest,
): readonly MaskFinding[] {
  const sorted = [...sightings].sort((a, b) => a.start - b.start);
  const people = identify(sorted);
  const keyed = sorted.map((sighting) => ({
    sighting,
    ...keyOf(source, sighting, people.get(sighting), words, request),
  }));
  const ranks = new Map<string, Map<string, number>>();
  for (const { key, label } of keyed) {
    const known = ranks.get(label) ?? new Map<string, number>();
    ranks.set(label, known.set(key, known.get(key) ?? known.size + 1));
  }
  return keyed.map(({ sighting, key, label }) => {
    const span = source.spanOf(sighting.start, sighting.end);
    const numbered =
      sighting.kind === 'person' ||
      sighting.kind === 'supplier' ||
      ((sighting.kind === 'body' || sighting.kind === 'place') && (ranks.get(label)?.size ?? 0) > 1);
    const rank = ranks.get(label)?.get(key) ?? 1;
    return {
      kind: sighting.kind,
      span,
      text: source.text.slice(...span),
      replacement: numbered ? `[${label} ${rank}]` : `[${label}]`,
      key,
      hidden: hiddenNames(source, sighting, words),
      ...(sighting.confidence === undefined ? {} : { confidence: sighting.confidence }),
    };
  });
}

function keyOf(
  source: Source,
  sighting: Sighting,
  person: number | undefined,
  words: Words,
  request: MaskRequest,
): { readonly key: string; readonly label: string } {
  const { kind, start, end, name } = sighting;
  const language = request.language ?? 'fr';
  const label = sayLabel(sighting.label ?? LABELS[kind], language);
  if (kind === 'person') return { key: `person:${person}`, label };
  const folded = name ?? source.flat.slice(start, end).toLowerCase();
  if (kind !== 'body' && kind !== 'place') return { key: `${kind}:${folded}`, label };
  const inhabitants = sighting.label === 'commune' ? words.inhabitants.get(folded) : undefined;
  // A commune named as a body and as a place is one and the same.
  return {
    key: `body:${label}:${folded}`,
    label: inhabitants === undefined ? label : `${label} ${sayBracket(inhabitants, language)}`,
  };
}

/** «de 5 000 à 10 000 habitants», “of 5,000 to 10,000 inhabitants”; `low` is a bound of the brackets. */
function sayBracket(low: number, language: Language): string {
  const english = language === 'en';
  const say = (bound: number) => bound.toLocaleString('en-US').replaceAll(',', english ? ',' : '\u202f');
  const high = BRACKETS.find((bound) => bound > low);
  if (low === 0 && high !== undefined)
    return english ? `of under ${say(high)} inhabitants` : `de moins de ${say(high)}\u00a0habitants`;
  if (high === undefined) return english ? `of over ${say(low)} inhabitants` : `de plus de ${say(low)}\u00a0habitants`;
  return english ? `of ${say(low)} to ${say(high)} inhabitants` : `de ${say(low)} à ${say(high)}\u00a0habitants`;
}

/**
 * Who is who: the same surname is the same person, unless first names or genders differ; a first name alone is whoever bears it.
 * Surnames are read first, so that «Julie» before «Julie Martin» is she.
 */
function identify(sightings: readonly Sighting[]): ReadonlyMap<Sighting, number> {
  const people = new Map<Sighting, number>();
  const byFull = new Map<string, number>();
  const byLast = new Map<string, { readonly id: number; first: string | undefined; gender: PersonName['gender'] }[]>();
  const byFirst = new Map<string, number>();
  let count = 0;
  for (const sighting of sightings) {
    const { first, last, gender } = sighting.person ?? {};
    if (last === undefined) continue;
    const full = `${first ?? ''} ${last} ${gender ?? ''}`;
    let id = byFull.get(full);
    if (id === undefined) {
      const namesakes = byLast.get(last) ?? [];
      // The first dozen bearers of a name are enough: more is a list, where each first name tells them apart.
      const same = namesakes
        .slice(0, 12)
        .find(
          (other) =>
            (first === undefined || other.first === undefined || other.first === first) &&
            (gender === undefined || other.gender === undefined || other.gender === gender),
        );
      id = same?.id ?? count++;
      if (same === undefined) namesakes.push({ id, first, gender });
      else {
        same.first ??= first;
        same.gender ??= gender;
      }
      byLast.set(last, namesakes);
      byFull.set(full, id);
      if (first !== undefined && !byFirst.has(first)) byFirst.set(first, id);
    }
    people.set(sighting, id);
  }
  for (const sighting of sightings) {
    const { first, last } = sighting.person ?? {};
    if (last !== undefined || first === undefined) continue;
    const id = byFirst.get(first) ?? count++;
    byFirst.set(first, id);
    people.set(sighting, id);
  }
  return people;
}

/** Before an everyday word that is a name here, so that «un petit marché» goes through when «M. Petit» does not. */
const WITH_TITLE: Readonly<Partial<Record<MaskKind, readonly string[]>>> = {
  person: ['M.', 'Mr', 'Monsieur', 'Mme', 'Madame'],
  supplier: ['société', 'entreprise', 'titulaire'],
  place: ['à', 'ville de', 'commune de', 'mairie de'],
  body: ['ville de', 'commune de', 'mairie de', 'à'],
};

const TERRITORY_TITLES = ['région', 'département', 'en', 'dans le', 'dans la', 'conseil départemental'];

/** Endings of the people of a town: «Kerlannais», «Rennaises», «Brestoise». */
const PEOPLE = ['ais', 'aise', 'aises', 'ois', 'oise', 'oises', 'ien', 'ienne', 'iens', 'iennes', 'ins', 'ines'];

/** «Kerlann» for «Kerlann-sur-Mer», «Kerlannais» for both: no word of the language, or everyday words would be sealed. */
function shorterNames(name: string | undefined, words: Words): readonly string[] {
  const [head = '', ...rest] = name?.split(' ') ?? [];
  const plain = head.length < 5 || words.isWord(head) || words.common.has(head) || words.firstNames.has(head);
  if (plain || /\d/.test(head) || words.bodies.heads.has(head)) return [];
  const stem = head.replace(/e?s?$/, '');
  const people = PEOPLE.map((ending) => stem + ending).filter((one) => !words.isWord(one));
  return [...(rest.length === 0 ? [] : [head]), ...people];
}

/** The text, the surname, the full name, the bare name of a body or a firm: whatever would still tell. */
function hiddenNames(source: Source, sighting: Sighting, words: Words): readonly string[] {
  const { kind, start, end, person, name } = sighting;
  const written = (from: number, to: number) => source.text.slice(...source.spanOf(from, to));
  const names = [written(start, end)];
  const territory = sighting.label === 'région' || sighting.label === 'département';
  const titles = territory ? TERRITORY_TITLES : WITH_TITLE[kind];
  if (titles === undefined) return names;
  if (sighting.core !== undefined) names.push(written(...sighting.core));
  if (person?.last !== undefined) names.push(person.last);
  if (kind === 'body' || kind === 'place') names.push(...shorterNames(name, words));
  if (kind === 'supplier') names.push(...[distinctive(name, words)].filter((first) => first !== undefined));
  const everyday = (text: string) => {
    const folded = source.tokens.length === 0 ? '' : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return words.common.has(folded) || words.placesAlsoWords.has(folded) || words.firstNamesAlsoWords.has(folded);
  };
  return [...new Set(names.flatMap((text) => (everyday(text) ? titles.map((title) => `${title} ${text}`) : [text])))];
}
