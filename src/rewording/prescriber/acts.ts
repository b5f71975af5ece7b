import type { Span } from '../../french/span.ts';
import { infinitiveOfThatYou, infinitiveOfYou, isInfinitive } from '../../french/verbs.ts';
import { type Act, at, endOf, plain, type Say, type Unit, wordsAt } from './act.ts';
import { FRAMES, OWN_SIDE, WANTS } from './frames.ts';
import { tellQuestion } from './questions.ts';
import { passive, wanted } from './things-to-do.ts';

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

/** «Joindre le devis», «: compléter», «1. remplir». */
function leadingInfinitive({ words }: Unit): readonly number[] {
  return [...words.matchAll(/(?:^|: ?)(?:(?:puis|et|ensuite|enfin) )?(?=([a-z]{3,20}(?:er|ir|re)) )/g)]
    .filter(([, word = '']) => isInfinitive(word))
    .map(({ index, 0: said }) => index + said.length);
}

const LEAD =
  /(?:m'|t'|s'|l'|d'|y |en |me |nous |vous |te |se |le |la |les |lui |leur |bien |aussi |egalement |impérativement |imperativement |ensuite |de nous |d'y |de ){0,4}/y;
const WORD = /[a-z]{3,24}/y;
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
  const own = /(?:^| )((?:(?:y|en|le|la|les|lui|leur|vous|te|se) |[lts]'){1,4})$/.exec(lead)?.[1] ?? '';
  const people = OF_PEOPLE.test(word) ? (/(?:^| )((?:nous |me |m')(?:en |y )?)$/.exec(lead)?.[1] ?? own) : own;
  return {
    word: [place, end] as const,
    end,
    carried: undefined,
    kept: people === '' ? undefined : place - people.length,
  };
}

/** «le service transmettra», «le service transmet». */
const OWN_SIDE_WILL = new RegExp(`${OWN_SIDE} ((?:nous |leur |lui ))?([a-z]{3,20}r(?:a|ont))(?![a-z])`, 'g');
const OWN_SIDE_DOES = new RegExp(
  `${OWN_SIDE} ((?:nous |leur |lui ))?(transmet|transmettent|adresse|adressent|fournit|fournissent|verifie|verifient|certifie|certifient|renvoie|renvoient|signe|signent|complete|completent|remplit|remplissent|valide|valident|precise|precisent|indique|indiquent)(?![a-z])`,
  'g',
);

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
    ...take(OWN_SIDE_WILL, (form) => infinitiveOfYou(form.replace(/(?:a|ont)$/, 'ez'))),
    ...take(OWN_SIDE_DOES, infinitiveOfThem),
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

function questions(unit: Unit, say: Say): readonly Act[] {
  const told = tellQuestion(wordsAt(say, [unit.start, unit.end]));
  FRAMES.lastIndex = 0;
  if (told === undefined || framed(unit, say).length > 0) return [];
  return [{ verb: told, pieces: [], span: [unit.start, unit.end] }];
}
