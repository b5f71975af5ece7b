import { readFileSync } from 'node:fs';
import { readCommandLine } from '../../scripts/command-line.ts';
import { readFigures } from '../../src/corpus/figures.ts';
import { createCompute } from '../../src/rules/compute.ts';
import { createEvaluate } from '../../src/rules/engine.ts';
import { type Request, readRequest } from '../../src/rules/read-request.ts';
import { createReckon } from '../../src/rules/reckon.ts';
import { readRulebook } from '../../src/rules/rulebook.ts';

/** `npm run bench:rules`: what the rules cost: read on first use, one conclusion, one next question (each of fresh amounts). */

readCommandLine('bench:rules');

const LOADED = 250;
const CONCLUDED = 15;
const ASKED = 50;
const ROUNDS = 200;
const GATE = 100;
const TOLD_APART = 2;

const { figures } = readFigures(readFileSync('knowledge/figures.yaml', 'utf8'), 'figures.yaml');

function load() {
  const book = readRulebook('knowledge');
  return createCompute({ book, figures, evaluate: createEvaluate(book, figures) });
}

/** Of the processor's time: what else runs on the machine is not counted. */
function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const started = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(started);
  return { ms: (user + system) / 1000, value };
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

/** An amount of its own each time: nothing is remembered from one to the next. */
function request(goal: string, situation: Record<string, unknown>): Request {
  const read = readRequest(goal, situation, '2026-10-20', '2026-10-20');
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const whole = (round: number): readonly Request[] => [
  request('procedure', { nature: 'services', acheteur: 'collectivite', montant_ht: 50_000 + round * 997 }),
  request('advance', {
    acheteur: 'etat',
    pme: true,
    montant_ht: 40_000 + round * 997,
    duree_mois: 10,
    taux_tva: 20,
    ccag: null,
    depenses_fonctionnement: 0,
  }),
  request('penalty', {
    ccag: 'FCS',
    montant_marche_ht: 900_000,
    valeur_en_retard_ht: 10_000 + round * 97,
    jours_retard: 25,
  }),
  request('obligations', {
    nature: 'services',
    acheteur: 'collectivite',
    montant_ht: 20_000 + round * 997,
    procedure: 'adaptee',
  }),
];
const partial = (round: number): readonly Request[] => [
  request('procedure', { nature: 'services', montant_ht: 142_000 + round * 300 }),
  request('procedure', { montant_ht: 142_000 + round * 300 }),
  request('advance', { acheteur: 'collectivite', montant_ht: 60_000 + round * 97, duree_mois: 10 }),
];

const first = timed(() => {
  const compute = load();
  compute(request('procedure', { nature: 'services', acheteur: 'etat', montant_ht: 1 }), 'achat');
  return compute;
});
const measure = (requests: (round: number) => readonly Request[]) =>
  p95(
    Array.from({ length: ROUNDS }, (_, round) => requests(round))
      .flat()
      .map((one) => timed(() => first.value(one, 'achat')).ms),
  );

/** Of a dialogue: what an ordinary question pays to be told apart, and the first that is worked out. */
const reckon = createReckon('knowledge', figures);
const lineOf = (text: string) => ({ text, at: '2026-10-20', reader: 'achat', before: undefined }) as const;
async function timedLine(text: string): Promise<number> {
  const started = process.cpuUsage();
  await reckon(lineOf(text));
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
const gate = await timedLine('à quoi sert une avance ?');
const firstLine = await timedLine('45 000 € HT de chaises pour la mairie, quelle procédure ?');
const ordinary: number[] = [];
for (let round = 0; round < ROUNDS; round++)
  ordinary.push(await timedLine(`comment rédiger l’avenant ${round} d’un marché de nettoyage de la mairie ?`));

const rows = [
  ['weights read at the first line', gate, GATE],
  ['first line worked out, rules known', firstLine, LOADED],
  ['an ordinary line told apart, p95', p95(ordinary), TOLD_APART],
  ['loaded on first use', first.ms, LOADED],
  ['one conclusion, p95', measure(whole), CONCLUDED],
  ['one next question, p95', measure(partial), ASKED],
] as const;
for (const [what, ms, wanted] of rows)
  console.log(`${what}: ${ms.toFixed(1)} ms (at most ${wanted})${ms > wanted ? ' TOO SLOW' : ''}`);
