import type { CaseRow, DeskView } from '../handoff/port/views.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import { sayDay } from '../text/moments.ts';
import type { Language, Role } from '../vocabulary/people.ts';
import { forgetAct, hoursForm } from './aside.ts';
import { hoursBlocks, mineBlocks, rowsOf } from './desk.ts';
import { interviewAct } from './interview.ts';
import { heading, makeScreen, markdown, notice } from './make.ts';
import type { Act, Block, Screen } from './screen.ts';
import { askForm, needForm } from './start.ts';
import { type Words, wordsOf } from './words.ts';

export interface HomeFacts {
  readonly language: Language;
  /** As the platform names them, for someone not yet known. */
  readonly name: string;
  /** Undefined for someone who has only asked questions. */
  readonly person: SignedIn | undefined;
  readonly role: Role | undefined;
  readonly mine: readonly CaseRow[];
  /** Of a reservist. */
  readonly desk: DeskView | undefined;
  /** The cases could not be read. */
  readonly down: boolean;
  readonly at: string;
}

/** Who I am here, what can be done, my requests, my desk, my data. */
export function homeScreen(facts: HomeFacts): Screen {
  const { language, person, down } = facts;
  const words = wordsOf(language);
  const { home: says } = words.own;
  return makeScreen({
    ref: { view: 'home', key: person?.person ?? '' },
    language,
    title: says.hello(person?.name ?? facts.name),
    blocks: [
      markdown(says.intro),
      ...notice(partsOf(person, words)),
      { kind: 'rows', rows: [{ title: says.role, act: roleAct(facts.role, words) }, ...startRows(words)] },
      ...notice(down ? says.down : undefined, 'warning'),
      ...(facts.desk === undefined ? [] : deskBlocks(facts.desk, words)),
      heading(words.all.handoffWeb.mine.title),
      ...mineBlocks(
        facts.mine.filter(({ status }) => status !== 'draft'),
        words,
      ),
      heading(says.modules),
      {
        kind: 'rows',
        rows: [
          {
            title: says.modulesText,
            act: { verb: 'modules', value: {}, label: says.seeModules, look: 'plain' },
          },
          { title: says.learning, act: { verb: 'learning', value: {}, label: says.myLearning, look: 'plain' } },
        ],
      },
      ...(person === undefined ? [] : dataBlocks(words)),
      ...notice(says.updated(sayDay(facts.at, language))),
    ],
  });
}

function partsOf(person: SignedIn | undefined, { own }: Words): string | undefined {
  if (person === undefined) return undefined;
  const { home: says } = own;
  const parts = [
    says.organisation(person.organisation),
    ...(person.reservist ? [says.reservist] : []),
    ...(person.coordinator ? [says.coordinator] : []),
  ];
  return parts.join(' · ');
}

function roleAct(role: Role | undefined, { own }: Words): Act {
  const { role: label, roles } = own.home;
  const choices = (['prescriber', 'buyer'] as const).map((value) => ({ value, label: roles[value] }));
  const value = role === undefined ? [] : [role];
  return {
    verb: 'role',
    value: {},
    label,
    look: 'plain',
    needs: {
      title: label,
      submit: label,
      fields: [{ kind: 'choice', name: 'role', label, choices, value, several: false }],
    },
  };
}

function startRows({ all, own, language }: Words) {
  const { home: says } = own;
  const need: Act = { verb: 'reword', value: {}, label: says.need, look: 'primary', needs: needForm(language) };
  const ask: Act = { verb: 'human', value: {}, label: all.askReservist, look: 'plain', needs: askForm(language) };
  return [
    { title: interviewTexts[language].start.intro, act: interviewAct(language) },
    { title: says.ask, act: need },
    { title: all.handoffWeb.ask.intro, act: ask },
  ];
}

function deskBlocks(view: DeskView, words: Words): readonly Block[] {
  const { desk } = words.all.handoffWeb;
  const change: Act = {
    verb: 'availability',
    value: {},
    label: desk.change,
    look: 'plain',
    needs: hoursForm(words.language),
  };
  return [
    heading(desk.title),
    ...(view.offers.length === 0 ? notice(desk.noOffer) : [markdown(`**${desk.offers}**`), rowsOf(view.offers, words)]),
    ...(view.cases.length === 0 ? [] : [markdown(`**${desk.cases}**`), rowsOf(view.cases, words)]),
    { kind: 'rows', rows: [{ title: desk.availability, act: change }] },
    ...hoursBlocks(view, words),
  ];
}

function dataBlocks({ own, language }: Words): readonly Block[] {
  const { home: says } = own;
  return [
    heading(says.data),
    {
      kind: 'rows',
      rows: [
        { title: says.dataText, act: { verb: 'my_data', value: {}, label: own.myData, look: 'plain' } },
        { title: says.forgetText, act: forgetAct(language) },
      ],
    },
  ];
}
