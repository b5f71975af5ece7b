import type { ModalView } from '@slack/types';
import type { Heard } from '../../../src/desk/port/heard.ts';
import { err } from '../../../src/result.ts';
import type { Act } from '../../../src/screens/screen.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import type { Workspace } from '../api.ts';
import { commonOf } from '../face.ts';
import { formOf, pressedBy } from '../forms.ts';
import type { Clicked, Spot } from '../inbound/inbound.ts';
import type { Press } from '../inbound/read-press.ts';
import { note } from '../note.ts';
import { type Tools, tell } from '../tools.ts';

/** Buttons that open a form: what opens it holds for three seconds, so it is opened at once. */
const FORMS: ReadonlySet<Press['verb']> = new Set(['human', 'reword', 'complete', 'keep', 'correct', 'calculate']);
const CASE_FORMS: ReadonlySet<string> = new Set(['pass_to', 'reopen', 'propose_fiche']);
/** What is done at a demand without a word; all else is written, or chosen, first. */
const AT_ONCE: ReadonlySet<string> = new Set(['send', 'take', 'agree', 'skip_purpose', 'sheet']);

export function opensForm({ verb, value }: Press): boolean {
  switch (verb) {
    case 'interview':
      return value.text === undefined || value.text === '';
    case 'interview_act':
      return value.do === 'change' || (value.do === 'answer' && value.said === undefined);
    case 'purchase':
      return value.text === undefined || value.text === '';
    case 'purchase_do':
      return !AT_ONCE.has(value.do);
    case 'boss':
      return value.do === 'share';
    case 'availability':
      return value.confirm === undefined;
    case 'feedback':
      return !value.useful;
    case 'act':
      return CASE_FORMS.has(value.act);
    default:
      return FORMS.has(verb);
  }
}

/** What is asked for, where, and what lets its form be opened. */
export interface Asked {
  readonly press: Press;
  readonly spot: Spot & Pick<Clicked, 'respondAt' | 'message'>;
  readonly conversation: string;
  readonly id: string;
  readonly trigger: string | undefined;
}

/** Opens the form that a button needs; for a human, the brief that would leave, as soon as there is a question. */
export async function openForm(tools: Tools, workspace: Workspace, asked: Asked): Promise<void> {
  const { spot, id, conversation } = asked;
  const { user, channel, message } = spot;
  const common = await commonOf(tools, workspace, { user, id, conversation, isPrivate: true });
  const place = { c: conversation, ch: channel, ts: message?.ts };
  for await (const { screen } of tools.context.desk.hear(heardOf(tools, workspace, asked, common)))
    await openView(tools, workspace, asked, formOf(screen, place));
}

/** Without a question, the form that asks for it begins with the last one asked. */
function heardOf({ context }: Tools, { team }: Workspace, { press, spot }: Asked, common: Omit<Heard, 'kind'>): Heard {
  if (press.verb !== 'human') return { ...common, kind: 'opening', ...press } as Heard;
  if ((press.value.reply ?? press.value.question) !== undefined) return pressedBy({ press, filled: new Map() }, common);
  const last = context.atHand.last.get(`${team}:${spot.user}`);
  return { ...common, kind: 'opening', verb: 'human', value: { ...last } };
}

/** When it comes too late, the person is offered it again where they are. */
async function openView(tools: Tools, workspace: Workspace, asked: Asked, view: ModalView): Promise<void> {
  const { trigger, spot, press, conversation } = asked;
  const opened =
    trigger === undefined
      ? err({ kind: 'refused' as const, error: 'no_trigger' })
      : await workspace.api.call('views.open', { trigger_id: trigger, view: JSON.stringify(view) });
  if (opened.ok) return;
  const { log } = tools.context;
  log.warn({ team: workspace.team, form: view.callback_id, fault: opened.error }, 'a form was not opened');
  const language = await tools.people.language(workspace, spot.user);
  const { formLate, openForm: label } = catalogues[language].slack.command;
  // A brief is corrected from its own message.
  const again = press.verb === 'correct' ? [] : [{ ...press, label, look: 'primary' } as Act];
  await tell(
    tools,
    workspace,
    { ...spot, thread: spot.message?.thread },
    note(formLate, language, again, conversation),
  );
}
