/**
 * A question as something to say: «Quel est votre budget ?» → «dire quel est votre budget», «Avez-vous un contrat ?» → «dire si
 * vous avez un contrat». The words are the message's own; one that is asked otherwise is quoted whole.
 */
export function tellQuestion(said: string): string | undefined {
  const whole = said.replace(/^(?:et|mais|aussi|enfin|par ailleurs|d['’]autre part|sinon)[ ,]+/iu, '');
  if (whole.length < 5) return undefined;
  // What leads to the question («Pour les écoles, quel est…») stays behind it.
  const [, lead = '', asked = whole] = /^([^,]{3,80}), (.{4,})$/su.exec(whole) ?? [];
  const inner = ASKS.test(asked) || INVERTED.test(asked) ? asked : whole;
  const told = indirect(inner);
  if (told === undefined) return `répondre à la question «\u00a0${whole}\u00a0?\u00a0»`;
  return inner === whole ? told : `${told} (${lowered(lead)})`;
}

const ASKS =
  /^(?:quels?|quelles?|combien|où|ou|quand|comment|pourquoi|qui|que|qu['’]|lequel|laquelle|lesquel(?:le)?s|(?:à|de|pour|sur|dans|avec|par|d['’]ici|depuis|en|sous) (?:quel|quelle|quels|quelles|combien|qui|quand)|est-ce qu)/iu;
const INVERTED = /([\p{L}’']{2,24})-(?:t-)?(vous|tu|ils?|elles?|on)(?!\p{L})/iu;

function indirect(asked: string): string | undefined {
  const straight = asked.replace(/[ \u00a0]?est-ce (?=qu)/iu, ' est-ce ');
  const whether = /^(?:est-ce )(?:que |qu['’])(.+)$/isu.exec(straight);
  if (whether !== null) return `dire ${ifThat(whether[1] ?? '')}`;
  const what = /^qu['’]est-ce (?:que |qu['’])(.+)$/isu.exec(straight);
  if (what !== null) return `dire ce que ${what[1] ?? ''}`;
  if (ASKS.test(asked))
    return /^(?:que|qu['’])/iu.test(asked)
      ? undefined
      : `dire ${lowered(uninverted(asked.replace(/ est-ce qu(?:e |['’])/iu, ' ')))}`;
  return INVERTED.test(asked) ? `dire ${ifThat(uninverted(asked))}` : undefined;
}

/** «avez-vous» → «vous avez», «le local est-il» → «le local est», «y a-t-il» → «il y a». */
function uninverted(asked: string): string {
  return asked.replace(
    /^(.{0,120}?)((?:(?:l|m|n)['’]|y |en |nous |vous |les |le |la )?)([\p{L}’']{1,24})-(?:t-)?(vous|tu|ils?|elles?|on)(?!\p{L})/isu,
    (_, before: string, pronoun: string, verb: string, who: string) => {
      const subject = before.trim();
      const named =
        /^(?:il|elle)s?$/iu.test(who) &&
        /(?:^|\s)(?:les?|la|un|une|des|vos|votre|ces?|cette|ton|ta|tes)\s|['’]/iu.test(` ${subject}`) &&
        !ASKS.test(subject);
      const after = /^(?:il|elle)s?$/iu.test(who) && ASKS.test(subject) && /\s\S+\s\S+/u.test(subject);
      const lead =
        named || after ? `${before}${pronoun}${verb}` : `${before}${who.toLowerCase()} ${lowered(pronoun + verb)}`;
      return lead;
    },
  );
}

const ifThat = (clause: string): string =>
  /^ils?(?!\p{L})/iu.test(clause) ? `s’${lowered(clause)}` : `si ${lowered(clause)}`;

export function lowered(text: string): string {
  return /^\p{Lu}(?:[\p{Ll}'’ ]|$)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
