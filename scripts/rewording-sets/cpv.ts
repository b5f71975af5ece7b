import { z } from 'zod';
import { readCpv } from '../../src/corpus/cpv.ts';
import { createFindCpv } from '../../src/rewording/cpv/find-cpv.ts';
import { atOnce } from '../../src/sliced.ts';
import { readCases } from '../read-cases.ts';

const needSchema = z.object({
  text: z.string(),
  /** Four digits each: the class that a reader gave, and others that he would have let pass. */
  classes: z.array(z.string().length(4)).min(1),
});

/** Of the needs of a file, how many have their class first, and how many among the candidates; each need missed when asked. */
export function printCpv(knowledge: string, file: string, withFailures: boolean): void {
  const find = atOnce(createFindCpv(readCpv(knowledge)));
  const needs = readCases(file, needSchema).map(({ text, classes }) => {
    const candidates = find(text, { concepts: [] });
    const at = candidates.findIndex(({ code }) => classes.includes(code.slice(0, 4)));
    return { text, classes, candidates, at };
  });
  const share = (found: number) => `${((100 * found) / needs.length).toFixed(1)} % (${found} of ${needs.length})`;
  console.log(`class among the three  ${share(needs.filter(({ at }) => at >= 0).length)}`);
  console.log(`class first            ${share(needs.filter(({ at }) => at === 0).length)}`);
  if (!withFailures) return;
  for (const { text, classes, candidates } of needs.filter(({ at }) => at < 0))
    console.log(
      `${classes.join(' or ')} « ${text} » → ${candidates.map(({ code, label, from }) => `${code} ${label} («${from}»)`).join(' · ')}`,
    );
}
