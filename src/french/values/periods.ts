import { ownValue } from '../../own-value.ts';
import type { Token } from '../tokens.ts';
import {
  type Core,
  follows,
  MONTHS,
  monthAt,
  NEXT,
  readMonth,
  skipArticles,
  withNext,
  yearAt,
} from './calendar-days.ts';
import { readNumber } from './numbers.ts';
import { TIME_WORDS } from './units.ts';

const ORDINALS: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
};

const EVENTS: Readonly<Record<string, string>> = {
  noel: 'noel',
  paques: 'paques',
  toussaint: 'toussaint',
  rentree: 'rentree',
  rentre: 'rentree',
  fetes: 'fetes',
};

const SEASONS: Readonly<Record<string, string>> = {
  ete: 'ete',
  hiver: 'hiver',
  printemps: 'printemps',
  automne: 'automne',
};

const SEASON_ADJECTIVES: Readonly<Record<string, string>> = {
  estivale: 'ete',
  hivernale: 'hiver',
  automnale: 'automne',
  printaniere: 'printemps',
};

/** «fin 2027», «début janvier», «mi-mars 2027», «fin de l'année», «fin d'année», «fin du 1er trimestre». */
export function readPart(tokens: readonly Token[], at: number): Core | undefined {
  const part = tokens[at]?.text;
  if (part !== 'fin' && part !== 'debut' && part !== 'mi' && part !== 'courant') return undefined;
  let next = at + 1;
  if (tokens[next]?.text === '-') next++;
  const from = skipArticles(tokens, next);
  const inner =
    tokens[from]?.kind === 'digits'
      ? (readOrdinalPeriod(tokens, from) ?? readYears(tokens, from, true))
      : (readMonth(tokens, from, true) ??
        readOrdinalPeriod(tokens, from) ??
        readNamedPeriod(tokens, from, true, true) ??
        readPeriod(tokens, from));
  if (inner === undefined) return undefined;
  const edge = part === 'debut' ? ('start' as const) : part === 'fin' ? ('end' as const) : undefined;
  const head = part === 'courant' ? inner.head : `${part} ${inner.head}`;
  return { head, iso: inner.iso, next: inner.next, ...(edge === undefined ? {} : { part: edge }) };
}

/** After «fin de» alone: «fin de mois», «fin d'année», «fin de semaine», «fin d'exercice», «fin du marché» is none. */
function readPeriod(tokens: readonly Token[], at: number): Core | undefined {
  const word = tokens[at]?.text ?? '';
  if (!/^(?:annee|mois|semaine|trimestre|semestre|exercice|journee)$/.test(word)) return undefined;
  const year = yearAt(tokens, at + 1);
  if (year !== undefined) return { head: `${word} ${year.year}`, iso: String(year.year), next: year.next };
  const adjective = /^(?:civile|scolaire|universitaire|budgetaire)$/.test(tokens[at + 1]?.text ?? '')
    ? ` ${tokens[at + 1]?.text}`
    : '';
  return withNext(tokens, at + (adjective === '' ? 1 : 2), word + adjective);
}

/** «premier trimestre 2027», «1er semestre», «2e trimestre de 2027», «premier trimestre de l'année 2027». */
export function readOrdinalPeriod(tokens: readonly Token[], at: number): Core | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  let rank = ownValue(ORDINALS, token.text);
  let next = at + 1;
  if (
    token.kind === 'digits' &&
    /^[1-4]$/.test(token.text) &&
    tokens[next]?.glued === true &&
    /^(?:er|e|eme|nd|ieme)$/.test(tokens[next]?.text ?? '')
  ) {
    rank = Number(token.text);
    next++;
  }
  const period = tokens[next]?.text;
  if (rank === undefined || (period !== 'trimestre' && period !== 'semestre')) return undefined;
  next++;
  let at2 = next;
  while (/^(?:de|d|l|'|la|annee|du|exercice)$/.test(tokens[at2]?.text ?? '')) at2++;
  const year = yearAt(tokens, at2);
  if (year === undefined) return { head: `${period} ${rank}`, next };
  return { head: `${period} ${rank} ${year.year}`, next: year.next };
}

/** `2027` where a year is awaited, `2026-2027` and `2026/2027` (a school year). */
export function readYears(tokens: readonly Token[], at: number, wanted: boolean): Core | undefined {
  const token = tokens[at];
  if (token === undefined || !/^(?:19|20)\d\d$/.test(token.text)) return undefined;
  const sure = /^(?:en|annee|annees|depuis|exercice)$/.test(tokens[at - 1]?.text ?? '');
  if (!/^20[1-4]/.test(token.text) && !sure) return undefined;
  const second = tokens[at + 2];
  if (/^[-/]$/.test(tokens[at + 1]?.text ?? '') && second?.kind === 'digits') {
    if (second.text === String(Number(token.text) + 1) || second.text === String(Number(token.text) + 1).slice(2))
      return { head: `${token.text}-${Number(token.text) + 1}`, next: at + 3 };
    if (second.glued) return undefined;
  }
  const after = tokens[at + 1];
  if (after?.kind === 'digits' && after.text.length === 3) return undefined;
  if (after?.text === '€' || after?.text === '%' || /^(?:euros?|eur|k|ht|ttc|balles|m|kg|l)$/.test(after?.text ?? ''))
    return undefined;
  const before = tokens[at - 1]?.text ?? '';
  const noun =
    after?.kind === 'word' &&
    !after.newLine &&
    after.text.length > 3 &&
    /[sx]$/.test(after.text) &&
    !/^(?:nous|vous|dans|mais|apres|sans|mars|plus|tous|temps)$/.test(after.text);
  if (!wanted && (noun || after?.text === 'd')) return undefined;
  if (wanted && noun && /^(?:de|pour|des|et|a|les|environ)$/.test(before)) return undefined;
  return { head: token.text, iso: token.text, next: at + 1 };
}

/** The rentrée, Noël, a season, «T2 2027», «S12», «semaine 12», «l'année prochaine», «demain», «vacances de la Toussaint». */
export function readNamedPeriod(
  tokens: readonly Token[],
  at: number,
  wanted: boolean,
  article: boolean,
): Core | undefined {
  const token = tokens[at];
  const word = token?.text ?? '';
  const after = tokens[at + 1];
  if (Object.hasOwn(EVENTS, word) && (word !== 'rentre' || tokens[at - 1]?.text === 'la')) {
    let next = at + 1;
    if (word === 'rentree' && /^(?:scolaire|universitaire|litteraire|administrative)$/.test(after?.text ?? '')) next++;
    if (word === 'rentree' && tokens[next]?.text === 'de' && monthAt(tokens, next + 1) !== undefined)
      next = monthAt(tokens, next + 1)?.next ?? next;
    if (word === 'fetes') {
      const end = ['de', 'fin', 'd', "'", 'annee'].every((part, index) => tokens[next + index]?.text === part);
      if (!end) return undefined;
      return { head: 'fetes', next: next + 5 };
    }
    return withYear(tokens, next, ownValue(EVENTS, word) ?? word);
  }
  if (Object.hasOwn(SEASONS, word)) {
    const year = yearAt(tokens, at + 1);
    const next = NEXT.test(after?.text ?? '');
    const said = year !== undefined || article || wanted || word === 'printemps' || word === 'automne';
    const before = tokens[at - 1]?.text ?? '';
    const noun =
      before === "'" || /^(?:cet|en|l|d|avant|au|le|un|chaque|apres|pour)$/.test(before) || word === 'printemps';
    if (word === 'ete' && year === undefined && !(before === "'" || before === 'cet' || (next && before !== 'a')))
      return undefined;
    return said && (noun || year !== undefined || next) ? withYear(tokens, at + 1, word) : undefined;
  }
  if ((word === 'periode' || word === 'saison') && Object.hasOwn(SEASON_ADJECTIVES, after?.text ?? ''))
    return withYear(tokens, at + 2, ownValue(SEASON_ADJECTIVES, after?.text ?? '') ?? word);
  if (word === 'vacances') {
    const match = vacances(tokens, at + 1);
    return match === undefined ? undefined : withYear(tokens, match.next, match.head);
  }
  if (/^[ts]$/.test(word) && after?.kind === 'digits' && after.glued) {
    const number = Number(after.text);
    const year = yearAt(tokens, at + 2);
    const small = word === 't' ? number >= 1 && number <= 4 : number >= 1 && number <= 2;
    if (small && (year !== undefined || wanted || article)) {
      const period = word === 't' ? 'trimestre' : 'semestre';
      return year === undefined
        ? { head: `${period} ${number}`, next: at + 2 }
        : { head: `${period} ${number} ${year.year}`, next: year.next };
    }
    return word === 's' && token?.capital === true && number > 2 && number <= 53
      ? { head: `semaine ${number}`, next: at + 2 }
      : undefined;
  }
  if (word === 'semaine' && after?.kind === 'digits' && Number(after.text) >= 1 && Number(after.text) <= 53)
    return withYear(tokens, at + 2, `semaine ${Number(after.text)}`);
  if (word === 'annee' || word === 'annees' || word === 'exercice' || word === 'campagne') {
    let next = at + 1;
    let label = 'annee';
    if (/^(?:scolaire|universitaire|civile|budgetaire)$/.test(tokens[next]?.text ?? '')) {
      label = `annee ${tokens[next]?.text}`;
      next++;
    }
    if (tokens[next]?.kind === 'digits') return readYears(tokens, next, true);
    if (NEXT.test(tokens[next]?.text ?? '') || follows(tokens, next)) return withNext(tokens, next, label);
  }
  if (
    /^(?:semaine|mois|trimestre|semestre|an)$/.test(word) &&
    (NEXT.test(after?.text ?? '') || follows(tokens, at + 1))
  )
    return withNext(tokens, at + 1, word === 'an' ? 'annee' : word);
  if (word === 'demain' || word === 'hier') return { head: word, next: at + 1 };
  if (word === 'apres' && tokens[at + 2]?.text === 'demain') return { head: 'apres-demain', next: at + 3 };
  if (word === 'aujourd' && tokens[at + 2]?.text === 'hui') return { head: "aujourd'hui", next: at + 3 };
  if (word === 'nouvel' && after?.text === 'an') return { head: 'nouvel an', next: at + 2 };
  if ((word === 'cette' && /^(?:annee|semaine)$/.test(after?.text ?? '')) || (word === 'ce' && after?.text === 'mois'))
    return { head: `${word} ${after?.text}`, next: at + 2 };
  return undefined;
}

function withYear(tokens: readonly Token[], next: number, head: string): Core {
  const year = yearAt(tokens, next);
  return year === undefined ? withNext(tokens, next, head) : { head: `${head} ${year.year}`, next: year.next };
}

/** «vacances d'été», «vacances de la Toussaint», «vacances de février», «vacances scolaires». */
function vacances(tokens: readonly Token[], at: number): { readonly head: string; readonly next: number } | undefined {
  if (tokens[at]?.text === 'scolaires' || tokens[at]?.text === 'estivales')
    return { head: `vacances ${tokens[at]?.text}`, next: at + 1 };
  const from = skipArticles(tokens, at);
  if (from === at) return undefined;
  const word = tokens[from]?.text ?? '';
  const named = Object.hasOwn(EVENTS, word) || Object.hasOwn(SEASONS, word) || MONTHS.includes(word);
  return named ? { head: `vacances ${word}`, next: from + 1 } : undefined;
}

/** «dans un mois», «dans 3 semaines»: counted from a day nobody wrote. «dans un délai de» is a duration. */
export function readIn(tokens: readonly Token[], at: number): Core | undefined {
  if (tokens[at]?.text !== 'dans') return undefined;
  const number = readNumber(tokens, at + 1);
  const unit = number === undefined ? undefined : ownValue(TIME_WORDS, tokens[number.next]?.text ?? '');
  if (number === undefined || unit === undefined || number.collective) return undefined;
  const halfYear = unit[0];
  return { head: `dans ${number.value * unit[1]} ${halfYear}`, next: number.next + 1 };
}
