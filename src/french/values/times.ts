import type { Token } from '../tokens.ts';

const BEFORE_TIME = new Set([
  'a',
  'vers',
  'des',
  'avant',
  'apres',
  'jusqu',
  'entre',
  'partir',
  'tard',
  'et',
  'ouvert',
  'ouverture',
]);
const BEFORE_SPAN = new Set([
  'pendant',
  'durant',
  'sous',
  'duree',
  'moins',
  'plus',
  'dans',
  'heures',
  'toutes',
  'les',
  'par',
  'en',
  'de',
  'x',
]);
const AFTER_SPAN = /^(?:par|ouvree?s?|ouvrables?|max|maxi|maximum|mini|minimum|de)$/;

/** «8h30», «à 9 h», «de 8 h à 18 h», «14:30», «midi»: minutes since midnight. «48 h», «en 2h30» are durations. */
export function readTime(
  tokens: readonly Token[],
  at: number,
): { readonly minutes: number; readonly next: number } | undefined {
  const head = tokens[at];
  if (head === undefined) return undefined;
  // «entre midi et deux»: until 14 h.
  if (
    (head.text === 'deux' || head.text === '2') &&
    tokens[at - 1]?.text === 'et' &&
    tokens[at - 2]?.text === 'midi' &&
    !/^(?:h|heures?|jours?)$/.test(tokens[at + 1]?.text ?? '') &&
    !isCounted(tokens[at + 1])
  )
    return { minutes: 840, next: at + 1 };
  if (
    (head.text === 'midi' || head.text === 'minuit') &&
    /^(?:a|vers|avant|apres|et|des|entre|jusqu'?a|,|\()$/.test(tokens[at - 1]?.text ?? '')
  )
    return { minutes: head.text === 'midi' ? 720 : 0, next: at + 1 };
  if (head.kind !== 'digits' || head.text.length > 2 || Number(head.text) > 24) return undefined;
  const unit = tokens[at + 1];
  const minutes = tokens[at + 2];
  const hours = Number(head.text) * 60;
  const withMinutes =
    minutes?.kind === 'digits' &&
    minutes.text.length === 2 &&
    Number(minutes.text) < 60 &&
    minutes.start - (unit?.end ?? 0) <= 1;
  if (unit?.text === ':' && unit.glued && withMinutes && minutes.glued && tokens[at + 3]?.text !== ':')
    return { minutes: hours + Number(minutes.text), next: at + 3 };
  if (unit === undefined || !/^(?:h|heures?|hr)$/.test(unit.text) || unit.newLine) return undefined;
  const next = withMinutes ? at + 3 : at + 2;
  const context = wordBefore(tokens, at);
  const follows = tokens[next]?.text ?? '';
  if (follows === '/' || AFTER_SPAN.test(follows)) return undefined;
  const toTime =
    /^(?:a|-)$/.test(follows) &&
    tokens[next + 1]?.kind === 'digits' &&
    /^(?:h|heures?)$/.test(tokens[next + 2]?.text ?? '');
  if (context === 'de' || context === '') {
    if (toTime) return { minutes: hours + (withMinutes ? Number(minutes.text) : 0), next };
  }
  const ends = context === '-' && /^(?:h|heures?)$/.test(tokens[at - 2]?.text ?? tokens[at - 3]?.text ?? '');
  const isTime = withMinutes
    ? !BEFORE_SPAN.has(context) || (context === 'de' && toTime)
    : BEFORE_TIME.has(context) || toTime || ends;
  if (
    !isTime ||
    (context === 'et' && !/^(?:h|heures?)$/.test(tokens[at - 2]?.text ?? '') && !digitsTime(tokens, at - 2))
  )
    return undefined;
  return { minutes: hours + (withMinutes ? Number(minutes.text) : 0), next };
}

/** A noun in the plural follows, so that the number counts it. */
const isCounted = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  !token.newLine &&
  token.text.length > 3 &&
  /[sx]$/.test(token.text) &&
  !/^(?:mais|sans|dans|nous|vous)$/.test(token.text);

/** «entre 8h30 et 9h»: the word before «et» ends a time with minutes. */
const digitsTime = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'digits' && /^(?:h|:)$/.test(tokens[at - 1]?.text ?? '');

/** The word that governs the hour: articles and «'» are passed over («jusqu'à 18 h», «dans les 2 h»). */
function wordBefore(tokens: readonly Token[], at: number): string {
  const before = tokens[at - 1];
  if (before === undefined || before.newLine) return '';
  if (before.text === 'les' && /^(?:dans|toutes)$/.test(tokens[at - 2]?.text ?? '')) return 'dans';
  return before.text;
}
