/** Ways of telling a sentence of the corpus wrong, as a model might; undefined where one does not apply. */
export interface Spoiler {
  readonly name: string;
  /** @param others sentences of the same fiche: where a right figure of another rule comes from */
  readonly spoil: (sentence: string, others: readonly string[]) => string | undefined;
}

type Table = readonly (readonly [RegExp, string])[];

const replaced =
  (table: Table) =>
  (sentence: string): string | undefined => {
    for (const [pattern, by] of table) {
      const changed = sentence.replace(pattern, by);
      if (changed !== sentence) return changed;
    }
    return undefined;
  };

const AMOUNT = /\d{1,3}(?:[\u202f\u00a0 ]\d{3})+(?=[\u202f\u00a0 ]€)/gu;
const COUNTED = /(?<![\p{L}\d.,/-])\d{1,2}(?=[\u202f\u00a0 ](?:jours?|mois|ans?|%|heures?|semaines?)(?!\p{L}))/gu;
const ARTICLE = /(?<![\p{L}\d])([LRD])(\d{4})-(\d+)/u;

function withAnother(pattern: RegExp, sentence: string, others: readonly string[]): string | undefined {
  const own = sentence.match(pattern)?.[0];
  if (own === undefined) return undefined;
  const all = new Set(sentence.match(pattern) ?? []);
  const other = others.flatMap((one) => one.match(pattern) ?? []).find((value) => !all.has(value));
  return other === undefined ? undefined : sentence.replace(own, other);
}

export const SPOILERS: readonly Spoiler[] = [
  {
    name: 'amount invented',
    spoil: (sentence) => {
      const own = sentence.match(AMOUNT)?.[0];
      return own === undefined
        ? undefined
        : sentence.replace(own, own === '90\u202f000' ? '75\u202f000' : '90\u202f000');
    },
  },
  { name: 'amount of another rule', spoil: (sentence, others) => withAnother(AMOUNT, sentence, others) },
  {
    name: 'count invented',
    spoil: (sentence) => {
      const own = sentence.match(COUNTED)?.[0];
      return own === undefined
        ? undefined
        : sentence.replace(COUNTED, (said) => (said === own ? String(Number(own) + 13) : said));
    },
  },
  {
    name: 'article invented',
    spoil: (sentence) => {
      const changed = sentence.replace(
        ARTICLE,
        (_, letter: string, chapter: string, number: string) => `${letter}${chapter}-${Number(number) + 41}`,
      );
      return changed === sentence ? undefined : changed;
    },
  },
  {
    name: 'month changed',
    spoil: replaced([
      [/(?<=\d(?:er)? )avril(?!\p{L})/u, 'août'],
      [/(?<=\d(?:er)? )janvier(?!\p{L})/u, 'octobre'],
      [/(?<=\d(?:er)? )(?:juin|juillet|décembre|mai|mars)(?!\p{L})/u, 'février'],
    ]),
  },
  {
    name: 'negation dropped',
    spoil: replaced([
      [/(?<!\p{L})ne (\p{L}+) (?:pas|jamais|plus)(?!\p{L})/u, '$1'],
      [/(?<!\p{L})n['’](\p{L}+) (?:pas|jamais|plus)(?!\p{L})/u, '$1'],
      [/(?<!\p{L})interdi(?:t|te)(?!\p{L})/u, 'permis'],
    ]),
  },
  {
    name: 'negation added',
    spoil: replaced([
      [
        /(?<!\p{L}|ne |n['’])(doit|peut|est|sont|doivent|peuvent)(?= \p{L})(?! (?:pas|jamais|plus|que)(?!\p{L}))/u,
        'ne $1 pas',
      ],
    ]),
  },
  {
    name: 'duty softened',
    spoil: replaced([
      [/(?<!\p{L})vous devez(?!\p{L})/iu, 'vous pouvez'],
      [/(?<!\p{L})doit(?!\p{L})/u, 'peut'],
      [/(?<!\p{L})doivent(?!\p{L})/u, 'peuvent'],
      [/(?<!\p{L})obligatoire(?!\p{L})/u, 'facultatif'],
    ]),
  },
  {
    name: 'choice hardened',
    spoil: replaced([
      [/(?<!\p{L}|ne |n['’])vous pouvez(?! pas)(?!\p{L})/iu, 'vous devez'],
      [/(?<!\p{L}|ne )peut(?! pas| jamais| plus| être que)(?!\p{L})/u, 'doit'],
      [/(?<!\p{L}|ne )peuvent(?! pas| jamais)(?!\p{L})/u, 'doivent'],
    ]),
  },
  {
    name: 'condition cut',
    spoil: replaced([[/,? (?:si|sauf|à condition|sous réserve|lorsqu[e’']|dès lors que)(?!\p{L})[^,.;:()]*/u, '']]),
  },
  {
    name: 'limit turned',
    spoil: replaced([
      [/(?<!\p{L})(?:sous|Sous)(?= \d)/u, 'à partir de'],
      [/à partir de(?= \d)/u, 'sous'],
      [/(?<!\p{L})au moins(?= \d)/u, 'au plus'],
      [/(?<!\p{L})(?:au plus|au maximum)(?= \d)/u, 'au moins'],
    ]),
  },
  {
    name: 'works for supplies',
    spoil: (sentence) =>
      /\d/.test(sentence)
        ? replaced([
            [/(?<!\p{L})(?:de|en|pour des) travaux(?!\p{L})/u, 'de fournitures'],
            [/(?<!\p{L})(?:de )?fournitures(?: (?:ou|et) (?:de )?services)?(?!\p{L})/u, 'travaux'],
          ])(sentence)
        : undefined,
  },
  {
    name: 'State for local bodies',
    spoil: (sentence) =>
      /\d/.test(sentence)
        ? replaced([
            [/l['’]État(?:, ses établissements)?/u, 'les collectivités'],
            [/(?<!\p{L})(?:les )?collectivités(?!\p{L})/u, 'l’État'],
          ])(sentence)
        : undefined,
  },
  {
    name: 'past as present',
    spoil: replaced([
      [/^Avant le [^,]*, (.*?)(?:était|étaient)(?!\p{L})/u, '$1est'],
      [/(?<!\p{L})était(?= \p{L}* ?\d| de \d)/u, 'est'],
    ]),
  },
];
