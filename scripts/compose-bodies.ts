import { join } from 'node:path';
import type { ReadTerm } from '../src/bodies/asked-words.ts';
import { createBuying } from '../src/bodies/create-buying.ts';
import { createHouse } from '../src/bodies/create-house.ts';
import { createTables } from '../src/bodies/create-tables.ts';
import type { CpvOf, Reading } from '../src/bodies/find-rows.ts';
import type { Buying } from '../src/bodies/port/buying.ts';
import type { House } from '../src/bodies/port/house.ts';
import type { Tables } from '../src/bodies/port/tables.ts';
import { learntRows, type RowWeights } from '../src/bodies/rank-rows.ts';
import { createNeeds } from '../src/bodies/read-needs.ts';
import type { KnowsCpv } from '../src/bodies/read-rows.ts';
import { readCpv } from '../src/corpus/cpv.ts';
import { readNeeds } from '../src/corpus/needs.ts';
import { createLawShares, LAW_OR_BODY_FILE } from '../src/dialogue/law-or-body.ts';
import { createSpeaks, mayAskWhere, speaksOf, thingIn } from '../src/dialogue/speaks-of.ts';
import { readFrenchWords } from '../src/french/french-words.ts';
import { fold, indexTerms, termOf, words } from '../src/french/words.ts';
import { type LinearModel, readLinearModel } from '../src/learned/linear-model.ts';
import { loadServedEmbedder } from '../src/model/join-embedders.ts';
import { ownValue } from '../src/own-value.ts';
import { underWayOf } from '../src/purchases/under-way.ts';
import { createFindCpv, type FindCpv } from '../src/rewording/cpv/find-cpv.ts';
import { cpvTerm } from '../src/rewording/cpv/index-cpv.ts';
import { atOnce } from '../src/sliced.ts';
import type { Store } from '../src/store/store.ts';

interface Parts {
  readonly bodies: Store['bodies'];
  readonly purchases?: Pick<Store['purchases'], 'of' | 'eventsOf'>;
  readonly reserve: Pick<Store['reserve'], 'people' | 'person' | 'organisations' | 'organisation'>;
}

export interface ComposedBodies {
  readonly buying: Buying;
  readonly house: House;
  /** Kept on a page. */
  readonly tables: Tables;
  readonly knowsCpv: KnowsCpv;
  /** Whether someone speaks who answers, or would answer, a consultation. */
  readonly bids: (text: string) => boolean;
}

/** Weights that are not those of the repository: while they are learnt. */
export interface Learnt {
  readonly rows?: RowWeights;
  readonly law?: LinearModel;
}

/** Of the acts of `actes.yaml`, those that are done to anything. */
const ACTS = ['entretenir', 'construire', 'louer'];

/** How tables and what is asked of them are read: vocabulary and weights, when the first line needs them. */
export function composeReading(knowledge: string, learnt: Learnt = {}) {
  const speaks = createSpeaks(knowledge);
  const cpv = once(() => readCpv(knowledge));
  const find = once((): FindCpv => atOnce(createFindCpv(cpv())));
  const cpvOf: CpvOf = (text, nature) =>
    find()(text, { concepts: [], ...(nature === undefined ? {} : { nature }) }).map(({ code, from }) => ({
      digits: digitsOf(code),
      from,
    }));
  const reading = once((): Reading => {
    const { frame } = speaks();
    const { vides, actes, usages, labels } = cpv();
    const acts = new Set(
      ACTS.flatMap((act) => ownValue(actes, act)?.mots ?? []).flatMap((way) =>
        words(way).flatMap((word) => cpvTerm(word) ?? []),
      ),
    );
    const said = new Set(vides);
    const readTerm: ReadTerm = (written) => {
      const word = fold(written);
      const term = /^\d+$/.test(word) ? undefined : cpvTerm(word);
      if (term === undefined) return undefined;
      const isFaint = said.has(written) || frame.has(termOf(word) ?? '') || acts.has(term);
      return { term, form: singular(word), isFaint };
    };
    const byDigits = new Map([...labels].map(([code, label]) => [digitsOf(code), label]));
    const embedder = loadServedEmbedder();
    // A plural that has no row of its own is its singular.
    const vectorOf = (own: readonly string[]) =>
      embedder.vectorOf(own.map((word) => (embedder.knows(word) ? word : singular(word))));
    const needs = createNeeds(readNeeds(knowledge), usages, readTerm);
    const law = learnt.law ?? readLinearModel(join(knowledge, 'modes', LAW_OR_BODY_FILE));
    return {
      cpvOf,
      readTerm,
      empty: new Set([...frame, ...vides.flatMap(indexTerms)]),
      needs,
      isFrench: readFrenchWords(join(knowledge, 'masquage', 'mots-francais.txt')),
      labelsOf: (digits) =>
        [3, 4, 5, 6, 7, 8].flatMap((end) => byDigits.get(digits.slice(0, end).padEnd(8, '0')) ?? []),
      vectorOf,
      weights: learnt.rows ?? learntRows,
      shares: createLawShares(law, needs.asksLaw),
    };
  });
  return { speaks, cpv, reading };
}

/** What bodies buy from whom, over a store; vocabulary and weights are read when the first line needs them. */
export function composeBodies(
  knowledge: string,
  { bodies, purchases, reserve }: Parts,
  now: () => Date = () => new Date(),
  learnt: Learnt = {},
): ComposedBodies {
  const { speaks, cpv, reading } = composeReading(knowledge, learnt);
  const buying = createBuying({ records: bodies, reserve, reading, now });
  const reads: House['reads'] = (text) => {
    const kind = speaksOf(speaks(), text);
    if (kind !== 'contract' && kind !== 'buyer' && kind !== 'order' && kind !== 'where') return undefined;
    const { words: thing, ...said } = thingIn(speaks(), text);
    return { kind, thing, ...said };
  };
  const digits = once(() => [...cpv().labels.keys()].map(digitsOf));
  const knowsCpv: KnowsCpv = (start) => digits().some((code) => code.startsWith(start));
  const bids = (text: string) => speaksOf(speaks(), text) === 'bidder';
  const tables = createTables({ records: bodies, reserve, knowsCpv, now });
  return {
    buying,
    tables,
    house: createHouse({
      buying,
      reading,
      reads,
      mayAskWhere: (text) => mayAskWhere(speaks(), text),
      asksWho: (text) => {
        const held = speaks().notions(text);
        return held.includes('qui') && held.includes('acheteur');
      },
      follows: (text) => speaks().notions(text).includes('suivi'),
      underWay: purchases && ((person) => underWayOf({ records: purchases, reserve }, person)),
      reserve,
      now,
    }),
    knowsCpv,
    bids,
  };
}

function singular(word: string): string {
  return word.replace(/[sx]$/, '').replace(/ee$/, 'e');
}

/** `39112000-0` is `39112000`. */
function digitsOf(code: string): string {
  return code.slice(0, 8);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
