import type { Clause } from '../corpus/clauses.ts';
import { frenchDate } from '../days/iso-date.ts';
import type { PurchaseView } from '../purchases/port/purchasing.ts';
import { clauseTexts as says } from '../text/clause-texts.ts';
import { wasQuestion } from './aside.ts';
import { heading, makeScreen, markdown, notice, quoted } from './make.ts';
import type { Act, Block, Screen, TextField } from './screen.ts';

/** Names of the boxes, as they come back. */
export const CLAUSE_BOX = {
  title: 'text:clause-title',
  text: 'text:clause-text',
  context: 'text:clause-context',
  became: 'text:clause-became',
} as const;
const LONGEST_LINE = 300;
const LONGEST = 3_000;

/** Clauses that served elsewhere: where they come from, and what became of them. @param typed as it was asked */
export function clausesScreen(found: readonly Clause[], typed: string): Screen {
  return makeScreen({
    ref: { view: 'note', key: '' },
    language: 'fr',
    blocks: [
      { ...markdown(`**${says.found(found.length)}**`), leads: true },
      ...found.flatMap(clauseBlocks),
      ...notice(says.notModel, 'warning'),
    ],
    acts: [{ ...wasQuestion(typed, 'fr') }],
  });
}

function clauseBlocks({ title, text, context, origin, became, readOn }: Clause): readonly Block[] {
  const facts = [
    { name: says.context, value: context },
    { name: says.origin, value: origin },
    { name: says.became, value: became },
  ];
  return [
    heading(title),
    ...quoted(undefined, text),
    { kind: 'facts', facts, verbatim: true },
    ...notice(says.readOn(frenchDate(readOn))),
  ];
}

/** Whoever buys offers one that served. */
export function clauseActs({ id: purchase, version: on, may }: PurchaseView): readonly Act[] {
  if (!may.includes('clause')) return [];
  const box = (name: string, label: string, max: number): TextField => ({
    kind: 'text',
    name,
    label,
    max,
    required: says.needed,
    ...(max > LONGEST_LINE ? { multiline: true } : {}),
  });
  const fields = [
    box(CLAUSE_BOX.title, says.title, LONGEST_LINE),
    box(CLAUSE_BOX.text, says.text, LONGEST),
    box(CLAUSE_BOX.context, says.contextBox, LONGEST_LINE),
    box(CLAUSE_BOX.became, says.becameBox, LONGEST_LINE),
  ];
  return [
    {
      verb: 'purchase_do',
      value: { purchase, on, do: 'clause' },
      label: says.offer,
      look: 'plain',
      needs: { title: says.offer, intro: says.intro, fields, submit: says.go },
    },
  ];
}
