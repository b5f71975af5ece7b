import type { Passage, PassageSentence, StatedFigure } from './passage.ts';
import type { Counted, Reading } from './reading.ts';

/** Says that a figure is of another time. */
const OF_THE_PAST =
  /\b(?:etait|etaient|avant (?:le|cette|avril|2)|auparavant|ancien\w*|jusqu'au|jusqu'alors|n'est plus|ne sert plus|perime\w*|precedemment|a l'epoque|avait|en 20\d\d)\b/;
const ANNOUNCED = /\b(?:annonc\w*|prevu\w*|projet\w*|pas encore)\b/;
const TO_CONFIRM = /\b(?:confirm\w*|verifi\w*|pas encore|annonc\w*|prevu\w*)\b/;

/** A figure that was, or is only announced, told as the one in force: of the dated table, or as the sentence itself says. */
export function isStandingLost(claim: Reading, cited: readonly Passage[]): boolean {
  return claim.numbers.some((number) => {
    if (number.unit === 'article' || number.unit === '') return false;
    const stated = cited.flatMap(({ sentences }) =>
      sentences.filter(({ reading }) =>
        reading.numbers.some(({ value, unit }) => value === number.value && unit === number.unit),
      ),
    );
    return stated.length > 0 && stated.every((sentence) => isLost(number, sentence, claim.flat));
  });
}

function isLost({ value }: Counted, { figures, reading }: PassageSentence, said: string): boolean {
  const own = figures.filter((figure) => figure.said.replace(/\D/g, '') === value);
  if (own.length > 0) return own.every((figure) => !isHonest(figure, said));
  return /\bannonc\w*/.test(reading.flat) && !ANNOUNCED.test(said);
}

function isHonest({ standing }: StatedFigure, said: string): boolean {
  switch (standing) {
    case 'in_force':
      return true;
    case 'past':
      return OF_THE_PAST.test(said);
    case 'announced':
      return ANNOUNCED.test(said) && TO_CONFIRM.test(said);
  }
}
