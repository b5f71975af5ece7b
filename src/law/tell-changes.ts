import type { Corpus } from '../corpus/read-corpus.ts';
import { type IsoDate, parisDay } from '../days/iso-date.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { roleOf } from '../reserve/signed-in.ts';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { type Alert, type AlertRecords, type ChangeWords, type Stage, toldName } from './alert-records.ts';
import type { ChangeRecords } from './law-records.ts';
import type { Leaning } from './leaning.ts';
import { sayToldChange } from './say-told-change.ts';
import { type ValidChange, validChanges } from './valid-changes.ts';

export interface TellParts {
  readonly records: AlertRecords & Pick<ChangeRecords, 'all'>;
  readonly people: Pick<ReserveRecords, 'person'>;
  readonly corpus: () => Corpus;
  /** Asked only where somebody follows a fiche or a theme. */
  readonly leaningOn: (article: string) => readonly Leaning[];
  /** Whether there are questions to ask on what an article sets. */
  readonly hasQuiz: (article: string) => boolean;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * One round: what was entered or read since the last one is told to whoever had asked, and again on the day it takes effect;
 * once, that day, where it was entered late. The first round of a store tells nothing: what stands in the table is known.
 * @returns how many words were sent
 */
export async function tellChanges(parts: TellParts): Promise<Result<number, StoreDown>> {
  const { records, corpus, now } = parts;
  const told = await records.told();
  if (!told.ok) return told;
  const kept = await records.all();
  if (!kept.ok) return kept;
  const at = now().toISOString();
  const today = parisDay(now());
  const known = validChanges(corpus(), kept.value);
  if (told.value.size === 0) {
    const all = known.flatMap((one) => rowsOf(one, stagesOf(one, today)));
    // A table without a change: there is nothing to remember, but that it was looked at.
    const begun = [...all, { change: 'begun', stage: 'entered' as const }];
    const noted = await records.tell(begun, [], at);
    return noted.ok ? ok(0) : noted;
  }
  const alerts = await records.alerts();
  if (!alerts.ok) return alerts;
  let sent = 0;
  for (const change of known) {
    const stages = stagesOf(change, today).filter((stage) =>
      change.changes.some((one) => !told.value.has(toldName({ change: one, stage }))),
    );
    if (stages.length === 0) continue;
    const words = await wordsOf(parts, change, stages, alerts.value, today);
    if (!words.ok) return words;
    const rows = rowsOf(change, stages).filter((row) => !told.value.has(toldName(row)));
    const noted = await records.tell(rows, words.value, at);
    if (!noted.ok) return noted;
    if (noted.value) sent += words.value.length;
  }
  return ok(sent);
}

function stagesOf({ since }: ValidChange, today: IsoDate): readonly Stage[] {
  return since <= today ? ['entered', 'effect'] : ['entered'];
}

function rowsOf({ changes }: ValidChange, stages: readonly Stage[]) {
  return changes.flatMap((change) => stages.map((stage) => ({ change, stage })));
}

/** One message a person, whatever leads them to it. */
async function wordsOf(
  parts: TellParts,
  change: ValidChange,
  stages: readonly Stage[],
  alerts: readonly Alert[],
  today: IsoDate,
): Promise<Result<readonly ChangeWords[], StoreDown>> {
  const { people, corpus, hasQuiz, newId } = parts;
  const concerned = new Set(alerts.filter((alert) => concerns(parts, change, alert)).map(({ person }) => person));
  const words: ChangeWords[] = [];
  for (const id of concerned) {
    const person = await people.person(id);
    if (!person.ok) return person;
    if (person.value === undefined) continue;
    const inEffect = stages.includes('effect');
    const said = sayToldChange(change, corpus(), {
      role: roleOf(person.value),
      today,
      asks: inEffect && hasQuiz(change.article),
    });
    words.push({ id: newId(), person: id, ...said });
  }
  return ok(words);
}

function concerns(
  { corpus, leaningOn }: Pick<TellParts, 'corpus' | 'leaningOn'>,
  { article, figures }: ValidChange,
  { kind, id }: Alert,
): boolean {
  if (kind === 'article') return article === id;
  if (kind === 'figure')
    return figures.length > 0
      ? figures.some(({ key }) => key === id)
      : corpus()
          .figures.get(id)
          ?.values.some((value) => value.article === article) === true;
  const fiches = leaningOn(article).flatMap((one) => (one.kind === 'fiche' ? [one.id] : []));
  if (kind === 'fiche') return fiches.includes(id);
  return corpus().fiches.some((fiche) => fiche.module === id && fiches.includes(fiche.id));
}
