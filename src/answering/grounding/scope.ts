import { fold } from '../../french/words.ts';

/**
 * Words that say for whom or what a rule stands: a figure that is right for one is wrong for the other. Each line is one
 * question that the law asks (what is bought, by whom, under which regime), its members excluding one another.
 */
const SCOPES: readonly (readonly RegExp[])[] = [
  [/\btravaux\b/, /\b(?:fournitures?|services?(?! (?:fait|demandeurs?|prescripteurs?|achats?|juridique|technique)))\b/],
  [
    /\b(?:etat|autorites? (?:publiques? )?centrales?|central|centraux|ministeres?|prefectures?)\b/,
    /\b(?:collectivites?|communes?|mairies?|villes?|intercommunalites?|departements?|regions?|hopita(?:l|ux)|pouvoirs adjudicateurs autres|autres (?:acheteurs|pouvoirs))\b/,
    /\b(?:entites? adjudicatrices?|reseaux)\b/,
  ],
  [/\b(?:defense|securite)\b/],
  [/\bconcessions?\b/],
  [/\binnovan\w*|\binnovation\b/],
  [/\b(?:services? sociaux|sociaux et autres|services? specifiques?)\b/],
  [/\b(?:petits? lots?|lots?)\b/],
  [/\b(?:livres?|manuels?)\b/],
  [/\bsous-traitan\w*/],
  [/\bavocats?\b/],
  [/\bmaitrise d'oeuvre\b/],
  [/\bouverte?s?\b/, /\brestreinte?s?\b/, /\bnegociations?\b/, /\bdialogue competitif\b/],
  [/\bpme\b|\bmicro\w*|\bpetites? et moyennes\b/],
];

/** A member of a scope that a text says: `0:1` is the second of the first. */
export function scopesIn(text: string): ReadonlySet<string> {
  const folded = fold(text);
  return new Set(
    SCOPES.flatMap((members, scope) =>
      members.flatMap((member, index) => (member.test(folded) ? [`${scope}:${index}`] : [])),
    ),
  );
}

/** One says works and the other supplies: nothing in common on a question that both answer. */
export function isOtherCase(said: ReadonlySet<string>, meant: ReadonlySet<string>): boolean {
  return [...said].some((member) => {
    const [scope] = member.split(':');
    const same = [...meant].filter((other) => other.startsWith(`${scope}:`));
    return same.length > 0 && !same.includes(member);
  });
}

/** Members of the second that the first does not say. */
export function unsaid(said: ReadonlySet<string>, meant: ReadonlySet<string>): readonly string[] {
  return [...meant].filter((member) => !said.has(member));
}

const WITHOUT_TAX = /\bhors tax\w+|\bht\b/;
const WITH_TAX = /\btoutes taxes|\bttc\b/;

/** With taxes where the support says without, or the other way round. */
export function isOtherTax(said: string, stated: string): boolean {
  const [one, other] = [fold(said), fold(stated)];
  const opposed = (here: RegExp, there: RegExp) =>
    here.test(one) && !there.test(one) && there.test(other) && !here.test(other);
  return opposed(WITH_TAX, WITHOUT_TAX) || opposed(WITHOUT_TAX, WITH_TAX);
}
