import type { OutboundMessage } from '../../answering/port/outcome.ts';
import type { Suggestion } from '../../message/message.ts';
import { catalogues } from '../../text/catalogues.ts';
import type { Training } from './training.ts';

/** What a reply met, for the recommendations of who asked: the fiche of an answer, the words that a rewording translated. */
export async function noteMet(
  training: Pick<Training, 'noted'>,
  by: string,
  { outcome }: OutboundMessage,
): Promise<void> {
  if (outcome.kind === 'answer') return training.noted(by, 'asked', [outcome.sources[0].fiche]);
  if (outcome.kind !== 'rewording') return;
  const concepts = outcome.rewording.terms.map(({ concept }) => concept);
  return training.noted(by, 'worded', concepts);
}

/** From an answer to the lesson it comes from, in one click, or by the words that say how; undefined where no module teaches it. */
export function lessonUnder(
  training: Pick<Training, 'lessonOf'> | undefined,
  { outcome, language }: OutboundMessage,
): (Suggestion & { readonly said: string }) | undefined {
  if (outcome.kind !== 'answer') return undefined;
  const { fiche } = outcome.sources[0];
  const lesson = training?.lessonOf(fiche);
  const { chat } = catalogues[language].training;
  return (
    lesson && {
      label: chat.lessonOf(lesson.moduleTitle),
      text: `leçon ${fiche}`,
      said: chat.follow(lesson.moduleTitle, fiche),
    }
  );
}
