import { allCommonOnly, type FirmRead, isStrangeWord, readFirmName } from './firm-name.ts';
import { hyphenEnd } from './person-names.ts';
import { joins, opensSentence, type Source, type Token } from './source.ts';
import { phraseAt, startsAny, type Words } from './word-lists.ts';

/** Who holds or seeks a contract: a name may follow after a comma or a colon. */
const HOLDER =
  /^(?:co)?(?:titulaires?|traitante?s?)$|^(?:amo|moe|maitre d oeuvre|attributaire|mandataire|prestataire|fournisseur|concurrente?s?|candidate?s?|soumissionnaires?|entreprises|societes|assureur|sous traitante?|delegataire|concessionnaire|exploitant|loueur|mainteneur|hebergeur|editeur|integrateur|installateur|transporteur|traiteur|imprimeur|paysagiste|constructeur|distributeur|fabricant|courtier|geometre|entreprise|societe|groupement|chauffagiste|macon|plombier|electricien|garagiste|couvreur|peintre|menuisier|bureau d etudes?|bureau de controle|cabinet|boite|operateur|formateur|formatrice|organisateur|reparateur|frigoriste|vitrier|demenageur|vendeur|revendeur|sous traitant)$/;

/** «le fournisseur de chaises, Mobilier Plus,», «le titulaire du lot 12, Medline,»: the name comes after a comma. */
function nameApart(tokens: readonly Token[], after: number, word: string, words: Words): FirmRead | undefined {
  if (
    !HOLDER.test(word) ||
    !/^(?:de|du|des|d|en|pour|sortant|actuel|principal|retenu)$/.test(tokens[after]?.fold ?? '')
  )
    return undefined;
  for (let from = after + 1; from - after < 8; from++) {
    const name = tokens[from];
    if (name === undefined || /[.;:!?\n(]/.test(name.gap)) return undefined;
    if (!name.gap.startsWith(',')) continue;
    if (!name.capital || name.gap !== ', ' || words.common.has(name.fold) || words.civilities.has(name.fold))
      return undefined;
    if (words.firstNames.has(name.fold) && !isFirmAfter(tokens, from, words)) return undefined;
    if (startsAny([words.known, words.bodies], tokens, from)) return undefined;
    const next = readFirmName(tokens, from, words);
    return next > from && /^ ?[,(.;\n]|^$/.test(tokens[next]?.gap ?? '') ? { from, next, confidence: 0.6 } : undefined;
  }
  return undefined;
}

export function afterFirmWord({ tokens, ...source }: Source, at: number, words: Words): FirmRead | undefined {
  const word = phraseAt(words.firmWords, tokens, at);
  if (word === undefined) return undefined;
  const apart = nameApart(tokens, at + word.length, word.words, words);
  if (apart !== undefined) return apart;
  let from = at + word.length;
  const gap = tokens[from]?.gap ?? '\n';
  const holder = HOLDER.test(word.words);
  if (!(joins(gap) || (holder && /^(?: ?: ?|, | \()$/.test(gap)) || /^ ["«] ?$/.test(gap))) return undefined;
  // «notre assureur, la SMABTP», «le titulaire : la société Dupont»
  for (let skipped = 0; skipped < 2; skipped++) {
    const fold = tokens[from]?.fold ?? '';
    if (/^(?:la|le|l|les)$/.test(fold) && holder && !tokens[from]?.capital) from++;
    else if (words.legalForms.has(fold) && (tokens[from]?.upper ?? false)) from++;
    // «Société d'Exploitation Le Goff», «Menuiseries du Léon», «Saveurs de la Mer»
    else if (/^(?:d|de|du|des|la|l)$/.test(fold) && tokens[at]?.capital && tokens[from]?.gap === ' ') from++;
  }
  const first = tokens[from];
  if (first === undefined || words.civilities.has(first.fold) || words.titles.has(first.fold)) return undefined;
  // «la société 3D Ouest»
  if (/^\d{1,3}[A-Z]{1,2}$/.test(first.raw) && tokens[from + 1]?.capital && tokens[from + 1]?.gap === ' ')
    return { from, next: readFirmName(tokens, from + 1, words) };
  if (!first.capital) return lowerFamilyFirm(tokens, from, word.words, words);
  // «notre AMO, Lucie Haristoy»: whoever does the firm's part is a person here.
  if (
    holder &&
    /^(?: ?: ?|, | \()$/.test(first.gap) &&
    words.firstNames.has(first.fold) &&
    !isFirmAfter(tokens, from, words)
  )
    return undefined;
  if (phraseAt(words.known, tokens, from) !== undefined) return undefined;
  const next = readFirmName(tokens, from, words);
  if (next === from || isTradesman(tokens, at, from, next, words)) return undefined;
  const opening = opensSentence({ tokens, ...source }, at);
  // «Terre et Mer»
  const more = tokens[next + 1];
  const pair =
    holder && tokens[next]?.fold === 'et' && (more?.capital ?? false) && more?.gap === ' ' && next - from === 1;
  if (pair && !words.civilities.has(more?.fold ?? '') && allCommonOnly(tokens, from, next, words))
    return { from, next: next + 2 };
  const strange = !allCommonOnly(tokens, from, next, words);
  const part =
    words.firmParts.has(word.words.split(' ')[0] ?? '') && (tokens[at]?.capital ?? false) && (!opening || strange);
  const article = next - from > 1 && /^(?:les|la|le|l)$/.test(first.fold);
  const ampersand = tokens.slice(from + 1, next).some(({ gap: between }) => between.includes('&'));
  if (!strange && !article && !ampersand && !(part && next - from > 1) && !capitalName(tokens, at, from, words))
    return undefined;
  if (phraseAt(words.places, tokens, from)?.length === next - from && !part) return undefined;
  return { from: part ? at : from, next };
}

/** «le géomètre Pietro Lanzarotti»: who plies a trade has a first name and a surname; a firm would be called otherwise. */
function isTradesman(tokens: readonly Token[], at: number, from: number, next: number, words: Words): boolean {
  const [first, last] = [tokens[from], tokens[next - 1]];
  if (
    first === undefined ||
    last === undefined ||
    next - from < 2 ||
    !words.functions.byWords.has(tokens[at]?.fold ?? '')
  )
    return false;
  if (isFirmAfter(tokens, from, words) || words.isWord(last.fold)) return false;
  return (
    words.firstNames.has(first.fold) ||
    (next - from === 2 && words.surnames.has(last.fold) && !words.isWord(first.fold))
  );
}

/** «le fournisseur Terre et Mer», «la société Horizon»: everyday words, which only a name writes with a capital there. */
function capitalName(tokens: readonly Token[], at: number, from: number, words: Words): boolean {
  const name = tokens[from];
  if (name === undefined || tokens[at]?.capital || name.upper || name.gap !== ' ' || name.raw.length < 4) return false;
  return !(
    words.functions.byWords.has(name.fold) ||
    words.qualifiers.has(name.fold) ||
    words.unnumbered.has(name.fold) ||
    startsAny([words.firmWords, words.contracts, words.bodies, words.brands], tokens, from)
  );
}

/** «Jean Lefebvre SA», «Paul Martin et Fils». */
function isFirmAfter(tokens: readonly Token[], from: number, words: Words): boolean {
  const next = readFirmName(tokens, from, words);
  return tokens
    .slice(from, next + 2)
    .some(({ fold, upper }) => words.firmEnds.has(fold) || (words.legalForms.has(fold) && upper));
}

/** «maçonnerie bidegain», «l'entreprise bordatto», «le garage trucks service»: no capital, and no word that anyone knows. */
function lowerFamilyFirm(tokens: readonly Token[], at: number, announced: string, words: Words): FirmRead | undefined {
  if (announced === 'maison') return undefined;
  const word = at - announced.split(' ').length;
  // «tp morvan»: what it does is part of its name.
  const from = words.firmParts.has(announced) && tokens[at]?.gap === ' ' && announced.length < 4 ? word : at;
  const [name, trade] = [tokens[at], tokens[at + 1]];
  const ended =
    name !== undefined &&
    /^(?: | ?: |, )$/.test(name.gap) &&
    trade?.gap === ' ' &&
    !name.digit &&
    name.fold.length > 2 &&
    !words.common.has(name.fold) &&
    // «le titulaire stoppe production»: a verb
    !(words.isWord(name.fold) && /(?:[^e]e|[tda])$/.test(name.fold)) &&
    !words.qualifiers.has(name.fold) &&
    !words.firmWords.heads.has(name.fold) &&
    !words.particles.has(name.fold) &&
    (words.firmEnds.has(trade.fold) || /^(?:net|pro|express|concept|elec|clim)$/.test(trade.fold));
  if (ended) return { from, next: at + 2, confidence: 0.5 };
  if (!isStrangeWord(tokens, at, words)) return undefined;
  return { from, next: sonsEnd(tokens, hyphenEnd(tokens, at)), confidence: 0.5 };
}

/** «dupuis ⟨& fils⟩», «dupuis ⟨et fils⟩» */
function sonsEnd(tokens: readonly Token[], next: number): number {
  const and = tokens[next]?.fold === 'et' ? next + 1 : next;
  const led = and > next || tokens[next]?.gap === ' & ';
  return led && /^(?:fils|filles?|associes|freres|cie)$/.test(tokens[and]?.fold ?? '') ? and + 1 : next;
}
