import { readValues } from '../french/values/read-values.ts';
import { fold, words } from '../french/words.ts';

/** Whole words, accented ones too: `\b` knows no accents. */
export function word(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'giu');
}

export const PROCEDURE = word(
  "mapa|proc[ée]dures? (?:adapt[ée]es?|formalis[ée]es?|n[ée]goci[ée]es?|avec n[ée]gociation)|appels? d['’]offres?(?: ouverts?| restreints?)?|aoo?|dialogue comp[ée]titif|gr[ée] [àa] gr[ée]|achats? directs?",
);

const CCAG = word('ccag[- ]?(?:fcs|pi|travaux|tic|moe|mi)');
const BUYER = word(
  "(?:l['’]|une? |les? |la |notre |votre |nos )?(?:[ée]tat|minist[èe]res?|rectorats?|pr[ée]fectures?|d[ée]partements?|r[ée]gions?|communes?|mairies?|villes?|agglos?|m[ée]tropoles?|communaut[ée] (?:de communes|d['’]agglom[ée]ration|urbaine)|epci|ccas|sdis|universit[ée]s?|syndicats? mixtes?|h[ôo]pita(?:l|ux)|chu?|centres? hospitaliers?|ehpad|oph|offices? (?:publics? de l['’]habitat|hlm)|spl|soci[ée]t[ée]s? publiques? locales?|entreprises? publiques?|entit[ée]s? adjudicatrices?|r[ée]gies? de \\p{L}+|epic)",
);

/** Words of one kind: of two such lines the one is asked in the place of the other. */
const KINDS: readonly RegExp[] = [
  PROCEDURE,
  word("neufs?|neuves?|d['’]occasion|de seconde main|reconditionn[ée]e?s?"),
  word('travaux|fournitures?|services?|[ée]tudes?'),
  CCAG,
  BUYER,
  word(
    '(?:une? |les? |la )?(?:pme|artisans?|grand groupe|gros groupe|grandes? entreprises?|microentreprises?|auto-?entrepreneurs?)',
  ),
];

/** «en restreint», «et en formalisé»: the name of the procedure is cut short. */
const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [word('(?<!offres )restreint'), "appel d'offres restreint"],
  [word('(?<!offres )ouvert'), "appel d'offres ouvert"],
  [word('(?<!proc[ée]dures? )formalis[ée]e?'), 'procédure formalisée'],
];

/** The general terms of what a line says is bought, where those of another were named. */
const TERMS_OF: readonly (readonly [RegExp, string])[] = [
  [word('travaux'), 'CCAG-Travaux'],
  [word('[ée]tudes?|prestations? intellectuelles?'), 'CCAG-PI'],
  [word('fournitures?|services?'), 'CCAG-FCS'],
  [word('informatique'), 'CCAG-TIC'],
  [word("ma[iî]trise d['’](?:œ|oe)uvre|moe"), 'CCAG-MOE'],
];

/** What the line names in the place of the one thing of its kind. */
export function withNamed(question: string, line: string): string {
  const whole = SHORT_NAMES.reduce((said, [short, name]) => said.replace(short, name), line);
  const terms = termsNamed(whole);
  return KINDS.reduce((text, kind) => {
    const named = [...whole.matchAll(kind)].at(0)?.[0] ?? (kind === CCAG ? terms : undefined);
    const [old, ...others] = [...text.matchAll(kind)];
    if (named === undefined || old === undefined || others.some(([one]) => !isSame(one, old[0]))) return text;
    if (isSame(named, old[0])) return text;
    return (kind === BUYER ? withoutSize(text, old) : text).replaceAll(kind, named);
  }, question);
}

/** The general terms of what a line says is bought, where it names none itself. */
export function termsNamed(line: string): string | undefined {
  return TERMS_OF.find(([bought]) => line.search(bought) >= 0 && line.search(CCAG) < 0)?.[1];
}

const SIZE = word('habitants?|fonctionnement|budget');
const OF_WHAT = /^ de (?:dépenses (?:réelles )?de )?(?:fonctionnement|budget)/i;
/** Characters between a buyer and its size: «métropole de », «commune qui a ». */
const BESIDE = 8;

/** «notre métropole de 200 M€ de fonctionnement»: how large it is goes with the buyer that another takes the place of. */
function withoutSize(text: string, { 0: named, index }: RegExpExecArray): string {
  const from = index + named.length;
  const size = readValues(text).find(({ span: [start] }) => start >= from && start <= from + BESIDE);
  if (size === undefined) return text;
  const [, end] = size.span;
  const of = OF_WHAT.exec(text.slice(end))?.[0] ?? '';
  return `${size.text}${of}`.search(SIZE) < 0 ? text : `${text.slice(0, from)}${text.slice(end + of.length)}`;
}

const SMALL = new Set(
  'et ou pour en dans le la les l un une des du de d si c est chez au aux a sur quand meme alors idem pareil pareille plus donc mon ma mes notre nos votre question chose ok bon ca avec bah euh sinon plutot finalement maintenant ce'.split(
    ' ',
  ),
);

/** «le service y tient», «la délégation de service public»: nothing that is bought. */
const NOT_BOUGHT = word('(?:le|mon|notre|votre|du|au|chaque) service|services? publics?');

/** The line names a buyer, a procedure, what is bought, or says how much or when: what an answer may turn on. */
export function namesFact(line: string): boolean {
  const said = line.replace(NOT_BOUGHT, ' ');
  return KINDS.some((kind) => said.search(kind) >= 0) || readValues(said).length > 0;
}

/** The line says nothing but one thing in the place of another: «et en travaux ?», «et pour un CHU ?». */
export function namesOnly(line: string): boolean {
  const named = [...SHORT_NAMES.map(([short]) => short), ...KINDS].reduce(
    (rest, kind) => rest.replace(kind, ' '),
    line,
  );
  return named !== line && words(fold(named)).every((one) => SMALL.has(one));
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
