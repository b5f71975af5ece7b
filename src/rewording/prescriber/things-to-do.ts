import { infinitiveOfDone, isInfinitive } from '../../french/verbs.ts';
import { type Act, at, endOf, plain, type Say, type Unit } from './act.ts';
import { BY_OTHERS, IS_WANTED, LACKS, MUST_BE, MUST_REACH, TO_DO } from './frames.ts';

/** «il me manque le nombre de repas», «votre avis est requis». */
export function wanted(unit: Unit, say: Say): readonly Act[] {
  const { words } = unit;
  const lacking = [...words.matchAll(LACKS)].flatMap((match): Act[] => {
    const from = match.index + match[0].length;
    const [end] = endOf(words, from);
    const rest = words.slice(from, end);
    if (
      !/^ (?:: )?(?:d[eu]s? |d'|l[ea]s? |l'|un|une |vo|ton |ta |tes |\d|deux|trois|quatre)/.test(rest) ||
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
export function passive(unit: Unit, say: Say): readonly Act[] {
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
      /(?:est|sont|reste|restent|vous|avez|aurez|(?:invite|prie)[a-z]{0,20}) $/.test(
        words.slice(Math.max(0, match.index - 30), match.index),
      )
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
