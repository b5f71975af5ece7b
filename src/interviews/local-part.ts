import type { Situation } from '../rules/facts.ts';
import { type Bought, type ReachedDelay, reachDelays, setsAnalysis, withDelays } from '../rules/local/beside-law.ts';
import type { Delay, LocalRules } from '../rules/local/local-rules.ts';
import { type LawBeside, type SaidLocal, sayLocal } from '../rules/local/say-local.ts';
import type { Known } from './state.ts';

/** What a body's own rules add to a purchase. */
export interface LocalPart {
  /** The facts with the body's lengths in the place of those that nobody gave. */
  plan(facts: Situation): Situation;
  /** Whether they say how long the analysis takes, which is then not asked. */
  readonly setsAnalysis: boolean;
  /** @param steps of the calendar that was drawn */
  say(law: LawBeside, steps: readonly string[]): SaidLocal | undefined;
}

/** @param total tax excluded; undefined while it is not known */
export function localPart(rules: LocalRules | undefined, { facts }: Known, total: number | undefined): LocalPart {
  const nature = facts.get('nature');
  const bought: Bought | undefined =
    total === undefined ? undefined : { amount: total, nature: typeof nature === 'string' ? nature : undefined };
  const delays: readonly ReachedDelay[] = rules === undefined ? [] : reachDelays(rules, facts, bought);
  return {
    plan: (given) => withDelays(given, delays),
    setsAnalysis: setsAnalysis(delays),
    say: (law, steps) => {
      const planned = (step: Delay['etape']) =>
        step === 'selection'
          ? steps.includes('limite_candidatures')
          : steps.includes('limite_offres') && (step !== 'signature_a_notification' || !facts.has('signature_visee'));
      return rules && sayLocal(rules, { bought, law, delays, planned });
    },
  };
}
