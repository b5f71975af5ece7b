import type { Contrasts } from '../../corpus/contrasts.ts';
import { type Ground, isHard, isSoft } from './ground.ts';
import type { Clause, Reading } from './reading.ts';

/** «80 000 € en travaux» where the passages say works of another number, and never of this one. */
export function isNumberOfAnother(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  return claim.parts.some((part) =>
    [...part.members].some((member) => {
      if (contrasts.members[member]?.kind !== 'scope' || part.numbers.size === 0) return false;
      const withIt = ground.parts.filter(({ members }) => members.has(member));
      return [...part.numbers].some((number) => {
        const unit = claim.numbers.find(({ value }) => value === number)?.unit;
        const others = ground.numbers.filter((other) => other.unit === unit && other.value !== number);
        return (
          unit !== 'article' &&
          withIt.every(({ numbers }) => !numbers.has(number)) &&
          withIt.some(({ numbers }) => others.some(({ value }) => numbers.has(value)))
        );
      });
    }),
  );
}

/** Told of those of whom the passages say only that it is not so. */
export function isMemberDenied(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  return [...claim.members.keys()].some((member) => {
    if (contrasts.members[member]?.kind !== 'scope') return false;
    if (claim.parts.some((part) => part.members.has(member) && (isHard(part) || isSoft(part)))) return false;
    const stated = ground.parts.filter(({ members }) => members.has(member));
    return stated.length > 0 && stated.every(isHard);
  });
}

/** «11 jours après la signature» where the passages count the 11 days from the publication. */
export function isCountedFromElsewhere(claim: Reading, ground: Ground, contrasts: Contrasts): boolean {
  const anchors = ({ members }: Clause) => [...members].filter((member) => contrasts.members[member]?.kind === 'date');
  return claim.parts.some((part) => {
    const own = anchors(part);
    return (
      own.length > 0 &&
      [...part.numbers].some((number) => {
        const stated = ground.parts.filter(({ numbers }) => numbers.has(number)).flatMap(anchors);
        return stated.length > 0 && own.every((anchor) => !stated.includes(anchor));
      })
    );
  });
}
