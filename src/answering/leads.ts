// One thing: which of two leads a reply, what was worked out of the case or the rule that was found for the question.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ownValue } from '../own-value.ts';
import { askingOf } from '../retrieval/pair/read-text.ts';
import type { Reckoned } from '../rules/reckon.ts';
import type { Answer } from './port/outcome.ts';

/** What was learnt, in `knowledge/regles`: made by `npm run train:leads`. */
export const LEARNT_LEADS = 'appris-tete.json';
const weightsSchema = z.record(z.string(), z.number());

/** How likely what was worked out is what was asked, rather than the rule found. */
export type Leads = (reckoned: Reckoned, found: Answer, text: string) => number;

const flag = (holds: boolean) => (holds ? 1 : 0);

/** Facts that tell a case as well as any more would. */
const MANY_FACTS = 8;
/** Suppositions after which one more says nothing. */
const MANY_SUPPOSED = 2;

/**
 * What speaks for either: how surely the message asks for what can be worked out, and for one thing of it; how sure the rule is
 * found, and whether the result rests on the same articles; what the case tells, lacks, and had to be supposed.
 */
export function leadSight(
  { told, retained: { goal }, asks, isUnsettled }: Reckoned,
  found: Pick<Answer, 'confidence' | 'cited'>,
  text: string,
): Readonly<Record<string, number>> {
  const { kind } = askingOf(text);
  return {
    bias: 1,
    rule: found.confidence,
    asked: asks?.any ?? 1,
    alone: asks?.lead ?? 1,
    told: Math.min(told.facts.length, MANY_FACTS) / MANY_FACTS,
    lacks: flag(told.missing !== undefined),
    // What decides and had to be left aside is as much of a supposition as can be.
    supposed: isUnsettled ? MANY_SUPPOSED : Math.min(told.assumed.length, MANY_SUPPOSED),
    shared: flag(found.cited.some(({ reference }) => told.articles.includes(reference))),
    may: flag(kind === 'may'),
    figure: flag(kind === 'amount' || kind === 'time'),
    procedure: flag(goal === 'procedure'),
  };
}

/** «À partir de quel montant ?», «quel taux ?» of a purchase whose amount is not said: of no purchase, but of the rule. */
function isGeneral({ told: { missing } }: Reckoned, text: string): boolean {
  return missing?.fact === 'montant_ht' && askingOf(text).kind === 'amount';
}

/** The weights are read at the first case; of a folder without them, what was worked out leads. */
export function createLeads(knowledge: string): Leads {
  const file = join(knowledge, 'regles', LEARNT_LEADS);
  let weights: z.infer<typeof weightsSchema> | undefined;
  return (reckoned, found, text) => {
    // A line that changes a case, or asks more of it, is about that case.
    if (reckoned.asks === undefined || (weights === undefined && !existsSync(file))) return 1;
    if (isGeneral(reckoned, text)) return 0;
    weights ??= weightsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const known = weights;
    const seen = Object.entries(leadSight(reckoned, found, text));
    const sum = seen.reduce((total, [name, value]) => total + value * (ownValue(known, name) ?? 0), 0);
    return 1 / (1 + Math.exp(-sum));
  };
}
