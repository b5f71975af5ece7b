import type { CaseRow, Heard, OpenTalk } from '../handoff/port/views.ts';
import type { Side } from '../vocabulary/cases.ts';
import type { Language } from '../vocabulary/people.ts';
import { sayField } from './case-acts.ts';
import { escapeMarkdown, inShort, makeScreen, markdown } from './make.ts';
import { noteScreen } from './note.ts';
import type { Act, Screen } from './screen.ts';
import { wordsOf } from './words.ts';

/** Of the question by which a button knows a case. */
const LONGEST_TITLE = 50;
const MOST_CASES = 5;

/** A line that was taken for something else was a question. Without its text, what stands in the screen's box is. */
export function wasQuestion(text: string | undefined, language: Language): Act {
  const { heard: says } = wordsOf(language).all.handoffWeb;
  return { verb: 'question', value: { text }, label: says.wasQuestion, look: 'plain' };
}

/** What was understood of someone's own hours, to be confirmed; nothing is kept before. */
export function hoursScreen(
  heard: Extract<Heard, { readonly kind: 'availability' | 'unclear' }>,
  typed: string,
  language: Language,
): Screen {
  const { all, own } = wordsOf(language);
  const { heard: says, desk } = all.handoffWeb;
  const words = heard.kind === 'availability' ? heard.playback : heard.asked;
  const confirms = heard.kind === 'availability' && heard.confirms;
  const confirm: Act = { verb: 'availability', value: { confirm: typed }, label: desk.confirm, look: 'primary' };
  const again: Act = {
    verb: 'availability',
    value: {},
    label: own.sayOtherwise,
    look: 'plain',
    needs: hoursForm(language),
  };
  return makeScreen({
    ref: { view: 'hours', key: '' },
    language,
    title: says.title[heard.kind],
    blocks: [markdown(words)],
    acts: [confirms ? confirm : again, wasQuestion(typed, language)],
    said: words,
  });
}

/** Someone's own hours, in their words. */
export function hoursForm(language: Language): NonNullable<Act['needs']> {
  const { desk } = wordsOf(language).all.handoffWeb;
  return {
    title: desk.availability,
    fields: [
      {
        kind: 'text',
        name: 'availability',
        label: desk.change,
        hint: desk.changeHint,
        max: 500,
        required: desk.changeHint,
      },
    ],
    submit: desk.understand,
  };
}

/**
 * Whom a line is for: the other side of a case, or the assistant. Where it can stand in a box it is looked at again: what is
 * pressed takes what the box holds.
 * @param key of the line: however it is passed on, it is passed on once
 */
export function forCaseScreen(
  { cases }: Pick<Extract<Heard, { readonly kind: 'for_case' }>, 'cases'>,
  { text, key }: { readonly text: string; readonly key: string },
  language: Language,
): Screen {
  const words = wordsOf(language);
  const { heard: says } = words.all.handoffWeb;
  const [{ side }, ...others] = cases;
  const labelOf = (one: OpenTalk) =>
    others.length === 0 ? says.forOther[one.side] : says.forOtherOf(inShort(one.question, LONGEST_TITLE));
  return makeScreen({
    ref: { view: 'for_case', key },
    language,
    title: says.title.for_case,
    blocks: [markdown(says.forCase[side])],
    fields: [sayField({ side }, words, text)],
    acts: [
      ...cases.map(
        (one, index): Act => ({
          verb: 'to_case',
          value: { case: one.id, text, key },
          label: labelOf(one),
          look: index === 0 ? 'primary' : 'plain',
        }),
      ),
      { verb: 'question', value: { text }, label: says.isQuestion, look: 'plain' },
    ],
    said: `${says.title.for_case} ${says.forCase[side]}`,
  });
}

/** A line went to the other side. @param hidden what that side does not read of it, in a sentence */
export function passedOn(side: Side, hidden: string | undefined, text: string, language: Language): Screen {
  const { wentToOther } = wordsOf(language).all.handoffWeb.heard;
  const said = [wentToOther[side], ...(hidden === undefined ? [] : [escapeMarkdown(hidden)])].join(' ');
  return noteScreen(said, language, [wasQuestion(text, language)]);
}

/** An act said outside the thread of a case: which case is meant is for the person to say. */
export function whichCase(rows: readonly CaseRow[], text: string, language: Language): Screen {
  const { own } = wordsOf(language);
  const open = rows.slice(0, MOST_CASES).map(
    ({ id, question }): Act => ({
      verb: 'open',
      value: { case: id },
      label: inShort(question, LONGEST_TITLE),
      spoken: own.case.opens(inShort(question, LONGEST_TITLE)),
      look: 'plain',
    }),
  );
  return noteScreen(own.whichCase, language, [...open, wasQuestion(text, language)]);
}

/** «mes données». @param known whether anything is kept about whoever asks */
export function ownDataScreen(
  { known, typed }: { readonly known: boolean; readonly typed: string },
  language: Language,
): Screen {
  const { all, own } = wordsOf(language);
  const { data } = all.handoffWeb;
  const question = wasQuestion(typed, language);
  if (!known) return noteScreen(own.nothingKept, language, [question]);
  return noteScreen(data.intro, language, [{ verb: 'my_data', value: {}, label: own.myData, look: 'plain' }, question]);
}

export function forgetAct(language: Language): Act {
  const { own } = wordsOf(language);
  return {
    verb: 'forget_me',
    value: {},
    label: own.forgetMe,
    look: 'danger',
    confirm: { ...own.forgetConfirm, no: own.cancel },
  };
}
