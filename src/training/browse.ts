import type { Module } from '../corpus/read-corpus.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Role } from '../vocabulary/people.ts';
import { attestationRow } from './attestation-row.ts';
import type { Course } from './course.ts';
import { sideOf } from './course.ts';
import { QUIZ_LENGTH } from './draw.ts';
import { microLesson } from './micro-lesson.ts';
import type { CatalogueFilter, CatalogueView, ModuleRow, ModuleView, Recommendation } from './port/views.ts';
import { standingOf } from './standing.ts';
import type { LearnerNow } from './steps.ts';

/** Minutes that a question of the quiz takes with its explanation. */
const QUIZ_MINUTES = QUIZ_LENGTH * 0.5;
const MOST_RECOMMENDED = 3;

const roleOfSide = (side: 'service' | 'achat'): Role => (side === 'achat' ? 'buyer' : 'prescriber');

/** A module in one line, for nobody in particular or for a learner. */
export function moduleRow(
  course: Course,
  module: Module,
  role: Role,
  at: IsoDate,
  who: LearnerNow | undefined,
): ModuleRow {
  const lessons = course.lessonsOf(module.id);
  const minutes = lessons.reduce(
    (sum, { fiche }) => sum + (microLesson(course, module.id, fiche.id, role, at)?.minutes ?? 0),
    QUIZ_MINUTES,
  );
  const attestation = who?.attestations.find(({ kind, subject }) => kind === 'module' && subject === module.id);
  return {
    id: module.id,
    title: course.say(module.title, at),
    minutes: Math.round(minutes),
    lessons: lessons.length,
    questions: course.openQuestions(module.id, sideOf(role), at).length,
    for: module.for.map(roleOfSide),
    competences: module.competences,
    read: who?.progress.find((one) => one.module === module.id)?.lessons.length ?? 0,
    standing: attestation && standingOf(attestation, course, at).state,
  };
}

/** Modules à la carte. `foundFiches`: what a search of the words found, best first. */
export function browse(
  course: Course,
  filter: CatalogueFilter,
  role: Role,
  at: IsoDate,
  who: LearnerNow | undefined,
  foundFiches: readonly string[],
): CatalogueView {
  const found = foundFiches.flatMap((id) => {
    const fiche = course.fiche(id);
    return fiche === undefined ? [] : [{ module: fiche.module, fiche: id, title: course.say(fiche.title, at) }];
  });
  const rank = (id: string) => found.findIndex(({ module }) => module === id);
  const rows = course.corpus.modules
    .map((module) => moduleRow(course, module, role, at, who))
    .filter((row) => filter.role === undefined || row.for.includes(filter.role))
    .filter((row) => filter.competence === undefined || row.competences.includes(filter.competence))
    .filter((row) => filter.minutes === undefined || row.minutes <= filter.minutes)
    .filter((row) => filter.words === undefined || rank(row.id) !== -1);
  return {
    modules: filter.words === undefined ? rows : rows.toSorted((one, other) => rank(one.id) - rank(other.id)),
    competences: [...new Set(course.corpus.modules.flatMap(({ competences }) => competences))],
    recommended: who === undefined ? [] : recommend(course, who, at),
    recommends: who?.learner.recommend ?? false,
    found: found.filter(({ module }) => rows.some(({ id }) => id === module)).slice(0, 6),
  };
}

/** From one's own questions and words alone: the modules most often met and not passed yet, each with what led to it. */
function recommend(course: Course, { learner, attestations }: LearnerNow, at: IsoDate): readonly Recommendation[] {
  if (!learner.recommend) return [];
  const met = new Map<string, { count: number; last: (typeof learner.interests)[number] }>();
  for (const interest of learner.interests) {
    const module = course.fiche(interest.fiche)?.module;
    if (module === undefined) continue;
    const before = met.get(module);
    const last = before === undefined || before.last.at < interest.at ? interest : before.last;
    met.set(module, { count: (before?.count ?? 0) + 1, last });
  }
  return [...met]
    .filter(([module]) => {
      const held = attestations.find(({ kind, subject }) => kind === 'module' && subject === module);
      return held === undefined || standingOf(held, course, at).state !== 'valid';
    })
    .sort(([, a], [, b]) => b.count - a.count || (a.last.at < b.last.at ? 1 : -1))
    .slice(0, MOST_RECOMMENDED)
    .flatMap(([module, { last }]) => {
      const fiche = course.fiche(last.fiche);
      const title = course.corpus.modules.find(({ id }) => id === module)?.title;
      if (fiche === undefined || title === undefined) return [];
      return [
        {
          module,
          title: course.say(title, at),
          fiche: fiche.id,
          ficheTitle: course.say(fiche.title, at),
          why: last.why,
          at: last.at.slice(0, 10),
        },
      ];
    });
}

/** Undefined when there is no such module. */
export function moduleView(
  course: Course,
  id: string,
  role: Role,
  at: IsoDate,
  who: LearnerNow | undefined,
): ModuleView | undefined {
  const module = course.corpus.modules.find((one) => one.id === id);
  if (module === undefined) return undefined;
  const progress = who?.progress.find((one) => one.module === id);
  const contents = course.lessonsOf(id).flatMap(({ fiche }) => {
    const lesson = microLesson(course, id, fiche.id, role, at);
    if (lesson === undefined) return [];
    const read = progress?.lessons.includes(fiche.id) ?? false;
    return [{ fiche: fiche.id, title: lesson.title, minutes: lesson.minutes, read }];
  });
  const attestation = who?.attestations.find(({ kind, subject }) => kind === 'module' && subject === id);
  return {
    ...moduleRow(course, module, role, at, who),
    objectives: module.objectives.map((objective) => course.say(objective, at)),
    contents,
    best: progress?.best,
    attestation: attestation && attestationRow(course, attestation, who?.attestations ?? [], at),
    resume: contents.find(({ read }) => !read)?.fiche,
    paths: course.corpus.paths
      .filter(({ modules }) => modules.includes(id))
      .map((path) => ({ id: path.id, title: course.say(path.title, at) })),
  };
}
