import { frenchTypography } from '../french/typography.ts';
import { ownValue } from '../own-value.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import { verdictTexts } from '../text/verdict-texts.ts';
import type { Outcome } from './weigh.ts';

const texts = purchaseTexts.fr;

/** What was asked, answered; what is alike in every case, where they differ. */
export function sayVerdict(outcomes: readonly Outcome[]): string {
  const said = [...new Set(outcomes.map(sayOutcome))];
  const [only] = said;
  if (said.length === 1 && only !== undefined) return only;
  const procedures = new Set(outcomes.map(({ procedure }) => procedure));
  const [same] = procedures;
  return procedures.size === 1 && same !== undefined ? sayProcedure(same) : texts.depends;
}

export function sayProcedure(procedure: string): string {
  return ownValue(texts.procedures, procedure) ?? procedure;
}

/** «Procédure adaptée ; BOAMP ou journal d'annonces légales». */
export function sayOutcome(outcome: Outcome): string {
  const where = sayWhere(outcome);
  const procedure = sayProcedure(outcome.procedure);
  return where === undefined ? procedure : frenchTypography(`${procedure} ; ${where}`);
}

export function sayWhere({ procedure, publicity }: Outcome): string | undefined {
  return procedure === 'dispense_seuil' ? undefined : ownValue(verdictTexts.words, publicity);
}
