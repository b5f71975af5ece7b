import { frenchDate } from '../days/iso-date.ts';
import { fold } from '../french/words.ts';
import { roleOf } from '../reserve/signed-in.ts';
import { catalogues } from '../text/catalogues.ts';
import { say, sayFault } from './chat-replies.ts';
import type { Room } from './chat-room.ts';
import type { TrainingReply } from './port/views.ts';
import type { LearnerNow } from './steps.ts';

export async function browse(room: Room, who: LearnerNow, words?: string): Promise<TrainingReply> {
  const { training } = room;
  const { chat, web } = catalogues[who.person.language].training;
  const filter = words === undefined ? { role: roleOf(who.person) } : { words };
  const view = await training.catalogue(who.person.id, filter);
  if (!view.ok) return sayFault(view.error, who.person.language);
  if (words !== undefined) {
    const { modules, found } = view.value;
    if (modules.length === 0) return { text: web.filter.none, suggestions: [] };
    return {
      text: found.map(({ module, fiche, title }) => chat.found(title, titleOf(room, module), fiche)).join('\n'),
      suggestions: found.slice(0, 3).map(({ title, fiche }) => ({ label: title, text: `leçon ${fiche}` })),
    };
  }
  const lines = view.value.modules.map(({ title, minutes, standing }) =>
    chat.moduleLine(title, minutes, standing === undefined ? '' : chat.marks[standing]),
  );
  const recommended = view.value.recommended.map(({ title, why, ficheTitle }) =>
    chat.recommended(title, chat.because[why](ficheTitle)),
  );
  const first = new Map(
    [...view.value.recommended.map(({ module: id, title }) => ({ id, title })), ...view.value.modules].map(
      ({ id, title }) => [id, title] as const,
    ),
  );
  return {
    text: [chat.intro, ...recommended, lines.join('\n'), chat.commands].join('\n\n'),
    suggestions: [...first].slice(0, 3).map(([id, title]) => ({ label: title, text: `module ${id}` })),
  };
}

export async function showModule(room: Room, who: LearnerNow, name: string): Promise<TrainingReply> {
  const { training } = room;
  const { language } = who.person;
  const { chat, web } = catalogues[language].training;
  const id = moduleNamed(room, name);
  const view = id === undefined ? undefined : await training.module(who.person.id, id);
  if (id === undefined || view === undefined) return say(language, 'unknownModule');
  if (!view.ok) return sayFault(view.error, language);
  const { title, minutes, objectives, contents } = view.value;
  const text = [
    `**${title}**, ${web.minutes(minutes)}, ${web.lessons(contents.length)}`,
    objectives.map((objective) => `- ${objective}`).join('\n'),
    contents.map((lesson, index) => `${index + 1}. ${lesson.title}${lesson.read ? ' ✓' : ''}`).join('\n'),
  ].join('\n\n');
  return {
    text,
    suggestions: [
      { label: chat.start, text: `commencer ${id}` },
      { label: chat.quiz, text: `quiz ${id}` },
    ],
  };
}

export async function mine(room: Room, who: LearnerNow): Promise<TrainingReply> {
  const { training } = room;
  const { language, id } = who.person;
  const { chat, web } = catalogues[language].training;
  const view = await training.mine(id);
  if (!view.ok) return sayFault(view.error, language);
  const { attestations, due, messages } = view.value;
  const lines = attestations.map(({ title, standing, code }) =>
    chat.mineLine(title, web.standing[standing.state], frenchDate(standing.until), code),
  );
  return {
    text: [
      ...(lines.length === 0 ? [chat.mineEmpty] : [lines.join('\n')]),
      due === 0 ? catalogues[language].faults.nothing_due.text : chat.due(due),
      ...messages.slice(0, 1).map(({ text }) => text),
    ].join('\n\n'),
    suggestions: due === 0 ? [] : [{ label: web.reviewTitle, text: 'réviser' }],
  };
}

/** By its folder's name, or by words of its title. */
export function moduleNamed(room: Room, name: string): string | undefined {
  const { course } = room;
  const { modules } = course.corpus;
  const wanted = fold(name);
  return (modules.find(({ id }) => id === wanted) ?? modules.find(({ title }) => fold(title).includes(wanted)))?.id;
}

function titleOf(room: Room, module: string): string {
  const { course, day } = room;
  const title = course.corpus.modules.find(({ id }) => id === module)?.title;
  return title === undefined ? module : course.say(title, day());
}
