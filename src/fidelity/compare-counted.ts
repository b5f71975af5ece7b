import { measureOf } from '../french/values/units.ts';
import type { Defect } from './port/defect.ts';
import { type Cue, firstWordAt, type Side, type SideValue } from './side.ts';
import { nounOf, type Pair } from './value-equality.ts';

/**
 * What a number kept counts, and whether it is still told: «4 200 habitants» become «le service est 4 200» counts nobody any
 * more, and «on a 3 agents» become «merci de prévoir 3 agents» asks for what is there.
 */
export function compareCounted({ source: from, target: to }: Pair, source: Side, target: Side): readonly Defect[] {
  if (from.value.kind !== 'quantity' || to.value.kind !== 'quantity') return [];
  const said = { source: from.value.text, target: to.value.text };
  if (isNounLost(from, to, target)) return [{ kind: 'UNIT_CHANGED', ...said }];
  const asked = isHad(from, source) ? askedBy(to, target, source) : undefined;
  if (asked === undefined) return [];
  return [{ kind: 'INVENTED_FACT', source: '', target: target.text.slice(asked.start, to.value.span[1]) }];
}

/** A bare number after a word, where the other text counts a thing that is named nowhere here. */
function isNounLost({ value: from }: SideValue, { value: to, from: at }: SideValue, target: Side): boolean {
  if (from.kind !== 'quantity' || from.unit === undefined || measureOf(from.unit) !== undefined) return false;
  // «4 fois par an» and «soit 4 par an»: the rate says it.
  if (to.kind !== 'quantity' || to.unit !== undefined || to.per !== undefined) return false;
  const noun = nounOf(from);
  if (noun === undefined || target.keys.has(noun)) return false;
  // «Quantité : 12», «ordinateurs (12)», «il en faut 12»: a heading, a row of a list or «en» says what is counted.
  const before = target.flat.slice(Math.max(0, at - 30), at);
  return /[a-z]['’]? $/.test(before) && !/\ben (?:[a-z']{1,30} ){0,2}$/.test(before);
}

/** What someone has or is, told as such: a verb of having right before the number, and no act that it is there for. */
function isHad({ from, to, sentence }: SideValue, source: Side): boolean {
  if (!HAS.test(source.flat.slice(Math.max(0, from - 40), from))) return false;
  if (ENDS.test(source.flat.slice(to, to + 40))) return false;
  return !source.cues.some((cue) => cue.sentence === sentence && BINDS.has(cue.kind));
}

const HAS =
  /\b(?:ai|as|a|avons|avez|ont|y a|est|sommes|etes|sont|compte|comptent|comptons|dispos(?:e|ent|ons) d[e']) (?:(?:deja|actuellement|environ|bien|en tout|seulement) ){0,2}$/;
/** «3 agents à former», «3 copieurs qui…»: what is asked may be said of them. */
const ENDS = /^ (?:a [a-z']{2,30}(?:er|ir|re)\b|pour |qui |que |dont )/;
const BINDS: ReadonlySet<Cue['kind']> = new Set(['must', 'ask', 'should', 'wish']);

/** The request or the duty whose object the number is, by a verb that the other text does not have. */
function askedBy({ value, from, clause, aside }: SideValue, target: Side, source: Side): Cue | undefined {
  if (aside) return undefined;
  return target.cues.find((cue) => {
    if ((cue.kind !== 'ask' && cue.kind !== 'must') || cue.clause !== clause || cue.to > from) return false;
    if (
      !/^ ?(?:[a-z']{2,30}(?:er|ir|re|oir) )?(?:les |ces |nos |vos |environ )?$/.test(target.flat.slice(cue.to, from))
    )
      return false;
    const words = target.words.slice(firstWordAt(target.words, cue.start), firstWordAt(target.words, value.span[0]));
    return !words.some(({ key, glue }) => !glue && source.keys.has(key));
  });
}
