import { stringify } from 'csv-stringify/sync';
import { isCoordinator } from '../reserve/signed-in.ts';
import { err, ok, type Result } from '../result.ts';
import { cohortColumns } from '../text/paper-texts.ts';
import { titleOf } from './attestation-row.ts';
import type { TrainingParts } from './parts.ts';
import { pathTitle } from './path-steps.ts';
import type { CohortView, TrainingFault } from './port/views.ts';
import { askQuestion } from './question/ask-question.ts';

/** Questions asked less often say nothing about themselves. */
const FEWEST_ASKED = 5;
const MOST_SHOWN = 12;
const MOST_LETTERS = 20;

/** The coordinator's board: nobody's name but of those who ask to join; no body with fewer learners than the smallest group. */
export async function readCohort(parts: TrainingParts, by: string): Promise<Result<CohortView, TrainingFault>> {
  const { course, store, day, smallestGroup } = parts;
  const down = err({ kind: 'store_down' } as const);
  const person = await store.reserve.person(by);
  if (!person.ok) return down;
  if (person.value === undefined || !isCoordinator(person.value)) return err({ kind: 'not_coordinator' });
  const groups = await store.training.groups();
  const bodies = await store.training.learnersByBody();
  const counts = await store.training.counts();
  const asked = await store.training.joins(['asked']);
  const letters = await store.training.offeredLetters(MOST_LETTERS);
  const organisations = await store.reserve.organisations();
  if (!groups.ok || !bodies.ok || !counts.ok || !asked.ok || !letters.ok || !organisations.ok) return down;
  const at = day();
  const names = new Map(organisations.value.map(({ id, name }) => [id, name]));
  const shown = [...bodies.value].filter(([, learners]) => learners >= smallestGroup);
  const joins: CohortView['joins'][number][] = [];
  for (const join of asked.value) {
    const who = await store.reserve.person(join.person);
    if (!who.ok) return down;
    if (who.value === undefined) continue;
    const { name, organisation } = who.value;
    const body = names.get(organisation) ?? organisation;
    joins.push({
      person: join.person,
      name,
      organisation: body,
      path: join.path,
      title: pathTitle(parts, join.path),
      at: join.at,
    });
  }
  return ok({
    smallest: smallestGroup,
    learners: [...bodies.value.values()].reduce((sum, learners) => sum + learners, 0),
    groups: shown.map(([organisation, learners]) => ({
      organisation: names.get(organisation) ?? organisation,
      learners,
      modules: groups.value
        .filter((group) => group.organisation === organisation && group.learners >= smallestGroup)
        .map(({ module, learners: following, passed, lessons }) => ({
          module,
          title: titleOf(course, { kind: 'module', subject: module }, at),
          learners: following,
          passed,
          lessons,
        })),
    })),
    hidden: bodies.value.size - shown.length,
    hardest: counts.value
      .filter((count) => count.asked >= FEWEST_ASKED && count.missed > 0)
      .sort(byMissed)
      .slice(0, MOST_SHOWN)
      .flatMap(({ question, module, asked: times, missed }) => {
        const found = course.question(question);
        const put = found && askQuestion(found.question, module, course.corpus.figures, at, '');
        if (put === undefined) return [];
        // « Que faites-vous ? » says nothing without its case.
        const ask = [put.situation, put.quoted ?? put.ask].filter((part) => part !== undefined).join(' ');
        return [{ question, ask, module, asked: times, missed }];
      }),
    failing: failingFiches(parts, counts.value),
    joins,
    letters: letters.value.map(({ id, at: when, path, text }) => ({
      id,
      at: when,
      path: pathTitle(parts, path),
      text,
    })),
  });
}

/** Fiches whose questions are missed, all together: the text is then to be looked at, not the learners. */
function failingFiches(
  { course, day }: TrainingParts,
  counts: readonly { readonly fiche: string; readonly asked: number; readonly missed: number }[],
) {
  const sums = new Map<string, { asked: number; missed: number }>();
  for (const { fiche, asked, missed } of counts) {
    const before = sums.get(fiche) ?? { asked: 0, missed: 0 };
    sums.set(fiche, { asked: before.asked + asked, missed: before.missed + missed });
  }
  return [...sums]
    .map(([fiche, sum]) => ({ fiche, ...sum }))
    .filter(({ asked, missed }) => asked >= FEWEST_ASKED && missed > 0)
    .sort(byMissed)
    .slice(0, MOST_SHOWN)
    .flatMap(({ fiche, asked, missed }) => {
      const found = course.fiche(fiche);
      return found === undefined
        ? []
        : [{ fiche, title: course.say(found.title, day()), module: found.module, asked, missed }];
    });
}

interface Counted {
  readonly asked: number;
  readonly missed: number;
}

function byMissed(one: Counted, other: Counted): number {
  return other.missed / other.asked - one.missed / one.asked || other.asked - one.asked;
}

/** The board as a spreadsheet reads it: UTF-8 with its mark, semicolons, a leading apostrophe before what a formula begins with. */
export function cohortCsv({ groups }: CohortView): string {
  const rows = groups.flatMap(({ organisation, modules }) =>
    modules.map(({ title, learners, passed, lessons }) => [organisation, title, learners, passed, lessons]),
  );
  return stringify([cohortColumns, ...rows], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
  });
}
