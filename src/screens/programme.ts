import { frenchDate } from '../days/iso-date.ts';
import type { NeedRow, Programme, ProgrammeFault } from '../programming/port/programming.ts';
import { programmeTexts as texts } from '../text/programme-texts.ts';
import { escapeMarkdown, makeScreen, markdown } from './make.ts';
import { noteScreen } from './note.ts';
import type { Act, Screen } from './screen.ts';

const MOST_FAMILIES = 8;
const OPEN: Act = { verb: 'programme', value: {}, label: texts.title, look: 'plain' };

/** A line on what is announced, or on what was just added to it, and where all of it is. */
export function programmeScreen({
  programme,
  added,
  page,
}: {
  readonly programme: Programme;
  readonly added?: NeedRow | undefined;
  readonly page?: string | undefined;
}): Screen {
  const { year, body, count, sum, families } = programme;
  const own = added && families.find(({ needs }) => needs.some(({ id }) => id === added.id));
  const first =
    added !== undefined
      ? sayAdded(added, own?.name)
      : count === 0
        ? texts.empty(year, escapeMarkdown(body))
        : texts.intro(year, escapeMarkdown(body), count, sum);
  const lines =
    own === undefined
      ? families
          .slice(0, MOST_FAMILIES)
          .map(({ name = texts.other, sum: of, unknown }) => `- ${escapeMarkdown(name)} : ${texts.sums(of, unknown)}`)
      : own.name === undefined
        ? []
        : [
            texts.familySum(own.sum, own.needs.length),
            ...own.rules.slice(-1).map(({ text }) => escapeMarkdown(text)),
            texts.counts,
          ];
  return makeScreen({
    ref: { view: 'note', key: '' },
    language: 'fr',
    blocks: [
      { ...markdown(`**${first}**`), leads: true },
      ...(lines.length === 0 ? [] : [markdown(lines.join(own === undefined ? '\n' : '\n\n'))]),
      markdown(texts.page(page)),
    ],
    acts: [OPEN],
  });
}

function sayAdded({ typed, sum, wanted }: NeedRow, family: string | undefined): string {
  const day = wanted === undefined ? undefined : frenchDate(wanted);
  return escapeMarkdown(texts.added(typed.title, family, sum, day));
}

export function noProgramme(fault: ProgrammeFault): Screen {
  const said = fault.kind === 'wrong_box' ? texts.faults.wrong_box[fault.box] : texts.faults[fault.kind];
  return noteScreen(said, 'fr', []);
}
