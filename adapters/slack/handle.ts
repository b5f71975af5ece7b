import type { Handle } from '../../src/intake/port/events.ts';
import type { NotDelivered, Outgoing, Words } from '../../src/message/delivery.ts';
import { ok, type Result } from '../../src/result.ts';
import type { SlackContext } from './context.ts';
import { createDirect } from './direct.ts';
import { createAsides } from './handlers/aside.ts';
import { createCaseThreads } from './handlers/case-threads.ts';
import { createClickHandler } from './handlers/clicked.ts';
import { createCommandHandler } from './handlers/commanded.ts';
import { createForms } from './handlers/forms.ts';
import { createHomeHandler } from './handlers/home.ts';
import { createPaneHandler } from './handlers/pane.ts';
import type { Tools } from './handlers/reply.ts';
import { createRewordingHandlers } from './handlers/rewording.ts';
import { createSaidHandler } from './handlers/said.ts';
import { createSubmitHandler, type FormAnswer } from './handlers/submitted.ts';
import { createTell } from './handlers/words.ts';
import type { Deleted, Inbound } from './inbound/inbound.ts';
import type { Submitted } from './inbound/read-interaction.ts';
import { createPeople } from './people.ts';
import { createSender } from './send.ts';

/** Everything the app does once an event is at hand, whatever brought it. */
export interface Desk {
  readonly handle: Handle;
  readonly deliver: (message: Outgoing) => Promise<Result<undefined, NotDelivered>>;
  readonly tell: (words: Words) => Promise<Result<undefined, NotDelivered>>;
  readonly submit: (submitted: Submitted) => Promise<FormAnswer>;
  /** A message is taken back: what is being done for it stops. What had been done is undone when its turn comes. */
  readonly takeBack: (deleted: Deleted) => Promise<void>;
  /** The same under its workspace's own name: an app with a token of its own serves one, whatever it is called. */
  readonly placed: <T extends { readonly team: string }>(what: T) => Promise<T>;
  readonly forms: ReturnType<typeof createForms>;
  readonly tools: Tools;
}

export function createDesk(context: SlackContext): Desk {
  const tools: Tools = { context, people: createPeople(context), send: createDirect(createSender(context), context) };
  const threads = createCaseThreads(tools);
  const rewording = createRewordingHandlers(tools);
  const home = createHomeHandler(tools);
  const asides = createAsides(tools);
  const commands = createCommandHandler(tools, rewording, asides);
  const said = createSaidHandler(tools, threads, asides);
  const pane = createPaneHandler(tools);
  const clicks = createClickHandler({ tools, threads, rewording, home, asides });
  const forms = createForms(tools, rewording);
  const submit = createSubmitHandler({ tools, threads, rewording, forms, commands });

  const placed: Desk['placed'] = async (what) => {
    const found = await context.workspaces.of(what.team);
    return found.ok && found.value !== undefined ? { ...what, team: found.value.team } : what;
  };

  const handle = (body: Inbound, delivery: { readonly id: string; readonly attempt: number }): ReturnType<Handle> => {
    switch (body.kind) {
      case 'said':
        return said.onSaid(body, delivery);
      case 'deleted':
        return said.onDeleted(body);
      case 'commanded':
        return commands.onCommanded(body, delivery.id);
      case 'picked':
        return commands.onPicked(body, delivery.id);
      case 'clicked':
        return clicks.onClicked(body, delivery.id);
      case 'reacted':
        return clicks.onReacted(body);
      case 'told':
        return rewording.onTold(body, delivery.id);
      case 'brief':
        return rewording.onBrief(body);
      case 'home':
        return home.onHome(body);
      case 'pane':
        return pane(body, delivery.attempt);
      case 'uninstalled':
        return context.workspaces.forget(body.team).then(() => ok(undefined));
    }
  };

  return {
    // What the intake gives back is what this adapter gave it.
    handle: async (body, delivery) => handle(await placed(body as Inbound), delivery),
    deliver: threads.deliver,
    tell: createTell(tools),
    submit: async (submitted) => submit(await placed(submitted)),
    takeBack: async (deleted) => said.takeBack(await placed(deleted)),
    placed,
    forms,
    tools,
  };
}
