import type { IsoDate } from '../days/iso-date.ts';
import { titleOf } from './attestation-row.ts';
import type { Course } from './course.ts';
import type { PathRow } from './port/views.ts';
import { standingOf } from './standing.ts';
import type { LearnerNow } from './steps.ts';

/** The paths as a learner stands on them; all of them, or those they have begun. */
export function pathRows(
  course: Course,
  { attestations, joins }: Pick<LearnerNow, 'attestations' | 'joins'>,
  at: IsoDate,
  all = true,
): readonly PathRow[] {
  const passed = new Set(
    attestations
      .filter((one) => one.kind === 'module' && standingOf(one, course, at).state !== 'lapsed')
      .map(({ subject }) => subject),
  );
  return course.corpus.paths
    .filter(({ modules }) => all || modules.some((module) => passed.has(module)))
    .map((path) => {
      const done = attestations.some(({ kind, subject }) => kind === 'path' && subject === path.id);
      return {
        id: path.id,
        title: course.say(path.title, at),
        summary: course.say(path.summary, at),
        for: path.for === 'achat' ? 'buyer' : 'prescriber',
        competences: path.competences,
        modules: path.modules.map((id) => ({
          id,
          title: titleOf(course, { kind: 'module', subject: id }, at),
          passed: passed.has(id),
        })),
        letter: done,
        done,
        join: joins.find((join) => join.path === path.id)?.status,
      };
    });
}
