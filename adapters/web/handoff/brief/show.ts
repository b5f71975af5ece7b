import { randomUUID } from 'node:crypto';
import { askForm } from '../../../../src/screens/start.ts';
import { html } from '../../html.ts';
import { field } from '../../inbound.ts';
import type { Asked, Reply } from '../../route.ts';
import { hidden } from '../../screen/acts.ts';
import { renderField } from '../../screen/fields.ts';
import type { HelpParts } from '../route.ts';
import { type BriefPage, renderBrief } from './screen.ts';

type Parts = Pick<HelpParts, 'show'>;

/** What would leave, to be read before it does. */
export function showBrief({ show }: Parts, asked: Asked, page: BriefPage & { readonly status: number }): Reply {
  const { title = '' } = page.screen;
  return show(asked, { status: page.status, title, inside: renderBrief(page, asked.view) });
}

/** The question to a reservist, before there is anything to hand over. */
export function showStart({ show }: Parts, asked: Asked, status: number, fault: string | undefined): Reply {
  const { view } = asked;
  const { title, intro, fields, submit } = askForm(view.language, field(asked.query, 'question'));
  const inside = html`<form class="ask-human" method="post" action="${view.at('/aide')}">${hidden({ key: randomUUID() })}
    <div class="head"><h2 data-focus tabindex="-1">${title}</h2><p class="intro">${intro}</p></div>
    ${fields.map((one) => renderField(one, '', view, fault))}
    <p><button class="send">${submit}</button></p></form>`;
  return show(asked, { status, title, inside });
}
