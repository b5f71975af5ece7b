import { phraseOf } from './around.ts';
import type { Defect } from './port/defect.ts';
import { type Cue, firstWordAt, type Side, type SideWord } from './side.ts';

/** What the words of the source were turned into: a contrary, a request, a number that is what it counted, a comparison denied. */
export function compareTurned(source: Side, target: Side): readonly Defect[] {
  return [
    ...turnedContrary(source, target),
    ...turnedRequest(source, target),
    ...turnedCopula(source, target),
    ...turnedComparison(source, target),
  ];
}

const PREFIX = /^(?:in|im|ir|il|non)(?=[a-z]{4})/;
const DENIES = new Set<Cue['kind']>(['denies', 'without', 'except', 'excuse']);

/** «recevable» become «irrecevable», where neither sentence denies anything else. */
function turnedContrary(source: Side, target: Side): readonly Defect[] {
  return [
    ...contraryOf(source, target).map(([a, b]): Defect => ({ kind: 'INVENTED_FACT', source: a.text, target: b.text })),
    ...contraryOf(target, source).map(
      ([a, b]): Defect => ({ kind: 'NEGATION_DROPPED', source: b.text, target: a.text }),
    ),
  ];
}

/** Words of the first text, and the same with a prefix that makes it its contrary in the second, each without the other. */
function contraryOf(plain: Side, denied: Side): readonly (readonly [SideWord, SideWord])[] {
  const words = new Map(plain.words.map((word) => [word.text, word]));
  const said = new Set(denied.words.map(({ text }) => text));
  return denied.words.flatMap((word) => {
    const bare = word.text.replace(PREFIX, '');
    const twin = words.get(bare);
    if (bare === word.text || twin === undefined || word.aside || words.has(word.text) || said.has(bare)) return [];
    const others = (side: Side, { sentence }: SideWord) =>
      side.cues.some((cue) => cue.sentence === sentence && DENIES.has(cue.kind) && !cue.said.includes(word.text));
    return others(plain, twin) || others(denied, word) ? [] : [[twin, word] as const];
  });
}

const BINDS = new Set<Cue['kind']>(['must', 'ask', 'should', 'wish', 'may', 'rather']);
/** In a contract the present tense of these binds: «le titulaire remet». */
const BOUND =
  /\b(?:titulaires?|prestataires?|fournisseurs?|entreprises?|candidats?|soumissionnaires?|acheteurs?|attributaires?|sous-traitants?|mandataires?|cocontractants?|societes?|on|nous|je|vous|article|prevo[a-z]{1,6})\b/;

/** «les agents nettoient» become «merci de nettoyer», «les agents doivent nettoyer»: what is done is not asked for. */
function turnedRequest(source: Side, target: Side): readonly Defect[] {
  if (source.cues.some(({ kind, aside }) => BINDS.has(kind) && !aside)) return [];
  return target.cues.flatMap((cue): readonly Defect[] => {
    const duty = cue.kind === 'must' && /^(?:doi|devr|il faut|faut|faudra)/.test(cue.said);
    if (cue.aside || (cue.kind !== 'ask' && !duty)) return [];
    if (duty && /^(?:doi|devr)/.test(cue.said) && BOUND.test(source.flat)) return [];
    const verb = target.words[firstWordAt(target.words, duty && /faut|faudra/.test(cue.said) ? cue.start : cue.end)];
    const near = [verb, target.words[firstWordAt(target.words, cue.end) - 1]].find(
      (word) =>
        word !== undefined && /(?:er|ir|re)$/.test(word.text) && word.end > cue.start && word.start < cue.end + 12,
    );
    const done =
      near === undefined ? undefined : source.words.find((word) => isTold(word, source) && isSameVerb(word, near));
    if (done === undefined || near === undefined) return [];
    return [{ kind: 'OBLIGATION_STRENGTHENED', source: done.text, target: phraseOf(target, cue) }];
  });
}

/** «nettoient» and «nettoyer» share no key, but their first letters. */
const isSameVerb = (one: SideWord, other: SideWord): boolean =>
  one.key === other.key || (one.text.length > 5 && stem(one) === stem(other));
const stem = ({ text }: SideWord) => text.slice(0, 6).replaceAll('y', 'i');

/** A verb that tells: present, past, participle; neither an infinitive, nor a form that asks, nor what a note says its readers do. */
function isTold({ text, start, end }: SideWord, source: Side): boolean {
  if (!/(?:e|es|ent|it|ait|aient|a|ont|us?)$/.test(text) || /(?:tt|[dvu])re$/.test(text)) return false;
  if (/^-(?:moi|nous|l[ea])/.test(source.text.slice(end, end + 5))) return false;
  return !/(?:prescripteur|référent|direction|service)s?\s$/iu.test(source.text.slice(Math.max(0, start - 16), start));
}

const COUNTS = /\b(?:on est|nous sommes|on etait|nous etions) (?:a |environ |a peu pres )?(\d+)\b/g;

const IS_NUMBER = /\b(?!on |nous |y |ce |c')[a-z]{2,30} (?:est|sont) (?:a |environ )?(\d+)\b/g;

/** «on est 45 agents» become «le service est 45»: a service is no number. */
function turnedCopula(source: Side, target: Side): readonly Defect[] {
  return [...source.flat.matchAll(COUNTS)].flatMap(({ 0: said, 1: number = '' }): readonly Defect[] => {
    const turned = [...target.flat.matchAll(IS_NUMBER)].find(([, other]) => other === number);
    return turned === undefined || /^(?:on|nous) /.test(turned[0])
      ? []
      : [{ kind: 'INVENTED_FACT', source: said, target: turned[0] }];
  });
}

/** Up to the degree or the quality; one may begin within another. */
const IS_NOT = /n(?=((?:e |')[a-z]{1,10} (?:pas|plus) ))/g;
const DEGREES = ['si ', 'aussi ', 'tres ', 'trop ', ''];

/** «c'est plus cher» become «ce n'est pas cher»: what is compared is not denied. */
function turnedComparison(source: Side, target: Side): readonly Defect[] {
  return [...source.flat.matchAll(/\b(?:est|sont|etait|sera|seront|soit) plus ([a-z]{4,20})/g)].flatMap(
    ({ index, 0: said, 1: quality = '' }): readonly Defect[] => {
      if (/(?:\bne |n')$/.test(source.flat.slice(Math.max(0, index - 3), index))) return [];
      const denied = [...target.flat.matchAll(IS_NOT)]
        .flatMap(({ index: start, 1: rest = '' }) =>
          DEGREES.map((degree) => ({ start, whole: `n${rest}${degree}${quality}` })),
        )
        .find(({ start, whole }) => target.flat.startsWith(whole, start));
      return denied === undefined ? [] : [{ kind: 'INVENTED_FACT', source: said, target: denied.whole }];
    },
  );
}
