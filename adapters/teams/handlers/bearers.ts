import type { CaseView } from '../../../src/handoff/port/views.ts';
import { wordsOf } from '../../../src/screens/words.ts';
import type { Reference } from '../door.ts';
import type { Bearer } from '../kept.ts';
import { toActivities } from '../message/activities.ts';
import { casePart, notePart } from '../note.ts';
import type { Say } from '../say.ts';
import type { HandlerParts } from './handler-parts.ts';

export interface Stand {
  readonly person: string;
  readonly case: string;
  /** As they may see it now; undefined where they may no longer. */
  readonly view: CaseView | undefined;
  readonly to: Reference;
  /** The message whose buttons are those of now. */
  readonly bearer: Bearer;
}

/** What may be done at a case stands in one message alone: those that bore its buttons before lose them, and keep their words. */
export function createBearers({ kept, sender, context }: HandlerParts): (stand: Stand, say: Say) => Promise<void> {
  return async ({ person, case: id, view, to, bearer }, say) => {
    const before = await kept.bearers(person, id);
    if (!before.ok) return;
    for (const { text, ...message } of before.value.filter((one) => one.id !== bearer.id)) {
      const words = text === undefined ? undefined : notePart(text, say);
      const stale =
        view === undefined ? notePart(wordsOf(say.language).own.case.stale, say) : casePart({ ...view, may: [] }, say);
      const [activity] = toActivities({ card: words ?? stale }, say);
      const done = await sender.update({ ...to, conversation: message.conversation }, message.id, activity);
      if (!done.ok)
        context.log.warn({ why: done.error.why }, 'buttons of a case that has moved could not be taken away');
    }
    await kept.keepBearers(person, id, [bearer]);
  };
}
