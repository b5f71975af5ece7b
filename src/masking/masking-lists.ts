import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CorpusProblem } from '../corpus/problem.ts';
import { readYaml } from '../corpus/yaml-source.ts';
import { type IsFrenchWord, readFrenchWords } from '../french/french-words.ts';
import { atOnce, type Sliced } from '../sliced.ts';
import { readWeightsSliced, type TaggerWeights } from './learned/weights.ts';

/** Names written one after the other, parted by commas, over as many lines as it takes. */
const names = z.string().transform((text) =>
  text
    .split(/,|\n/)
    .map((name) => name.trim())
    .filter((name) => name !== ''),
);
const words = z.array(z.string().min(1));

const schemas = {
  'prenoms.yaml': z.strictObject({ prenoms: names, aussi_des_mots: names }),
  'noms.yaml': z.strictObject({ noms: names }),
  'lieux.yaml': z.strictObject({ communes: names, departements: names, regions: names, aussi_des_mots: names }),
  /** By the lower end of a bracket of inhabitants. */
  'populations.yaml': z.record(z.string().regex(/^\d+$/), names),
  'mots-courants.yaml': z.strictObject({ mots: z.string().transform((text) => text.split(/\s+/).filter(Boolean)) }),
  'personnes.yaml': z.strictObject({
    civilites: words,
    titres: words,
    feminines: words,
    fonctions: words,
    etiquettes: words,
    tournures: words,
    avant_un_prenom: words,
    pas_un_nom: words,
    batiments: words,
    formules: words,
    particules: words,
  }),
  'organismes.yaml': z.strictObject({
    classes: z.array(
      z.strictObject({
        classe: z.string().min(2),
        /** `de`: the name comes after a preposition; `libre`: or at once; `numero`: or it is a number. */
        lien: z.enum(['de', 'libre', 'numero']),
        /** Words of `qualificatifs` may stand between the announcing words and the name. */
        qualifie: z.boolean().default(false),
        /** Only the name is masked: «le maire de [commune]». */
        nom_seul: z.boolean().default(false),
        mots: words,
      }),
    ),
    qualificatifs: words,
    eponymes: words,
    apres_le_nom: z.record(z.string(), z.string()),
    avant_le_nom: words,
    juridictions: words,
    connus: words,
  }),
  'entreprises.yaml': z.strictObject({
    formes: words,
    annonces: words,
    font_partie_du_nom: words,
    suites: words,
    connues: words,
  }),
  'sante.yaml': z.strictObject({
    situations: words,
    maux: words,
    fins: words,
    qualites: words,
    besoins: words,
    proches: words,
  }),
  'numeros.yaml': z.strictObject({
    marche: words,
    reference: words,
    sans_numero: words,
    sites_ouverts: words,
    voies: words,
    voies_ambigues: words,
  }),
} as const;

type Schemas = typeof schemas;

/** The whole of `knowledge/masquage/`, as written: the masker folds it once. */
export interface MaskingLists {
  readonly firstNames: z.infer<Schemas['prenoms.yaml']>;
  /** Folded. */
  readonly surnames: readonly string[];
  readonly places: z.infer<Schemas['lieux.yaml']>;
  /** Lower end of a bracket of inhabitants → communes. */
  readonly populations: z.infer<Schemas['populations.yaml']>;
  readonly commonWords: readonly string[];
  readonly persons: z.infer<Schemas['personnes.yaml']>;
  readonly bodies: z.infer<Schemas['organismes.yaml']>;
  readonly firms: z.infer<Schemas['entreprises.yaml']>;
  readonly health: z.infer<Schemas['sante.yaml']>;
  readonly numbers: z.infer<Schemas['numeros.yaml']>;
  /** Names of products, from `knowledge/lint/marques.yaml` beside the folder: they say nothing of who buys. */
  readonly brands: readonly string[];
  /** Whether a word is one of the language: what is not may be a name. */
  readonly isFrenchWord: IsFrenchWord;
  /** Words of law and administration by their sense (`familles.txt`): «4.1», family and how usual the word is. */
  readonly families: ReadonlyMap<string, string>;
  /** What was learnt from labelled texts (`npm run train:masking`); undefined: rules and lists alone. */
  readonly learned: TaggerWeights | undefined;
}

interface ReadLists {
  readonly lists: MaskingLists;
  readonly problems: readonly CorpusProblem[];
}

/**
 * Reads the masking lists from their folder on disk (`knowledge/masquage`). A folder that is not there gives empty lists
 * and no problem: numbers, e-mails and telephones are found all the same. Any file missing or wrong is a problem.
 */
export function readMaskingLists(folder: string): ReadLists {
  return atOnce(readMaskingListsSliced(folder));
}

/** The same, a file or a part of one at a time. */
export function* readMaskingListsSliced(folder: string): Sliced<ReadLists> {
  if (!existsSync(folder)) return { lists: NO_MASKING_LISTS, problems: [] };
  const problems: CorpusProblem[] = [];
  function* read<N extends keyof Schemas>(name: N): Sliced<z.infer<Schemas[N]> | undefined> {
    yield;
    const text = readFile(folder, name, problems);
    if (text === undefined) return undefined;
    const source = readYaml(text, schemas[name] as unknown as z.ZodType<z.infer<Schemas[N]>>, `masquage/${name}`);
    problems.push(...source.problems);
    return source.value;
  }
  const lists: MaskingLists = {
    firstNames: (yield* read('prenoms.yaml')) ?? NO_MASKING_LISTS.firstNames,
    surnames: (yield* read('noms.yaml'))?.noms ?? [],
    places: (yield* read('lieux.yaml')) ?? NO_MASKING_LISTS.places,
    populations: (yield* read('populations.yaml')) ?? {},
    commonWords: (yield* read('mots-courants.yaml'))?.mots ?? [],
    persons: (yield* read('personnes.yaml')) ?? NO_MASKING_LISTS.persons,
    bodies: (yield* read('organismes.yaml')) ?? NO_MASKING_LISTS.bodies,
    firms: (yield* read('entreprises.yaml')) ?? NO_MASKING_LISTS.firms,
    health: (yield* read('sante.yaml')) ?? NO_MASKING_LISTS.health,
    numbers: (yield* read('numeros.yaml')) ?? NO_MASKING_LISTS.numbers,
    brands: readBrands(folder),
    isFrenchWord: readFrenchWords(join(folder, 'mots-francais.txt')),
    families: yield* readFamilies(folder),
    learned: yield* readLearned(folder, problems),
  };
  return { lists, problems };
}

export const NO_MASKING_LISTS: MaskingLists = {
  firstNames: { prenoms: [], aussi_des_mots: [] },
  surnames: [],
  places: { communes: [], departements: [], regions: [], aussi_des_mots: [] },
  populations: {},
  commonWords: [],
  persons: {
    civilites: [],
    titres: [],
    feminines: [],
    fonctions: [],
    etiquettes: [],
    tournures: [],
    avant_un_prenom: [],
    pas_un_nom: [],
    batiments: [],
    formules: [],
    particules: [],
  },
  bodies: {
    classes: [],
    qualificatifs: [],
    eponymes: [],
    apres_le_nom: {},
    avant_le_nom: [],
    juridictions: [],
    connus: [],
  },
  firms: { formes: [], annonces: [], font_partie_du_nom: [], suites: [], connues: [] },
  health: { situations: [], maux: [], fins: [], qualites: [], besoins: [], proches: [] },
  numbers: { marche: [], reference: [], sans_numero: [], sites_ouverts: [], voies: [], voies_ambigues: [] },
  brands: [],
  isFrenchWord: () => false,
  families: new Map(),
  learned: undefined,
};

const brandsSchema = z.record(
  z.string(),
  z.looseObject({ names: z.array(z.string()).default([]), also_words: z.array(z.string()).default([]) }),
);

/** What is wrong in that file is the lint's business: here its names only keep products from being taken for people. */
function readBrands(folder: string): readonly string[] {
  const file = join(folder, '..', 'lint', 'marques.yaml');
  if (!existsSync(file)) return [];
  const { value } = readYaml(readFileSync(file, 'utf8').normalize('NFC'), brandsSchema, 'lint/marques.yaml');
  return Object.values(value ?? {}).flatMap(({ names: listed, also_words }) => [...listed, ...also_words]);
}

function readFile(folder: string, name: string, problems: CorpusProblem[]): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8').normalize('NFC');
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    problems.push({ file: `masquage/${name}`, line: 1, field: 'file', message });
    return undefined;
  }
}

/** One family a line; four parts parted by «|», from the most usual words to the least. No file: no family is known. */
function* readFamilies(folder: string): Sliced<ReadonlyMap<string, string>> {
  const file = join(folder, 'familles.txt');
  const known = new Map<string, string>();
  if (!existsSync(file)) return known;
  const families = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const [family, line] of families.entries()) {
    if (family % LINES === 0) yield;
    for (const [rank, part] of line.split('|').entries())
      for (const word of part.split(' ')) known.set(word, `${family}.${rank}`);
  }
  return known;
}

/** Of a file, read in one slice. */
const LINES = 2_000;

export const LEARNED_FILE = 'appris.tsv';

/** No file: rules and lists alone. */
function* readLearned(folder: string, problems: CorpusProblem[]): Sliced<TaggerWeights | undefined> {
  if (!existsSync(join(folder, LEARNED_FILE))) return undefined;
  const text = readFile(folder, LEARNED_FILE, problems);
  if (text === undefined) return undefined;
  yield;
  try {
    return yield* readWeightsSliced(text);
  } catch (error) {
    const message = `is no set of weights: ${error instanceof Error ? error.message : String(error)}; \`npm run train:masking\` writes it`;
    problems.push({ file: `masquage/${LEARNED_FILE}`, line: 1, field: 'file', message });
    return undefined;
  }
}
