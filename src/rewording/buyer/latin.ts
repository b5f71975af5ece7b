const LETTERS: Readonly<Record<string, string>> = {
  L: 'A-Za-zÀ-ÖØ-öø-ÿŒœŸ',
  Lu: 'A-ZÀ-ÖØ-ÞŒŸ',
  Ll: 'a-zß-öø-ÿœ',
  M: '\\u0300-\\u036f',
  N: '0-9',
};

/**
 * A pattern over the letters of French in place of those of all alphabets. V8 makes some ten kilobytes of code of each
 * `\p{L}` under the flag `u`, and beyond 16 MB in a process it stops optimising every pattern compiled after.
 */
export function latin(pattern: RegExp): RegExp {
  const source = pattern.source.replace(
    /\\p\{(Lu|Ll|L|M|N)\}|\\[\s\S]|[[\]]|[^\\[\]]+/g,
    (() => {
      let inClass = false;
      return (part: string, letters: string | undefined) => {
        if (part === '[') inClass = true;
        if (part === ']') inClass = false;
        const ranges = LETTERS[letters ?? ''];
        return ranges === undefined ? part : inClass ? ranges : `[${ranges}]`;
      };
    })(),
  );
  return new RegExp(source, pattern.flags.replace('u', ''));
}
