import type { Need, PlainPoints, Rewording } from '../rewording/port/rewording.ts';
import type { GivenBy } from './port/calls.ts';

type Reported = GivenBy<'reword'>;

/** A rewording as a program is given it. */
export function reportRewording(reworded: Rewording): Reported {
  return {
    text: reworded.text,
    ...(reworded.direction === 'to_buyer' ? forBuyer(reworded) : asksOf(reworded.points)),
    missing: reworded.missing,
    questions: reworded.questions.map(({ text }) => text),
    terms: reworded.terms.map(({ from, to, concept }) => ({ from, to, concept })),
    lint: reworded.lint,
    fidelity: reworded.fidelity,
  };
}

/** What is asked stands by itself, and with the rest in `points`. */
function asksOf(points: PlainPoints) {
  const { asks, asked, notToDo, send, byWhen, otherwise } = points;
  return { asks, asked, not_to_do: notToDo, send, by_when: byWhen, otherwise: otherwise ?? null, points };
}

/** The message, what it asks, its brief, the notions that are shown, and the classes to confirm where some were found. */
function forBuyer({ source, needs, terms, forms, asked }: Extract<Rewording, { direction: 'to_buyer' }>) {
  const cpv = forms.flatMap(({ lines }) =>
    lines.flatMap(({ values }) =>
      values.flatMap(({ code, note }) => (code === undefined ? [] : [{ code, label: note }])),
    ),
  );
  return {
    quoted: source,
    asked,
    ...briefs(needs),
    notions: terms.map(({ concept, to, span }) => ({ concept, label: to, span })),
    ...(cpv.length === 0 ? {} : { cpv }),
  };
}

/** The first need under `brief`; the others of a message that holds several under `further_briefs`. */
function briefs([first, ...others]: readonly [Need, ...Need[]]) {
  return { brief: brief(first), ...(others.length === 0 ? {} : { further_briefs: others.map(brief) }) };
}

/** One saying a slot, and the rest of a list (or the other side of a contradiction) under `also`. */
function brief(need: Need): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(need.slots).map(([slot, { said, conflict }]) => {
      const [first, ...also] = said;
      return [slot, { ...first, ...(conflict ? { conflict } : {}), ...(also.length === 0 ? {} : { also }) }];
    }),
  );
}
