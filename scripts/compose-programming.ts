import { randomUUID } from 'node:crypto';
import type { Buying } from '../src/bodies/port/buying.ts';
import { readCpv } from '../src/corpus/cpv.ts';
import { createProgramming } from '../src/programming/create-programming.ts';
import type { Programming } from '../src/programming/port/programming.ts';
import type { Purchasing } from '../src/purchases/port/purchasing.ts';
import { formOf, type Interpret } from '../src/purchases/say-across.ts';
import { err, ok } from '../src/result.ts';
import type { AnswerOn } from '../src/rules/answer.ts';
import type { Store } from '../src/store/store.ts';
import { composeRules } from './compose-rules.ts';

/** Yearly campaigns over a store; vocabulary and rules are read when they are first needed. */
export function composeProgramming(
  { programme: records, reserve }: Pick<Store, 'programme' | 'reserve'>,
  {
    knowledge,
    interpret,
    buying,
    purchasing,
    now = () => new Date(),
  }: {
    readonly knowledge: string;
    readonly interpret: Interpret;
    readonly buying: Buying;
    readonly purchasing: Pick<Purchasing, 'draft'>;
    readonly now?: () => Date;
  },
): Programming {
  let rules: AnswerOn | undefined;
  let labels: ReadonlyMap<string, string> | undefined;
  return createProgramming({
    records,
    reserve,
    buying,
    formOf: async (words) => {
      const read = await formOf(interpret, words);
      return read.ok ? ok(read.value?.form) : read;
    },
    labelOf: (cpv) => {
      labels ??= new Map([...readCpv(knowledge).labels].map(([code, label]) => [code.slice(0, 8), label]));
      // The group, not the class: chairs and tables of one school are one need sooner than two.
      return labels.get(`${cpv.slice(0, 3)}00000`);
    },
    rules: (...asked) => {
      rules ??= composeRules(knowledge);
      return rules(...asked);
    },
    open: async (by, words, once) => {
      const drafted = await purchasing.draft(by, words, once);
      if (drafted.ok) return ok(drafted.value.id);
      const { error } = drafted;
      switch (error.kind) {
        case 'store_down':
        case 'too_slow':
        case 'no_need':
        case 'empty':
        case 'too_long':
          return err(error);
        default:
          return err({ kind: 'stale' });
      }
    },
    now,
    newId: randomUUID,
  });
}
