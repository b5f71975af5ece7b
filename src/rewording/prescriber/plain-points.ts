import type { Span } from '../../french/span.ts';
import { infinitiveOfYou } from '../../french/verbs.ts';
import { readSourceText, type SourceText } from '../brief/source-text.ts';
import type { PlainPoints } from '../port/rewording.ts';
import { type Act, endOf, type Unit, wordsAt } from './act.ts';
import { actsIn } from './acts.ts';
import { byDay, type When, whensIn } from './deadlines.ts';
import { BY_OTHERS, FORBIDS, OTHERWISE, OTHERWISE_TOLD, WAITS } from './frames.ts';
import { lowered } from './questions.ts';
import { unitsOf, withoutAsides } from './units.ts';

/** What the message itself says of what is asked, to send, by when and otherwise; why comes from the corpus. */
export type SaidPoints = Omit<PlainPoints, 'why'>;

const MOST_ASKED = 9;
/** In characters: a line is read at a glance. */
const LONGEST = 170;

/** All in the message's own words but for the verbs. */
export function saidPoints(source: string): SaidPoints {
  const text = readSourceText(source);
  const whens = whensIn(source, text);
  const units = unitsOf(withoutAsides(text.folded, whens));
  const isClause = CLAUSE.test(text.folded) && !/(?<![a-z])(?:vous|votre|vos|merci)(?![a-z])/.test(text.folded);
  const found = findActs(units, text, isClause);
  const asked = found.map(({ act, unit }) => ({ ...tell(act, unit, whens, text), act, unit }));
  const all = distinct(asked.filter(({ said }) => said.length > 3));
  const plain = all.filter(({ said }) => !GENERIC.test(said));
  const acts = plain.length > 0 ? plain : all;
  const notToDo = units.flatMap((unit) => forbidden(unit, text));
  const whole = isClause
    ? []
    : units
        .filter((unit) => acts.every((one) => one.unit !== unit) && isTask(unit, whens, text))
        .map((unit) => asTold(unit, text));
  const told = [...acts, ...whole].toSorted((one, other) => one.act.span[0] - other.act.span[0]);
  const asks = told.length > 0 ? 'something' : asksNothing(units, isClause) ? 'nothing' : 'unsure';
  return {
    asked: told.slice(0, MOST_ASKED).map(({ said }) => said),
    notToDo,
    send: told
      .filter(({ act }) => SENDS.test(act.verb))
      .map(({ said, act }) => said.slice(act.verb.length).trim())
      .filter((what) => what.length > 2),
    byWhen: byDay(
      whens
        .filter(({ span }) => !whole.some(({ unit }) => isIn(unit, span)))
        .flatMap((when) => dueFor(when, units, acts, text)),
    ).map(({ when, what }) => (what === undefined ? { when } : { when, what })),
    // What happens otherwise is nobody's business where nothing is asked.
    otherwise:
      (asks === 'nothing' && notToDo.length === 0 ? '' : units.flatMap((unit) => otherwise(unit, text)).join(' ; ')) ||
      undefined,
    asks,
  };
}

const isIn = ({ start, end }: Unit, [from]: Span): boolean => start <= from && from < end;

/** A sentence that wants something of its reader, or by a day, and whose act was not made out: better told whole than dropped. */
function isTask(unit: Unit, whens: readonly When[], text: SourceText): boolean {
  const { words } = unit;
  if (TOLD_ONLY.test(words) || ON_ITS_OWN.test(words) || forbidden(unit, text).length > 0) return false;
  const toReader = TO_READER.test(words);
  if (!toReader && (BY_WRITER.test(words) || (BY_OTHERS.test(words) && !WANTED.test(words)))) return false;
  if (/^(?:je|nous|on) |^j'/.test(words) && !WITH_READER.test(words)) return false;
  return WANTED.test(words) || whens.some(({ due, span }) => due && isIn(unit, span));
}
const TO_READER = /(?<![a-z])(?:vous|votre|vos|tu|ton|ta|tes|toi)(?![a-z])/;
/** The writer wants it of the reader, or does it with them. */
const WITH_READER =
  /(?<![a-z])(?:(?:que|et) (?:vous|tu)|gre de|ensemble|(?:vous|te) (?:remerci|demand|pri)[a-z]{1,5})(?![a-z])/;
const BY_WRITER = /(?<![a-z])(?:je|j'|nous (?!faut|le|la|les)|nos soins|mes soins)(?![a-z])/;
const ON_ITS_OWN =
  /faire le necessaire|^(?:(?:votre )?(?:retour|reponse)s? (?:attendu|souhait|demand)|a defaut|sinon|sans (?:retour|reponse|nouvelles?)|en l'absence|passee? c|vous trouverez|tu trouveras)|(?<![a-z])(?:vous|t') ?(?:informe|rappelle que|confirme|signale)/;
/** Ways of wanting that leave the act to be read in the sentence. */
const WANTED =
  /(?<![a-z])(?:il (?:me |nous )?(?:les? |la |l')?(?:faut|faudra)|svp|stp|s'il (?:vous|te) plait|obligatoires? (?:aupres|avant|d'ici)|doi(?:t|vent|s)|devr(?:a|ont|ez)|devez|manquent?|ensemble|saur(?:ions|ais|ai) gre|(?:vous|tu) (?:me |nous |m'|l[ea]s? |l')?(?:dispos|command|sign|choisi|not|reten|remplis|propos|verifi|confirm)[a-z]{1,6}|attendue?s?|est(?:-ce que)? a vous|a vous d|de (?:votre|ton) cote|avant d|silence vaut)(?![a-z])|(?:^|[,;:.] ?)[a-z]{4,15}-(?:les|le|la|moi|nous|en)(?![a-z])|(?:^|[,;:] ?)(?:venez|apportez|pensez|prevoyez|prevenez|arrete|verifie|envoie|signe|relis|regarde) /;

const GREETING = /^(?:bonjour|bonsoir|salut|hello|cher|chère)(?:[ ,][^,.!\n]{0,40})?[,!] /iu;

function asTold(unit: Unit, text: SourceText) {
  const otherwise = OTHERWISE.exec(unit.words)?.index ?? unit.words.length;
  const span: Span = [unit.start, unit.start + (otherwise === 0 ? unit.words.length : otherwise)];
  const said = short(lowered(wordsAt(text.say, span).replace(GREETING, '')));
  return { said, act: { verb: '', pieces: [], span } satisfies Act, unit };
}

const CLAUSE =
  /^[ *#>[(-]*(?:article|art\.|ccap|cctp|ccag|ccp|rc|reglement de (?:la )?consultation|acte d'engagement|clause)(?![a-z])/;
const SENDS =
  /^(?:envoyer|transmettre|adresser|fournir|communiquer|retourner|renvoyer|joindre|produire|remettre|déposer|donner)$/;
/** Signs of a request that was not understood: then nothing is said of «nothing to do». */
const HINTS =
  /(?<![a-z])(?:vous (?:devez|devrez|etes tenu)|merci d|votre (?:avis|accord|retour|validation|reponse)|prescripteurs?|(?<!pas )a (?:retourner|completer|signer|valider)|au plus tard|veuillez)(?![a-z])/;

const DUTY = /(?<![a-z])(?:doi(?:t|vent)|devr(?:a|ont)|il faut|obligatoire|necessaire|a regulariser)(?![a-z])/;
/** That there is nothing to do is believed of a message that says so itself: a duty that was not made out costs its reader more than a reading. */
const asksNothing = (units: readonly Unit[], isClause: boolean): boolean =>
  units.some(({ words }) => TOLD_ONLY.test(words)) && !units.some((unit) => mayAsk(unit, isClause));
const TOLD_ONLY =
  /(?<![a-z])(?:pour (?:votre |ta |bonne |simple )?(?:information|info|memoire)|(?:vous|t') ?informe|aucune (?:action|demarche)|rien a (?:faire|signer|envoyer|renvoyer)|pas (?:a |necessaire|besoin|obligatoire|tenue?s?)|sans qu'il soit besoin|merci (?:pour|de) (?:votre|ton|vos|tes) (?:envoi|reponse|retour|message)|simple rappel|bonne reception)(?![a-z])/;

const mayAsk = ({ words, question }: Unit, isClause: boolean): boolean =>
  question ||
  HINTS.test(words) ||
  (!isClause && DUTY.test(words) && !BY_OTHERS.test(words) && !/(?<![a-z])pas (?:obligatoire|necessaire)/.test(words));

interface Found {
  readonly act: Act;
  readonly unit: Unit;
}

/** With what a list asks: the verb of the line that opens it, for each item that has none of its own. */
function findActs(units: readonly Unit[], text: SourceText, isClause: boolean): readonly Found[] {
  const found: Found[] = [];
  let opener: Act | undefined;
  for (const [i, unit] of units.entries()) {
    const acts = actsIn(unit, text.say, isClause);
    const opens = /: ?$/.test(unit.words) && units[i + 1]?.item === true;
    if (acts.length === 0 && unit.item && isBlank(text.folded, unit)) {
      found.push({ act: { verb: FILL_VERB, pieces: [[unit.start, unit.end]], span: [unit.start, unit.end] }, unit });
      continue;
    }
    if (unit.item && opener !== undefined && acts.length === 0) {
      found.push({ act: { verb: opener.verb, pieces: [[unit.start, unit.end]], span: [unit.start, unit.end] }, unit });
      continue;
    }
    if (!unit.item) opener = undefined;
    if (opens) {
      const last = acts.at(-1);
      const [piece] = last?.pieces ?? [];
      opener =
        last ??
        (/(?:demande|invite|prie|merci|manque|elements|pieces|informations)/.test(unit.words)
          ? { verb: LIST_VERB, pieces: [], span: [unit.start, unit.end] }
          : undefined);
      // «merci de me faire parvenir :» says nothing without its items; «remplir le formulaire :» does.
      const bare = last !== undefined && (piece === undefined || wordsAt(text.say, piece).split(' ').length < 4);
      found.push(...acts.slice(0, bare ? -1 : undefined).map((act) => ({ act, unit })));
      continue;
    }
    found.push(...acts.map((act) => ({ act, unit })));
  }
  if (found.length > 0) return found;
  return units.flatMap((unit) => {
    const match = WAITS.exec(unit.words);
    if (match === null) return [];
    const from = match.index + match[0].length;
    const [end] = endOf(unit.words, from);
    return [
      {
        act: {
          verb: 'donner',
          pieces: [[unit.start + from, unit.start + end]],
          span: [unit.start + match.index, unit.start + end],
        } as const,
        unit,
      },
    ];
  });
}
const LIST_VERB = 'fournir';
const FILL_VERB = 'remplir';
/** «Budget (HT) : ……», «Date : ____»: a form to fill in. */
const isBlank = (folded: string, { start, end }: Unit): boolean =>
  /[:?] ?(?:[.…_]{2}|$)|_{3}|\[ \]|…$/.test(folded.slice(start, end + 6).split('\n', 1)[0] ?? '');
/** Says no more than «do it». */
const GENERIC =
  /^(?:faire (?:le nécessaire|diligence)|procéder ainsi|y remédier|(?:(?:le|la|les|nous) |l['’])(?:donner|fournir|transmettre|envoyer|faire|adresser))$/;

/** As a line: verb, of what, without the dates, which stand apart; under which condition last. */
function tell({ verb, pieces, span }: Act, unit: Unit, whens: readonly When[], text: SourceText) {
  const objects = pieces
    .flatMap((piece) =>
      without(
        piece,
        whens.filter(({ due }) => due),
      ),
    )
    .map((span) => edged(text, span))
    .filter((said) => said !== '');
  const condition = CONDITION.exec(unit.words.slice(0, span[0] - unit.start));
  const [, lead = '', said = ''] = condition ?? [];
  const from = unit.start + (condition?.index ?? 0) + lead.length;
  const when = condition === null ? '' : `, ${lowered(wordsAt(text.say, [from, from + said.length]))}`;
  const object = lowered(objects.join(' '))
    .replace(/^(?:également|egalement|aussi|donc|ensuite|impérativement) /u, '')
    // «validez ou refusez»
    .replace(/(?<=^|\s)ou (\p{Ll}{2,20}ez)(?=\s|$)/gu, (_, form: string) => `ou ${infinitiveOfYou(form) ?? form}`)
    .replace(/^(?:d[eu] |d['’])(?=(?:vos|votre|ton|ta|tes|cette?|ces?|l[ea]s?) )/u, '')
    .replace(/^des (?=éléments|documents)/u, 'les ')
    .replace(/^d['’](?=un)/u, '')
    .replace(/^du /u, /fournir|donner/.test(verb) ? 'le ' : 'du ');
  const line = [verb, short(object)].filter((part) => part !== '').join(' ');
  return { said: plainVerb(line) + when };
}
const CONDITION =
  /(^|[:;.] |mais |et )((?:si |s'il|en cas d|lorsqu|des lors|quand |dans l'hypothese)[^,\n]{3,110}),? ?$/;

/** The plainer verb, where what is sent follows at once. */
function plainVerb(line: string): string {
  const [verb = '', next = ''] = line.split(' ');
  const plain = PLAIN.get(verb);
  return plain === undefined ||
    !/^(?:l[ea]s?|l['’].*|une?|des?|d['’].*|du|vo(?:s|tre)|tes|ton|ta|ce|cette|ces|\d.*|deux|trois|quatre|cinq|toute?s?|chaque|copie|:)$/iu.test(
      next,
    )
    ? line
    : plain + line.slice(verb.length);
}
const PLAIN = new Map([
  ['transmettre', 'envoyer'],
  ['adresser', 'envoyer'],
  ['communiquer', 'donner'],
  ['retourner', 'renvoyer'],
  ['produire', 'fournir'],
  ['renseigner', 'remplir'],
]);

function short(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}

function without([start, end]: Span, whens: readonly When[]): readonly Span[] {
  const left: Span[] = [];
  let from = start;
  for (const { span } of whens) {
    if (span[1] <= from || span[0] >= end) continue;
    if (span[0] > from) left.push([from, span[0]]);
    from = span[1];
  }
  if (from < end) left.push([from, end]);
  return left;
}

const edged = (text: SourceText, span: Span): string =>
  wordsAt(text.say, span)
    .replace(/^(?:et|que|donc|:)\s/u, '')
    .replace(/(?:\s(?:et|ou|,|pour|est|sont|le|:|au|fixée? au|à)){1,3}$/u, '')
    .replace(/^(?:et|ou|est|sont)$/u, '');

function distinct<T extends { readonly said: string }>(list: readonly T[]): readonly T[] {
  return list.filter(({ said }, i) => list.findIndex((other) => other.said === said) === i);
}

/** What each due date is for: the act it stands with, else, where all else is asked, all of it. */
function dueFor(
  when: When,
  units: readonly Unit[],
  told: readonly { readonly said: string; readonly act: Act; readonly unit: Unit }[],
  text: SourceText,
) {
  const unit = units.find(({ start, end }) => start <= when.span[0] && when.span[0] < end);
  if (unit === undefined) return [];
  const said = lowered(wordsAt(text.say, when.span));
  const here = told.filter((one) => one.unit === unit);
  const mine =
    here.find(({ act }) => act.span[0] <= when.span[0] && when.span[0] <= act.span[1]) ??
    here.find(({ act }) => when.span[1] <= act.span[0]);
  if (when.due && mine !== undefined)
    return [
      {
        when: said,
        what: here.length === told.length && isLast(mine, here) ? undefined : inBrief(mine.said),
        iso: when.iso,
      },
    ];
  if (when.due)
    return told.length > 0 && ALL_DUE.test(unit.words) ? [{ when: said, what: undefined, iso: when.iso }] : [];
  const clause = clauseAround(unit, when.span);
  const what = without(clause, [when])
    .map((span) => edged(text, span))
    .join(' ')
    .trim();
  return what.length < 4 || what.length > 120 ? [] : [{ when: said, what: lowered(what), iso: when.iso }];
}
/** Enough of what is due to know it again. */
const inBrief = (said: string): string =>
  said.length <= 60 ? said : `${said.slice(0, Math.max(said.lastIndexOf(' ', 60), 20))}…`;
/** «faites ceci et cela avant le 8»: the date at the end is of both. */
const isLast = (one: { readonly act: Act }, all: readonly { readonly act: Act }[]) => all.at(-1) === one;
const ALL_DUE =
  /sans |retour|reponse|delai|date limite|attendu|rendre|au plus tard|urgent|besoin|le tout|merci|necessaire/;

function clauseAround({ start, words }: Unit, span: Span): Span {
  const at = span[0] - start;
  let from = 0;
  for (const match of words.slice(0, at).matchAll(/[,;:] /g)) from = match.index + 2;
  const next = /[,;:] | et (?=\w+ez )/.exec(words.slice(span[1] - start));
  return [start + from, next === null ? start + words.length : span[1] + next.index];
}

function forbidden(unit: Unit, text: SourceText): readonly string[] {
  const found: Span[] = [];
  for (const match of unit.words.matchAll(FORBIDS)) {
    const start = unit.start + match.index;
    if (unit.question || found.some((span) => start < span[1])) continue;
    const to = match.index + match[0].length;
    const [stop] = endOf(unit.words, to);
    found.push([start, unit.start + stop]);
  }
  return found
    .map((span) => lowered(wordsAt(text.say, span).replace(/^(?:surtout,? |et |mais )/iu, '')))
    .filter((said) => said.length > 5);
}

function otherwise(unit: Unit, text: SourceText): readonly string[] {
  const match = OTHERWISE.exec(unit.words);
  if (match !== null) {
    const from = unit.start + match.index + match[0].length;
    const said = wordsAt(text.say, [from, unit.end]);
    return said.length > 3 ? [lowered(said)] : [];
  }
  const whole = OTHERWISE_TOLD.exec(unit.words);
  return whole === null ? [] : [lowered(wordsAt(text.say, [unit.start + whole.index, unit.end]))];
}
