import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { HouseSaid } from '../../../src/bodies/port/house.ts';
import { houseLines } from '../../../src/screens/house.ts';
import { MONTREVAL, RONCEVAL } from '../../fixtures/bodies/under-way.ts';
import { vallon, vallonRows } from '../../fixtures/bodies/vallon.ts';

const askedSchema = z.strictObject({
  text: z.string(),
  kind: z.enum(['contract', 'order', 'excluded', 'buyer', 'mine', 'notmine', 'none']),
  contract: z.string().optional(),
  who: z.string().optional(),
  /** Another whose name may stand beside. */
  also: z.string().optional(),
  title: z.string().optional(),
  none: z.boolean().optional(),
});
type Asked = z.infer<typeof askedSchema>;
type Town = 'montreval' | 'ronceval';

describe('a body of any kind', () => {
  it.each([
    { asked: 'montreval', town: 'montreval', underWay: MONTREVAL, least: 38, wrongs: 2 },
    { asked: 'montreval-told', town: 'montreval', underWay: MONTREVAL, least: 18, wrongs: 2 },
    { asked: 'ronceval', town: 'ronceval', underWay: RONCEVAL, least: 33, wrongs: 4 },
  ] as const)('has its table read as it is written: $asked', async ({ asked: file, town, underWay, least, wrongs }) => {
    const { house } = vallon(town, underWay);
    const asked = readFileSync(`tests/fixtures/bodies/asked-${file}.jsonl`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => askedSchema.parse(JSON.parse(line)));
    const judged: string[] = [];
    for (const one of asked) {
      const said = await house.answer('anne', one.text);
      if (!said.ok) throw new Error('down');
      const { verdict, lines } = judge(town, one, said.value);
      if (verdict !== 'right') judged.push(`${verdict} : ${one.text} → ${said.value?.place} ${lines}`);
    }
    const told = judged.toSorted().join('\n');
    expect(asked.length - judged.length, told).toBeGreaterThanOrEqual(least);
    expect(judged.filter((one) => one.startsWith('wrong')).length, told).toBeLessThanOrEqual(wrongs);
  });
});

/** Wrong: a contract or a buyer that it is not. Three contracts at most may be named, as those that may be meant, the right one among them. */
function judge(
  town: Town,
  one: Asked,
  said: HouseSaid | undefined,
): { readonly verdict: string; readonly lines: string } {
  const lines = (said === undefined ? '' : houseLines(said.ask, said.answer).join(' '))
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('\\', '');
  const rows = vallonRows(town);
  const titles = rows.flatMap(({ contract }) =>
    contract && lines.includes(`« ${contract.title} »`) ? [contract.title] : [],
  );
  const buyers = [...new Set(rows.flatMap(({ buyer }) => (buyer && lines.includes(buyer) ? [buyer] : [])))];
  const verdict = (isRight: boolean, isWrong: boolean) => ({
    verdict: isRight ? 'right' : isWrong ? 'wrong' : 'missed',
    lines,
  });
  const others = buyers.filter((name) => name !== one.who && name !== one.also);
  switch (one.kind) {
    case 'contract':
    case 'order':
      if (one.none)
        return verdict(titles.length === 0 && buyers.join() === one.who, titles.length > 0 || others.length > 0);
      return verdict(
        one.contract !== undefined &&
          titles.includes(one.contract) &&
          titles.length <= 3 &&
          !isDenied(lines, one.contract),
        (one.contract === undefined ? titles.length > 0 : titles.length > 0 && !titles.includes(one.contract)) ||
          (one.contract !== undefined && isDenied(lines, one.contract)),
      );
    case 'excluded':
      return verdict(
        one.contract !== undefined && isDenied(lines, one.contract) && buyers.join() === one.who,
        titles.length > 0 && !isDenied(lines, one.contract ?? ''),
      );
    case 'buyer':
      return verdict(one.who !== undefined && buyers.includes(one.who) && others.length === 0, others.length > 0);
    case 'mine':
      return verdict(one.title !== undefined && lines.includes(one.title), titles.length > 0);
    case 'notmine':
      return verdict(!lines.includes(one.title ?? ''), true);
    case 'none':
      return verdict(said === undefined || said.place === 'under', true);
  }
}

function isDenied(lines: string, title: string): boolean {
  return lines.split('. ').some((line) => line.includes(`« ${title} »`) && line.includes('ne couvre pas'));
}
