import { z } from 'zod';
import type { OutboundMessage } from '../src/answering/port/outcome.ts';
import { opensWith } from './ask-set.ts';
import { contains } from './golden.ts';
import type { SpeakAll } from './golden-followups.ts';
import { readCases } from './read-cases.ts';

const FIRST_WORDS = 120;
/** The day the expectations were written for. */
const AT = '2026-11-28';

const neighbourSchema = z.object({
  id: z.string(),
  near: z.string(),
  text: z.string(),
  verdict: z.string(),
  must_contain: z.array(z.string()),
});

const nonsenseSchema = z.object({ id: z.string(), text: z.string(), kind: z.string() });

const isYesNo = (verdict: string): boolean => verdict === 'oui' || verdict === 'non';

/**
 * `npm run evaluate -- --neighbours FILE`: questions that share most of their words with a stored one whose verdict is another. How
 * many open with a yes or a no, how many of these are wrong, and how many hold every element expected in the first 120 words.
 */
export async function printNeighbours(
  file: string,
  speak: SpeakAll,
  shown: (reply: OutboundMessage) => string,
  failures: boolean,
): Promise<void> {
  const graded: { opened: boolean; wrong: boolean; held: boolean; isYesNo: boolean }[] = [];
  for (const { id, text, verdict, must_contain, near } of readCases(file, neighbourSchema)) {
    const [reply] = await speak({ id, role: 'buyer', turns: [text], at: AT });
    if (reply === undefined) continue;
    const said = shown(reply);
    const first = said.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
    const opening = opensWith(reply, said);
    const wrong = opening !== undefined && opening !== verdict;
    const held = must_contain.every((element) => contains(first, element));
    graded.push({ opened: opening !== undefined, wrong, held, isYesNo: isYesNo(verdict) });
    if (failures && (wrong || !held))
      console.log(
        `${id} ${verdict} → ${opening ?? '–'}${wrong ? ' WRONG' : ''} « ${text} » near « ${near} »\n    ${first.replace(/\s+/g, ' ').slice(0, 240)}`,
      );
  }
  const count = (of: (one: (typeof graded)[number]) => boolean) => graded.filter(of).length;
  console.log(
    `${graded.length} neighbours: ${count(({ opened }) => opened)} open with a yes or a no, ${count(({ wrong }) => wrong)} of them wrong; of ${count((one) => one.isYesNo)} whose verdict is one, ${count((one) => one.isYesNo && one.opened && !one.wrong)} open with it; ${count(({ held }) => held)} hold what is expected`,
  );
}

/** `npm run evaluate -- --nonsense FILE`: texts that ask nothing, and how many are answered as if they did. */
export async function printNonsense(file: string, speak: SpeakAll): Promise<void> {
  const cases = readCases(file, nonsenseSchema);
  let answered = 0;
  for (const { id, text } of cases) {
    const [reply] = await speak({ id, role: 'prescriber', turns: [text], at: AT });
    const kind = reply?.outcome.kind;
    if (kind !== 'answer' && kind !== 'clarification') continue;
    answered += 1;
    console.log(`${id} « ${text} » → ${kind}`);
  }
  console.log(`${cases.length} texts that ask nothing: ${answered} answered as if they did`);
}
