import type { Mailbox, Mailboxes } from '../../../src/reserve/port/mailbox.ts';
import { mailTexts } from '../../../src/text/mail-texts.ts';
import { TOLD_KINDS, type ToldKind } from '../../../src/vocabulary/told.ts';
import { renderMessage, type Show } from '../handoff/show.ts';
import { html, type Markup } from '../html.ts';
import { field } from '../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../route.ts';
import type { Guard } from '../session/guard.ts';
import type { View } from '../view.ts';

interface MailParts {
  readonly mailboxes: Mailboxes;
  /** Left out where nobody signs in: the link of an e-mail is then the only way. */
  readonly guard: Guard | undefined;
  readonly show: Show;
}

/** What a mailbox sends when its own button is pressed (RFC 8058). Some send it as a form with parts. */
const ONE_CLICK = 'List-Unsubscribe';
const LARGEST = 4_096;

/** What one gets by e-mail. Looking at it does nothing: the machines that read mail follow every link. */
export function mailRoutes(parts: MailParts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/courriels',
      answer: (asked) => whose(parts, asked, (person) => read(parts, asked, person)),
    },
    {
      method: 'POST',
      path: '/courriels',
      largestFile: LARGEST,
      answer: (asked) => whose(parts, asked, (person) => change(parts, asked, person)),
    },
  ];
}

/** Of the person whose link it is, else of who is signed in. */
async function whose(parts: MailParts, asked: Asked, then: (person: string) => Promise<Reply>): Promise<Reply> {
  const { mailboxes, guard, show } = parts;
  const person = field(asked.query, 'qui');
  const signature = field(asked.query, 'signe');
  if (signature === '' && guard !== undefined) return guard(asked, (by) => then(by.person));
  const signed = await mailboxes.isSigned(person, signature);
  if (!signed.ok) return down(parts, asked);
  if (signed.value) return then(person);
  const { wrongLink } = mailTexts[asked.view.language].page;
  return show(asked, { status: 403, title: wrongLink.title, inside: renderMessage(wrongLink, asked.view) });
}

async function read(parts: MailParts, asked: Asked, person: string): Promise<Reply> {
  const { view } = asked;
  const found = await parts.mailboxes.of(person);
  if (!found.ok) return down(parts, asked);
  const { page } = mailTexts[view.language];
  if (found.value === undefined)
    return parts.show(asked, { status: 404, title: page.noAddress.title, inside: renderMessage(page.noAddress, view) });
  const inside = render(found.value, { first: kindIn(field(asked.query, 'quoi')), to: addressOf(asked), view });
  return parts.show(asked, { status: 200, title: page.title, inside });
}

async function change(parts: MailParts, asked: Asked, person: string): Promise<Reply> {
  const { mailboxes, show } = parts;
  const { body, query, view } = asked;
  const pressed = field(body, ONE_CLICK) === 'One-Click' ? kindIn(field(query, 'quoi')) : undefined;
  const done = await perform();
  if (!done.ok) return down(parts, asked);
  // Not sent on elsewhere: who asks is a machine.
  if (pressed === undefined) return redirect(view.at(addressOf(asked)));
  const { title } = mailTexts[view.language].page;
  return show(asked, { status: 200, title, inside: html`` });

  function perform() {
    if (pressed !== undefined) return mailboxes.stop(person, pressed, true);
    const stop = kindIn(field(body, 'arreter'));
    const resume = kindIn(field(body, 'reprendre'));
    if (stop !== undefined) return mailboxes.stop(person, stop, true);
    if (resume !== undefined) return mailboxes.stop(person, resume, false);
    return mailboxes.prefer(person, field(body, 'preferer') === 'oui');
  }
}

function render(
  mailbox: Mailbox,
  { first, to, view }: { readonly first: ToldKind | undefined; readonly to: string; readonly view: View },
): Markup {
  const { page } = mailTexts[view.language];
  const kinds = [...(first === undefined ? [] : [first]), ...TOLD_KINDS.filter((kind) => kind !== first)];
  const choice = mailbox.preferred ? 'non' : 'oui';
  return html`<div class="message"><h2 data-focus tabindex="-1">${page.title}</h2>
    ${mailbox.refused && html`<p class="notice" role="alert">${view.say(page.refused(mailbox.email))}</p>`}
    <p class="intro">${page.intro}</p>
    <form method="post" action="${view.at(to)}"><ul class="rows">${kinds.map((kind) => renderKind(kind, mailbox, view))}
      <li><p>${mailbox.preferred ? page.preferred : page.notPreferred}</p>
        <button name="preferer" value="${choice}">${mailbox.preferred ? page.unprefer : page.prefer}</button></li></ul></form></div>`;
}

function renderKind(kind: ToldKind, { stopped }: Mailbox, { language, say }: View): Markup {
  const { page, kinds, stop } = mailTexts[language];
  const isStopped = stopped.has(kind);
  const state = say(`${isStopped ? page.notSent : page.sent} : ${kinds[kind]}.`);
  return html`<li><p>${state}</p>${
    isStopped
      ? html`<button name="reprendre" value="${kind}">${page.resume}<span class="visually-hidden"> : ${kinds[kind]}</span></button>`
      : html`<button name="arreter" value="${kind}">${stop(kinds[kind])}</button>`
  }</li>`;
}

function kindIn(text: string): ToldKind | undefined {
  return TOLD_KINDS.find((kind) => kind === text);
}

/** The same page again, by the same link. */
function addressOf({ query }: Asked): string {
  const given = ['qui', 'quoi', 'signe'].flatMap((name) => {
    const value = field(query, name);
    return value === '' ? [] : [[name, value] as [string, string]];
  });
  return given.length === 0 ? '/courriels' : `/courriels?${new URLSearchParams(given)}`;
}

function down({ show }: MailParts, asked: Asked): Reply {
  const said = asked.view.texts.faults.store_down;
  return show(asked, { status: 503, title: said.title, inside: renderMessage(said, asked.view) });
}
