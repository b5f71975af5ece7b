/**
 * French typography for text shown: no-break space before ; : ? ! % € », after «, in « n° 3 »; curly apostrophes.
 * Addresses, code and times of day are left alone.
 */
export function frenchTypography(text: string): string {
  return text
    .split(/(https?:\/\/\S+|`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : typeset(piece)))
    .join('');
}

function typeset(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=[\p{L}\d«{])/gu, '’')
    .replace(/«[ \u00a0\u202f]*/g, '«\u00a0')
    .replace(/(?<![ \u00a0\u202f])[ \u00a0\u202f]*»/g, '\u00a0»')
    .replace(/(?<=[^\s\u00a0\u202f;?!]) ?([;?!]+)(?=\s|$|\*|\))/g, '\u202f$1')
    .replace(/(?<=\S) :(?=\s|$)/g, '\u00a0:')
    .replace(/(?<=\d)[ ](?=\d{3}(?!\d))/g, '\u202f')
    .replace(/(?<=\d)[ ](?=[%€‰]|(?:HT|TTC|M€|k€|jours?|mois|ans?|heures?)(?!\p{L}))/gu, '\u00a0')
    .replace(/(?<=[€%])[ ](?=(?:HT|TTC)(?!\p{L}))/gu, '\u00a0');
}
