import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { MaskingLists } from '../../src/masking/masking-lists.ts';
import { pick, type Random } from '../random.ts';
import type { Piece } from './labelled.ts';

/** Parted by commas. */
const list = z.string().transform((text) => text.split(/, ?/).filter(Boolean));
const schema = z.object({
  trades: list,
  shops: list,
  everyday: list,
  syllables: list,
  ends: list,
  lands: list,
  towns: list,
  towntails: list,
  particles: list,
  foreign: list,
  given: list,
});

type Retell = (pieces: readonly Piece[], random: Random, haste: boolean) => readonly Piece[];

/**
 * Tells a labelled text again with other names, so that what is learnt is where names stand and not which they are; `haste`: as
 * one types in a chat, without capitals, often without accents.
 */
export function createRetelling(lists: MaskingLists, file: string): Retell {
  const names = inventNames(lists, schema.parse(parse(readFileSync(file, 'utf8'))));
  return (pieces, random, haste) => {
    const others = new Map<string, string>();
    const told = pieces.map(({ kind, text }): Piece => {
      if (kind === undefined) return { kind, text };
      const key = text.toLowerCase();
      const other = others.get(key) ?? names(kind, text, random);
      others.set(key, other);
      return { kind, text: other };
    });
    if (!haste) return told;
    const bare = random() < 0.5;
    const slips = random() < 0.5 ? 0.03 : 0;
    return told.map(({ kind, text }) => {
      const typed = typeInHaste(text, bare);
      return { kind, text: kind === undefined && slips > 0 ? slip(typed, slips, random) : typed };
    });
  };
}

/** A letter left out, doubled or swapped with the next, in one word of so many. */
const slip = (text: string, often: number, random: Random): string =>
  text.replace(/\p{L}{4,}/gu, (word) => {
    if (random() >= often) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const [head, letter, next, tail] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
    const lot = random();
    return lot < 0.5
      ? head + next + tail
      : lot < 0.75
        ? head + letter + letter + next + tail
        : head + next + letter + tail;
  });

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const typeInHaste = (text: string, bare: boolean): string =>
  (bare ? withoutAccents(text) : text).toLowerCase().replaceAll('’', "'");

const capitals = (text: string): string =>
  text.replace(/(^|[\s'-])(\p{L})(?=\p{L}{2}|$)/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());

function inventNames(lists: MaskingLists, made: z.infer<typeof schema>) {
  const firstNames = [...lists.firstNames.prenoms, ...lists.firstNames.aussi_des_mots];
  const communes = [...lists.places.communes, ...Object.values(lists.populations).flat()];
  const one = (from: readonly string[], random: Random) => pick(from, random) ?? '';
  const written = (name: string, like: string) => (/\p{Lu}/u.test(like) ? capitals(name) : name.toLowerCase());
  const given = (random: Random) => one(random() < 0.75 ? firstNames : made.given, random);
  const invented = (random: Random) =>
    Array.from({ length: random() < 0.6 ? 2 : 3 }, () => one(made.syllables, random)).join('');
  const surname = (random: Random): string => {
    const lot = random();
    if (lot < 0.6) return one(lists.surnames, random);
    if (lot < 0.85) return one(made.foreign, random);
    if (lot < 0.9) return `${one(made.particles, random)} ${one(lists.surnames, random)}`.replace("' ", "'");
    if (lot < 0.95) return `${one(lists.surnames, random)}-${one(lists.surnames, random)}`;
    return invented(random);
  };
  const town = (random: Random): string => {
    const lot = random();
    if (lot < 0.75) return one(communes, random);
    const head = `${one(made.towns, random)}${random() < 0.4 ? '-' : ''}${invented(random)}`;
    return lot < 0.85 ? `${head}-${one(made.towntails, random)}` : head;
  };
  const letters = (random: Random) =>
    Array.from({ length: random() < 0.7 ? 3 : 2 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const firm = (random: Random): string => {
    const trade = one(made.trades, random);
    const end = one(made.ends, random);
    switch (Math.floor(random() * 13)) {
      case 0:
        return surname(random);
      case 1:
        return `${trade} ${surname(random)}`;
      case 2:
        return `${surname(random)} ${trade}`;
      case 3:
        return `${one(made.shops, random)} ${surname(random)}`;
      case 4:
        return `${surname(random)} ${end}`;
      case 5:
        return invented(random);
      case 6:
        return `${invented(random)} ${random() < 0.5 ? trade : end}`;
      case 7:
        return `${trade} ${random() < 0.5 ? 'du' : 'de'} ${town(random)}`;
      case 8:
        return random() < 0.5 ? letters(random).toUpperCase() : `${letters(random).toUpperCase()} ${trade}`;
      case 9:
        return `${given(random)} ${random() < 0.5 ? surname(random) : trade}`;
      case 10:
        return `${one(made.shops, random)} ${one(made.everyday, random)}`;
      default:
        return one(made.everyday, random);
    }
  };
  const person = (like: string, random: Random): string => {
    const words = like.split(' ');
    // «karima b.», «JPL», «R. K.-L.»
    if (words.some((word) => /^\p{L}\.?$/u.test(word)))
      return words.map((word) => (/^\p{L}\.?$/u.test(word) ? word : given(random))).join(' ');
    if (/^\p{L}{2,3}$/u.test(like)) return letters(random);
    if (words.length > 1)
      return random() < 0.9 ? `${given(random)} ${surname(random)}` : `${surname(random)} ${given(random)}`;
    return firstNames.some((name) => name.toLowerCase() === like.toLowerCase()) ? given(random) : surname(random);
  };
  return (kind: string, text: string, random: Random): string => {
    switch (kind) {
      case 'person': {
        const civility = /^(?:mme|mr|m\.|me|dr|pr|monsieur|madame) /i.exec(text)?.[0] ?? '';
        return civility + written(person(text.slice(civility.length), random), text);
      }
      case 'supplier': {
        const other = firm(random);
        return /\p{Lu}/u.test(text) ? capitals(other) : other.toLowerCase();
      }
      case 'place':
        return /^(?:rue|quartier|avenue|place|chemin|route|salle|zone|za|zi|parc|square|impasse|boulevard|allée)\b/i.test(
          text,
        )
          ? text
          : written(town(random), text);
      case 'body': {
        // What announces it stays; the town or the land that it is of is another.
        const of = /^(.{3,}? (?:de |d'|d’|du |des ))([^ ].*)$/.exec(text);
        if (of === null || /\b(?:d'eau|des? eaux|écoles|communes|transports|routes|port|musée)\b/i.test(text))
          return text;
        const land = random() < 0.25 ? `${one(made.lands, random)} ` : '';
        const lead = (of[1] ?? '').replace(/(?:d'|d’|du |des )$/, 'de ');
        return lead + written(land + town(random), text);
      }
      default:
        return text;
    }
  };
}
