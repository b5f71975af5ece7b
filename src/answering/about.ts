import { type DialogueWords, type Intent, intentOf } from '../corpus/dialogue-words.ts';
import { frenchDate } from '../days/iso-date.ts';
import type { Signals } from '../dialogue/signals.ts';
import { isOfDialogue, type OfDialogue, type Turn } from '../dialogue/turn.ts';
import { sentencesOf } from '../french/sentences.ts';
import { readValues } from '../french/values/read-values.ts';
import { alertTexts } from '../text/alert-texts.ts';
import type { Catalogue } from '../text/catalogues.ts';
import type { Role } from '../vocabulary/people.ts';
import { examples } from './early.ts';
import type { Computed } from './port/computed.ts';
import type { Answer, Choice, Outcome, Short } from './port/outcome.ts';
import { firstLine, firstSentences } from './port/short.ts';

/** What is asked of the answer just given. */
type OfAnswer = Exclude<Turn, OfDialogue | 'thanks' | 'human'>;
type Line = Intent | 'table' | OfAnswer;

/** Words of a section that is shown of a fiche. */
const LONGEST_PART = 100;
/** Figures of an answer whose day is told. */
const MOST_FIGURES = 3;

/** What a line says that asks nothing of the corpus nor of an answer; undefined for a question, an order, an insult. */
export function readLine(
  words: DialogueWords,
  text: string,
  { kind }: Pick<Signals, 'kind'>,
): Intent | 'table' | undefined {
  if (kind !== 'question' && kind !== 'help' && kind !== 'ok') return undefined;
  return intentOf(words, text) ?? (isTable(text) ? 'table' : undefined);
}

/** What such a line comes to: nothing is searched for it. */
export function aboutOutcome(
  line: Line | undefined,
  kept: Answer | undefined,
  role: Role,
  catalogue: Catalogue,
): Outcome | undefined {
  const talk = (text: string): Outcome => ({ kind: 'smalltalk', text, suggestions: examples(role, catalogue) });
  switch (line) {
    case undefined:
    // Told by its number, or by the days that it names, not of a reply.
    case 'article':
    case 'changes':
      return undefined;
    // Where people are known the desk has heard it.
    case 'alert':
    case 'alert_off':
    case 'alerts':
      return talk(alertTexts.elsewhere);
    case 'noise':
    case 'yes_no':
    case 'stop':
    case 'mood':
    case 'privacy':
    case 'table':
      return talk(catalogue.line[line]);
    default:
      if (kept === undefined) return talk(catalogue.about.nothing);
      return line === 'else' ? others(kept, role, catalogue) : again(kept, line, role, catalogue);
  }
}

export function isOfAnswer(turn: Turn): turn is OfAnswer {
  return !isOfDialogue(turn) && turn !== 'thanks' && turn !== 'human';
}

const LEAST_ROWS = 3;

/** Rows of cells, pasted, and nothing asked of them. */
function isTable(text: string): boolean {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const celled = rows.filter((row) => (row.match(/[|;\t]/g)?.length ?? 0) >= 2);
  return celled.length >= LEAST_ROWS && celled.length >= rows.length - 1 && !text.includes('?');
}

/** The questions beside the one answered, those shown under it first, each with its answer in one line. */
function others(kept: Answer, role: Role, catalogue: Catalogue): Outcome {
  const { near, others: shown = [] } = kept.short[role];
  const beside = [...shown, ...kept.nearby].filter(({ question }) => question !== near);
  const choices = [...new Map(beside.map((one) => [one.question, one])).values()].map(
    ({ question, answer }): Choice => {
      return { question, answer: firstLine(answer), fiche: kept.sources[0].fiche };
    },
  );
  const [first, second, ...more] = choices;
  if (first === undefined || second === undefined)
    return { kind: 'smalltalk', text: catalogue.about.noOther, suggestions: kept.suggestions };
  const { sources, confidence } = kept;
  return {
    kind: 'clarification',
    reason: 'doubt',
    question: catalogue.about.others,
    choices: [first, second, ...more],
    sources,
    confidence,
  };
}

/** The answer given, said from another side of it: its sources and what unfolds stay. */
function again(kept: Answer, intent: Exclude<OfAnswer, 'else'>, role: Role, catalogue: Catalogue): Answer {
  const { computed, wordedBy: _wordedBy, ...rest } = kept;
  const reckoned = computed && reckonedSaid(computed, intent, catalogue);
  const said = reckoned ?? saidOf(kept, intent, role, catalogue);
  // An answer to another question is said again with that question before it; what was worked out answers the very one.
  const short: Short = {
    near: reckoned === undefined ? kept.short[role].near : undefined,
    answer: said,
    but: undefined,
    next: undefined,
  };
  return {
    ...rest,
    cited: reckoned === undefined || computed === undefined ? kept.cited : computed.articles,
    short: { prescriber: short, buyer: short },
    verdict: undefined,
    caution: intent === 'sure' || intent === 'since' ? kept.caution : undefined,
    limit: undefined,
    human: intent === 'sure' && kept.human,
  };
}

/** Of a case that was worked out, what the rules say of themselves; undefined where the fiche on the subject says it. */
function reckonedSaid(
  { said, articles, assumed, steps }: Computed,
  intent: Exclude<OfAnswer, 'else'>,
  { about, computed }: Catalogue,
): string | undefined {
  const cited = articles.map((one) => one.cited).join(', ');
  switch (intent) {
    case 'sure':
      return [
        `${said.replace(/\.$/, '')}.`,
        about.reckoned(cited),
        ...(assumed.length === 0 ? [] : [`${computed.assumed} ${assumed.join(' ; ')}.`]),
      ].join(' ');
    case 'source':
      return about.written(cited);
    case 'shorter':
      return said;
    case 'why':
    case 'simpler':
    case 'more':
      return firstSentences(steps.join(' '), LONGEST_PART);
    default:
      return undefined;
  }
}

function saidOf(kept: Answer, intent: Exclude<OfAnswer, 'else'>, role: Role, catalogue: Catalogue): string {
  const { about } = catalogue;
  const part = (section: string): string => (section === '' ? about.noPart : firstSentences(section, LONGEST_PART));
  switch (intent) {
    case 'sure':
      return `${firstLine(kept.short[role].answer)} ${about.rests(titleOf(kept), frenchDate(kept.asOf))} ${kept.sure}`;
    case 'source':
      return articlesOf(kept, catalogue);
    case 'why':
      return part(role === 'buyer' ? kept.registers.buyer || kept.brief : kept.brief);
    case 'example':
      return part(kept.example);
    case 'shorter':
      return firstLine(kept.short[role].answer);
    case 'simpler':
      return role === 'buyer' ? kept.short.prescriber.answer : part(kept.registers.prescriber || kept.brief);
    case 'since':
      if (kept.since !== undefined && kept.since.length > 0) return kept.since.slice(0, MOST_FIGURES).join(' ');
      return datedIn(kept, role) ?? about.noDate(frenchDate(kept.asOf));
    case 'do':
      return part(kept.next);
    case 'pitfalls':
      return part(kept.pitfalls);
    case 'more':
      return part(kept.registers[role] || kept.brief);
  }
}

function titleOf({ sources: [first] }: Answer): string {
  return first.title;
}

/** Those of what was said, then those of the whole fiche. */
function articlesOf({ cited, sources: [first], title }: Answer, { about }: Catalogue): string {
  const named = cited.map((one) => one.cited);
  const others = first.articles.map((one) => one.cited).filter((one) => !named.includes(one));
  return [
    about.articles(named.join(', '), title),
    ...(others.length === 0 ? [] : [about.otherArticles(others.join(', '))]),
  ].join(' ');
}

/** The sentences that say a date: from when, until when. */
function datedIn({ short, brief, registers }: Answer, role: Role): string | undefined {
  for (const text of [short[role].answer, brief, registers[role]]) {
    const dated = sentencesOf(text)
      .map((span) => text.slice(...span))
      .filter((sentence) => readValues(sentence).some(({ kind, text: said }) => kind === 'date' && /\d{4}/.test(said)));
    if (dated.length > 0) return dated.join(' ');
  }
  return undefined;
}
