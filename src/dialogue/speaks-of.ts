import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sentencesOf } from '../french/sentences.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold, termOf, words } from '../french/words.ts';
import { type LinearModel, likelihoods, readLinearModel } from '../learned/linear-model.ts';
import { textFeatures } from '../learned/text-features.ts';
import { parseYaml } from '../yaml.ts';

/**
 * What a message speaks of, where it is no question on the law: a contract that one's own body has, its buyer, how a thing is
 * ordered there, where what was asked for stands; what stands in offers; or someone speaks who answers, or would answer, a consultation.
 */
export const SPEAKS_OF = ['contract', 'buyer', 'order', 'where', 'offers', 'bidder', 'none'] as const;
export type SpeaksOf = (typeof SPEAKS_OF)[number];

/** Notions without one of which a message is none of that kind, however it is worded. */
const NEEDS: Readonly<Record<Exclude<SpeaksOf, 'none'>, readonly string[]>> = {
  contract: ['contrat', 'fournisseur'],
  buyer: ['acheteur', 'acheter', 'contrat'],
  order: ['commander', 'comment'],
  where: ['suivi'],
  offers: ['offre', 'choisir', 'note'],
  bidder: ['reponse', 'notre_firme', 'offre'],
};
const OTHERS = SPEAKS_OF.filter((label) => label !== 'none');
/** «j’ai commandé du sel par téléphone, c’est valable ?»: what was done already, and whether it holds, is asked of the law. */
const OF_THE_LAW = ['fait', 'vaut'] as const;
/** «mets-leur une note et dis-moi qui on retient»: to choose among offers is asked of nobody here, however little of them is said. */
const OF_OFFERS = ['trancher', 'offre'] as const;

const BODYS: ReadonlySet<SpeaksOf> = new Set(['contract', 'buyer', 'order', 'where']);
/** It is asked of one's own body: its contracts, who buys, how a thing is ordered, where it stands. */
export const isOfBody = (spoken: SpeaksOf): boolean => BODYS.has(spoken);

/** Learnt by `npm run train:house` from `chez-nous.txt`, beside it in `knowledge/modes`. */
export const SPEAKS_FILES = {
  weights: 'appris-chez-nous.tsv',
  frame: 'cadre-chez-nous.txt',
  notions: 'notions-chez-nous.yaml',
} as const;

export interface SpeaksModel {
  readonly weights: LinearModel;
  readonly notions: Notions;
  /** Terms of the ways of asking, which say nothing of what is asked for. */
  readonly frame: ReadonlySet<string>;
}

/** Read when first asked for, and throws then where a file cannot be read. Of a folder without the weights every line is on the law. */
export function createSpeaks(knowledge: string): () => SpeaksModel {
  let model: SpeaksModel | undefined;
  const file = (name: string) => join(knowledge, 'modes', name);
  return () => {
    if (model === undefined && !existsSync(file(SPEAKS_FILES.weights))) return ON_THE_LAW_ALONE;
    model ??= {
      weights: readLinearModel(file(SPEAKS_FILES.weights)),
      notions: readNotions(readFileSync(file(SPEAKS_FILES.notions), 'utf8')),
      frame: new Set(readFileSync(file(SPEAKS_FILES.frame), 'utf8').trimEnd().split('\n')),
    };
    return model;
  };
}

const ON_THE_LAW_ALONE: SpeaksModel = {
  weights: { labels: ['none'], weightsOf: () => undefined },
  notions: () => [],
  frame: new Set(),
};

/** From here a message is taken for one on the law, as nearly all are. */
const ON_THE_LAW = 0.5;
/** Below it, it is none whatever notions it holds. */
const NO_LAW = 0.03;
/** From here it may ask where something stands, of whoever has asked for that very thing. */
const MAY_ASK_WHERE = 0.1;
const STILL_ON_THE_LAW = 0.8;

type Reading = Omit<SpeaksModel, 'frame'>;

export function speaksOf(model: Reading, text: string): SpeaksOf {
  const whole = readAs(model, text);
  const sentences = sentencesOf(text);
  const [from, to] = sentences.at(-1) ?? [0, 0];
  if (whole !== 'none' || sentences.length < 2) return whole;
  // «J’arrive au service et j’ai un devis de toiture. Qui est mon acheteur ?»: what leads to a question does not hide it.
  const alone = text.slice(from, to);
  if (sharesOf(model, text)('none') >= STILL_ON_THE_LAW || sharesOf(model, alone)('none') >= NO_LAW) return 'none';
  const last = readAs(model, alone);
  return last === 'buyer' || last === 'where' ? last : 'none';
}

function readAs({ weights, notions }: Reading, text: string): SpeaksOf {
  const held = new Set(notions(text));
  if (OF_OFFERS.every((one) => held.has(one))) return 'offers';
  const share = sharesOf({ weights, notions }, text);
  if (share('none') >= ON_THE_LAW) return 'none';
  const best = OTHERS.reduce((one, label) => (share(label) > share(one) ? label : one));
  if (isOfBody(best) && OF_THE_LAW.every((one) => held.has(one))) return 'none';
  if (share('none') < NO_LAW) return best;
  return NEEDS[best].some((one) => held.has(one)) ? best : 'none';
}

/** «l’élagage est programmé ?»: asked by whoever waits for it, that is where it stands. */
export function mayAskWhere(model: Reading, text: string): boolean {
  const share = sharesOf(model, text);
  return share('where') >= MAY_ASK_WHERE && share('none') < STILL_ON_THE_LAW;
}

function sharesOf({ weights, notions }: Reading, text: string): (label: SpeaksOf) => number {
  const shares = likelihoods(weights, speaksFeatures(text, notions));
  return (label) => shares[weights.labels.indexOf(label)] ?? 0;
}

/** What words mean, by notions: those of a text, each met once. */
export type Notions = (text: string) => readonly string[];

/** @throws where the text is not lists of words under names */
export function readNotions(yaml: string): Notions {
  const lists = z.record(z.string(), z.array(z.string().min(1))).parse(parseYaml(yaml));
  const all = Object.entries(lists).map(([name, list]) => {
    const plain = list.map((one) => (one.endsWith('*') ? ` ${spaced(one.slice(0, -1)).trim()}` : spaced(one)));
    return { name, plain };
  });
  return (text) => {
    const held = spaced(text);
    return all.filter(({ plain }) => plain.some((one) => held.includes(one))).map(({ name }) => name);
  };
}

/** Folded, whatever parts its words made one space: «a-t-on» is « a t on ». */
function spaced(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim()} `;
}

/** Beside its words, the notions that meet in it, and how many sums and names it holds: offers have several of both. */
export function speaksFeatures(text: string, notions: Notions): readonly string[] {
  const values = readValues(text);
  const sums = values.filter(({ kind }) => kind === 'amount').length;
  const names = text.match(/(?<=[\p{L}\p{N},;:] )\p{Lu}[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
  const many = (count: number) => String(Math.min(3, count));
  const held = notions(text);
  const met = held.flatMap((one, at) => [`n ${one}`, ...held.slice(at + 1).map((other) => `n ${one} ${other}`)]);
  const said = textFeatures(text, values).filter((feature) => /^(?:m |\?)/.test(feature));
  return [...said, ...met, ...(held.length === 0 ? ['n rien'] : []), `sommes ${many(sums)}`, `noms ${many(names)}`];
}

/** What is asked for: the words that are none of those it is asked in, and the piece of the text that holds them. */
export interface Thing {
  readonly words: string;
  /** «chaises d’école», as it was said; empty where it is no piece short enough to be shown. */
  readonly said: string;
  /** The same words, clause by clause. */
  readonly clauses: readonly string[];
}

const LONGEST_SAID = 60;

export function thingIn({ frame }: Pick<SpeaksModel, 'frame'>, text: string): Thing {
  const keptOf = (piece: string) =>
    [...piece.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => {
      const terms = words(word).flatMap((one) => termOf(one) ?? []);
      return terms.some((term) => !frame.has(term));
    });
  const joined = (piece: string) =>
    keptOf(piece)
      .map(([word]) => word)
      .join(' ');
  const kept = keptOf(text);
  const [first, last] = [kept[0], kept.at(-1)];
  const said = first && last ? text.slice(first.index, last.index + last[0].length) : '';
  const clauses = text.split(/[.,;:!?\n]/g).map(joined);
  return {
    words: joined(text),
    said: said.length <= LONGEST_SAID ? said : '',
    clauses: clauses.filter((clause) => clause !== ''),
  };
}
