import { createJudgeLines, type JudgeLine } from './brief/judge-lines.ts';
import { isNeedSaid, type NeedSaid } from './clauses/needs-said.ts';
import { createReadPassages, type ReadPassages } from './clauses/read-clauses.ts';
import { createReadNature, type ReadNature } from './form/learnt-nature.ts';
import { ASKED, type BuyerSaid, isBuyerSaid } from './prescriber/buyer-said.ts';

/** What was learnt from labelled messages. */
export interface Learnt {
  readonly judgeLine: JudgeLine;
  readonly readNature: ReadNature;
  /** What each clause of a department's message says. */
  readonly readNeed: ReadPassages<NeedSaid>;
  /** What each clause of a buyer's message says. */
  readonly readActs: ReadPassages<BuyerSaid>;
}

/** Over the weights in `knowledge`, each read at the first message. */
export function createLearnt(knowledge: string): Learnt {
  return {
    judgeLine: createJudgeLines(knowledge),
    readNature: createReadNature(knowledge),
    readNeed: createReadPassages(knowledge, 'besoins', isNeedSaid),
    readActs: createReadPassages(knowledge, 'actes', isBuyerSaid, ASKED),
  };
}
