import { forgetAct } from '../../../src/screens/aside.ts';
import { mailTexts } from '../../../src/text/mail-texts.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import { renderActs } from '../screen/acts.ts';
import { writeCookie } from '../session/cookies.ts';
import { type View, viewOfNobody } from '../view.ts';
import { press } from './press.ts';
import type { HelpParts } from './route.ts';
import { renderMessage } from './show.ts';

/** One's own data: to take away, and to erase after a second yes. */
export function dataRoutes(parts: HelpParts): readonly Route[] {
  const { guard } = parts;
  return [
    { method: 'GET', path: '/mes-donnees', answer: (asked) => guard(asked, async () => read(parts, asked)) },
    { method: 'GET', path: '/mes-donnees/export', answer: (asked) => guard(asked, () => download(parts, asked)) },
    {
      method: 'POST',
      path: '/mes-donnees',
      answer: (asked) => guard(asked, ({ person }) => forget(parts, asked, person)),
    },
  ];
}

function read({ show }: HelpParts, asked: Asked): Reply {
  const { title } = asked.view.texts.handoffWeb.data;
  return show(asked, { status: 200, title, inside: renderData(asked.view) });
}

async function download(parts: HelpParts, asked: Asked): Promise<Reply> {
  const happened = (await press(parts, asked, { verb: 'my_data', value: {} }))?.happened;
  if (happened?.name !== 'data' || happened.kept === undefined)
    return parts.refuse(asked, happened?.name === 'refused' ? happened.fault : { kind: 'store_down' });
  const { file } = asked.view.texts.handoffWeb.data;
  const headers = { 'content-disposition': `attachment; filename="${file}"` };
  return { status: 200, type: 'application/json; charset=utf-8', headers, body: happened.kept.json };
}

async function forget(parts: HelpParts, asked: Asked, person: string): Promise<Reply> {
  const { view, visit } = asked;
  // The yes is on the page, under what it does: a form without it is none of ours.
  if (field(asked.body, 'sure') !== 'yes') return redirect(view.at('/mes-donnees'));
  const happened = (await press(parts, asked, { verb: 'forget_me', value: {} }))?.happened;
  if (happened?.name !== 'forgotten')
    return parts.refuse(asked, happened?.name === 'refused' ? happened.fault : { kind: 'store_down' });
  await parts.sessions.closeAllOf(person);
  parts.log?.info({}, 'forgot a person');
  const path = visit.base === '' ? '/' : visit.base;
  const cookies = [writeCookie('session', undefined, { secure: visit.secure, path })];
  const nobody = viewOfNobody(view);
  const { forgotten } = view.texts.handoffWeb.data;
  const inside = renderMessage(forgotten, nobody);
  return parts.show({ ...asked, view: nobody }, { status: 200, title: forgotten.title, inside, cookies });
}

function renderData(view: View): Markup {
  const { data } = view.texts.handoffWeb;
  const take = { verb: 'my_data', value: {}, label: data.download, look: 'primary' } as const;
  return html`<div class="message"><h2 data-focus tabindex="-1">${data.title}</h2><p class="intro">${data.intro}</p>
    ${view.help?.mails === true && html`<p><a href="${view.at('/courriels')}">${mailTexts[view.language].page.title}</a></p>`}
    <section class="sheet own-data">${renderActs([take], view)}<p class="aside">${data.downloadWhy}</p></section>
    <section class="sheet own-data">${renderActs([forgetAct(view.language)], view)}<p class="aside">${data.forgetWhy}</p></section></div>`;
}
