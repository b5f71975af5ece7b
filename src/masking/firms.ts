import { afterFirmWord } from './announced-firms.ts';
import type { Sighting } from './finding.ts';
import { allCommonOnly, type FirmRead, pastLinks, readFirmName } from './firm-name.ts';
import { foldedName, isLink } from './names.ts';
import { hyphenEnd } from './person-names.ts';
import { joins, opensSentence, type Source, type Token } from './source.ts';
import { phraseAt, phraseBefore, startsAny, type Words } from './word-lists.ts';

/** Short legal forms that are also words: only in capitals. */
const CAPITALS_ONLY = /^(?:sa|bv|ag|nv|spa|inc|ltd|gie|srl|scm|llc)$/;
const NOT_FIRM =
  /^(?:qui|que|est|ont|doit|peut|sera|avec|pour|nous|vous|titulaire|retenue?|attributaire|locale|dont|candidate?|sans|dans|unipersonnelle|familiale|locale|unique|mere|fille|cap)$/;
/** Firms: after a legal form or a word such as «société», before «TP» or «et Fils», by a well-known name, or as bidders. */
export function findFirms(source: Source, words: Words): readonly Sighting[] {
  return eachFirm(
    source,
    words,
    (at) =>
      knownFirm(source.tokens, at, words) ??
      registeredFirm(source.tokens, at, words) ??
      articleFirm(source, at, words) ??
      wroughtFirm(source.tokens, at, words) ??
      suffixedFirm(source, at, words) ??
      lotHolder(source.tokens, at, words) ??
      afterLegalForm(source.tokens, at, words) ??
      afterFirmWord(source, at, words),
  );
}

/** «Clim'Express», «Rénov'Bat», «Carrel'Art»: a word cut short and joined to another, as only firms are called. */
function wroughtFirm(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  const token = tokens[at];
  const joined = tokens[at + 1];
  if (token === undefined || joined === undefined || !token.capital || token.raw.length < 3) return undefined;
  // «Azur & Or», «Mobilier & Cie», «Bouygues E&S»
  if (/^ ?& ?$/.test(joined.gap) && joined.capital && tokens[at]?.gap !== '-' && !words.civilities.has(token.fold))
    return { from: at, next: Math.max(at + 2, readFirmName(tokens, at, words)), confidence: 0.7 };
  if (joined.gap !== "'" || !joined.capital || joined.raw.length < 2 || token.gap === "'") return undefined;
  if (/^(?:jusqu|lorsqu|puisqu|quelqu|presqu|aujourd|entr|grand|prud|quoiqu)$/.test(token.fold)) return undefined;
  return { from: at, next: Math.max(at + 2, readFirmName(tokens, at, words)), confidence: 0.7 };
}

/** «(bati ouest, siret 503…)», «Sylvadis – RCS 419…»: whoever bears the number. */
function registeredFirm(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  if (!/[(:–-] ?$|^$|\n/.test(tokens[at]?.gap ?? '') || tokens[at]?.digit) return undefined;
  for (let next = at + 1; next - at < 5; next++) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (/^(?:siret|siren|rcs)$/.test(token.fold) && /^ ?[,(–-]{1,2} ?$| : $/.test(token.gap)) {
      const role = BEARER.test(tokens[at]?.fold ?? '') || startsAny([words.bodies], tokens, at);
      return role ? undefined : { from: at, next, confidence: 0.7 };
    }
    if (!joins(token.gap) && token.gap !== ' & ') return undefined;
  }
  return undefined;
}

/** «le lot 3 (Chauffage du Centre)»: everyday words with capitals, alone in brackets, are whoever holds the lot. */
function lotHolder(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  const name = tokens[at];
  if (name === undefined || !name.capital || !/^ ?\($/.test(name.gap)) return undefined;
  const lot = /^(?:lots?|marche|marches)$/;
  if (!lot.test(tokens[at - 1]?.fold ?? '') && !(tokens[at - 1]?.digit && lot.test(tokens[at - 2]?.fold ?? '')))
    return undefined;
  const next = readFirmName(tokens, at, words);
  return next - at > 1 && /^ ?\)/.test(tokens[next]?.gap ?? '') ? { from: at, next, confidence: 0.5 } : undefined;
}

const BEARER =
  /^(?:titulaire|mandataire|prestataire|fournisseur|candidate?|creancier|debiteur|acheteur|numero|n|nom|notre|votre|le|la|un|une|societe|entreprise)$/;

/** «attribué à L'Établi», «le traiteur Les Délices»: inside a sentence only a name has an article with a capital. */
function articleFirm(source: Source, at: number, words: Words): FirmRead | undefined {
  const { tokens } = source;
  const name = tokens[at + 1];
  if (!/^(?:L|Le|La|Les)$/.test(tokens[at]?.raw ?? '') || !name?.capital || name.upper) return undefined;
  if (opensSentence(source, at) || /["«]/.test(tokens[at]?.gap ?? '') || !/^[ ']$/.test(name.gap)) return undefined;
  const before = tokens[at - 1];
  if (before === undefined || before.capital || !words.common.has(name.fold)) return undefined;
  // «Agnès de La Tour»
  if (words.particles.has(before.fold) && tokens[at - 2]?.capital) return undefined;
  const { fold } = before;
  if (words.titles.has(fold) || words.civilities.has(fold) || words.functions.byWords.has(fold)) return undefined;
  if (words.bodies.tails.has(fold) || words.functions.byWords.has(name.fold)) return undefined;
  if ([words.ways, words.buildings].some((list) => phraseBefore(list, tokens, at) !== undefined)) return undefined;
  if (startsAny([words.bodies, words.firmWords, words.known, words.places], tokens, at + 1)) return undefined;
  return { from: at, next: readFirmName(tokens, at + 1, words), confidence: 0.5 };
}

function eachFirm({ tokens }: Source, words: Words, readAt: (at: number) => FirmRead | undefined): readonly Sighting[] {
  const found: Sighting[] = [];
  let at = 0;
  let past = -1;
  while (at < tokens.length) {
    const read = readAt(at) ?? (past === -1 ? undefined : listedAfter(tokens, past, at, words));
    const start = tokens[read?.from ?? -1]?.start;
    const end = tokens[(read?.next ?? 0) - 1]?.end;
    at = Math.max(at + 1, read?.next ?? 0);
    if (read === undefined || start === undefined || end === undefined) continue;
    past = read.next;
    found.push({
      kind: 'supplier',
      start,
      end,
      name: foldedName(tokens, read.from, read.next),
      ...(read.confidence === undefined ? {} : { confidence: read.confidence }),
    });
  }
  return found;
}

/** «Eiffage, Le Dantec et Sarrazin», «Ollier / Kervran»: a capital in line with a firm. */
function listedAfter(tokens: readonly Token[], past: number, at: number, words: Words): FirmRead | undefined {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.raw.length < 3) return undefined;
  const and = at === past + 1 && /^(?:et|ou)$/.test(tokens[past]?.fold ?? '') && tokens[past]?.gap === ' ';
  if (!(and && token.gap === ' ') && !(at === past && /^(?:, | ?[/+] ?| - )$/.test(token.gap))) return undefined;
  const ended = words.firmEnds.has(tokens[at + 1]?.fold ?? '') && (tokens[at + 1]?.capital ?? false);
  if ((words.common.has(token.fold) && !ended) || words.firstNames.has(token.fold) || words.civilities.has(token.fold))
    return undefined;
  if (words.titles.has(token.fold) || words.legalForms.has(token.fold)) return undefined;
  if (startsAny([words.known, words.bodies, words.places], tokens, at)) return undefined;
  // «Airbus et Motorola sont candidats»: what is in line with a firm is one, be it a make.
  if (!and && startsAny([words.brands], tokens, at)) return undefined;
  const next = readFirmName(tokens, at, words);
  return next === at || allCommonOnly(tokens, at, next, words) ? undefined : { from: at, next, confidence: 0.5 };
}

function knownFirm(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  const firm = phraseAt(words.firms, tokens, at);
  if (firm === undefined) return undefined;
  if (!tokens[at]?.capital) return lowerFirm(tokens, at, firm, words);
  // Four letters or less, or an everyday word («Initial», «Elis»): only in a firm's capitals.
  if (firm.length === 1 && words.common.has(firm.words) && !tokens[at]?.upper) return undefined;
  if (firm.length === 1 && firm.words.length < 5 && words.civilities.has(tokens[at - 1]?.fold ?? '')) return undefined;
  const name = readFirmName(tokens, at, words);
  return { from: at, next: Math.max(at + firm.length, name) };
}

/** «un souci avec colas», «engie nous facture»: written in haste, where a firm stands. */
function lowerFirm(
  tokens: readonly Token[],
  at: number,
  firm: { readonly length: number; readonly words: string },
  words: Words,
): FirmRead | undefined {
  // No word of French, and no other name: whoever it is said of, it is that firm.
  if (
    firm.words.length > 4 &&
    !/[ ]/.test(firm.words) &&
    !words.isWord(firm.words) &&
    !words.firstNames.has(firm.words) &&
    !words.surnames.has(firm.words) &&
    !words.places.byWords.has(firm.words)
  )
    return { from: at, next: at + firm.length, confidence: 0.6 };
  const own = firm.words.split(' ').some((word) => !words.common.has(word) && !words.firmEnds.has(word));
  if (!own || firm.words.length < 4 || words.firstNames.has(firm.words) || words.places.byWords.has(firm.words))
    return undefined;
  const next = at + firm.length;
  const led =
    /^(?:avec|chez|par|de|d|a|contre|et|ou|que|qu|notre|nos|societe|entreprise|prestataire|titulaire|fournisseur)$/.test(
      tokens[at - 1]?.fold ?? '',
    );
  const acts = /^(?:nous|n|ne|a|ont|veut|refuse|demande|facture|propose|reclame|livre|doit|dit|est|va)$/.test(
    tokens[next]?.fold ?? '',
  );
  return (led && joins(tokens[at]?.gap ?? '')) || (acts && tokens[next]?.gap === ' ') || firm.length > 1
    ? { from: at, next, confidence: 0.7 }
    : undefined;
}

function afterLegalForm(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  const form = tokens[at];
  if (form === undefined || !words.legalForms.has(form.fold)) return undefined;
  if (CAPITALS_ONLY.test(form.fold) && !form.upper) return undefined;
  const from = at + 1;
  const token = tokens[from];
  if (token === undefined || !joins(token.gap)) return undefined;
  const next = readFirmName(tokens, from, words);
  if (next > from && !allCommonOnly(tokens, from, next, words)) return { from, next };
  // «EARL du Moulin Neuf», «SCI de la Gare»
  const linked = pastLinks(tokens, from);
  if (linked > from && form.upper && tokens[linked]?.capital)
    return { from: at, next: readFirmName(tokens, linked, words) };
  // A legal form says enough for everyday words to be a name: «SAS Clim Services», «la sarl bati ouest».
  if (next - from > 1 && form.upper) return { from, next };
  if (token.capital || token.digit || token.fold.length < 3 || isLink(token) || NOT_FIRM.test(token.fold))
    return undefined;
  const more = tokens[from + 1];
  const two =
    more !== undefined &&
    joins(more.gap) &&
    !more.digit &&
    (words.firmEnds.has(more.fold) || (!words.common.has(more.fold) && more.fold.length > 3));
  const led =
    /^(?:avec|chez|par|contre|c|est|la|l|une|de)$/.test(tokens[at - 1]?.fold ?? '') || tokens[at - 1]?.gap === '(';
  if (
    words.common.has(token.fold) &&
    !two &&
    !(led && !form.upper && /^ ?[,;:.(\n]/.test(tokens[from + 1]?.gap ?? '\n'))
  )
    return undefined;
  return { from, next: two ? from + 2 : from + 1, confidence: 0.7 };
}

/** «Dupont TP», «Clim Services», «lebreton et fils», «Bâti-Ouest SARL». */
function suffixedFirm({ tokens, ...source }: Source, at: number, words: Words): FirmRead | undefined {
  const token = tokens[at];
  if (token === undefined || token.digit) return undefined;
  const sons = familyFirm(tokens, at, words);
  if (sons !== undefined) return sons;
  // «Pigeon TP», «Octobre Rouge Production»: an everyday word with a capital that no sentence gives it.
  const everyday =
    words.common.has(token.fold) && (opensSentence({ tokens, ...source }, at) || words.unnumbered.has(token.fold));
  if (!token.capital || everyday || phraseAt(words.known, tokens, at) !== undefined) return undefined;
  if (words.civilities.has(token.fold) || words.titles.has(token.fold)) return undefined;
  if (phraseAt(words.bodies, tokens, at) !== undefined) return undefined;
  // «rue Anatole France»
  if (phraseBefore(words.ways, tokens, at) !== undefined || phraseBefore(words.buildings, tokens, at) !== undefined)
    return undefined;
  let next = at + 1;
  let end = at;
  while (next - at < 6 && tokens[next] !== undefined) {
    const more = tokens[next];
    if (more === undefined || !(joins(more.gap) || more.gap === ' & ') || !more.capital) break;
    if (words.firmEnds.has(more.fold) || (words.legalForms.has(more.fold) && more.upper)) end = next;
    else if (words.common.has(more.fold) && next - at > 1) break;
    next++;
  }
  if (end === at) return undefined;
  while (end > at && words.legalForms.has(tokens[end]?.fold ?? '') && tokens[end]?.upper) end--;
  // «Rennes Sud» is where, not who.
  if (
    phraseAt(words.places, tokens, at) !== undefined &&
    /^(?:sud|nord|ouest|est|france|bretagne|atlantique|europe)$/.test(tokens[end]?.fold ?? '')
  )
    return undefined;
  // «SNC Bretagne Enrobés»: a word more after a legal form.
  const next2 = words.legalForms.has(tokens[at]?.fold ?? '') ? readFirmName(tokens, at, words) : 0;
  return { from: at, next: Math.max(hyphenEnd(tokens, end), next2) };
}

function familyFirm(tokens: readonly Token[], at: number, words: Words): FirmRead | undefined {
  const token = tokens[at];
  const and = tokens[at + 1];
  const kin = tokens[at + 2];
  if (token === undefined || words.common.has(token.fold) || token.fold.length < 3 || token.digit) return undefined;
  if (and?.fold === 'et' && joins(and.gap) && /^(?:fils|associes|freres|cie)$/.test(kin?.fold ?? ''))
    return { from: at, next: at + 3 };
  if (and?.gap === ' & ' && /^(?:fils|associes|freres|cie)$/.test(and.fold)) return { from: at, next: at + 2 };
  return undefined;
}
