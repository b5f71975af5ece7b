import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import type { Reader } from '../rules/compute.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Outcome } from './weigh.ts';

const texts = interviewTexts.fr;

/** An outcome in the words of one side. */
export interface SayOutcome {
  /** What was asked, answered; what is alike in every case where they differ, else the facts that it hangs on. */
  verdict(outcomes: readonly Outcome[], unknown: readonly string[]): string;
  /** «Procédure adaptée ; BOAMP ou journal d'annonces légales». */
  outcome(outcome: Outcome): string;
  procedure(outcome: Outcome): string;
  /** Undefined where nothing is published. */
  where(outcome: Outcome): string | undefined;
}

export function sayOutcomeFor(reader: Reader): SayOutcome {
  const procedure = (name: string) => ownValue(texts.procedures[reader], name) ?? name;
  const where = ({ procedure: name, publicity }: Outcome) =>
    name === 'dispense_seuil'
      ? undefined
      : ownValue(reader === 'service' ? texts.publicity : verdictTexts.words, publicity);
  const outcome = (one: Outcome) => {
    const published = where(one);
    const named = procedure(one.procedure);
    return published === undefined ? named : frenchTypography(`${named} ; ${published}`);
  };
  return {
    outcome,
    where,
    procedure: (one) => procedure(one.procedure),
    verdict: (outcomes, unknown) => {
      const [only, ...others] = new Set(outcomes.map(outcome));
      if (only !== undefined && others.length === 0) return only;
      const [same, ...different] = new Set(outcomes.map((one) => one.procedure));
      return same !== undefined && different.length === 0 ? procedure(same) : texts.depends(unknown.join(', '));
    },
  };
}
