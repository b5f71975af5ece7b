import type { IsoDate } from '../days/iso-date.ts';
import { lawTexts as texts } from '../text/law-texts.ts';
import type { Leaning } from './leaning.ts';
import type { LawChange, WatchReport } from './watch-law.ts';

const KINDS = Object.keys(texts.kinds) as readonly Leaning['kind'][];

/** A change with what has to be read again, a line each. */
export function sayChange(change: LawChange, leaning: readonly Leaning[], today: IsoDate): readonly string[] {
  const { kind, article, since, was, diff } = change;
  const head = texts.change(kind, article, since, today);
  const said = [
    was === undefined || kind === 'corrected' ? head : `${head} (${texts.was(was)})`,
    ...(diff === undefined ? (kind === 'repealed' ? [] : [texts.notAtHand]) : sayDiff(diff)),
  ];
  if (leaning.length === 0) return [...said, texts.nothingLeans];
  const lists = KINDS.flatMap((one) => {
    const own = leaning.filter(({ kind: of }) => of === one);
    return own.length === 0 ? [] : [`${texts.kinds[one]} (${own.length}) : ${own.map(({ id }) => id).join(', ')}`];
  });
  return [...said, ...lists];
}

function sayDiff({ removed, added }: NonNullable<LawChange['diff']>): readonly string[] {
  const lines = [...removed.map(texts.removed), ...added.map(texts.added)];
  return lines.length === 0 ? [texts.same] : lines;
}

/** A round of the watch, as the command prints it: paragraphs of lines. */
export function sayReport(
  { changes, recorded, unknown, failed, watched }: WatchReport,
  left: number,
  leaningOn: (article: string) => readonly Leaning[],
  today: IsoDate,
): readonly (readonly string[])[] {
  const { command } = texts;
  const notes = [
    ...(recorded.length === 0 ? [] : [command.recorded(recorded.length)]),
    ...(unknown.length === 0 ? [] : [command.unknown(unknown)]),
    ...(left === 0 ? [] : [command.left(left)]),
    ...(failed === undefined ? [] : [`${command.failed(failed.articles.length)} ${sayFault(failed.fault)}`]),
  ];
  return [
    [changes.length === 0 ? command.none(watched) : command.found(changes.length, watched)],
    ...changes.map((change) => sayChange(change, leaningOn(change.article), today)),
    notes,
  ];
}

function sayFault(fault: NonNullable<WatchReport['failed']>['fault']): string {
  const said = texts.command.faults[fault.kind];
  return fault.kind === 'unreachable' ? `${said} (${fault.detail}).` : `${said}.`;
}
