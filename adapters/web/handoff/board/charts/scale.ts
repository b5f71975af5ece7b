/** A round number at or above the greatest value, and where to draw lines under it: at most four, evenly apart. */
export function scaleTo(greatest: number): { readonly top: number; readonly lines: readonly number[] } {
  const step = roundUp(Math.max(1, greatest) / 3);
  const count = Math.max(1, Math.ceil(Math.max(1, greatest) / step));
  return { top: step * count, lines: Array.from({ length: count }, (_, index) => step * (index + 1)) };
}

/** 1, 2, 5, 10, 20, 50… */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const factor = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10;
  return factor * power;
}

/** A share of a whole as an SVG length, so that a chart takes the width it is given and its letters keep their size. */
export function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}
