import type { AskHouse } from '../src/calls/answer-house.ts';
import { createCalls } from '../src/calls/create-calls.ts';
import type { Calls } from '../src/calls/port/calls.ts';
import type { Config } from '../src/config/config.ts';
import type { Composed } from './compose.ts';
import { composeConcepts } from './compose-concepts.ts';
import { composeRules } from './compose-rules.ts';

/** What programs may ask, over the parts that everybody is answered by; rules and lexicon are read when first asked for. */
export function composeCalls(
  { knowledge }: Pick<Config, 'knowledge'>,
  {
    corpus,
    assistant,
    openAssistant,
    reworder,
    article,
    changes,
  }: Pick<Composed, 'corpus' | 'assistant' | 'openAssistant' | 'reworder' | 'article' | 'changes'>,
  { house, now = () => new Date() }: { readonly house?: AskHouse | undefined; readonly now?: () => Date } = {},
): Calls {
  return createCalls({
    corpus,
    respond: { all: openAssistant.respond, body: assistant.respond },
    house,
    reworder,
    lint: reworder.lint,
    rules: once(() => composeRules(knowledge)),
    concepts: once(() => composeConcepts(corpus)),
    article,
    changes,
    now,
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
