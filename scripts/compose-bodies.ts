import { createBuying } from '../src/bodies/create-buying.ts';
import { createHouse } from '../src/bodies/create-house.ts';
import { createTables } from '../src/bodies/create-tables.ts';
import type { CpvOf } from '../src/bodies/find-rows.ts';
import type { Buying } from '../src/bodies/port/buying.ts';
import type { House } from '../src/bodies/port/house.ts';
import type { Tables } from '../src/bodies/port/tables.ts';
import type { KnowsCpv } from '../src/bodies/read-rows.ts';
import { readCpv } from '../src/corpus/cpv.ts';
import { createSpeaks, mayAskWhere, speaksOf, thingIn } from '../src/dialogue/speaks-of.ts';
import { indexTerms } from '../src/french/words.ts';
import { createFindCpv, type FindCpv } from '../src/rewording/cpv/find-cpv.ts';
import type { Store } from '../src/store/store.ts';

interface Parts {
  readonly bodies: Store['bodies'];
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

/** What bodies buy from whom, over a store; vocabulary and weights are read when the first line needs them. */
export function composeBodies(
  knowledge: string,
  { bodies, reserve }: Parts,
  now: () => Date = () => new Date(),
): ComposedBodies {
  const speaks = createSpeaks(knowledge);
  const cpv = once(() => readCpv(knowledge));
  const find = once((): FindCpv => createFindCpv(cpv()));
  const empty = once(() => new Set([...speaks().frame, ...cpv().vides.flatMap(indexTerms)]));
  const cpvOf: CpvOf = (text, nature) =>
    find()(text, { concepts: [], ...(nature === undefined ? {} : { nature }) }).map(({ code }) => digitsOf(code));
  const buying = createBuying({ records: bodies, reserve, cpvOf, empty, now });
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
    house: createHouse({ buying, reads, mayAskWhere: (text) => mayAskWhere(speaks(), text), reserve }),
    knowsCpv,
    bids,
  };
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
