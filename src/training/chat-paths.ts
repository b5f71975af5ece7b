// The words of paths in a chat: how far one is, the letter that ends one, a yes or a no to the reserve.

import { catalogues } from '../text/catalogues.ts';
import type { Language } from '../vocabulary/people.ts';
import type { TrainingParts } from './parts.ts';
import type { PathSteps } from './path-steps.ts';
import { pathRows } from './paths.ts';
import type { PathRow, TrainingFault, TrainingReply } from './port/views.ts';
import type { LearnerNow } from './steps.ts';

export interface PathWords {
  list(who: LearnerNow): TrainingReply;
  askLetter(who: LearnerNow, path: string): TrainingReply;
  keepLetter(who: LearnerNow, path: string, text: string, offered: boolean): Promise<TrainingReply>;
  /** The last letter, offered to the collection or taken back from it. */
  offerLast(who: LearnerNow, offered: boolean): Promise<TrainingReply>;
  /** @param path empty: the one that waits for an answer */
  join(who: LearnerNow, path: string, yes: boolean): Promise<TrainingReply>;
}

export function createPathWords(
  { course, store, day }: Pick<TrainingParts, 'course' | 'store' | 'day'>,
  steps: PathSteps,
  sayFault: (fault: TrainingFault, language: Language) => TrainingReply,
): PathWords {
  const rowsOf = (who: LearnerNow) => pathRows(course, who, day()).filter((path) => path.for === who.role);
  const textsOf = ({ person }: LearnerNow) => catalogues[person.language].training;
  const say = (text: string): TrainingReply => ({ text, suggestions: [] });

  return {
    list: (who) => {
      const { chat, web } = textsOf(who);
      const lines = rowsOf(who).map((path) => {
        const passed = path.modules.filter((module) => module.passed).length;
        const state = path.join === undefined ? undefined : web.paths.join[path.join];
        return chat.pathLine(
          path.id,
          path.title,
          passed,
          path.modules.length,
          state ?? (path.done ? web.paths.done : ''),
        );
      });
      return { text: `${web.paths.intro}\n\n${lines.join('\n')}`, suggestions: answersTo(who) };
    },
    askLetter: (who, path) => say(textsOf(who).chat.letterAsk(path === '' ? nextLetter(rowsOf(who)) : path)),
    keepLetter: async (who, path, text, offered) => {
      const done = await steps.writeLetter(who.person.id, path, text, offered);
      if (!done.ok) return sayFault(done.error, who.person.language);
      const { title, attested, invited } = done.value;
      return {
        text: textsOf(who).chat.letterDone(title, { offered, attested, invited }),
        suggestions: invited ? answers(who, path) : [],
      };
    },
    offerLast: async (who, offered) => {
      const { chat } = textsOf(who);
      const letters = await store.training.letters(who.person.id);
      if (!letters.ok) return sayFault({ kind: 'store_down' }, who.person.language);
      const last = letters.value.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];
      if (last === undefined) return say(chat.noLetter);
      const done = await steps.offerLetter(who.person.id, last.id, offered);
      return done.ok
        ? say(chat.letterOffered[offered ? 'offered' : 'private'])
        : sayFault(done.error, who.person.language);
    },
    join: async (who, named, yes) => {
      const { chat, web } = textsOf(who);
      const path = named === '' ? who.joins.find(({ status }) => status === 'invited')?.path : named;
      if (path === undefined) return say(chat.notInvited);
      const answered = await steps.answerInvitation(who.person.id, path, yes);
      if (answered.ok) return say(web.paths.join[answered.value]);
      return answered.error.kind === 'unknown_path'
        ? say(chat.notInvited)
        : sayFault(answered.error, who.person.language);
    },
  };

  function answersTo(who: LearnerNow): TrainingReply['suggestions'] {
    const invited = who.joins.find(({ status }) => status === 'invited');
    return invited === undefined ? [] : answers(who, invited.path);
  }

  function answers(who: LearnerNow, path: string): TrainingReply['suggestions'] {
    const { paths } = textsOf(who).web;
    return [
      { label: paths.yes, text: `rejoindre ${path}` },
      { label: paths.no, text: `décliner ${path}` },
    ];
  }
}

/** The path that only lacks its letter, else the first. */
function nextLetter(paths: readonly PathRow[]): string {
  const ready = paths.find(({ modules, done }) => !done && modules.every(({ passed }) => passed));
  return (ready ?? paths[0])?.id ?? '';
}
