import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { writeCookie } from '../session/cookies.ts';
import { type HelpAsked, type HelpRoute, redirect } from '../session/route.ts';
import { createView, type View } from '../view.ts';
import type { HelpParts } from './route.ts';
import { renderMessage } from './show.ts';

/** One's own data: to take away, and to erase after a second yes. */
export function dataRoutes({ helping, sessions, guard, show, guarded, refuse, log }: HelpParts): readonly HelpRoute[] {
  const read = (asked: HelpAsked) =>
    guard(asked, async () => {
      const { title } = asked.view.texts.handoffWeb.data;
      return show(asked, { status: 200, title, inside: renderData(asked.view) });
    });

  const download = (asked: HelpAsked) =>
    guard(asked, async ({ person }) => {
      const exported = await guarded(() => helping.exportOf(person));
      if (!exported.ok) return refuse(asked, exported.error);
      const { file } = asked.view.texts.handoffWeb.data;
      const headers = { 'content-disposition': `attachment; filename="${file}"` };
      return { status: 200, type: 'application/json; charset=utf-8', headers, body: exported.value };
    });

  const forget = (asked: HelpAsked) =>
    guard(asked, async ({ person }) => {
      const { view, visit } = asked;
      const { data } = view.texts.handoffWeb;
      if (field(asked.body, 'sure') === 'no') return redirect(view.at('/mes-donnees'));
      if (field(asked.body, 'sure') !== 'yes')
        return show(asked, { status: 200, title: data.forgetAsk.title, inside: renderSure(view) });
      const gone = await guarded(() => helping.forgetMe(person));
      if (!gone.ok) return refuse(asked, gone.error);
      await sessions.closeAllOf(person);
      log?.info({}, 'forgot a person');
      const path = visit.base === '' ? '/' : visit.base;
      const cookies = [writeCookie('session', undefined, { secure: visit.secure, path })];
      const nobody = createView(
        view.language,
        { person: undefined, base: '', demo: view.help?.demo ?? false },
        view.lessonOf,
      );
      const inside = renderMessage(data.forgotten, nobody);
      return show({ ...asked, view: nobody }, { status: 200, title: data.forgotten.title, inside, cookies });
    });

  return [
    { method: 'GET', path: '/mes-donnees', answer: read },
    { method: 'GET', path: '/mes-donnees/export', answer: download },
    { method: 'POST', path: '/mes-donnees', answer: forget },
  ];
}

function renderData(view: View): Markup {
  const { data } = view.texts.handoffWeb;
  return html`<div class="message"><h2 data-focus tabindex="-1">${data.title}</h2><p class="intro">${data.intro}</p>
    <section class="sheet own-data"><p><a class="send" href="${view.at('/mes-donnees/export')}" download>${data.download}</a></p><p class="aside">${data.downloadWhy}</p></section>
    <section class="sheet own-data"><form method="post" action="${view.at('/mes-donnees')}"><button class="plain">${data.forget}</button></form><p class="aside">${data.forgetWhy}</p></section></div>`;
}

function renderSure(view: View): Markup {
  const { data } = view.texts.handoffWeb;
  const more = html`<form class="acts" method="post" action="${view.at('/mes-donnees')}">
    <button class="plain" name="sure" value="yes">${data.forgetYes}</button> <button class="send" name="sure" value="no">${data.forgetNo}</button></form>`;
  return renderMessage(data.forgetAsk, view, more);
}
