import type { Span } from '../../french/span.ts';
import { infinitiveOfDone, infinitiveOfThatYou, infinitiveOfYou, isInfinitive } from '../../french/verbs.ts';
import type { SourceText } from '../brief/source-text.ts';
import {
  BY_OTHERS,
  ENDS_ACT,
  FRAMES,
  IS_WANTED,
  LACKS,
  LIST_GOES_ON,
  MUST_BE,
  MUST_REACH,
  OWN_SIDE,
  TO_DO,
  WANTS,
} from './frames.ts';
import { tellQuestion } from './questions.ts';

/** A sentence, a line or an item of a list: positions of the folded text, and its words from there. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly item: boolean;
  readonly question: boolean;
}

/** Something the reader is asked to do: its verb, and the pieces of the message that say of what. */
export interface Act {
  /** Infinitive. */
  readonly verb: string;
  readonly pieces: readonly Span[];
  /** What of the unit it takes up. */
  readonly span: Span;
  /** Said by a form that asks by itself, wherever it stands: another act ends where it begins. */
  readonly orders?: true;
}

type Say = SourceText['say'];
export const wordsAt = (say: Say, [start, end]: Span): string => say(start, end)?.value.replace(/\s+/g, ' ') ?? '';

/** All that a unit asks, in its order; what is denied or left to others is no ask. */
export function actsIn(unit: Unit, say: Say, isClause: boolean): readonly Act[] {
  const found: Act[] = [
    ...framed(unit, say),
    ...(unit.question ? questions(unit, say) : ordered(unit, say)),
    ...wanted(unit, say),
    ...(isClause ? [] : passive(unit, say)),
  ];
  const kept: Act[] = [];
  for (const act of found.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    const before = kept.at(-1);
    if (before !== undefined && act.span[0] < before.span[1]) {
      // «transmettez le plan et validez l'implantation»: the second begins where the first ends.
      if (!act.orders || act.span[0] < (before.pieces[0]?.[0] ?? before.span[0])) continue;
      kept[kept.length - 1] = clipped(before, act.span[0]);
    }
    kept.push(act);
  }
  return kept;
}

function clipped(act: Act, end: number): Act {
  const pieces = act.pieces.flatMap(([from, to]): readonly Span[] => (from < end ? [[from, Math.min(to, end)]] : []));
  return { ...act, pieces, span: [act.span[0], end] };
}

function framed(unit: Unit, say: Say): readonly Act[] {
  const starts = unit.item || unit.words.length < 200 ? leadingInfinitive(unit) : [];
  const wants = [...unit.words.matchAll(WANTS)].flatMap((match): Act[] => {
    const from = match.index + match[0].length;
    if (match[0].startsWith('pour ')) return [];
    const [end] = endOf(unit.words, from);
    const verb = /savoir|connaitre/.test(match[1] ?? '') ? 'dire' : 'fournir';
    return [{ verb, pieces: [at(unit, from, end)], span: at(unit, match.index, end) }];
  });
  const frames = [...unit.words.matchAll(FRAMES)].flatMap((match) => {
    const from = match.index + match[0].length;
    return chain(unit, from, say, match.index);
  });
  return [...wants, ...starts.flatMap((from) => chain(unit, from, say, from)), ...frames];
}

const at = ({ start }: Unit, from: number, to: number): Span => [start + from, start + to];

/** «Joindre le devis», «: compléter», «1. remplir». */
function leadingInfinitive({ words }: Unit): readonly number[] {
  return [...words.matchAll(/(?:^|: ?)(?:(?:puis|et|ensuite|enfin) )?(?=([a-z]{3,20}(?:er|ir|re)) )/g)]
    .filter(([, word = '']) => isInfinitive(word))
    .map(({ index, 0: said }) => index + said.length);
}

const LEAD =
  /(?:m'|t'|s'|l'|d'|y |en |me |nous |vous |te |se |le |la |les |lui |leur |bien |aussi |egalement |impérativement |imperativement |ensuite |de nous |d'y |de ){0,4}/y;
const WORD = /[a-z]{3,24}/y;
const JOINED =
  /(?:,? (?:et|puis|ainsi que)|,)(?: puis| enfin| ensuite)? (?:de |d'|a )?((?:m'|t'|s'|l'|y |en |me |nous |vous |te |se |le |la |les |lui |leur ){0,3})([a-z]{3,24})(?![a-z'-])/g;
const CARRY = new Map([
  ['parvenir', 'envoyer'],
  ['passer', 'envoyer'],
  ['suivre', 'envoyer'],
  ['remonter', 'envoyer'],
  ['connaitre', 'dire'],
  ['savoir', 'dire'],
]);

/** «transmettre le devis et de signer l'avenant»: one act for each infinitive. */
function chain(unit: Unit, first: number, say: Say, opens: number): readonly Act[] {
  const { words } = unit;
  const acts: Act[] = [];
  let from = first;
  let start = opens;
  // «merci de ne pas signer et de renvoyer»: what is forbidden is told apart, and the rest is asked.
  if (/^(?:ne |n')/.test(words.slice(from))) {
    const [, next] = endOf(words, from + 3);
    if (next === undefined) return [];
    start = next;
    from = next;
  }
  while (from < words.length && acts.length < 8) {
    const verb = verbAt(words, from);
    if (verb === undefined) break;
    const [end, next] = endOf(words, verb.end);
    acts.push({
      verb: say(...at(unit, ...verb.word))?.value.toLowerCase() ?? '',
      span: at(unit, start, end),
      ...renamed(verb, unit, end),
    });
    if (next === undefined) break;
    start = end;
    from = next;
  }
  return acts.map((act, i) => (i === 0 ? { ...act, orders: true } : act));

  function renamed({ carried, kept, end: to }: NonNullable<ReturnType<typeof verbAt>>, of: Unit, end: number) {
    const pieces = [at(of, to, end)];
    if (carried !== undefined) return { verb: carried, pieces };
    return kept === undefined ? { pieces } : { verb: '', pieces: [at(of, kept, end)] };
  }
}

/** Verbs of which «nous», «me» is the object and is said with them. */
const OF_PEOPLE =
  /^(?:inform|prevenir|avert|avis|alert|contact|rejoindre|rencontr|aid|appel|rappel|recontact|tenir|consult|associ|saisir)/;

function verbAt(words: string, from: number) {
  LEAD.lastIndex = from;
  const lead = LEAD.exec(words)?.[0] ?? '';
  const place = from + lead.length;
  WORD.lastIndex = place;
  const word = WORD.exec(words)?.[0];
  if (word === undefined || !isInfinitive(word) || /^(?:ne|n') ?/.test(words.slice(from))) return undefined;
  const end = place + word.length;
  const second = word === 'faire' ? /^ ([a-z]{6,9})(?![a-z])/.exec(words.slice(end, end + 12))?.[1] : undefined;
  const carried = second === undefined ? undefined : CARRY.get(second);
  if (carried !== undefined)
    return { word: [place, end] as const, end: end + 1 + (second ?? '').length, carried, kept: undefined };
  // «vous prononcer», «le signer», «en informer»: the pronoun belongs to what is asked.
  const own = /(?:^| )((?:(?:y|en|le|la|les|lui|leur|vous|te|se) |[lts]')+)$/.exec(lead)?.[1] ?? '';
  const people = OF_PEOPLE.test(word) ? (/(?:^| )((?:nous |me |m')(?:en |y )?)$/.exec(lead)?.[1] ?? own) : own;
  return {
    word: [place, end] as const,
    end,
    carried: undefined,
    kept: people === '' ? undefined : place - people.length,
  };
}

/** In characters: nothing that is asked goes on for longer. */
const REACH = 400;

/** Where an act that goes on from here ends, and where the infinitive that is joined to it begins. */
export function endOf(words: string, from: number): readonly [end: number, next: number | undefined] {
  // What stands in brackets ends nothing.
  const rest = words
    .slice(from, from + REACH)
    .replace(/\([^()\n]{1,160}\)/g, (aside) => `(${'x'.repeat(aside.length - 2)})`);
  let end = rest.search(ENDS_ACT);
  if (end === -1) end = rest.length;
  const colon = / ?: /.exec(rest);
  const lists = colon !== null && INTRODUCES.test(rest.slice(0, colon.index));
  if (colon !== null && !lists && colon.index < end) end = colon.index;
  for (let comma = rest.indexOf(', '); comma !== -1 && comma < end; comma = rest.indexOf(', ', comma + 1)) {
    const after = rest.slice(comma, comma + 90);
    const item = LIST_GOES_ON.test(after) || (lists && comma > colon.index && SHORT_ITEM.test(after));
    if (!item && joinedAt(rest, comma)?.index !== comma) end = comma;
  }
  const joined = joinedAt(rest, 0);
  return joined === undefined || joined.index >= end
    ? [from + end, undefined]
    : [from + joined.index, from + joined.next];
}

/** «les éléments suivants : …», «préciser : …»: what is asked stands after the colon. */
const INTRODUCES = /^ ?[a-z]{0,14}$|(?:suivante?s?|fiche|elements?|informations?|pieces?|points?|documents?|tableau)$/;
const SHORT_ITEM = /^, [a-z' -]{3,40}(?=[,.;]|$| et )/;

function joinedAt(rest: string, from: number): { readonly index: number; readonly next: number } | undefined {
  JOINED.lastIndex = from;
  for (let match = JOINED.exec(rest); match !== null; match = JOINED.exec(rest)) {
    const [said, lead = '', word = ''] = match;
    if (isInfinitive(word) && !/^(?:pouvoir|devoir|avoir|etre|partir|compter)$/.test(word))
      return { index: match.index, next: match.index + said.length - word.length - lead.length };
    JOINED.lastIndex = match.index + 2;
  }
  return undefined;
}

/** «indiquez», «vous ferez parvenir», «que vous validiez», «envoie-moi», «le service transmet». */
function ordered(unit: Unit, say: Say): readonly Act[] {
  const { words } = unit;
  const forms = [
    ...take(
      /(?:^|[,;:.] ?|(?:^|[ ,])(?:et|puis|mais|donc|ensuite|alors|aussi|merci|enfin)[ ,] ?)()([a-z]{1,24}(?:ez|ites))(?:-(?:moi|nous|vous|y|en|leur|lui|les|le|la)){0,2}(?![a-z'-])/g,
      infinitiveOfYou,
    ),
    ...take(
      /(?<![a-z])(?<!que |dont |si |quand |lorsque )vous (m'en |m'|nous en |nous |me |y |en |les |le |la |l')?([a-z]{2,24}rez)(?![a-z-])/g,
      infinitiveOfYou,
    ),
    ...take(
      /(?:souhait|aimer|voudr|demand|faut|faudr|besoin|attend|convient|necessaire|indispensable|important|et|,)[a-z]{0,6} qu(?:e |')(?:vous|tu) (m'en |m'|nous en |nous |me |y |en |les |le |la |l')?([a-z]{2,24}iez)(?![a-z-])/g,
      infinitiveOfThatYou,
    ),
    ...take(new RegExp(`${OWN_SIDE} ((?:nous |leur |lui ))?([a-z]{3,20}r(?:a|ont))(?![a-z])`, 'g'), (form) =>
      infinitiveOfYou(form.replace(/(?:a|ont)$/, 'ez')),
    ),
    ...take(
      new RegExp(
        `${OWN_SIDE} ((?:nous |leur |lui ))?(transmet|transmettent|adresse|adressent|fournit|fournissent|verifie|verifient|certifie|certifient|renvoie|renvoient|signe|signent|complete|completent|remplit|remplissent|valide|valident|precise|precisent|indique|indiquent)(?![a-z])`,
        'g',
      ),
      infinitiveOfThem,
    ),
    ...take(
      /(?:^|[,;:.] ?| et | puis )()(envoie|transmets|dis|donne|remplis|signe|fais|renvoie|verifie|confirme|precise|prepare|joins|mets|complete|valide|passe|regarde|appelle|previens|liste|note)(?:-(?:moi|nous|le|la|les|lui|leur)){1,2}(?![a-z])/g,
      (form) => ONE.get(plain(form)),
    ),
  ];
  return forms.map(({ from, to, verb, start }) => {
    const [end] = endOf(words, to);
    const second = verb === 'faire' ? /^ ([a-z]{6,9})(?![a-z])/.exec(words.slice(to, to + 12))?.[1] : undefined;
    const carried = second === undefined ? undefined : CARRY.get(second);
    const next = carried === undefined ? to : to + 1 + (second ?? '').length;
    const own = /^-(?:y|en|les|le|la|leur|lui|vous)/.test(words.slice(from, to).replace(/^[a-z]+/, ''));
    return {
      verb: own
        ? `${words
            .slice(from, to)
            .replace(/^[a-z]+-(?:nous-|moi-)?/, '')
            .replace(/^l[ae]s?$/, '$&')} ${carried ?? verb}`
        : (carried ?? verb),
      pieces: [at(unit, next, end)],
      span: at(unit, start, end),
      orders: true,
    };
  });

  function take(pattern: RegExp, infinitive: (form: string) => string | undefined) {
    return [...words.matchAll(pattern)].flatMap((match) => {
      const form = match[2] ?? '';
      const to = match.index + match[0].length;
      const from = words.indexOf(form, match.index + match[0].lastIndexOf(form));
      if (
        /^ ?(?:pas|plus|rien|jamais|aucun)/.test(words.slice(to)) ||
        (form === 'rendez' && words.startsWith('-vous', from + 6))
      )
        return [];
      const verb = infinitive(say(...at(unit, from, from + form.length))?.value.toLowerCase() ?? form);
      return verb === undefined ? [] : [{ from, to, verb, start: match.index }];
    });
  }
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
const ONE = new Map(
  'envoie:envoyer transmets:transmettre dis:dire donne:donner remplis:remplir signe:signer fais:faire renvoie:renvoyer verifie:vérifier confirme:confirmer precise:préciser prepare:préparer joins:joindre mets:mettre complete:compléter valide:valider passe:passer regarde:regarder appelle:appeler previens:prévenir liste:lister note:noter'
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', verb = ''] = pair.split(':');
      return [form, verb];
    }),
);
function infinitiveOfThem(form: string): string | undefined {
  const stem = form.replace(/(?:ent)$/, '').replace(/e$/, '');
  if (/transmet/.test(stem)) return 'transmettre';
  if (/(?:ss|i)t?$/.test(stem) && /fourni|rempli/.test(stem)) return stem.startsWith('f') ? 'fournir' : 'remplir';
  return /voi$/.test(stem) ? stem.replace(/oi$/, 'oyer') : `${stem}er`;
}

/** «il me manque le nombre de repas», «votre avis est requis». */
function wanted(unit: Unit, say: Say): readonly Act[] {
  const { words } = unit;
  const lacking = [...words.matchAll(LACKS)].flatMap((match): Act[] => {
    const from = match.index + match[0].length;
    const [end] = endOf(words, from);
    const rest = words.slice(from, end);
    if (
      !/^ (?:d[eu]s? |d'|l[ea]s? |l'|un|une |vo|ton |ta |tes |\d|deux|trois|quatre)/.test(rest) ||
      IS_PRONOUN.test(rest)
    )
      return [];
    if (isInfinitive(/^ (?:de |d')([a-z]+)/.exec(rest)?.[1] ?? '')) return [];
    // «je n'ai reçu ni l'un ni l'autre»: both are wanted.
    const [first = '', ...others] = rest.split(/ ni (?=\S)/);
    let start = from + first.length;
    const acts: Act[] = [{ verb: 'fournir', pieces: [at(unit, from, start)], span: at(unit, match.index, start) }];
    for (const other of others) {
      const to = start + 4 + other.length;
      acts.push({ verb: 'fournir', pieces: [at(unit, start + 4, to)], span: at(unit, start, to) });
      start = to;
    }
    return acts;
  });
  const needed = [...words.matchAll(IS_WANTED)].flatMap((match): Act[] => {
    const subject = subjectBefore(unit, match.index);
    const of = words.slice(subject, match.index);
    if (!/^(?:vo(?:tre|s)|ton|ta|tes) |^(?:vo(?:tre|s)) /.test(of) || / ne? $| n'$/.test(of)) return [];
    const [end] = endOf(words, match.index + match[0].length);
    const verb = /^(?:votre|ton|ta) (?:presence|participation)/.test(of)
      ? 'assurer'
      : /(?:avis|accord|validation|decision|reponse|retour|confirmation)/.test(of)
        ? 'donner'
        : 'fournir';
    return [
      {
        verb,
        pieces: [at(unit, subject, match.index), at(unit, match.index + match[0].length, end)],
        span: at(unit, subject, end),
      },
    ];
  });
  return [...lacking, ...needed].filter(({ pieces }) => say(...(pieces[0] ?? [0, 0])) !== undefined);
}

const IS_PRONOUN =
  /^ (?:de |d')?(?:tout(?:es)? (?:ca|cela)|ca|cela|ces elements|celui|celle|que |qu'|vous |toi |temps)/;

/** What is to be done of the thing named before: «le PV doit être signé», «tableau à compléter», «la fiche doit nous revenir». */
function passive(unit: Unit, say: Say): readonly Act[] {
  const { words } = unit;
  const acts: Act[] = [];
  const add = (index: number, verb: string | undefined, from: number, chainSubject?: number) => {
    const subject = chainSubject ?? subjectBefore(unit, index);
    const about = words.slice(subject, index);
    if (verb === undefined || DENIED.test(about) || about.trim().length < 3 || about.length > 160) return subject;
    const [end] = endOf(words, from);
    const rest = words.slice(from, end);
    if (BY_OTHERS.test(/ par [^,;]{0,60}/.exec(rest)?.[0] ?? '') || ACTS_ITSELF.test(about)) return subject;
    const told = /^ par (?!mail|courri|voie|ecrit|retour|lot|site)/.test(rest) ? `faire ${verb}` : verb;
    acts.push({
      verb: told,
      pieces: [at(unit, subject, index), at(unit, from, end)],
      span: at(unit, acts.some(({ span }) => span[0] === unit.start + subject) ? index : subject, end),
    });
    return subject;
  };
  for (const match of words.matchAll(MUST_BE)) {
    const from = match.index + match[0].length;
    const [form = ''] = /^[a-z]+/.exec(words.slice(from)) ?? [];
    const said = say(...at(unit, from, from + form.length))?.value.toLowerCase() ?? '';
    const toDo = / a(?: |$)/.test(match[0].slice(0, -1))
      ? isInfinitive(form)
        ? said
        : undefined
      : match[0].includes('etre ')
        ? infinitiveOfDone(said)
        : undefined;
    add(match.index, OWN_ACTS.test(plain(toDo ?? '')) ? toDo : undefined, from + form.length);
  }
  for (const match of words.matchAll(MUST_REACH)) {
    const before = acts.at(-1);
    const subject =
      match[0].startsWith('et') && before !== undefined ? (before.pieces[0]?.[0] ?? 0) - unit.start : undefined;
    if (match[0].startsWith('et') && subject === undefined) continue;
    const end = subject === undefined ? match.index : (before?.pieces[0]?.[1] ?? 0) - unit.start;
    const from = match.index + match[0].length - (match[1]?.length ?? 0);
    if (subject === undefined) add(end, 'envoyer', from);
    else
      acts.push({
        verb: 'envoyer',
        pieces: [at(unit, subject, end), at(unit, from, endOf(words, from)[0])],
        span: at(unit, match.index, endOf(words, from)[0]),
      });
  }
  for (const match of words.matchAll(TO_DO)) {
    const from = match.index + match[0].length;
    const [form = ''] = /^(?:nous |me )?([a-z]+)/.exec(words.slice(from)) ?? [];
    const verb = form.replace(/^(?:nous|me) /, '');
    if (
      !OWN_ACTS.test(verb) ||
      /(?:est|sont|reste|restent|vous|avez|aurez|invite[a-z]*|prie[a-z]*) $/.test(words.slice(0, match.index))
    )
      continue;
    const subject = acts.at(-1) === undefined ? undefined : (acts.at(-1)?.pieces[0]?.[0] ?? 0) - unit.start;
    const end = subject === undefined ? match.index : (acts.at(-1)?.pieces[0]?.[1] ?? 0) - unit.start;
    add(
      end,
      say(...at(unit, from + form.length - verb.length, from + form.length))?.value.toLowerCase(),
      from + form.length,
      subject,
    );
  }
  return acts;
}

const DENIED = /(?<![a-z])(?:ne|n'|pas|sans|aucune?|ni|si|vous|qui|dont)(?![a-z])/;
const ACTS_ITSELF =
  /^(?:les? |la |l'|chaque |tout )?(?:titulaire|candidat|soumissionnaire|entreprise|prestataire|fournisseur|attributaire|acheteur|sous-traitant)s?(?: |$)/;
/** What the department may be asked to do of a thing that stands as a subject: «la tranche doit être affermie» is nobody's. */
const OWN_ACTS =
  /^(?:re)?(?:transmettre|envoyer|retourner|renvoyer|completer|remplir|signer|renseigner|valider|fournir|joindre|indiquer|preciser|motiver|justifier|identifier|produire|remettre|deposer|adresser|communiquer|saisir|certifier|verifier|corriger|modifier|reprendre|lister|recenser|chiffrer|estimer|definir|confirmer|designer|finaliser|parapher|viser|dater|annexer|fixer|decrire|detailler|mettre|rediger|etablir|supprimer|solder|arreter|relire|approuver)$/;

/** Where the subject of a verb at this place begins. */
function subjectBefore({ words }: Unit, index: number): number {
  const before = words.slice(0, index);
  let from = 0;
  for (const match of before.matchAll(/[,;:] |(?<![a-z])(?:que |qu'|donc |et (?=l[ea]s? |l'|vo))/g))
    from = match.index + match[0].length;
  const colon = /^(.{3,120}?) ?: ?$/.exec(before);
  if (colon !== null) return 0;
  return from;
}

function questions(unit: Unit, say: Say): readonly Act[] {
  const told = tellQuestion(wordsAt(say, [unit.start, unit.end]));
  FRAMES.lastIndex = 0;
  if (told === undefined || framed(unit, say).length > 0) return [];
  return [{ verb: told, pieces: [], span: [unit.start, unit.end] }];
}
