import { randomUUID } from 'node:crypto';
import type { Filled, Pressed } from '../../../src/desk/port/heard.ts';
import type { Desk, Happened, Shown } from '../../../src/desk/port/shown.ts';
import type { Screen } from '../../../src/screens/screen.ts';
import { VERBS } from '../../../src/screens/verbs.ts';
import { interviewTexts } from '../../../src/text/interview-texts.ts';
import type { Assets } from '../assets.ts';
import { commonOf, filledOf } from '../face.ts';
import { unreadable } from '../form.ts';
import { createShow, type Show } from '../handoff/show.ts';
import { field, readConversation } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { interviewPath } from '../screen/wire.ts';
import { renderInterview } from './screen.ts';

interface InterviewParts {
  readonly desk: Desk;
  readonly show: Show;
}

/** «Mon achat»: each question on its own address, the sheet too; what is pressed goes to the desk. */
export function interviewRoutes({ desk, assets }: { readonly desk: Desk; readonly assets: Assets }): readonly Route[] {
  const parts = { desk, show: createShow(assets) };
  const works = true as const;
  return [
    { method: 'GET', path: '/mon-achat', answer: (asked) => press(parts, asked, 'interview', {}) },
    { method: 'POST', path: '/mon-achat', answer: (asked) => press(parts, asked, 'interview', replyIn(asked)) },
    {
      method: 'GET',
      path: '/mon-achat/:id',
      works,
      answer: (asked) => press(parts, asked, 'interview_act', { do: 'see', on: 0 }),
    },
    { method: 'POST', path: '/mon-achat/:id', answer: (asked) => press(parts, asked, 'interview_act', stepIn(asked)) },
    { method: 'GET', path: '/mon-achat/:id/fiche/:kind', works, answer: (asked) => file(parts, asked) },
  ];
}

type InterviewVerb = 'interview' | 'interview_act' | 'interview_file';

/** Of a form what is empty is not said. */
function stepIn({ body }: Asked): Readonly<Record<string, string>> {
  const names = ['do', 'on', 'fact', 'part', 'button'];
  const read = names.map((name) => [name === 'button' ? 'said' : name, field(body, name)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== ''));
}

/** The answer that it was begun under. */
function replyIn({ body }: Asked): Readonly<Record<string, string>> {
  const reply = field(body, 'reply');
  return reply === '' ? {} : { reply };
}

async function press(
  parts: InterviewParts,
  asked: Asked,
  verb: InterviewVerb,
  more: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const shown = await hear(parts, asked, verb, more);
  const { happened, screen } = shown;
  const { view, method } = asked;
  // What was done has an address of its own: opened again, it does nothing again.
  if (method === 'POST' && happened.name === 'interview' && happened.why === undefined)
    return redirect(view.at(interviewPath(happened.view.id)));
  return showInterview(parts, asked, screen, statusOf(happened, method));
}

async function file(parts: InterviewParts, asked: Asked): Promise<Reply> {
  const { happened, screen } = await hear(parts, asked, 'interview_file', { as: param(asked, 'kind') });
  if (happened.name !== 'file') return showInterview(parts, asked, screen, statusOf(happened, 'POST'));
  const { name, bytes } = happened.file;
  const headers = { 'content-disposition': `attachment; filename="${name}"` };
  return { status: 200, type: TYPES.get(param(asked, 'kind')) ?? 'application/octet-stream', headers, body: bytes };
}

const TYPES = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pdf', 'application/pdf'],
  ['ics', 'text/calendar; charset=utf-8'],
]);

async function hear(
  { desk }: InterviewParts,
  asked: Asked,
  verb: InterviewVerb,
  more: Readonly<Record<string, unknown>>,
): Promise<Shown> {
  const { view, visit, cookies, body } = asked;
  const id = param(asked, 'id');
  const value = VERBS[verb].safeParse({ ...more, ...(id === '' ? {} : { purchase: id }) });
  if (!value.success) throw unreadable('a step of a purchase');
  const seated = {
    visit,
    language: view.language,
    conversation: readConversation(cookies) ?? '',
    role: visit.person?.role,
  };
  const filled: Filled = filledOf(body);
  const heard = { ...commonOf(seated, randomUUID()), kind: 'pressed', verb, value: value.data, filled } as Pressed;
  for await (const shown of desk.hear(heard)) return shown;
  throw unreadable('a step of a purchase');
}

function statusOf(happened: Happened, method: Asked['method']): number {
  if (happened.name === 'no_interview') return happened.fault === 'store_down' ? 503 : 404;
  if (happened.name === 'interview_start') return method === 'GET' ? 200 : 422;
  if (happened.name !== 'interview' || happened.why === undefined) return 200;
  return happened.why === 'stale' ? 409 : 422;
}

function showInterview({ show }: InterviewParts, asked: Asked, screen: Screen, status: number): Reply {
  const title = screen.title ?? interviewTexts[asked.view.language].title;
  return show(asked, { status, title, inside: renderInterview(screen, asked.view) });
}

function param({ params }: Asked, name: string): string {
  return field(params, name);
}
