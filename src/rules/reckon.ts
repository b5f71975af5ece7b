import type { Figures } from '../corpus/figures.ts';
import type { IsoDate } from '../days/iso-date.ts';
import { readValues } from '../french/values/read-values.ts';
import { fold, words } from '../french/words.ts';
import type { Reader } from './compute.ts';
import type { FactName, FactValue, Situation } from './facts.ts';
import type { GoalName } from './goals.ts';
import { recognise, settleGoal } from './recognise.ts';
import type { Told } from './tell.ts';
import { type DemandModel, readDemandModel } from './text/demand-model.ts';

/** What a dialogue keeps of a case that was worked out: the words it came in, and what was said of it since. */
export interface Retained {
  readonly goal: GoalName;
  readonly text: string;
  readonly at: IsoDate;
  readonly facts: Situation;
  readonly tax: 'HT' | 'TTC' | undefined;
  /** The fact that was asked for last. */
  readonly asked: FactName | undefined;
}

export interface ToReckon {
  readonly text: string;
  readonly at: IsoDate;
  readonly reader: Reader;
  readonly before: Retained | undefined;
}

export interface Reckoned {
  readonly told: Told;
  readonly retained: Retained;
}

/** Works out what a line of a dialogue asks; undefined where it asks for nothing that can be. */
export type Reckon = (asked: ToReckon) => Promise<Reckoned | undefined>;

/** The rules are read at the first question that asks for one; until then only the weights that tell which does. */
export function createReckon(knowledge: string, figures: Figures): Reckon {
  let model: DemandModel | undefined;
  let loading: Promise<RulesRoom> | undefined;
  return async (asked) => {
    model ??= readDemandModel(knowledge);
    const learnt = recognise(asked.text, readValues(asked.text), model);
    if (asked.before === undefined && (learnt === undefined || learnt.sureness === 'none')) return undefined;
    loading ??= openRules(knowledge, figures, model);
    return reckonIn(await loading, asked);
  };
}

type RulesRoom = Awaited<ReturnType<typeof openRules>>;

async function openRules(knowledge: string, figures: Figures, model: DemandModel) {
  const [
    { createEvaluate },
    { createCompute },
    { readRulebook },
    { readWords },
    { createWorkOut },
    amend,
    { tell, tellCases },
  ] = await Promise.all([
    import('./engine.ts'),
    import('./compute.ts'),
    import('./rulebook.ts'),
    import('./words.ts'),
    import('./answer.ts'),
    import('./text/amend.ts'),
    import('./tell.ts'),
  ]);
  const book = readRulebook(knowledge);
  const reading = { words: readWords(knowledge), objects: book.objects, model };
  const workOut = createWorkOut(createCompute({ book, figures, evaluate: createEvaluate(book, figures) }), reading);
  return { book, reading, workOut, tell, tellCases, ...amend };
}

/** Words of a line that goes on from the one before: «et la publicité ?», «il faut une avance ?». */
const SHORT = 10;
const LEANS = /^(?:et|mais|sinon|ou|en fait|plutot|finalement|non|ah|ok|pardon|alors|donc)\b/;
const NO_FACTS: Situation = new Map<FactName, FactValue>();

function reckonIn(room: RulesRoom, asked: ToReckon): Reckoned | undefined {
  const { text, at, before } = asked;
  const values = readValues(text);
  const learnt = recognise(text, values, room.reading.model);
  const own = learnt !== undefined && learnt.sureness === 'sure' ? learnt.goal : undefined;
  if (before !== undefined) {
    const leans = LEANS.test(fold(text).trim());
    if (before.asked !== undefined && room.isUnknown(text)) return settle(room, before, asked, true);
    const amended =
      own === undefined || own === before.goal || leans
        ? room.readAmended(text, before, room.reading, room.book)
        : undefined;
    const another = goalAfter(room, text, leans, learnt?.goal, values.length > 0);
    if (another !== undefined && another !== before.goal && amended === undefined)
      return settle(room, { ...before, goal: another, at }, asked, false);
    if (amended !== undefined) {
      const facts = new Map([...before.facts, ...amended.facts]);
      return settle(room, { ...before, facts, tax: amended.tax ?? before.tax }, asked, false);
    }
  }
  if (learnt === undefined || learnt.sureness === 'none') return undefined;
  const settled = settleGoal(learnt, room.reading.words.read(text));
  if (settled.goal === undefined || settled.sureness === 'none') return undefined;
  const buyer = before?.facts.get('acheteur');
  const facts: Situation = buyer === undefined ? NO_FACTS : new Map([['acheteur', buyer]]);
  const reckoned = settle(room, { goal: settled.goal, text, at, facts, tax: undefined }, asked, false);
  // Only what is surely asked for, of a case of one's own, is worth a question back.
  const ofACase = values.some(({ kind }) => kind !== 'quantity') || (reckoned?.told.facts.length ?? 0) > 0;
  return reckoned?.told.missing !== undefined && !(ofACase && settled.sureness === 'sure') ? undefined : reckoned;
}

/** What a short line without a value of its own asks of the case before it. */
function goalAfter(room: RulesRoom, text: string, leans: boolean, learnt: GoalName | undefined, valued: boolean) {
  if (valued || words(text).length > SHORT) return undefined;
  const said = room.reading.words.read(text).goal;
  return said ?? (leans ? learnt : undefined);
}

function settle(
  { workOut, tell, tellCases, book }: RulesRoom,
  retained: Omit<Retained, 'asked'>,
  { reader }: ToReckon,
  unknown: boolean,
): Reckoned | undefined {
  const { text, at, goal, tax, facts } = retained;
  const worked = workOut({ text, at, goal, tax }, facts, reader);
  if (worked === undefined || !worked.ok) return undefined;
  const { conclusion, supposes } = worked.value;
  const told = tell(conclusion, worked.value.facts, supposes, book);
  const buyer = worked.value.facts.get('acheteur');
  const kept: Situation = buyer === undefined ? facts : new Map([['acheteur', buyer], ...facts]);
  const known = { text, at, tax, facts: kept, goal: conclusion.goal };
  return unknown
    ? { told: tellCases(told), retained: { ...known, asked: undefined } }
    : { told, retained: { ...known, asked: told.missing?.fact } };
}
