import { err, type Result } from '../../../src/result.ts';
import { sayHelpFault } from '../../../src/text/say-help-fault.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import { html } from '../html.ts';
import type { Asked, Log } from '../route.ts';
import { hasWritten, readForm, renderKept } from './kept.ts';
import type { HelpParts } from './route.ts';
import { renderMessage, type Show } from './show.ts';

export function createGuarded(log: Log | undefined): HelpParts['guarded'] {
  return async <T>(ask: () => Promise<Result<T, HelpFault>>) => {
    try {
      return await ask();
    } catch (error) {
      log?.error({ err: error }, 'a case could not be read or changed');
      return err({ kind: 'store_down' });
    }
  };
}

/** Each fault has its page, and a form that was refused keeps its words on it. */
export function createRefuse(show: Show): HelpParts['refuse'] {
  return (asked, fault) => {
    const { view } = asked;
    const { kept, nav } = view.texts.handoffWeb;
    const said = sayHelpFault(fault, view.texts);
    const status = statusOf(fault);
    const { path, fields } = readForm(asked.path, asked.body);
    // Told that the case went on, they send again what they wrote or not: that is decided on what stands now.
    const { on, ...afresh } = fields;
    const form = { path, fields: fault.kind === 'stale' ? afresh : fields };
    const retry = asked.method === 'POST' && (fault.kind === 'store_down' || hasWritten(form));
    const inside = retry
      ? renderKept(form, { ...said, button: kept.retry, alert: true }, view)
      : renderMessage(
          said,
          view,
          html`<p class="acts">${asked.path.startsWith('/dossier/') && html`<a href="${view.at(asked.path)}">${view.texts.handoffWeb.case.title}</a>`}
            <a href="${view.at('/dossiers')}">${nav.mine}</a> ${view.help?.person?.reservist === true && html`<a href="${view.at('/reserve')}">${nav.desk}</a>`}</p>`,
        );
    return show(asked, { status, title: said.title, inside });
  };
}

export function statusOf({ kind }: HelpFault): number {
  if (kind === 'store_down') return 503;
  if (kind === 'unknown_case') return 404;
  if (kind === 'not_yours' || kind === 'second_person') return 403;
  if (kind === 'taken' || kind === 'offer_expired' || kind === 'wrong_status' || kind === 'stale') return 409;
  return 422;
}

export function faultPage(
  show: Show,
  asked: Asked,
  status: number,
  name: 'not_reservist' | 'not_coordinator' | 'unknown_candidate' | 'already_proposed' | 'unread',
) {
  const said = asked.view.texts.faults[name];
  return show(asked, { status, title: said.title, inside: renderMessage(said, asked.view) });
}
