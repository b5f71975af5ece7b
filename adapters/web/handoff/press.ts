import { randomUUID } from 'node:crypto';
import type { Pressed } from '../../../src/desk/port/heard.ts';
import type { Happened, Shown } from '../../../src/desk/port/shown.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import type { Verb, VerbValue } from '../../../src/screens/verbs.ts';
import { sayHelpFault } from '../../../src/text/say-help-fault.ts';
import type { CaseAction } from '../../../src/vocabulary/cases.ts';
import { commonOf, filledOf } from '../face.ts';
import { readConversation } from '../inbound.ts';
import { type Asked, type Reply, redirect } from '../route.ts';
import { casePath, draftPath } from '../screen/wire.ts';
import { showBrief, showStart } from './brief/show.ts';
import { showCase } from './case/show.ts';
import { faultPage, statusOf } from './faults.ts';
import { readOnce } from './inbound.ts';
import type { HelpParts } from './route.ts';

/** A button, or a page that is opened, as the desk hears it. */
export type Press = { readonly [V in Verb]: { readonly verb: V; readonly value: VerbValue<V> } }[Verb];

/** What a press comes to; nothing for one that the desk does not know. */
export async function press(
  { desk }: Pick<HelpParts, 'desk'>,
  asked: Asked,
  pressed: Press,
): Promise<Shown | undefined> {
  const { view, visit, cookies, body } = asked;
  const once = readOnce(body);
  const seated = { visit, language: view.language, conversation: readConversation(cookies) ?? '' };
  const heard = {
    ...commonOf(seated, randomUUID()),
    kind: 'pressed',
    ...pressed,
    filled: filledOf(body),
    once,
  } as Pressed;
  for await (const shown of desk.hear(heard)) return shown;
  return undefined;
}

/** Acts after which the case is no longer this reservist's. */
const GIVEN_AWAY: ReadonlySet<CaseAction['kind'] | 'send'> = new Set(['decline', 'give_back', 'pass_to']);

/** The page that what was pressed about a case or a draft comes to. */
export async function pressed(parts: HelpParts, asked: Asked, one: Press): Promise<Reply> {
  const shown = await press(parts, asked, one);
  if (shown === undefined) return faultPage(parts.show, asked, 422, 'unread');
  const { happened, screen } = shown;
  const { view } = asked;
  switch (happened.name) {
    case 'case': {
      const { did = 'say', view: now } = happened;
      parts.log?.info({ case: now.id, kind: did }, 'acted on a case');
      const to = GIVEN_AWAY.has(did) ? '/reserve' : casePath(now.id);
      return redirect(view.at(`${to}?fait=${did}`));
    }
    case 'consent': {
      if (happened.why === undefined) return redirect(view.at(draftPath(happened.preview.case)));
      const alert = happened.why === 'changed';
      const notice = view.texts.handoffWeb.brief[happened.why];
      return showBrief(parts, asked, { status: alert ? 409 : 200, preview: happened.preview, screen, notice, alert });
    }
    case 'ask':
      return showStart(parts, asked, 422, view.texts.handoffWeb.ask.empty);
    case 'given_up':
      return redirect(view.at('/'));
    case 'stale_draft':
      return parts.refuse(asked, happened.fault);
    case 'refused':
      return refused(parts, asked, happened, screen);
    default:
      return faultPage(parts.show, asked, 422, 'unread');
  }
}

/** The case went on meanwhile: where it stands now, unless words would be lost that way. */
function refused(
  parts: HelpParts,
  asked: Asked,
  { fault, act, view }: Extract<Happened, { readonly name: 'refused' }>,
  screen: Screen,
): Reply {
  if (fault.kind === 'taken' && act?.kind === 'propose_fiche')
    return faultPage(parts.show, asked, 409, 'already_proposed');
  const wentOn = fault.kind === 'wrong_status' || fault.kind === 'stale';
  if (!wentOn || view === undefined || act === undefined || 'text' in act) return parts.refuse(asked, fault);
  const { title, text } = sayHelpFault(fault, asked.view.texts);
  return showCase(parts, asked, {
    status: statusOf(fault),
    shown: view,
    screen,
    notice: `${title}. ${text}`,
    alert: true,
  });
}
