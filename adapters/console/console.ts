import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { OutboundMessage, Role, Suggestion } from '../../src/message.ts';
import type { ChatPlatform, Conversing } from '../../src/platform.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { renderMarkdown } from './markdown.ts';

export interface ConsoleOptions {
  readonly conversing: Conversing;
  /** The last search in words, for `:explain`. */
  readonly explain: (text: string) => Promise<string>;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

const COMMANDS = `:acheteur  :service   change de registre et redonne la dernière réponse
:explain             montre d’où vient la dernière réponse
:oui  :non [raison]  dit si la réponse a servi
:oublie              efface cette conversation
:aide  :quitter      (un chiffre seul choisit une suggestion)`;

/** A chat in the terminal: one dialogue, commands start with a colon. Resolves `stop` when the person leaves. */
export function createConsolePlatform({ conversing, explain, input, output }: ConsoleOptions): ChatPlatform {
  const conversation = randomUUID();
  const colours = output.isTTY === true;
  const lines = createInterface({ input, output, prompt: colours ? '\u001b[36m›\u001b[39m ' : '› ' });
  const write = (text: string) => output.write(`${renderMarkdown(text, colours)}\n\n`);
  let role: Role | undefined;
  let last: { reply: OutboundMessage; question: string } | undefined;
  let finished: Promise<void> = Promise.resolve();

  const ask = async (question: string): Promise<void> => {
    const reply = await conversing.respond({
      id: randomUUID(),
      address: { platform: 'console', conversation },
      text: question,
      ...(role === undefined ? {} : { role }),
    });
    last = { reply, question };
    write(reply.text);
    const choices = suggestionsOf(reply);
    if (choices.length > 0) write(choices.map(({ label }, i) => `${i + 1}. ${label}`).join('\n'));
    if (reply.roleIs === 'inferred' && reply.outcome.kind === 'answer')
      write(`*${catalogues[reply.language].roleInferred[reply.role]}*`);
  };

  const command = async (line: string): Promise<boolean> => {
    const [name = '', ...words] = line.slice(1).split(' ');
    const turnTo = async (to: Role) => {
      role = to;
      if (last === undefined) write(catalogues.fr.roleSet[to]);
      else await ask(last.question);
    };
    const rate = (useful: boolean) => {
      if (last === undefined) return write('Rien à noter encore : posez d’abord une question.');
      conversing.addFeedback({ messageId: last.reply.inReplyTo, useful, why: words.join(' ') || undefined });
      return write('C’est noté, merci.');
    };
    switch (name) {
      case 'acheteur':
        await turnTo('buyer');
        return true;
      case 'service':
        await turnTo('prescriber');
        return true;
      case 'explain':
        write(last === undefined ? 'Posez d’abord une question.' : await explain(last.question));
        return true;
      case 'oui':
      case 'non':
        rate(name === 'oui');
        return true;
      case 'oublie':
        conversing.forget(conversation);
        last = undefined;
        write('Cette conversation est effacée.');
        return true;
      case 'quitter':
      case 'q':
        return false;
      default:
        write(COMMANDS);
        return true;
    }
  };

  const converse = async (): Promise<void> => {
    write(`${catalogues.fr.smalltalk.hello}\n\n${COMMANDS}`);
    lines.prompt();
    for await (const raw of lines) {
      const line = raw.trim();
      const chosen = last === undefined ? undefined : suggestionsOf(last.reply)[Number(line) - 1];
      if (line.startsWith(':')) {
        if (!(await command(line))) break;
      } else if (line !== '') await ask(chosen?.text ?? line);
      lines.prompt();
    }
    lines.close();
  };

  return {
    name: 'console',
    start: () => {
      finished = converse();
      return Promise.resolve(undefined);
    },
    stop: () => finished,
  };
}

function suggestionsOf({ outcome }: OutboundMessage): readonly Suggestion[] {
  if (outcome.kind === 'clarification') return outcome.choices;
  return outcome.kind === 'handoff' ? [] : outcome.suggestions;
}
