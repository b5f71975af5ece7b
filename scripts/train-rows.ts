import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BodyRow } from '../src/bodies/body-table.ts';
import { indexRows } from '../src/bodies/find-rows.ts';
import type { RowWeights } from '../src/bodies/rank-rows.ts';
import { NONE_SIGNS, SIGNS, WAYS } from '../src/bodies/row-signs.ts';
import { loadConfig } from '../src/config/config.ts';
import { createLawShares, LAW_OR_BODY, LAW_OR_BODY_FILE, lawFeatures } from '../src/dialogue/law-or-body.ts';
import { isOfBody, SPEAKS_OF } from '../src/dialogue/speaks-of.ts';
import { type LinearModel, writeLinearModel } from '../src/learned/linear-model.ts';
import { houseLines } from '../src/screens/house.ts';
import { readCommandLine } from './command-line.ts';
import { composeBodies, composeReading, type Learnt } from './compose-bodies.ts';
import { type Example, type FitSettings, fitLinear, type Rows, slimmed } from './fit-linear.ts';
import { createRandom } from './random.ts';
import { type AskedOfRows, isOfRest, isRight, isWanted, type MadeBody, readMadeBodies } from './rows-asked.ts';

/**
 * `npm run train:rows [-- --left-out]`: learns from what people of made bodies ask which row of a table is meant, and in what way;
 * writes `src/bodies/fitted.json`. `--left-out`: learns as many times without one body, asks what was asked there, and prints how
 * much is right. The same files give the same weights.
 */
const SEED = 17;
const SETTINGS = { steps: 600, rate: 0.3, pull: 0.0007 };
const LAW_SETTINGS: FitSettings = { epochs: 15, rate: 0.3, pull: 1e-4, seldom: 6 };
const SLIGHT = 0.05;
/** How much a message counts beside one of the law asked of a body. */
const OF_THING = 3;
const OF_RULE = 0.15;
const OF_WAY = 0.3;
/** So many questions on the law for each body, asked of nothing in its table. */
const OF_LAW = 40;
const LAW_FILES =
  'ask-3 ask-4 ask-5 ask-6 ask-7 ask-8 ask-9 spoken-2 spoken-3 spoken-4 spoken-5 spoken-6 spoken-8 spoken-9'.split(' ');
/** Of every way its bias and its signs, then those of nothing and of what no row names. */
const SIZE = WAYS.length * (SIGNS.length + 1) + 2 * (NONE_SIGNS.length + 1);
const MOST_SHOWN = 300;
/** Never learnt from. */
const APART = ['spoken-7'];
const TO = 'src/bodies/fitted.json';

const lineSchema = z.object({ text: z.string().optional(), turns: z.array(z.string()).optional() });
const townSchema = z.object({ text: z.string().optional(), ask: z.string().optional(), kind: z.string() });
const speaksSchema = z.enum(SPEAKS_OF);
type Label = (typeof LAW_OR_BODY)[number];
const seen = new Map<string, readonly string[]>();

interface Told {
  /** Of each way: where its weights begin, its signs, whether it is what was asked. */
  readonly ways: readonly { readonly at: number; readonly signs: readonly number[]; readonly isWanted: boolean }[];
}

const line = readCommandLine('train:rows');
const { knowledge } = loadConfig(process.env);
const { reading } = composeReading(knowledge, {
  rows: blankWeights(),
  law: { labels: LAW_OR_BODY, weightsOf: () => undefined },
});
const bodies = readMadeBodies();
const law = LAW_FILES.flatMap((name) => linesOf(`tests/golden/learn/${name}.jsonl`).map(textOf));
const asides = readAsides();
// Of each body the rows are learnt with the share of the law that was learnt without it: that of what was learnt says too much.
const lawWithout = new Map(bodies.map(({ name }) => [name, learnLaw(name)]));
const examples = new Map(bodies.map((body, at) => [body.name, examplesOf(body, at)]));

if (line.has('left-out')) {
  let [right, all] = [0, 0];
  for (const body of bodies) {
    const rows = learn(bodies.flatMap(({ name }) => (name === body.name ? [] : (examples.get(name) ?? []))));
    const learnt = { rows, law: modelOf(lawWithout.get(body.name)) };
    const verdicts = await ask(body, learnt);
    const count = verdicts.filter(Boolean).length;
    right += count;
    all += verdicts.length;
    const aside = await ask(
      { ...body, asked: asLaw(APART.flatMap((name) => linesOf(`tests/golden/learn/${name}.jsonl`).map(textOf))) },
      learnt,
    );
    const kept = aside.filter(Boolean).length;
    console.log(
      `${body.name.padEnd(14)} ${String(count).padStart(3)} / ${verdicts.length}   of the law, nothing said first: ${kept} / ${aside.length}`,
    );
  }
  console.log(`${'all'.padEnd(14)} ${right} / ${all}`);
} else {
  writeFileSync(TO, `${JSON.stringify(learn([...examples.values()].flat()), undefined, 2)}\n`);
  const file = join(knowledge, 'modes', LAW_OR_BODY_FILE);
  const weights = writeLinearModel(LAW_OR_BODY, slimmed(learnLaw(), SLIGHT));
  writeFileSync(file, weights);
  console.log(`${[...examples.values()].flat().length} messages of ${bodies.length} bodies, in ${TO}`);
  console.log(`the rule or the thing: ${Math.round(weights.length / 1000)} kB, in ${file}`);
}

function asLaw(texts: readonly string[]): readonly AskedOfRows[] {
  return texts.map((text) => ({ text, wants: [], not: [], isLaw: true }));
}

/** Ways of asking of `chez-nous.txt`, and of two towns whose tables are not read here. */
function readAsides(): readonly { readonly text: string; readonly label: Label; readonly weight: number }[] {
  const ways = readFileSync(join(knowledge, 'modes', 'chez-nous.txt'), 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [label = '', text = ''] = row.split('\t');
      if (row.startsWith('#') || text === '') return [];
      const of = speaksSchema.safeParse(label);
      if (!of.success || (!isOfBody(of.data) && of.data !== 'none')) return [];
      return [{ text: text.replace(/[{}]/g, ''), label: of.data === 'none' ? 'law' : 'body', weight: OF_WAY } as const];
    });
  const towns = ['have-we', 'brancourt'].flatMap((name) =>
    linesOf(`tests/golden/learn/${name}.jsonl`).map((row) => {
      const { text, ask: said, kind } = townSchema.parse(row);
      return {
        text: text ?? said ?? '',
        label: kind === 'none' || kind === 'law' ? 'law' : 'body',
        weight: 1,
      } as const;
    }),
  );
  const told = readFileSync(join(knowledge, 'modes', 'regle-ou-chose.txt'), 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [kind = '', text = ''] = row.split('\t');
      const label = LAW_OR_BODY.find((one) => one === kind);
      return label === undefined ? [] : [{ text, label, weight: 1 }];
    });
  return [...ways, ...towns, ...told];
}

/** @param without a body whose messages are left out */
function learnLaw(without?: string): Rows {
  const asked = bodies.flatMap(({ name, rows, asked: own }) =>
    name === without
      ? []
      : own.map((one) => ({ text: one.text, label: labelOf(one, rows), weight: one.isLaw ? 1 : OF_THING })),
  );
  const all = [...asked, ...asides, ...law.map((text) => ({ text, label: 'law', weight: OF_RULE }))];
  const list = all.map(({ text, label, weight }): Example => ({ features: featuresOf(text), label, weight }));
  return fitLinear(list, LAW_OR_BODY, LAW_SETTINGS, createRandom(SEED));
}

/** How far a contract goes is asked where what it leaves out is meant, and no row that buys it. */
function labelOf(one: AskedOfRows, rows: readonly BodyRow[]): Label {
  if (one.isLaw) return 'law';
  const meant = (way: (typeof WAYS)[number]) =>
    rows.some(
      (row) =>
        (way === 'buys' ? row.contract === undefined : row.contract !== undefined) && isWanted(one, { row, way }),
    );
  return meant('excludes') && !meant('covers') && !meant('buys') ? 'extent' : 'body';
}

function featuresOf(text: string): readonly string[] {
  const known = seen.get(text) ?? lawFeatures(text, reading().needs.asksLaw);
  seen.set(text, known);
  return known;
}

function modelOf(rows: Rows | undefined): LinearModel {
  return { labels: LAW_OR_BODY, weightsOf: (feature) => rows?.get(feature) };
}

function examplesOf({ name, rows, asked }: MadeBody, at: number): readonly Told[] {
  const shares = createLawShares(modelOf(lawWithout.get(name)), reading().needs.asksLaw);
  const index = indexRows(rows, { ...reading(), shares });
  const ofLaw = asLaw(law.filter((_, place) => place % bodies.length === at).slice(0, OF_LAW));
  return [...asked, ...ofLaw].flatMap((one) => {
    const { ways, none } = index.signs({ text: '', whole: one.text, family: undefined, cpv: undefined });
    const read = [
      ...ways.map(({ row, way, signs }) => ({
        at: WAYS.indexOf(way) * (SIGNS.length + 1),
        signs: [1, ...SIGNS.map((sign) => signs[sign])],
        isWanted: !one.isLaw && isWanted(one, { row, way }),
      })),
      ...[one.isLaw, !one.isLaw && isOfRest(one, rows)].map((isMeant, which) => ({
        at: WAYS.length * (SIGNS.length + 1) + which * (NONE_SIGNS.length + 1),
        signs: [1, ...NONE_SIGNS.map((sign) => none[sign])],
        isWanted: isMeant,
      })),
    ];
    // What is asked of one's own demandes, no row says.
    return read.some(({ isWanted: held }) => held) ? [{ ways: read }] : [];
  });
}

/** A softmax over the ways of all rows and none, by whole gradient steps that shrink where much was learnt. */
function learn(list: readonly Told[]): RowWeights {
  const size = SIZE;
  const weights = new Float64Array(size);
  const learnt = new Float64Array(size).fill(1e-6);
  const shared = SIGNS.length + 1;
  for (let step = 0; step < SETTINGS.steps; step++) {
    const slope = new Float64Array(size);
    for (const { ways } of list) {
      const raw = ways.map(({ at, signs }) => {
        let score = 0;
        for (let i = 0; i < signs.length; i++) score += (signs[i] ?? 0) * (weights[at + i] ?? 0);
        return score;
      });
      const most = Math.max(...raw);
      let [all, wanted] = [0, 0];
      for (let i = 0; i < raw.length; i++) {
        const share = Math.exp((raw[i] ?? 0) - most);
        raw[i] = share;
        all += share;
        if (ways[i]?.isWanted) wanted += share;
      }
      for (let i = 0; i < raw.length; i++) {
        const way = ways[i];
        if (way === undefined) continue;
        const by = (way.isWanted ? (raw[i] ?? 0) / wanted : 0) - (raw[i] ?? 0) / all;
        if (Math.abs(by) < 1e-4) continue;
        for (let j = 0; j < way.signs.length; j++)
          slope[way.at + j] = (slope[way.at + j] ?? 0) + by * (way.signs[j] ?? 0);
      }
    }
    // What a sign weighs in one way is drawn towards what it weighs in all.
    for (let i = 0; i < size; i++) {
      const sign = i % shared;
      const isOfWay = i < WAYS.length * shared && sign > 0;
      const middle = isOfWay
        ? WAYS.reduce((sum, _, way) => sum + (weights[way * shared + sign] ?? 0), 0) / WAYS.length
        : 0;
      const own = weights[i] ?? 0;
      const by = (slope[i] ?? 0) / list.length - SETTINGS.pull * (own - 0.7 * middle);
      learnt[i] = (learnt[i] ?? 0) + by * by;
      weights[i] = own + (SETTINGS.rate * by) / Math.sqrt(learnt[i] ?? 1);
    }
  }
  return readWeights(weights);
}

function readWeights(weights: Float64Array): RowWeights {
  const at = (start: number, names: readonly string[]) =>
    Object.fromEntries(names.map((name, i) => [name, Number((weights[start + i] ?? 0).toPrecision(4))]));
  return {
    ways: Object.fromEntries(WAYS.map((way, i) => [way, at(i * (SIGNS.length + 1), ['bias', ...SIGNS])])),
    none: at(WAYS.length * (SIGNS.length + 1), ['bias', ...NONE_SIGNS]),
    rest: at(WAYS.length * (SIGNS.length + 1) + NONE_SIGNS.length + 1, ['bias', ...NONE_SIGNS]),
  } as RowWeights;
}

function blankWeights(): RowWeights {
  return readWeights(new Float64Array(SIZE));
}

async function ask({ name, rows, asked }: MadeBody, learnt: Learnt): Promise<readonly boolean[]> {
  const table = { organisation: name, version: 1, rows, at: '2026-03-12T10:00:00.000Z' };
  const body = { id: name, name, siret: name, publicClass: 'commune', territories: [] };
  const reserve = {
    organisation: async () => ({ ok: true, value: body }) as const,
    organisations: async () => ({ ok: true, value: [body] }) as const,
    people: async () => ({ ok: true, value: [] }) as const,
    person: async () => ({ ok: true, value: undefined }) as const,
  };
  const tables = {
    find: async () => ({ ok: true, value: table }) as const,
    save: async () => ({ ok: true, value: undefined }) as const,
    changes: async () => ({ ok: true, value: [] }) as const,
  };
  const { house } = composeBodies(
    knowledge,
    { bodies: tables, reserve },
    () => new Date('2026-11-28T09:00:00Z'),
    learnt,
  );
  const verdicts: boolean[] = [];
  for (const one of asked.filter((each) => isOfTable(each, rows))) {
    const said = await house.answerBody(name, one.text);
    const verdict = isRight(one, said.ok ? said.value : undefined, rows);
    if (!verdict && line.has('misses')) {
      const { place = '', ask: { kind = '' } = {} } = (said.ok && said.value) || {};
      const shown = said.ok && said.value ? houseLines(said.value.ask, said.value.answer).join(' / ') : '';
      console.log(`  ${one.text}\n    → ${place} ${kind} ${shown.slice(0, MOST_SHOWN)}`);
    }
    verdicts.push(verdict);
  }
  return verdicts;
}

/** What is asked of one's own demandes, no row says. */
function isOfTable(one: AskedOfRows, rows: readonly BodyRow[]): boolean {
  return one.isLaw || rows.some((row) => WAYS.some((way) => isWanted(one, { row, way })));
}

function textOf(row: unknown): string {
  const { text, turns } = lineSchema.parse(row);
  return text ?? turns?.[0] ?? '';
}

function linesOf(file: string): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row));
}
