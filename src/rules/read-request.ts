import type { Figure } from '../corpus/figures.ts';
import { frenchDate, type IsoDate, isIsoDate } from '../days/iso-date.ts';
import { err, ok, type Result } from '../result.ts';
import { dateFault, faultOfValue } from './fact-kinds.ts';
import { type FactName, type FactValue, isFactName, kindOf, type Situation } from './facts.ts';
import { GOALS, type GoalName, isGoalName } from './goals.ts';

/** What is wrong with what was asked: the field, and what to write. Nothing is worked out then. */
export interface RuleFault {
  readonly field: string;
  readonly message: string;
}

export interface Request {
  readonly goal: GoalName;
  readonly situation: Situation;
  readonly at: IsoDate;
}

/** Reads a goal and its facts, never a sentence; a fact that the goal does not need is read all the same, and ignored. */
export function readRequest(
  goal: unknown,
  situation: unknown,
  at: unknown,
  today: IsoDate,
): Result<Request, RuleFault> {
  if (typeof goal !== 'string' || !isGoalName(goal))
    return err({ field: 'goal', message: `but inconnu : écrivez l’un de ces mots : ${Object.keys(GOALS).join(', ')}` });
  const day = at ?? today;
  const wrongDay = dateFault(day);
  if (wrongDay !== undefined || typeof day !== 'string' || !isIsoDate(day))
    return err({ field: 'at', message: wrongDay ?? '' });
  if (situation !== undefined && (typeof situation !== 'object' || situation === null || Array.isArray(situation)))
    return err({ field: 'situation', message: 'écrivez un objet : un nom de fait, puis sa valeur' });
  const facts = new Map<FactName, FactValue>();
  for (const [name, value] of Object.entries(situation ?? {})) {
    if (!isFactName(name)) return err({ field: name, message: unknownFact(name) });
    const fault = faultOfValue(kindOf(name), value);
    if (fault !== undefined) return err({ field: name, message: fault });
    facts.set(name, asFact(value));
  }
  return ok({ goal, situation: facts, at: day });
}

/** Checked by then: a value of a kind that facts have. */
function asFact(value: unknown): FactValue {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'number');
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

function unknownFact(name: string): string {
  return `fait inconnu («${name.slice(0, 60)}») : ses noms sont dans docs/rules.md`;
}

/** A day before the table's history: says from when it knows. */
export function beforeHistory(field: string, figure: Figure): RuleFault {
  const first = figure.values.find(({ announced }) => announced === undefined);
  const last = figure.values.findLast(({ announced, valid_to }) => announced === undefined && valid_to !== undefined);
  const until = last?.valid_to === undefined ? '' : ` et jusqu’au ${frenchDate(last.valid_to)}`;
  return {
    field,
    message: `«${figure.label}» n’est connu ici que depuis le ${frenchDate(first?.valid_from ?? '')}${figure.values.some(({ valid_to }) => valid_to === undefined) ? '' : until} : donnez une date de cette période`,
  };
}
