import { FILE_KINDS, type InterviewView } from '../interviews/port/interviewing.ts';
import { sheetParts } from '../interviews/port/sheet-parts.ts';
import { interviewTexts } from '../text/interview-texts.ts';
import type { Language } from '../vocabulary/people.ts';
import { folded } from './answer.ts';
import { calculatorsAct } from './calculator.ts';
import { heading, makeScreen, markdown, notice, type Told, told } from './make.ts';
import type { Act, Block, Form, Screen, TextField } from './screen.ts';

/** Names of the boxes, as they come back. */
export const PURCHASE_BOX = { begin: 'text', answer: 'said', change: 'text' } as const;
const LONGEST = { begin: 1_000, answer: 300 } as const;
const PARTS = ['advance', 'retention', 'penalty'] as const;

interface Setting {
  readonly language: Language;
  /** Boxes stand on the screen itself; else in a form that a button opens. */
  readonly boxes: boolean;
  /** A file can be handed over. */
  readonly files: boolean;
  readonly told?: Told | undefined;
}

/** One sentence about a purchase, to begin with. */
export function interviewForm(language: Language, text = ''): Form {
  const { title, start, faults } = interviewTexts[language];
  const box: TextField = {
    kind: 'text',
    name: PURCHASE_BOX.begin,
    label: start.box,
    hint: start.hint,
    max: LONGEST.begin,
    multiline: true,
    required: faults.empty,
    ...(text === '' ? {} : { value: text }),
  };
  return { title, intro: start.intro, fields: [box], submit: start.go };
}

/** From a home or a welcome. */
export function interviewAct(language: Language): Act {
  const { title: label } = interviewTexts[language];
  return { verb: 'interview', value: {}, label, look: 'plain', needs: interviewForm(language) };
}

export function interviewStartScreen(language: Language, said?: Told): Screen {
  const { title, intro = '', fields, submit } = interviewForm(language);
  return makeScreen({
    ref: { view: 'interview', key: '' },
    language,
    title,
    blocks: [...told(said), markdown(intro)],
    fields,
    acts: [{ verb: 'interview', value: {}, label: submit, look: 'primary' }, calculatorsAct([], language)],
  });
}

/** A purchase as it stands: one question, or its sheet. */
export function interviewScreen(view: InterviewView, setting: Setting): Screen {
  return view.next.kind === 'question'
    ? questionScreen(view, view.next.question, setting)
    : sheetScreen(view, view.next.sheet, setting);
}

type Of<K extends InterviewView['next']['kind']> = Extract<InterviewView['next'], { readonly kind: K }>;

function questionScreen(
  view: InterviewView,
  { fact, text, choices, hint }: Of<'question'>['question'],
  { language, boxes, told: said }: Setting,
): Screen {
  const says = interviewTexts[language];
  const value = { purchase: view.id, on: view.version };
  const field = answerField(language, hint);
  const typed: Act = {
    verb: 'interview_act',
    value: { ...value, do: 'answer', fact },
    label: says.next,
    look: 'primary',
  };
  const answers: readonly Act[] = choices.map((choice) => ({
    verb: 'interview_act',
    value: { ...value, do: 'answer', fact, said: choice.value },
    label: choice.label,
    look: 'plain',
  }));
  return makeScreen({
    ref: { view: 'interview', key: view.id, version: view.version },
    language,
    title: text,
    blocks: [
      ...told(said),
      ...(view.retained.length === 0 ? [] : notice(says.retainedSoFar(view.retained.join(' · ')))),
    ],
    fields: hint !== undefined && boxes ? [field] : [],
    acts: [
      ...answers,
      ...(hint === undefined
        ? []
        : [boxes ? typed : { ...typed, label: says.answerBox, needs: answerForm(language, text, hint) }]),
      { verb: 'interview_act', value: { ...value, do: 'skip', fact }, label: says.unknown, look: 'plain' },
      ...backActs(view, language),
      ...(view.retained.length === 0 ? [] : [changeAct(view, says.correct, language)]),
    ],
  });
}

function answerField(language: Language, hint: string | undefined): TextField {
  const { answerBox, faults } = interviewTexts[language];
  return {
    kind: 'text',
    name: PURCHASE_BOX.answer,
    label: answerBox,
    max: LONGEST.answer,
    required: faults.empty,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The question in a form of its own. */
export function answerForm(language: Language, text: string, hint: string): Form {
  const { title, next } = interviewTexts[language];
  return { title, intro: text, fields: [answerField(language, hint)], submit: next };
}

export function changeForm(language: Language): Form {
  const { change, faults } = interviewTexts[language];
  const { label: title, box: label, hint, go: submit } = change;
  const box: TextField = {
    kind: 'text',
    name: PURCHASE_BOX.change,
    label,
    hint,
    max: LONGEST.answer,
    required: faults.empty,
  };
  return { title, fields: [box], submit };
}

function changeAct({ id, version }: InterviewView, label: string, language: Language): Act {
  return {
    verb: 'interview_act',
    value: { purchase: id, on: version, do: 'change' },
    label,
    look: 'plain',
    needs: changeForm(language),
  };
}

function backActs({ id, version, canGoBack }: InterviewView, language: Language): readonly Act[] {
  if (!canGoBack) return [];
  const value = { purchase: id, on: version, do: 'back' } as const;
  return [{ verb: 'interview_act', value, label: interviewTexts[language].back, look: 'plain' }];
}

/** At once: what is to be done, and when; on demand, why. */
const FOLDED: ReadonlySet<string> = new Set(['why', 'more']);

function sheetScreen(
  view: InterviewView,
  sheet: Of<'sheet'>['sheet'],
  { language, files, told: said }: Setting,
): Screen {
  const says = interviewTexts[language];
  const { id, version } = view;
  const parts = sheetParts(sheet, language);
  const opened = new Set(sheet.more.map(({ name }) => name));
  return makeScreen({
    ref: { view: 'interview', key: id, version },
    language,
    title: sheet.verdict,
    blocks: [
      ...told(said),
      ...(view.retained.length === 0 ? [] : notice(says.retainedSoFar(view.retained.join(' · ')))),
      ...parts.flatMap(({ name, title, lines }, index): readonly Block[] => {
        const list: Block = { kind: 'markdown', text: lines.map((line) => `- ${line}`).join('\n'), lang: 'fr' };
        return FOLDED.has(name) ? folded(`${name}-${index}`, title, [list]) : [heading(title), list];
      }),
    ],
    acts: [
      { ...changeAct(view, says.change.label, language), look: 'primary' },
      ...(files ? fileActs(id, sheet, language) : []),
      ...PARTS.filter((part) => !opened.has(part)).map(
        (part): Act => ({
          verb: 'interview_act',
          value: { purchase: id, on: version, do: 'open', part },
          label: says.parts[part],
          look: 'plain',
        }),
      ),
      calculatorsAct(view.facts, language),
      ...backActs(view, language),
    ],
    said: `${sheet.verdict}. ${view.retained.join(', ')}.`,
  });
}

function fileActs(purchase: string, { steps }: Of<'sheet'>['sheet'], language: Language): readonly Act[] {
  return FILE_KINDS.filter((kind) => kind !== 'ics' || steps.length > 0).map((as) => ({
    verb: 'interview_file',
    value: { purchase, as },
    label: interviewTexts[language].files[as],
    look: 'plain',
  }));
}
