import type { MaskChoices, MaskFinding } from './finding.ts';
import { createSeal } from './seal.ts';

/**
 * The text with its findings replaced, as the requester wants it: what they lifted stays, what they added goes everywhere.
 * @returns `masked`: every string that must not leave in this text nor in any later message, without duplicates; what
 * `createSeal` takes.
 */
export function applyMasks(
  text: string,
  findings: readonly MaskFinding[],
  choices: MaskChoices,
): { readonly text: string; readonly masked: readonly string[] } {
  const kept = keptFindings(findings, choices);
  let out = '';
  let past = 0;
  for (const { span, replacement } of kept) {
    if (span[0] < past) continue;
    out += before(text.slice(past, span[0]), replacement) + replacement;
    past = span[1];
  }
  out += text.slice(past);
  const added = choices.added.filter((one) => one.trim() !== '');
  return {
    text: added.length === 0 ? out : hideAdded(out, added, new Set(kept.map(({ replacement }) => replacement))),
    masked: maskedStrings(kept, choices),
  };
}

/** «un marché de 45 000 €» becomes «un marché entre …», without its «de». */
const before = (said: string, replacement: string): string =>
  /^(?:entre|between) /.test(replacement) ? said.replace(/(?<=\s)(?:de|à|of|at|to) $/, '') : said;

/** The findings that the choices leave masked, in order. */
export function keptFindings(findings: readonly MaskFinding[], choices: MaskChoices): readonly MaskFinding[] {
  const lifted = new Set(choices.lifted.map(folded));
  const keys = new Set(findings.filter(({ text }) => lifted.has(folded(text))).map(({ key }) => key));
  return findings.filter(({ key }) => !keys.has(key)).sort((a, b) => a.span[0] - b.span[0]);
}

/** What must not leave: names behind the kept findings and what was added, save what the requester lifted. */
export function maskedStrings(kept: readonly MaskFinding[], choices: MaskChoices): readonly string[] {
  const lifted = new Set(choices.lifted.map(folded));
  const all = [...kept.flatMap(({ hidden }) => hidden), ...choices.added.filter((one) => one.trim() !== '')];
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = folded(one);
    if (lifted.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Outside the masks already there, so that adding «personne» does not eat «[personne 1]». */
function hideAdded(text: string, added: readonly string[], replacements: ReadonlySet<string>): string {
  const seal = createSeal(added);
  return text
    .split(/(\[[^[\]\n]{1,80}\])/)
    .map((piece) => (replacements.has(piece) ? piece : seal(piece)))
    .join('');
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
