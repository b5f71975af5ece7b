import { arc, type Colour, curve, drawPng, isInside, isNear, type Layer, type Point } from './draw.ts';

const WHITE: Colour = { red: 255, green: 255, blue: 255 };
const PLUM: Colour = { red: 0x7a, green: 0x33, blue: 0x68 };

/** The project's mark, in a square of 48: two speech bubbles that overlap, and what both share between them. */
const UNITS = 48;
const RADIUS = 13;
const LIFT = 4.5;
const LEFT: Point = [17.2, 18 + LIFT];
const RIGHT: Point = [30.8, 18 + LIFT];

/** A bubble with its tail; `side` is -1 for the left one, 1 for the right. */
function bubble([x, y]: Point, side: -1 | 1): readonly Point[] {
  const at = (angle: number): Point => [x + side * RADIUS * Math.cos(angle), y + RADIUS * Math.sin(angle)];
  const [under, outer] = [1.46, 0.7];
  const tip: Point = [x + side * 12, y + 17.4];
  const round = arc([0, 0], RADIUS, under, 2 * Math.PI + outer).map(([dx, dy]): Point => [x + side * dx, y + dy]);
  const intoTip = curve(at(outer), [x + side * 8.8, y + 13.4], tip);
  const back = curve(tip, [x + side * 5.6, y + 16.4], at(under));
  return [...round, ...intoTip, ...back];
}

function lens(): readonly Point[] {
  const half = Math.acos((RIGHT[0] - LEFT[0]) / 2 / LENS_RADIUS);
  return [...arc(LEFT, LENS_RADIUS, -half, half), ...arc(RIGHT, LENS_RADIUS, Math.PI - half, Math.PI + half)];
}
const LENS_RADIUS = 10.2;

function marks(colour: Colour, stroke: number): readonly Layer[] {
  const [left, right, shared] = [bubble(LEFT, -1), bubble(RIGHT, 1), lens()];
  return [
    { colour, covers: isNear(left, stroke / 2) },
    { colour, covers: isNear(right, stroke / 2) },
    { colour, covers: isInside(shared) },
  ];
}

/** 192 pixels a side: the mark in white on the project's colour, to the edges, which Teams rounds itself. */
export function colourIcon(): Buffer {
  return drawPng([{ colour: PLUM, covers: () => () => true }, ...marks(WHITE, 3)], 192, UNITS);
}

/** 32 pixels a side: the mark alone, white on nothing, as Teams wants it. */
export function outlineIcon(): Buffer {
  return drawPng(marks(WHITE, 3.4), 32, UNITS);
}
