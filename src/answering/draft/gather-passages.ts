import type { Contrasts } from '../../corpus/contrasts.ts';
import { type Fiche, SECTIONS } from '../../corpus/fiche.ts';
import type { Figures } from '../../corpus/figures.ts';
import type { Placed } from '../../corpus/phrasings.ts';
import { fillFigures, placeholders } from '../../corpus/prose.ts';
import type { IsoDate } from '../../days/iso-date.ts';
import { readSignals } from '../../dialogue/signals.ts';
import { sentencesOf } from '../../french/sentences.ts';
import type { OwnPassage } from '../../retrieval/own-passages.ts';
import type { Retrieval } from '../../retrieval/retrieve.ts';
import type { Role } from '../../vocabulary/people.ts';
import { type Passage, type PassageOrigin, readPassage } from '../grounding/passage.ts';
import type { Computed } from '../port/computed.ts';

/** Something a model may choose, with what it stands for. */
export interface Offered {
  readonly passage: Passage;
  readonly of:
    | { readonly kind: 'question'; readonly fiche: Fiche; readonly question: number }
    | { readonly kind: 'fiche'; readonly fiche: Fiche }
    | { readonly kind: 'document'; readonly own: OwnPassage }
    | { readonly kind: 'computed' | 'figures' };
}

/** What was found, as the model is given it. */
export interface Gathered {
  readonly offered: readonly Offered[];
  /** Passages of documents that give orders: not sent. */
  readonly withheld: number;
}

/** Questions with their answers, of any fiche; and of one, so that no subject fills the list alone. */
const QUESTIONS = 8;
const OF_ONE_FICHE = 4;
/** Fiches of the likeliest questions, in short; and the first one's text for the reader, where there is room. */
const FICHES = 3;
/** Passages of a document. */
const PARTS = 3;
const FIGURES = 6;
/** In characters, of all passages: some two thousand tokens. */
const ROOM = 7_000;

export interface ToGather {
  /** What each search found, that of the rules first. */
  readonly searched: readonly Pick<Retrieval, 'judged'>[];
  /** What was given before: not given again. */
  readonly given: readonly Offered[];
  readonly computed: Computed | undefined;
  readonly document: { readonly own: OwnPassage; readonly title: string } | undefined;
  readonly role: Role;
  readonly at: IsoDate;
}

export function gatherPassages(
  { searched, given, computed, document, role, at }: ToGather,
  reading: { readonly figures: Figures; readonly contrasts: Contrasts },
): Gathered {
  const offered: Offered[] = [];
  const raws: string[] = [];
  let withheld = 0;
  let left = ROOM;
  const counts = new Map<string, number>();
  for (const { passage } of given) {
    const letter = passage.id.slice(0, 1);
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const add = (
    letter: string,
    of: Offered['of'],
    from: PassageOrigin,
    [title, name, raw]: readonly [title: string, name: string, raw: string],
    articles: readonly string[] = [],
  ): void => {
    const nth = (counts.get(letter) ?? 0) + 1;
    const say = (text: string) => fillFigures(text, reading.figures, at);
    const about = { id: `${letter}${nth}`, from, title: say(title), name: say(name) };
    const passage = readPassage(about, raw, reading, at, articles);
    if (passage.sentences.length === 0 || (offered.length > 0 && passage.text.length > left)) return;
    left -= passage.text.length;
    counts.set(letter, nth);
    raws.push(raw);
    offered.push({ passage, of });
  };
  if (computed !== undefined)
    add('C', { kind: 'computed' }, { kind: 'rule', id: 'rule' }, ['', 'Calcul', computedText(computed)]);
  if (document !== undefined) {
    const { own, title } = document;
    const named = givesOrders(title) ? 'Document' : title;
    for (const part of own.document.parts.slice(own.part, own.part + PARTS))
      if (givesOrders(part.text) || givesOrders(part.name)) withheld++;
      else
        add('D', { kind: 'document', own }, { kind: 'document', id: own.document.id }, [
          named,
          part.name,
          part.text.replace(/\{\{|\}\}/g, ''),
        ]);
  }
  const side = role === 'buyer' ? 'achat' : 'service';
  const placed = fused(searched, given);
  for (const { fiche, question } of placed) {
    const { ask, answer, but = '', articles } = fiche.questions[question] ?? {};
    if (ask === undefined || answer === undefined) continue;
    const said = [fiche.title, ask, `${answer[side]} ${but}`] as const;
    add('Q', { kind: 'question', fiche, question }, originOf(fiche), said, articles);
  }
  const known = new Set(given.flatMap(({ of }) => (of.kind === 'fiche' ? [of.fiche] : [])));
  const fiches = [...new Set(placed.map(({ fiche }) => fiche))].slice(0, FICHES).filter((fiche) => !known.has(fiche));
  const keys = [...new Set(raws.flatMap((raw) => placeholders(raw).map(({ key }) => key)))].slice(0, FIGURES);
  for (const fiche of fiches)
    add('F', { kind: 'fiche', fiche }, originOf(fiche), [fiche.title, SECTIONS.brief, fiche.sections.brief]);
  const stated = keys.map((key) => `${reading.figures.get(key)?.label} : {{${key}}}.`).join('\n');
  if (stated !== '')
    add('V', { kind: 'figures' }, { kind: 'rule', id: 'figures' }, ['', 'Chiffres en vigueur', stated]);
  const [first] = fiches;
  const section = side === 'achat' ? 'buyer' : 'service';
  if (first !== undefined)
    add('F', { kind: 'fiche', fiche: first }, originOf(first), [
      first.title,
      SECTIONS[section],
      first.sections[section],
    ]);
  return { offered, withheld };
}

const originOf = ({ id }: Fiche): PassageOrigin => ({ kind: 'fiche', id, main: false });

/** How much a rank counts less than the one before it: reciprocal ranks. */
const RANK = 4;

/** The questions of all the searches, those that several found or one found first before the others. */
function fused(searched: ToGather['searched'], given: readonly Offered[]): readonly Placed[] {
  const found = new Map<string, Placed & { score: number }>();
  for (const { judged } of searched)
    for (const [rank, { fiche, question }] of judged.slice(0, QUESTIONS * 2).entries()) {
      const key = `${fiche.id} ${question}`;
      const known = found.get(key) ?? { fiche, question, score: 0 };
      known.score += 1 / (RANK + rank);
      found.set(key, known);
    }
  for (const { of } of given) if (of.kind === 'question') found.delete(`${of.fiche.id} ${of.question}`);
  const taken = new Map<string, number>();
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .filter(({ fiche: { id } }) => {
      const nth = (taken.get(id) ?? 0) + 1;
      taken.set(id, nth);
      return nth <= OF_ONE_FICHE;
    })
    .slice(0, QUESTIONS);
}

/** What the rules worked out, as sentences. */
function computedText({ said, formula, assumed, steps }: Computed): string {
  const supposed = assumed.length === 0 ? [] : [`Supposé : ${assumed.join(' ; ')}.`];
  return [said, ...(formula === undefined ? [] : [formula]), ...supposed, ...steps]
    .join('\n')
    .replace(/[*_]{1,2}/g, '');
}

/** An order to the machine, as in a question: in a document it has nothing to do. */
function givesOrders(text: string): boolean {
  return (
    readSignals(text).kind === 'injection' ||
    sentencesOf(text).some((span) => readSignals(text.slice(...span)).kind === 'injection')
  );
}
