import { randomUUID } from 'node:crypto';
import type { Conversing } from '../../src/answering/port/conversing.ts';
import type { Said } from '../../src/desk/port/heard.ts';
import type { Desk, Happened, Shown } from '../../src/desk/port/shown.ts';
import { choicesIn } from '../../src/screens/suggest.ts';
import { VERBS } from '../../src/screens/verbs.ts';
import type { Role } from '../../src/vocabulary/people.ts';
import type { Assets } from './assets.ts';
import { commonOf, filledOf } from './face.ts';
import { renderThanks } from './feedback.ts';
import { unreadable } from './form.ts';
import { type Markup, toText } from './html.ts';
import { field, readConversation, readQuestion, readSide, writeConversation } from './inbound.ts';
import { renderExchange, renderHeard } from './outbound.ts';
import { renderMessagePage, renderPage } from './page.ts';
import { type Asked, type Log, pageOf, type Reply, type Route, redirect } from './route.ts';

export interface DialogueParts {
  readonly desk: Desk;
  readonly conversing: Pick<Conversing, 'exchanged'>;
  readonly assets: Assets;
  readonly log: Log | undefined;
}

/** The dialogue with the assistant: what is typed goes to the desk, and what comes of it is drawn. */
export function dialogueRoutes(parts: DialogueParts): readonly Route[] {
  return [
    { method: 'GET', path: '/', answer: (asked) => open(parts, asked) },
    { method: 'POST', path: '/', answer: (asked) => say(parts, asked) },
    { method: 'GET', path: '/reponse', works: true, answer: (asked) => answerAgain(parts, asked) },
    { method: 'POST', path: '/feedback', answer: (asked) => rate(parts, asked) },
    { method: 'POST', path: '/forget', answer: (asked) => forget(parts, asked) },
  ];
}

async function open(parts: DialogueParts, asked: Asked): Promise<Reply> {
  const notice = field(asked.query, 'forgotten') === '1' ? asked.view.texts.web.forgotten : undefined;
  return showPage(parts, asked, { notice });
}

/** A line, typed or pressed; sentence by sentence where a model words the answer and the page's script can read it so. */
async function say(parts: DialogueParts, asked: Asked): Promise<Reply | 'streamed'> {
  const { view, cookies } = asked;
  const { isQuestion, ...said } = readQuestion(asked.body);
  const conversation = readConversation(cookies) ?? randomUUID();
  const before = { ...asked, earlier: asked.fragment ? [] : await earlierOf(parts, asked, said.text) };
  const cookie = writeConversation(conversation, cookieOf(asked));
  const stream = asked.stream([cookie]);
  const id = randomUUID();
  const heard: Said = {
    ...commonOf({ visit: asked.visit, language: view.language, conversation, role: said.role }, id),
    kind: 'said',
    message: id,
    text: said.text,
    language: view.language,
    on: said.on,
    under: said.under,
    ...(isQuestion ? { asked: true as const } : {}),
    onSentence: stream.onSentence,
  };
  const came = await all(parts.desk.hear(heard, stream.signal));
  const drawn = came.map((shown, index) =>
    drawShown(parts, said.text, shown, index === 0 ? id : `${id}-${index}`, asked),
  );
  if (stream.isBegun()) {
    stream.end(drawn.map(toText).join(''));
    return 'streamed';
  }
  // What is asked of a purchase is answered by the next line of the same dialogue.
  const own = came.some(({ happened: { name } }) => name === 'answer' || name === 'interview') ? [cookie] : [];
  if (asked.fragment) return { ...pageOf(200, drawn.map(toText).join('')), cookies: own };
  // What was chosen from stands above already, as it now is.
  const exchanges = drawn.filter((_, index) => !isClosed(came[index]?.happened));
  return { ...(await showPage(parts, before, { exchanges, ...roleIn(came) })), cookies: own };
}

/** An answer by its address: the same question asked again, apart from any dialogue, but for who has none yet. */
async function answerAgain(parts: DialogueParts, asked: Asked): Promise<Reply> {
  const { view, visit } = asked;
  const text = field(asked.query, 'question').trim();
  if (text === '') return redirect(view.at('/'));
  const role = readSide(field(asked.query, 'pour'));
  const begins = readConversation(asked.cookies) === undefined;
  const conversation = randomUUID();
  const id = randomUUID();
  const common = commonOf({ visit, language: view.language, conversation, role }, id);
  const heard: Said = { ...common, kind: 'said', message: id, text, language: view.language, asked: true };
  const came = await all(parts.desk.hear(heard));
  const exchanges = came.map((shown) => drawShown(parts, text, shown, id, asked));
  const cookies = begins ? [writeConversation(conversation, cookieOf(asked))] : [];
  return { ...(await showPage(parts, { ...asked, earlier: [] }, { exchanges, ...roleIn(came) })), cookies };
}

async function rate(parts: DialogueParts, asked: Asked): Promise<Reply> {
  const { view, body } = asked;
  const useful = field(body, 'useful');
  const value = VERBS.feedback.safeParse({ reply: field(body, 'message'), useful: useful === 'yes' });
  if (!value.success || !UUID.test(value.data.reply) || (useful !== 'yes' && useful !== 'no'))
    throw unreadable('an opinion');
  const common = commonOf({ ...asked, language: view.language, conversation: '' }, randomUUID());
  await all(
    parts.desk.hear({ ...common, kind: 'pressed', verb: 'feedback', value: value.data, filled: filledOf(body) }),
  );
  parts.log?.info({ message: value.data.reply, useful: value.data.useful }, 'feedback');
  if (asked.fragment) return pageOf(200, toText(renderThanks(view)));
  return pageOf(200, renderMessagePage(view.texts.web.feedback.thanks, undefined, { view, assets: parts.assets }));
}

async function forget({ desk }: DialogueParts, asked: Asked): Promise<Reply> {
  const { view, cookies } = asked;
  const conversation = readConversation(cookies);
  if (conversation !== undefined)
    await all(
      desk.hear({ ...commonOf({ ...asked, language: view.language, conversation }, randomUUID()), kind: 'takenBack' }),
    );
  return redirect(view.at('/?forgotten=1'), [writeConversation(undefined, cookieOf(asked))]);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The whole page, with what was said before. */
async function showPage(
  parts: DialogueParts,
  asked: Asked & { readonly earlier?: readonly Markup[] },
  {
    exchanges = [],
    ...content
  }: { exchanges?: readonly Markup[]; notice?: string | undefined; role?: Role | undefined },
): Promise<Reply> {
  const { view } = asked;
  const earlier = asked.earlier ?? (await earlierOf(parts, asked));
  const remembered = exchanges.length > 0 || readConversation(asked.cookies) !== undefined;
  return pageOf(
    200,
    renderPage({
      view,
      assets: parts.assets,
      exchanges: [...earlier, ...exchanges],
      remembered,
      role: 'role' in content ? content.role : await sideOf(parts, asked),
      notice: content.notice,
    }),
  );
}

/** What this browser's dialogue has come to: a choice that was made since is none any more. @param said now */
async function earlierOf(
  { conversing }: DialogueParts,
  { cookies, view }: Asked,
  said?: string,
): Promise<readonly Markup[]> {
  const conversation = readConversation(cookies);
  if (conversation === undefined) return [];
  const exchanges = await conversing.exchanged(conversation);
  const lines = [...exchanges.map(({ text }) => text), ...(said === undefined ? [] : [said])];
  return exchanges.map(({ text, reply }, index) => {
    const chosen = choicesIn(reply.outcome, reply.role).find(
      (one) => lines.indexOf(one.text, index + 1) > index,
    )?.label;
    return renderExchange(text, reply, view, { chosen });
  });
}

function isClosed(happened: Happened | undefined): boolean {
  return happened?.name === 'chosen' && !happened.again;
}

/** The side that was said in the dialogue, else the one its person is on. */
async function sideOf({ conversing }: DialogueParts, { cookies, visit }: Asked): Promise<Role | undefined> {
  const conversation = readConversation(cookies);
  const last = conversation === undefined ? undefined : (await conversing.exchanged(conversation)).at(-1)?.reply;
  return (last === undefined || last.roleIs === 'inferred' ? undefined : last.role) ?? visit.person?.role;
}

/** What an answer says of the side; else it stays as it was. */
function roleIn(came: readonly Shown[]): { readonly role?: Role | undefined } {
  const answered = came.flatMap(({ happened }) => (happened.name === 'answer' ? [happened.reply] : [])).at(-1);
  return answered === undefined ? {} : { role: answered.roleIs === 'inferred' ? undefined : answered.role };
}

function drawShown(parts: DialogueParts, typed: string, { happened, screen }: Shown, id: string, asked: Asked): Markup {
  if (happened.name === 'chosen' && !happened.again)
    return renderExchange(happened.question, happened.reply, asked.view, happened);
  if (happened.name !== 'answer') {
    // A line of a lesson has no title of its own: the page gives each reply one, to go from one to the next.
    const titled = happened.name === 'taught' ? { title: asked.view.texts.training.web.title, ...screen } : screen;
    return renderHeard(typed, titled, `m-${id}`, asked.view);
  }
  parts.log?.info({ message: id, kind: happened.reply.outcome.kind }, 'answered');
  return renderExchange(typed, happened.reply, asked.view, happened);
}

async function all(coming: AsyncIterable<Shown>): Promise<readonly Shown[]> {
  const came: Shown[] = [];
  for await (const one of coming) came.push(one);
  return came;
}

/** The dialogue of a window of the demo is that of whoever is played in it. */
function cookieOf({ secure, visit }: Asked) {
  return { secure, path: `${visit.base}/` };
}
