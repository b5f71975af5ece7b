import type { Handle } from '../../src/intake/port/events.ts';
import { ok } from '../../src/result.ts';
import { onBrief } from './handlers/brief.ts';
import { onCommanded, onPicked } from './handlers/commanded.ts';
import { onHome } from './handlers/home.ts';
import { onPane } from './handlers/pane.ts';
import { onClicked, onReacted } from './handlers/pressed.ts';
import { onDeleted, onSaid } from './handlers/said.ts';
import { onFilled } from './handlers/submitted.ts';
import type { Inbound } from './inbound/inbound.ts';
import { type Handled, placed, type Tools } from './tools.ts';

/** What is done with each event of the intake, which gives back what it was given. */
export function createHandle(tools: Tools): Handle {
  return async (body, event) => handle(tools, await placed(tools.context, body as Inbound), event);
}

function handle(tools: Tools, body: Inbound, event: { readonly id: string; readonly attempt: number }): Handled {
  const { id, attempt } = event;
  switch (body.kind) {
    case 'said':
      return onSaid(tools, body, event);
    case 'deleted':
      return onDeleted(tools, body);
    case 'commanded':
      return onCommanded(tools, body, id);
    case 'picked':
      return onPicked(tools, body, id);
    case 'clicked':
      return onClicked(tools, body, id);
    case 'reacted':
      return onReacted(tools, body);
    case 'filled':
      return onFilled(tools, body, id);
    case 'told': {
      const { text, direction, ...told } = body;
      const filled = [
        ['text', text],
        ['direction', direction],
      ] as const;
      return onFilled(tools, { ...told, kind: 'filled', verb: 'reword', value: {}, filled }, id);
    }
    case 'brief':
      return onBrief(tools, body);
    case 'home':
      return onHome(tools, body);
    case 'pane':
      return onPane(tools, body, attempt);
    case 'uninstalled':
      return tools.context.workspaces.forget(body.team).then(() => ok(undefined));
  }
}
