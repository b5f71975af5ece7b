import { z } from 'zod';
import type { OutboundMessage } from '../src/answering/port/outcome.ts';
import { contains } from './golden.ts';
import { readCases } from './read-cases.ts';

const FIRST_WORDS = 120;
/** The day the expectations were written for. */
const AT = '2026-11-28';

const caseSchema = z.object({
  id: z.string(),
  role: z.enum(['prescripteur', 'acheteur']),
  turns: z.array(z.string()).min(2),
  kind: z.string(),
  must_contain: z.array(z.string()),
  must_not: z.array(z.string()),
});

/** Says lines one after another in one dialogue of its own; the last reply, and the one before it. */
export type SpeakAll = (dialogue: {
  readonly id: string;
  readonly role: 'prescriber' | 'buyer';
  readonly turns: readonly string[];
  readonly at: string;
}) => Promise<readonly OutboundMessage[]>;

/**
 * `npm run evaluate -- --followups FILE`: dialogues whose last line means nothing alone. By kind: how many hold every element in the
 * first 120 words shown and nothing forbidden, and how many say the same as the reply before.
 */
export async function printFollowUps(
  file: string,
  speak: SpeakAll,
  shown: (reply: OutboundMessage) => string,
  failures: boolean,
): Promise<void> {
  const cases = readCases(file, caseSchema);
  const graded: { kind: string; held: boolean; same: boolean }[] = [];
  for (const { id, role, turns, kind, must_contain, must_not } of cases) {
    const replies = await speak({ id, role: role === 'acheteur' ? 'buyer' : 'prescriber', turns, at: AT });
    const [before = '', said = ''] = replies.slice(-2).map(shown);
    const first = said.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
    const lacks = must_contain.filter((element) => !contains(first, element));
    const forbidden = must_not.filter((element) => contains(first, element));
    const held = lacks.length + forbidden.length === 0;
    graded.push({ kind, held, same: said === before });
    if (failures && !held)
      console.log(`${id} « ${turns.join(' | ')} » lacks ${lacks.join(' ; ')}\n    ${first.slice(0, 240)}`);
  }
  console.log('kind               n  held  said again');
  for (const kind of [...new Set(graded.map((one) => one.kind)), 'all']) {
    const list = graded.filter((one) => kind === 'all' || one.kind === kind);
    const count = (of: (one: (typeof graded)[number]) => boolean) => String(list.filter(of).length);
    console.log(
      `${kind.padEnd(17)} ${String(list.length).padStart(2)} ${count(({ held }) => held).padStart(5)} ${count(({ same }) => same).padStart(11)}`,
    );
  }
}
