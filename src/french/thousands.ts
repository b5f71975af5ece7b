/** `12345` → `12 345`: a whole number's digits in threes from the right, with `mark` between. */
export function groupThousands(digits: string, mark: string): string {
  if (digits.startsWith('-')) return `-${groupThousands(digits.slice(1), mark)}`;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(mark);
}
