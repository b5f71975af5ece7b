import type { OutboundMessage } from '../../src/answering/port/outcome.ts';
import { fold } from '../../src/french/words.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { noteMet } from '../../src/training/port/after-answer.ts';
import type { Teaching } from '../../src/training/port/teaching.ts';
import type { Screen } from './screen.ts';

/** Lines of training at a terminal: said, with the replies that a number gives. Whether the line was one. */
export function createTeach(teaching: Teaching, screen: Pick<Screen, 'say'>, report: (error: unknown) => void) {
  let offered: readonly string[] = [];
  return async (person: string, line: string): Promise<boolean> => {
    // A number is the reply offered under it; while a question is asked its choices are the letters, which are offered too.
    const picked = /^\d$/.test(line) ? offered[Number(line) - 1] : undefined;
    const heard = await teaching.hear(person, picked ?? line).catch((error: unknown) => {
      // A store that throws is a store that is down: the assistant answers all the same.
      report(error);
      return undefined;
    });
    offered = heard?.suggestions.map(({ text }) => text) ?? [];
    if (heard === undefined) return false;
    screen.say(heard.text);
    const labels = heard.suggestions.filter(({ label }) => fold(label).length > 1);
    if (labels.length > 0) screen.say(heard.suggestions.map(({ label }, index) => `${index + 1}. ${label}`).join('\n'));
    return true;
  };
}

/** What a reply led to, kept for the person's own recommendations; and the line that names an answer's module. */
export function createLearnt(teaching: Teaching, person: string, report: (error: unknown) => void = () => undefined) {
  return (reply: OutboundMessage): string | undefined => {
    const { outcome, language } = reply;
    noteMet(teaching, person, reply).catch(report);
    if (outcome.kind !== 'answer') return undefined;
    const { fiche } = outcome.sources[0];
    const lesson = teaching.lessonOf(fiche);
    return lesson && catalogues[language].training.chat.follow(lesson.moduleTitle, fiche);
  };
}
