import { allMatches } from '../../french/all-matches.ts';
import type { Span } from '../../french/span.ts';
import { CUES, NEVER } from './cues.ts';
import { clauseStart, reachEnd } from './reach.ts';
import { overlaps, within } from './spans.ts';

type Cued = Readonly<Record<(typeof CUES)[number]['slot'], readonly Span[]>>;

/**
 * Constraints, criteria, environmental and social characteristics of a range, by slot. `claimed` spans are values of other
 * slots, `named` are things, users and places; a saying stops at one of `leads`, and a constraint does not start in an object.
 */
export function readCues(
  folded: string,
  [from, to]: Span,
  claimed: readonly Span[],
  named: readonly Span[],
  leads: readonly number[],
  objects: readonly Span[],
  isCapital: (at: number) => boolean,
): Cued {
  const out: Record<(typeof CUES)[number]['slot'], Span[]> = {
    constraints: [],
    criteria: [],
    environment: [],
    social: [],
  };
  for (const { slot, take, pattern } of CUES) {
    for (const match of allMatches(pattern, folded)) {
      if (match.index < from || match.index >= to) continue;
      if (out[slot].length === MOST_SAYINGS) break;
      const through = match.index + match[0].length;
      const start =
        take === 'after'
          ? through
          : take === 'clause'
            ? clauseStart(folded, match.index)
            : take === 'sentence'
              ? sentenceBounds(folded, match.index)[0]
              : match.index;
      const start0 = take === 'around' ? aroundStart(folded, match.index, [...claimed, ...named]) : start;
      const reach =
        take === 'words'
          ? through
          : take === 'sentence'
            ? sentenceBounds(folded, through)[1]
            : Math.min(to, reachEnd(folded, start, through, 90));
      // What another saying of the slot already holds ends this one.
      const cut = claimed.reduce((least, [at]) => (at > through && at < least ? at : least), reach);
      const end = [...out[slot].map(([other]) => other), ...leads].reduce(
        (least, other) => (other > through && other < least ? other : least),
        cut,
      );
      const span: Span =
        take === 'words' && slot === 'constraints'
          ? withItsNoun(folded, [start, end], named)
          : take === 'words' && (slot === 'environment' || (slot === 'social' && !NAME.test(match[0])))
            ? inItsClause(folded, [start, end], named, claimed)
            : [start0, end];
      if (take === 'after' && isCapital(span[0])) continue;
      // «pas de reconditionné» asks for nothing green: it is a requirement like another.
      if (slot === 'environment' && REFUSED.test(folded.slice(Math.max(0, match.index - 34), through))) {
        const refused = refusedFrom(folded, match.index);
        if (!overlaps([refused, span[1]], [...claimed, ...out.constraints])) out.constraints.push([refused, span[1]]);
        continue;
      }
      if (slot === 'constraints' && take === 'clause' && NO_BOND.test(folded.slice(...span))) continue;
      if (
        span[1] - span[0] < 3 ||
        BARE.test(folded.slice(...span).trim()) ||
        overlaps(span, claimed) ||
        overlaps(span, out[slot])
      )
        continue;
      if ((slot === 'constraints' || slot === 'social') && within(start0, objects)) continue;
      if (
        slot === 'constraints' &&
        (overlaps(
          span,
          [...out.criteria, ...out.environment, ...out.social].filter((other) => isHalfOf(other, span)),
        ) ||
          isMostly(span, [...out.environment, ...out.social, ...named]))
      )
        continue;
      out[slot].push(span);
    }
  }
  return { ...out, criteria: joinList(folded, out.criteria) };
}

/** Where the refusal of what is at `at` starts. */
const refusedFrom = (folded: string, at: number): number => {
  const floor = Math.max(0, at - 34);
  return floor + Math.max(0, folded.slice(floor, at).search(/\b(?:pas|ni|aucun|jamais|non|sauf) [^,;.\n]{0,34}$/));
};
const REFUSED =
  /\b(?:pas|ni|aucun|jamais|non|sauf) (?:de |d'|du )?(?:[a-z]+ ){0,3}(?:de |d'|du )?(?:reconditionn|occasion|seconde main|recycle|reemploi)/;

/** «60 % technique, 30 % prix, 10 % environnement» is one way of choosing. */
function joinList(folded: string, spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (
      last !== undefined &&
      /^ ?,? ?(?:et )?$/.test(folded.slice(last[1], span[0])) &&
      /^\d{1,3} ?%/.test(folded.slice(...span))
    )
      out[out.length - 1] = [last[0], span[1]];
    else out.push(span);
  }
  return out;
}

/** A word that binds, without what it binds. */
const BARE =
  /^(?:obligatoire|imperati(?:f|ve)|indispensable|exigee?|imposee?|interdite?|requise?|rapport|entretien|certifiee?)s?$/;

/** No need has more of them; a text that does repeats one word. */
const MOST_SAYINGS = 40;

/** Clauses that forbid, from their verb to the end of the sentence. */
export const readNever = (folded: string, [from, to]: Span): readonly Span[] =>
  [...allMatches(NEVER, folded)]
    .filter(({ index }) => index >= from && index < to)
    .slice(0, MOST_SAYINGS)
    .map(({ index }) => [index, neverEnd(folded, index)]);

/** «…, donc travaux entre mai et juin», «…, on a des analyses à rendre»: another idea. */
function neverEnd(folded: string, index: number): number {
  const end = sentenceBounds(folded, index)[1];
  const turn = /, ?(?:donc|mais|car|alors|et (?:on|nous|il)|on|nous|il (?:nous )?faut|ce sera)\b/.exec(
    folded.slice(index, end),
  );
  return turn === null ? end : index + turn.index;
}

/** The line or sentence that holds a position. */
function sentenceBounds(folded: string, at: number): Span {
  const floor = Math.max(0, at - 300);
  const before = folded.slice(floor, at);
  const start = Math.max(before.lastIndexOf('\n') + 1, before.lastIndexOf('. ') + 2 - (before.includes('. ') ? 0 : 1));
  const end = /[.!?](?=\s|$)|\n/.exec(folded.slice(at, at + 300));
  return [floor + start, end === null ? Math.min(folded.length, at + 300) : at + end.index];
}

/** «ramassage avant 8h»: the few words before a time say what happens then. */
function aroundStart(folded: string, at: number, others: readonly Span[]): number {
  const start = clauseStart(folded, at);
  const lead = folded.slice(start, at);
  const trimmed = start + lead.length - lead.trimStart().length;
  return at - trimmed <= 25 &&
    !overlaps([trimmed, at], others) &&
    !/\b(?:avec|il|on|nous|faut|faudrait|c'est)\b/.test(lead)
    ? trimmed
    : at;
}

/** Said by its name alone. */
const NAME = /^(?:esat|siae|eao?|ess|rqth|rgaa|pmr|falc|handicap|accessibilite|langue)/;

/** A clause with a modal that binds nobody: the limit of the budget, a remark, a question. */
const NO_BOND =
  /\b(?:budget|cout|montant|prix|enveloppe|devis|offres?|candidats?|soumissionnaires?|consultation|vous|votre)\b[^.]{0,20}\b(?:doi|peu|pourr|devr)|^ ?(?:c'est|est-ce|si |je (?!veux|voudrais|souhaite|demande|exige|tiens)|ca |cela |quand |comme |combien)|\b(?:savoir|conseiller|droit|avis)\b/;

/** The other saying covers a third of the span or more. */
const isHalfOf = ([from, to]: Span, [start, end]: Span): boolean =>
  3 * (Math.min(end, to) - Math.max(start, from)) >= end - start;

/** At least half of the span is already said by one of the others. */
const isMostly = ([start, end]: Span, others: readonly Span[]): boolean =>
  others.some(([from, to]) => Math.min(end, to) - Math.max(start, from) >= (end - start) / 2);

const NO_NOUN =
  /^(?:aux?|donnee?s?|seront|etre|faites|soient|et|ou|en|de|du|des|le|la|les|un|une|avec|plus|tres|aussi|pour|si|possible|plutot|produits?|si|est|sont|soit|soient|que|qui|a|au|dans|par|etre|c'est|ecolo|label|faut|on|veut|doit|doivent|preference|bien|il|100|meme|voire|peut|pouvoir|fait|faire|totalement|surtout|donc|mais|alors|obligatoirement|idealement|criteres?)$/;

/** From the start of the clause when that is near and says nothing else, otherwise the words with their noun. */
function inItsClause(folded: string, [start, end]: Span, named: readonly Span[], claimed: readonly Span[]): Span {
  const opening = clauseStart(folded, start, 90);
  const from = opening + (WISHED.exec(folded.slice(opening, start))?.[0].length ?? 0);
  const lead = folded.slice(from, start);
  const head = from + lead.length - lead.trimStart().length;
  const reach = reachEnd(folded, start, end, 60);
  const tail = folded.slice(end, reach);
  const to =
    countWords(tail) <= 4 &&
    !/^ ?(?:si possible )?et (?:zero|sans|pas|aucun)\b/.test(tail) &&
    !overlaps([end, reach], claimed)
      ? reach
      : end;
  const clause: Span = [head, to];
  return countWords(folded.slice(head, start)) <= SHORT_LEAD && !overlaps(clause, named) && !overlaps(clause, claimed)
    ? clause
    : withItsNoun(folded, [start, end], named);
}

/** What wishes it, before what is wished. */
const WISHED =
  /^ ?(?:(?:il|nous|on|je) )?(?:faut|faudrait|faudra|aimeri\w{1,20}|aimerai\w{1,20}|voudri\w{1,20}|voudrai\w{1,20}|veut|voulons|souhait\w{1,20}|prefer\w{1,20})(?: (?:aussi|egalement))? (?:que |qu'|du |de la |des |un |une |de l')/;

/** Words before the cue that are quoted with it. */
const SHORT_LEAD = 8;
const countWords = (words: string): number => words.match(/[a-z0-9]+/g)?.length ?? 0;

/** «encres végétales», not «végétales»: the noun goes with its adjective unless the object holds it. */
function withItsNoun(folded: string, [start, end]: Span, named: readonly Span[]): Span {
  if (
    /^(?:\d|sans|zero|circuits?|labels?|econom|encres?|de |d'|faibles?|basse|electrique|developpement|issue?s?|plutot|si possible)/.test(
      folded.slice(start, end),
    )
  )
    return [start, end];
  const before = /([a-z]{1,23}) $/.exec(folded.slice(Math.max(0, start - 24), start));
  const noun = before?.[1] ?? '';
  if (noun.length < 4 || NO_NOUN.test(noun) || within(start - 2, named)) return [start, end];
  return [start - noun.length - 1, end];
}
