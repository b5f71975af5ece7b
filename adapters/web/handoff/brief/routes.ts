import { field } from '../../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../../route.ts';
import { casePath } from '../../screen/wire.ts';
import { LARGEST_BODY } from '../inbound.ts';
import { press, pressed } from '../press.ts';
import type { HelpParts } from '../route.ts';
import { showBrief, showStart } from './show.ts';

/** Asking for a person: the question, then the brief as it would leave, then off it goes. */
export function briefRoutes(parts: HelpParts): readonly Route[] {
  const { guard } = parts;
  return [
    { method: 'GET', path: '/aide', answer: async (asked) => showStart(parts, asked, 200, undefined) },
    { method: 'POST', path: '/aide', largestBody: LARGEST_BODY, answer: (asked) => ask(parts, asked) },
    { method: 'GET', path: '/aide/:id', answer: (asked) => guard(asked, () => read(parts, asked)) },
    {
      method: 'POST',
      path: '/aide/:id',
      largestBody: LARGEST_BODY,
      answer: (asked) => guard(asked, () => choose(parts, asked)),
    },
  ];
}

/** From an answer, by its name, or with a question typed for it: without either there is nothing to sign in for. */
export async function ask(parts: HelpParts, asked: Asked): Promise<Reply> {
  const { body, view } = asked;
  const [reply, question] = [field(body, 'reply'), field(body, 'asked')];
  if (`${question}${field(body, 'question')}`.trim() === '')
    return showStart(parts, asked, 422, view.texts.handoffWeb.ask.empty);
  const value = { ...(reply === '' ? {} : { reply }), ...(question === '' ? {} : { question }) };
  return parts.guard(asked, () => pressed(parts, asked, { verb: 'human', value }));
}

async function read(parts: HelpParts, asked: Asked): Promise<Reply> {
  const id = field(asked.params, 'id');
  const shown = await press(parts, asked, { verb: 'preview', value: { case: id, seen: '-' } });
  const happened = shown?.happened;
  if (shown !== undefined && happened?.name === 'consent') {
    const { again } = asked.view.texts.handoffWeb.brief;
    const notice = field(asked.query, 'reprise') === '1' ? again : undefined;
    const { preview } = happened;
    return showBrief(parts, asked, { status: 200, preview, screen: shown.screen, notice, alert: false });
  }
  // A case that has left already has a page of its own.
  if (happened?.name === 'stale_draft') return redirect(asked.view.at(casePath(id)));
  return parts.refuse(asked, happened?.name === 'refused' ? happened.fault : { kind: 'unknown_case' });
}

/** Nothing else leaves than what was seen: choices that change the text show it again before it can go. */
function choose(parts: HelpParts, asked: Asked): Promise<Reply> {
  const wish = field(asked.body, 'do');
  const verb = wish === 'send' || wish === 'give_up' ? wish : 'preview';
  const value = { case: field(asked.params, 'id'), seen: field(asked.body, 'seen') };
  return pressed(parts, asked, { verb, value });
}
