import { wordCount } from '../corpus/quality.ts';
import { openingVerdict, type Question } from '../corpus/question.ts';
import { type Rule, SHOWN_AS, SIDES, wellAsked } from './question-rule.ts';

/** What the openings of a question keep to: its cases, and its yes or no turned round; words as a reader counts them. */
const OPENING_LIMITS = {
  cases: { min: 1, parts: 2, max: 6 },
  case: 42,
  told: 5,
  turned: { most: 3, words: 40, told: 2 },
} as const;

export function wellParted({ verdict, cases }: Question): ReturnType<Rule> {
  const { parts, max } = OPENING_LIMITS.cases;
  const min = verdict === 'oui' || verdict === 'non' ? OPENING_LIMITS.cases.min : parts;
  if (cases.length === 0) return [];
  const defects = cases.flatMap((one, place) => [
    ...SIDES.flatMap((side) => {
      const field = ['cases', place, side];
      const count = wordCount(one[side]);
      return [
        ...(count > OPENING_LIMITS.case
          ? [
              {
                field,
                message: `${count} words, at most ${OPENING_LIMITS.case}: the condition, then what it comes to`,
              },
            ]
          : []),
        ...(openingVerdict(one[side]) === undefined
          ? []
          : [{ field, message: 'opens with a verdict: begin with the condition, and conclude in a whole sentence' }]),
      ];
    }),
    ...(one.told.length >= OPENING_LIMITS.told
      ? []
      : [{ field: ['cases', place, 'told'], message: `${one.told.length} ways, at least ${OPENING_LIMITS.told}` }]),
  ]);
  if (cases.length < min || cases.length > max)
    return [{ field: ['cases'], message: `${cases.length} cases, ${min} to ${max} expected` }, ...defects];
  return defects;
}

export function wellTurned({ turned }: Question): ReturnType<Rule> {
  const { most, words, told } = OPENING_LIMITS.turned;
  const defects = turned.flatMap((one, place) => [
    ...wellAsked(one).map((defect) => ({ ...defect, field: ['turned', place, 'ask'] })),
    ...SIDES.flatMap((side) => {
      const field = ['turned', place, side];
      const count = wordCount(one[side]);
      return [
        ...(count > words
          ? [{ field, message: `${count} words, at most ${words}: the verdict, then what is true` }]
          : []),
        ...(openingVerdict(one[side]) === one.verdict ? [] : [{ field, message: SHOWN_AS[one.verdict] }]),
      ];
    }),
    ...(one.told.length >= told
      ? []
      : [{ field: ['turned', place, 'told'], message: `${one.told.length} ways, at least ${told}` }]),
  ]);
  if (turned.length <= most) return defects;
  return [{ field: ['turned'], message: `${turned.length} turned round, at most ${most}` }, ...defects];
}
