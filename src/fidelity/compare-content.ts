import { fold } from '../french/words.ts';
import { extraSegments } from './extra-segments.ts';
import type { Defect } from './port/defect.ts';
import { firstWordAt, type Side, type SideWord } from './side.ts';

type Run = readonly SideWord[];

/** A stretch of one text that nothing in the other explains, while the other has nothing left that could say it in other words. */
export function compareContent(source: Side, target: Side): readonly Defect[] {
  const lostWords = unexplained(source, target);
  const newWords = unexplained(target, source).filter((word) => !word.aside);
  const defects: Defect[] = [];
  for (const run of runsOf(target, newWords)) {
    if (isFact(run, lostWords.length, target, source))
      defects.push({ kind: 'INVENTED_FACT', source: '', target: textOf(target, run) });
  }
  for (const [hard, known] of HARD) {
    if (known.test(source.flat)) continue;
    const match = [...target.flat.matchAll(hard)].find(
      (one) => !isAsideAt(target, one.index) && !isDeniedAt(target, one.index),
    );
    if (match !== undefined) defects.push({ kind: 'INVENTED_FACT', source: '', target: match[0] });
  }
  defects.push(...extraSegments(source, target, lostWords, newWords));
  const excerpt = isExcerpt(source, target);
  for (const run of runsOf(source, lostWords)) {
    if (
      (excerpt && !isVerb(source, run) && !isLabel(source, run)) ||
      (isRequirement(source, run, newWords.length) && !(newWords.length > 0 && opens(run[0], source, target)))
    )
      defects.push({ kind: 'CONSTRAINT_DROPPED', source: textOf(source, run), target: '' });
  }
  return defects;
}

const FRAME = new Set(
  'besoin porte porter porteront objet prestation prestations fourniture acquisition achat service travaux realisation demande dans pour avec sera seront'.split(
    ' ',
  ),
);

/** The target only takes words of the source, so that what is missing was cut out rather than said otherwise. */
function isExcerpt(source: Side, target: Side): boolean {
  const said = new Set(source.tokens.map((token) => token.text));
  return target.tokens.every(
    (token) => token.kind !== 'word' || token.text.length < 4 || said.has(token.text) || FRAME.has(token.text),
  );
}

/** Words that tell something and that the other text does not say, in any of their senses. */
export function unexplained(side: Side, other: Side): readonly SideWord[] {
  const cued = new Set(
    side.cues.flatMap((cue) => side.words.slice(firstWordAt(side.words, cue.start), firstWordAt(side.words, cue.end))),
  );
  return side.words.filter(
    (word) => !word.glue && !other.keys.has(word.key) && !cued.has(word) && !isInValue(side, word),
  );
}

function isInValue(side: Side, word: SideWord): boolean {
  let low = 0;
  let high = side.values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((side.values[middle]?.value.span[0] ?? 0) <= word.start) low = middle;
    else high = middle - 1;
  }
  const value = side.values[low]?.value;
  // «la chute d'un enfant» counts nobody.
  const span =
    value === undefined || (value.kind === 'quantity' && value.high === 1 && /^une? /i.test(value.text))
      ? undefined
      : value.span;
  return span !== undefined && word.start >= span[0] && word.end <= span[1];
}

/** Unexplained words that follow each other in a sentence with nothing the other text says between them. */
function runsOf(side: Side, unknown: readonly SideWord[]): readonly Run[] {
  const isUnknown = new Set(unknown);
  const runs: SideWord[][] = [];
  let run: SideWord[] | undefined;
  for (const word of side.words) {
    if (isUnknown.has(word)) {
      if (run === undefined || run[0]?.sentence !== word.sentence) {
        run = [];
        runs.push(run);
      }
      run.push(word);
    } else if (!word.glue) run = undefined;
  }
  return runs;
}

const APPROVAL =
  /\b(?:valid(?!ite)[a-z]{0,30}|approuv[a-z]{0,20}|approbation|feu vert|deliber[a-z]{0,20}|vote[a-z]{0,20}|donne son accord|a accepte|autorise par|accord (?:du|de la|des)|arbitr[a-z]{0,20}|inscrit[a-z]{0,20} au budget|credits? (?:sont|est) (?:ouvert|disponible|inscrit)[a-z]{0,30})\b/;
const REASON =
  /\b(?:car|parce qu[e']|en raison d[eu']|suite a|a cause d[eu']|du fait d[eu']|puisque|pour cause d[e']|compte tenu d[eu'])/;
const PLEDGE =
  /\b(?:s'engage[a-z]*|garanti[a-z]*|promet[a-z]*|penalite[a-z]*|certifi[a-z]*|agree?[a-z]*|labellis[a-z]*|subvention[a-z]*|financ[a-z]*|deja (?:choisi|retenu|passe|signe|conclu|contact)[a-z]*)\b/;
const FAMILIES = [APPROVAL, REASON, PLEDGE];

const isAsideAt = (side: Side, from: number): boolean =>
  side.places[side.tokens.findIndex((token) => token.start >= from)]?.aside ?? false;

/** «n'a pas été validée» approves nothing. */
const isDeniedAt = (side: Side, from: number): boolean =>
  /\b(?:pas|jamais|non|aucune?)\b[a-z ']{0,20}$/.test(side.flat.slice(Math.max(0, from - 26), from));

/** A commitment, an approval or a funding that the target tells, and what in the source may have told it. */
const HARD: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bs'(?:engage|oblige)(?:nt|ra|ront)?\b/g,
    /\b(?:doi|dev|faut|faud|oblig|engage|tenu|imperat|exig|requi|assur|garanti|charge|veill)/,
  ],
  [
    /\b(?:a|ont|ete) (?:deja )?(?:valide|approuve|vote|delibere)[a-z]*\b|\b(?:donne son accord|feu vert)\b/g,
    /\b(?:valid|vis[ae]|approuv|accept|accord|vot|deliber|ok\b|feu vert|autoris|dit oui|affermi|decid|notifi|ordre|confirm|sign|apres)/,
  ],
  [
    /\bsous peine d[e']|\bpenalites?\b|\bsanctions?\b/g,
    /\b(?:penalit|sanction|rejet|elimin|refus|ecart|sinon|defaut|retard|resili|exclu|faute|amende|peine|retenue)/,
  ],
  [
    /\b(?:a|ont) (?:deja )?ete (?:signe|choisi|retenu|commande|conclu|attribue|notifie)[a-z]*\b/g,
    /\b(?:sign|choi|reten|command|conclu|attribu|notifi|pass|pris|accept|valid|fait)/,
  ],
  [/\bsubvention[a-z]*\b/g, /\b(?:subvention|financ|aide|dotation)/],
  [
    /\b(?:gratuit[a-z]*|a titre gracieux|offert(?:e|s|es)?|sans (?:frais|supplement|surcout|contrepartie)(?! [a-z]{3,} supplement))\b/g,
    /\b(?:gratui|frais|offert|offr|inclu|compri|compren|suppl|surcout|pay|factur|cout|prix|charge|indemn|remuner|gracieu|don\b|dons\b|pret|rien|cadeau)/,
  ],
  [/\b(?:exclusivite|fournisseur exclusif|seul fournisseur)\b/g, /\b(?:exclusi|seul|unique)/],
  [
    /\b(?:automatiquement|d'office|tacitement)\b/g,
    /\b(?:automat|d'office|tacit|de plein droit|systemat|sans (?:demande|formalite|autre))/,
  ],
  [/\b(?:prioritaire(?:s|ment)?|en priorite)\b/g, /\b(?:priorit|d'abord|avant tout|urgen|premier)/],
  [
    /\b(?:urgen(?:t|te|ts|tes|ce)|immediatement|sans delai)\b/g,
    /\b(?:urgen|immediat|delai|vite|aussitot|tout de suite|rapid|critique|press|asap|des que|sans attendre|au plus|panne|hs\b|bloqu|plus (?:de|rien|aucun)|mort|lache|danger|fuit|fuite|inond|grave|attend)/,
  ],
];

/** Two new words that follow each other, or one with a sign of a hard fact, where the source has too little left unsaid to be meant. */
function isFact(run: Run, lost: number, target: Side, source: Side): boolean {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined || explains(target, last, source)) return false;
  const said = fold(target.text.slice(Math.max(0, first.start - 45), last.end));
  const denied = isDeniedAt(target, target.tokens[target.at(first.start)]?.start ?? 0);
  const hard = !denied && FAMILIES.some((family) => family.test(said) && !family.test(source.flat));
  const nouns = run.filter((word) => !VERBAL.test(fold(target.text.slice(word.start, word.end))));
  const count = new Set(nouns.map((word) => word.key)).size;
  const all = new Set(run.map((word) => word.key)).size;
  if (hard) return all * 2 > lost && (all > 1 || lost === 0);
  // A phrase that says a figure of the source only says it in other words.
  // The opening phrase names the object in the other side's terms.
  if (opens(first, target, source)) return false;
  const tells = target.values.some((value) => value.segment === first.segment && value.value.kind !== 'date');
  if (tells && count < 3) return false;
  return (count >= 3 && count > lost * 1.5) || (count >= 2 && lost === 0);
}

const isVerb = (side: Side, run: Run): boolean =>
  run.length === 1 && /(?:[^m]ent|ont|ez)$/.test(fold(textOf(side, run)));

/** «Livraison : 6 tonnes»: the heading of a value, which names no more than its kind. */
const isLabel = (side: Side, run: Run): boolean =>
  run.length === 1 && /^\s*:/.test(side.text.slice(run[0]?.end ?? 0, (run[0]?.end ?? 0) + 3));

/** Nothing of the other text stands before it. */
function opens(first: SideWord | undefined, side: Side, other: Side): boolean {
  for (const word of side.words) {
    if (first === undefined || word.start >= first.start) return true;
    if (!word.aside && !word.glue && other.keys.has(word.key)) return false;
  }
  return true;
}

/** Verbs and adverbs change freely from one wording to another. */
const VERBAL = /(?<!enf|ag|cli|restaur|pati|docum|batim|equipem|vehicul)(?:ent|er|ir|ez|ant|era|ait|ont|oir)$/;

/** Plain words before the term they stand for: «une autre entreprise (sous-traitance)». */
function explains(target: Side, last: SideWord, source: Side): boolean {
  const next = firstWordAt(target.words, last.end);
  const after = target.words.slice(next, next + 4).find((word) => word.aside);
  return after !== undefined && !last.aside && after.sentence === last.sentence && source.keys.has(after.key);
}

const isRequirement = (source: Side, run: Run, added: number): boolean => {
  const telling = run.filter((word) => !/(?:ment|dessus|dessous)$/.test(fold(source.text.slice(word.start, word.end))));
  const count = new Set(telling.map((word) => word.key)).size;
  return count >= 3 && count > added * 1.5;
};

const textOf = (side: Side, run: Run): string => side.text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0);
