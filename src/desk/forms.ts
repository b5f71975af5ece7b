import { correctForm, sideField } from '../screens/agreement.ts';
import { hoursForm } from '../screens/aside.ts';
import { shareForm } from '../screens/boss-page.ts';
import { caseActs } from '../screens/case-acts.ts';
import { whyForm } from '../screens/feedback.ts';
import { answerForm, changeForm, interviewForm } from '../screens/interview.ts';
import { purchaseScreen } from '../screens/purchase.ts';
import { letterForm, wordsForm } from '../screens/purchases.ts';
import { completeForm } from '../screens/rewording.ts';
import type { Act, Form } from '../screens/screen.ts';
import { askForm, needForm } from '../screens/start.ts';
import { wordsOf } from '../screens/words.ts';
import { deskTexts } from '../text/desk-texts.ts';
import type { CaseAction } from '../vocabulary/cases.ts';
import { calculate } from './calculate.ts';
import { type Context, guarded, withPerson } from './context.ts';
import { interviewAct } from './interview-acts.ts';
import type { Opening, OpeningOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';
import { purchaseOpen } from './purchase-acts.ts';
import { briefOf, rewordingOf } from './rewording-acts.ts';

/** What a button needs to be filled in first, as things stand; for one that needs nothing, nothing. */
export async function opening(context: Context, heard: Opening): Promise<readonly Happened[]> {
  const { language } = heard.actor;
  const needs = (form: Form, on?: Act['on']): readonly Happened[] => [{ name: 'needs', form, act: pressOf(heard, on) }];
  switch (heard.verb) {
    case 'human':
      return needs(askForm(language, heard.value.question));
    case 'reword':
      return needs(needForm(language));
    case 'availability':
      return needs(hoursForm(language));
    case 'feedback':
      return needs(whyForm(language));
    case 'complete':
    case 'keep': {
      const rewording = await rewordingOf(context, heard);
      if (rewording === undefined) return [{ name: 'lost' }];
      // What stands under it is at hand for the form that comes back.
      context.reworded.set(heard.value.reply, rewording);
      const { keepForm } = deskTexts[language];
      return needs(
        heard.verb === 'complete' ? completeForm(rewording, language) : { ...keepForm, fields: [sideField(language)] },
      );
    }
    case 'correct': {
      const found = await briefOf(context, heard.value.agreement);
      if (!found.ok) return [{ name: 'no_brief', fault: found.error }];
      const { id, version } = found.value;
      return needs(correctForm(found.value, language), { kind: 'agreement', id, version });
    }
    case 'interview':
      return needs(interviewForm(language, heard.value.text));
    case 'interview_act':
      return interviewOpening(context, heard, needs);
    case 'purchase':
      return needs(heard.value.as === 'letter' ? letterForm(language) : wordsForm(language));
    case 'purchase_do':
      return purchaseForm(context, heard);
    case 'boss':
      return needs(shareForm());
    case 'calculate':
      return calculate(context, { ...heard, kind: 'pressed', filled: new Map() });
    case 'act':
      return caseForm(context, heard);
    default:
      return [];
  }
}

/** An act that is no longer theirs is said to be none. */
function caseForm(context: Context, heard: OpeningOf<'act'>): Promise<readonly Happened[]> {
  const { case: id, act: kind } = heard.value;
  return withPerson(context, heard, async ({ person }, helping) => {
    const view = await guarded(context, () => helping.view(person, id));
    if (!view.ok) return [{ name: 'refused', fault: view.error }];
    const [act] = caseActs(view.value, wordsOf(heard.actor.language), [kind satisfies CaseAction['kind']]);
    return act?.needs === undefined
      ? [{ name: 'refused', fault: { kind: 'wrong_status', status: view.value.status } }]
      : [{ name: 'needs', form: act.needs, act }];
  });
}

/** The box of the question that stands, or of what changes; of a question that is past, where the purchase is now. */
async function interviewOpening(
  context: Context,
  heard: OpeningOf<'interview_act'>,
  needs: (form: Form) => readonly Happened[],
): Promise<readonly Happened[]> {
  const { language } = heard.actor;
  if (heard.value.do === 'change') return needs(changeForm(language));
  const [stands] = await interviewAct(context, {
    ...heard,
    kind: 'pressed',
    value: { ...heard.value, do: 'see' },
    filled: new Map(),
  });
  if (stands?.name !== 'interview') return stands === undefined ? [] : [stands];
  const { next, version } = stands.view;
  return next.kind === 'question' && next.question.hint !== undefined && version === heard.value.on
    ? needs(answerForm(language, next.question.text, next.question.hint))
    : [{ name: 'no_interview', fault: 'stale' }];
}

/** What the same button asks for on the purchase as it stands; one that is there no more says where it is now. */
async function purchaseForm(context: Context, heard: OpeningOf<'purchase_do'>): Promise<readonly Happened[]> {
  const { purchase, do: kind, question } = heard.value;
  const [stands] = await purchaseOpen(context, {
    ...heard,
    kind: 'pressed',
    verb: 'purchase_open',
    value: { purchase },
    filled: new Map(),
  });
  if (stands?.name !== 'purchase') return stands === undefined ? [] : [stands];
  const { acts } = purchaseScreen(stands.view, { language: heard.actor.language });
  const act = acts.find(
    ({ verb, value }) => verb === 'purchase_do' && value.do === kind && value.question === question,
  );
  return act?.needs === undefined
    ? [{ name: 'no_purchase', fault: { kind: 'stale' }, view: stands.view }]
    : [{ name: 'needs', form: act.needs, act }];
}

function pressOf({ verb, value }: Opening, on: Act['on']): Act {
  return { verb, value, label: '', look: 'primary', ...(on === undefined ? {} : { on }) } as Act;
}
