import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../../src/french/span.ts';
import { hintsIn } from '../../src/rewording/brief/read-needs.ts';
import { findCourtesies } from '../../src/rewording/brief/sentences.ts';
import type { SourceText } from '../../src/rewording/brief/source-text.ts';
import type { FindTradeWords } from '../../src/rewording/brief/trades.ts';
import type { Hint } from '../../src/rewording/clauses/clause-features.ts';
import { type Clause, opens } from '../../src/rewording/clauses/split-clauses.ts';
import { ASKED, BUYER_SAID } from '../../src/rewording/prescriber/buyer-said.ts';
import { SLOTS } from '../../src/vocabulary/rewording.ts';
import { readCases } from '../read-cases.ts';
import { type LabelledNeed, readLabelledNeeds } from './labelled-needs.ts';

/** A message of which each clause has a label, or none that teaches. */
export interface LabelledClauses {
  readonly id: string;
  readonly text: string;
  readonly weight: number;
  readonly hints: readonly Hint[];
  readonly labelOf: (clause: Clause, source: SourceText) => string | undefined;
  /** Whether words of it, in folded positions, say all of what is said on a line there, and no other's. */
  readonly isLine?: (line: string, span: Span) => boolean;
}

interface ClauseSet {
  readonly name: 'besoins' | 'actes';
  readonly labels: readonly string[];
  readonly together: readonly string[];
  readonly read: (golden: string, findTradeWords: FindTradeWords) => readonly LabelledClauses[];
}

export const CLAUSE_SETS: readonly ClauseSet[] = [
  {
    name: 'actes',
    labels: BUYER_SAID,
    together: ASKED,
    read: (golden) => {
      const folder = join(golden, 'learn', 'acts');
      return readdirSync(folder)
        .toSorted()
        .flatMap((file) => readCases(join(folder, file), acts).map(ofActs));
    },
  },
  {
    name: 'besoins',
    labels: [...SLOTS, 'asks', 'fact', 'talk'],
    together: [],
    read: (golden, findTradeWords) => readLabelledNeeds(golden).map((need) => ofNeed(need, findTradeWords)),
  },
];

/** Of a short message that the readers were written for, beside a whole one that they were not. */
const OF_KNOWN = 0.3;

function ofNeed({ id, text, whole, lines }: LabelledNeed, findTradeWords: FindTradeWords): LabelledClauses {
  return { id, text, weight: whole ? 1 : OF_KNOWN, hints: hintsIn(text, findTradeWords), labelOf, isLine };

  function isLine(line: string, [start, end]: Span): boolean {
    const met = lines.filter(({ slot, span }) => slot === line && span[0] < end && start < span[1]);
    if (line !== 'object') return met.length > 0 && met.every(({ span }) => span[0] >= start - 2 && span[1] <= end + 2);
    // The name of the thing with its first word.
    return met.some(({ span }) => span[0] >= start - 12 && span[0] < end);
  }

  function labelOf(clause: Clause, { folded }: SourceText): string {
    const { start, end } = clause;
    const shared = lines
      .map(({ slot, span }) => ({ slot, common: Math.min(end, span[1]) - Math.max(start, span[0]) }))
      .filter(({ common }) => common > 0);
    const object = shared.find(({ slot }) => slot === 'object');
    if (object !== undefined) return 'object';
    const most = shared.toSorted((one, other) => other.common - one.common)[0];
    if (most !== undefined && (most.common > 3 || 3 * most.common > end - start)) return most.slot;
    if (findCourtesies(folded).some(([from, to]) => start >= from && start < to)) return 'talk';
    if (clause.question) return 'asks';
    const words = folded.slice(start, end).split(/\s+/).length;
    return opens(clause) && words < 4 && !/\d/.test(folded.slice(start, end)) ? 'talk' : 'fact';
  }
}

const acts = z.object({
  id: z.string(),
  text: z.string().min(3),
  spans: z.array(
    z.object({
      quote: z.string(),
      act: z.string(),
      who: z.string().optional(),
      optional: z.boolean().default(false),
    }),
  ),
});

/** Acts that a department may be asked for. */
const OF_READER = ['faire', 'envoyer', 'repondre', 'attendre'];

function ofActs({ id, text, spans }: z.infer<typeof acts>): LabelledClauses {
  let from = 0;
  const placed = spans.flatMap(({ quote, act, who, optional }) => {
    const at = text.indexOf(quote, from);
    if (at < 0) return [];
    from = at + quote.length;
    const asked = OF_READER.includes(act);
    const label = !asked ? act : who !== 'service' ? 'suite' : optional ? 'libre' : act;
    return [{ label, span: [at, from] as const }];
  });
  return { id, text, weight: 1, hints: [], labelOf };

  function labelOf({ start, end }: Clause, source: SourceText): string | undefined {
    const [shared] = placed
      .map(({ label, span }) => {
        const [first, last] = source.locate(span);
        return { label, common: Math.min(end, last) - Math.max(start, first) };
      })
      .filter(({ common }) => common > 0)
      .toSorted((one, other) => other.common - one.common);
    return shared?.label;
  }
}
