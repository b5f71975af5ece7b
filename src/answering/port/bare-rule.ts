import { openingVerdict } from '../../corpus/question.ts';

/** How a clause begins that says when, and nothing by itself. */
const CONDITION =
  /^(?:à|après|aux?|avant|avec|chez|d|dans|dès|en|entre|hors|jusqu|lorsque?|même|par|pour|quand|s|sans|sauf|selon|si|sous|sur|tant)(?!\p{L})/u;
/** Words of such a clause that still reads well before its verdict. */
const MOST_BEFORE = 14;

/**
 * What an answer says without the yes or the no that it opens with: under a question that may not be the one asked, the word
 * would be taken for the answer to it. A condition that says nothing by itself stands before the word: «Sauf urgence, non.»
 */
export function bareRule(answer: string): string {
  const verdict = openingVerdict(answer);
  if (verdict !== 'oui' && verdict !== 'non') return answer;
  const after = answer.slice(verdict.length).trimStart();
  const isWhole = /^[:.;]/.test(after);
  const rest = after.replace(/^[,:.;]/, '').trimStart();
  if (rest === '') return answer;
  if (isWhole) return capital(rest);
  const said = rest.replace(/^(?:mais|et) /, '');
  const end = endOfClause(said);
  const clause = said.slice(0, end).trimEnd();
  if (!CONDITION.test(said) || (verdict === 'oui' && clause.split(/\s+/).length > MOST_BEFORE)) return capital(said);
  return `${capital(clause)}, ${verdict}${said.slice(clause.length)}`;
}

/** Where the first clause ends: at a colon, a stop, a bracket, or the end. */
function endOfClause(text: string): number {
  const end = text.search(/[:;(]|\.(?:\s|$)/);
  return end < 0 ? text.length : end;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
