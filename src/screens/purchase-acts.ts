import type { PurchaseView } from '../purchases/port/purchasing.ts';
import { bossTexts } from '../text/boss-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { clauseActs } from './clauses.ts';
import { inShort } from './make.ts';
import { LONGEST, THREAD_BOX, textBox } from './purchase-boxes.ts';
import { helpActs } from './purchase-help.ts';
import { purposeActs } from './purchase-purpose.ts';
import { fileActs } from './purchase-sheet.ts';
import type { Act, Field } from './screen.ts';

/** What whoever reads a demande may do about it. */
export function actsOf(view: PurchaseView, language: Language): readonly Act[] {
  const says = purchaseTexts[language];
  const { id: purchase, version: on, may, questions, moves } = view;
  const value = { purchase, on };
  const box = (of: string): Field => ({
    kind: 'text',
    name: textBox(of),
    label: says.words,
    hint: says.wordsHint,
    max: LONGEST,
    multiline: true,
    required: says.needed,
  });
  const acts: Act[] = [];
  if (may.includes('take'))
    acts.push({ verb: 'purchase_do', value: { ...value, do: 'take' }, label: says.take, look: 'primary' });
  for (const { id: question, text, forYou } of questions)
    if (forYou)
      acts.push({
        verb: 'purchase_do',
        value: { ...value, do: 'answer', question },
        label: says.answer,
        spoken: `${says.answer}\u00a0: ${inShort(text, 60)}`,
        look: 'primary',
        needs: {
          title: says.answer,
          intro: inShort(text.replace(/\s+/g, ' '), 300),
          fields: [box(question)],
          submit: says.answer,
        },
      });
  if (may.includes('agree'))
    acts.push({ verb: 'purchase_do', value: { ...value, do: 'agree' }, label: says.agree, look: 'plain' });
  for (const kind of ['ask', 'say'] as const)
    if (may.includes(kind))
      acts.push({
        verb: 'purchase_do',
        value: { ...value, do: kind },
        label: says[kind],
        look: 'plain',
        needs: { title: says[kind], fields: [box(kind)], submit: says[kind] },
      });
  // Whoever receives it reads it first.
  if (may.includes('sheet') && view.sheet.length === 0 && view.stage !== 'received')
    acts.push({ verb: 'purchase_do', value: { ...value, do: 'sheet' }, label: bossTexts.rules, look: 'plain' });
  if (may.includes('move')) {
    // What was ordered is waited for: whoever gets it says so first of all.
    const isReceived = view.side === 'prescriber' && view.stage === 'ordered';
    const label = isReceived ? says.received : says.move;
    const fields: readonly Field[] = [
      {
        kind: 'choice',
        name: THREAD_BOX.to,
        label: says.moveBox,
        choices: moves.map((stage) => ({ value: stage, label: says.stages[stage] })),
        value: isReceived ? ['delivered'] : [],
        several: false,
        required: says.needed,
      },
      { kind: 'text', name: THREAD_BOX.why, label: says.why, max: 300 },
    ];
    const act: Act = {
      verb: 'purchase_do',
      value: { ...value, do: 'move' },
      label,
      look: isReceived ? 'primary' : 'plain',
      needs: { title: label, fields, submit: label },
    };
    if (isReceived) acts.unshift(act);
    else acts.push(act);
  }
  // Whoever receives it reads it first.
  if (view.stage !== 'draft' && view.stage !== 'received')
    acts.push({ verb: 'boss', value: { purchase, do: 'see' }, label: bossTexts.title, look: 'plain' });
  const ofHelp = helpActs(view);
  // What waits for an answer stands before what may be begun.
  const answers = ofHelp.filter(({ value }) => 'do' in value && value.do === 'answer_comment');
  const others = ofHelp.filter((one) => !answers.includes(one));
  return [...answers, ...acts, ...others, ...purposeActs(view), ...fileActs(view), ...clauseActs(view)];
}
