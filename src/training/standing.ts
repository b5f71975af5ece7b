import { figureAt } from '../corpus/figures.ts';
import type { QuizQuestion } from '../corpus/quiz/quiz.ts';
import type { IsoDate } from '../days/iso-date.ts';
import type { Course } from './course.ts';
import { changedFacts, type Facts, factsOf } from './question/facts.ts';
import type { Attestation } from './training-records.ts';

/** How long an attestation holds, and how long one has to be checked again once a fact has changed. */
export const VALID_MONTHS = 24;
const RECHECK_DAYS = 90;
/** A lapse is told this long before. */
export const NOTICE_DAYS = 30;

/** Where an attestation stands on a day. */
export interface Standing {
  /** `recheck`: it holds until `until`, and questions on what has changed renew it. */
  readonly state: 'valid' | 'recheck' | 'lapsed';
  /** The last day on which it holds. */
  readonly until: IsoDate;
  /** Names of the facts that the law says otherwise now. */
  readonly changed: readonly string[];
  /** Ids of the questions to answer again: those that rest on a changed fact. */
  readonly questions: readonly string[];
}

/** The facts of every question of a module that is open to a side on a day: what an attestation vouches for. */
export function factsOfModule(course: Course, module: string, side: 'service' | 'achat', at: IsoDate): Facts {
  return Object.assign(
    {},
    ...course.openQuestions(module, side, at).map((question) => factsOfQuestion(course, question, at)),
  );
}

function factsOfQuestion(course: Course, question: QuizQuestion, at: IsoDate): Facts {
  const fiche = course.fiche(question.fiche);
  return fiche === undefined ? {} : factsOf(question, fiche, course.corpus.figures, at);
}

/** The standing of a module's attestation. Pure: the same corpus and day give the same answer, whenever they are asked. */
export function standingOf(attestation: Attestation, course: Course, at: IsoDate): Standing {
  const { subject, side, facts, validUntil } = attestation;
  const changed = changedFacts(facts, factsOfModule(course, subject, side, at));
  if (changed.length === 0)
    return { state: at > validUntil ? 'lapsed' : 'valid', until: validUntil, changed: [], questions: [] };
  const since = changed.map((fact) => changedOn(fact, course, subject, at)).sort()[0] ?? at;
  const from = later(since, attestation.checkedAt.slice(0, 10));
  const limit = addDays(from, RECHECK_DAYS);
  const until = earlier(limit, validUntil);
  const questions = course
    .openQuestions(subject, side, at)
    .filter((question) => changedFacts(facts, factsOfQuestion(course, question, at)).length > 0)
    .map(({ id }) => id);
  return { state: at > until ? 'lapsed' : 'recheck', until, changed, questions };
}

/** A path stands as the weakest of its modules' attestations; one that is missing has lapsed. */
export function standingOfPath(
  modules: readonly string[],
  attestations: readonly Attestation[],
  course: Course,
  at: IsoDate,
): Standing {
  const standings = modules.map((module) => {
    const held = attestations.find(({ kind, subject }) => kind === 'module' && subject === module);
    return held === undefined
      ? ({ state: 'lapsed', until: at, changed: [], questions: [] } satisfies Standing)
      : standingOf(held, course, at);
  });
  const until = standings.map((one) => one.until).sort()[0] ?? at;
  const state = (['lapsed', 'recheck'] as const).find((worst) => standings.some((one) => one.state === worst));
  return {
    state: state ?? 'valid',
    until,
    changed: [...new Set(standings.flatMap(({ changed }) => changed))],
    questions: standings.flatMap(({ questions }) => questions),
  };
}

/** The day on which a fact became what it is: of a figure, its date in the table; of an article, when its fiche was checked. */
function changedOn(fact: string, { corpus }: Course, module: string, at: IsoDate): IsoDate {
  const [kind, name = ''] = fact.split(':');
  if (kind === 'figure') {
    const figure = corpus.figures.get(name);
    return (figure && figureAt(figure, at)?.valid_from) ?? at;
  }
  return (
    corpus.fiches
      .filter((fiche) => fiche.module === module && fiche.sources.some(({ ref }) => ref.includes(`article ${name},`)))
      .map(({ verified_on }) => verified_on)
      .sort()
      .at(-1) ?? at
  );
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => [one, other].sort()[0] ?? one;
const later = (one: IsoDate, other: IsoDate): IsoDate => [one, other].sort()[1] ?? one;

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of that month. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
