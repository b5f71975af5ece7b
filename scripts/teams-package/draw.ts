import { crc32, deflateSync } from 'node:zlib';

export type Point = readonly [x: number, y: number];
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}
/** What a spot is covered with: the last layer that covers it shows. */
export interface Layer {
  /** At a height, whether it covers a place of that line: what is far above or below is looked at once a line. */
  readonly covers: (y: number) => (x: number) => boolean;
  readonly colour: Colour;
}

/** Samples a side of each pixel: edges come out smooth. */
const SAMPLES = 4;

/** Layers as a PNG, `size` pixels a side, drawn in a square of `units`; where nothing covers, it is transparent. */
export function drawPng(layers: readonly Layer[], size: number, units: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const step = units / size / SAMPLES;
  for (let y = 0; y < size; y++) {
    const lines = Array.from({ length: SAMPLES }, (_, line) =>
      layers.map(({ colour, covers }) => ({ colour, covers: covers((y * SAMPLES + line + 0.5) * step) })),
    );
    for (let x = 0; x < size; x++) {
      const sum = { red: 0, green: 0, blue: 0, hits: 0 };
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const at = (x * SAMPLES + (i % SAMPLES) + 0.5) * step;
        const top = lines[Math.floor(i / SAMPLES)]?.findLast(({ covers }) => covers(at));
        if (top === undefined) continue;
        sum.red += top.colour.red;
        sum.green += top.colour.green;
        sum.blue += top.colour.blue;
        sum.hits++;
      }
      const at = y * (size * 4 + 1) + 1 + x * 4;
      if (sum.hits === 0) continue;
      rows[at] = Math.round(sum.red / sum.hits);
      rows[at + 1] = Math.round(sum.green / sum.hits);
      rows[at + 2] = Math.round(sum.blue / sum.hits);
      rows[at + 3] = Math.round((sum.hits / (SAMPLES * SAMPLES)) * 255);
    }
  }
  return encodePng(rows, size);
}

/** 8-bit RGBA, no filter. */
function encodePng(rows: Buffer, size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Even-odd. */
export function isInside(outline: readonly Point[]): Layer['covers'] {
  return (y) => {
    const crossed = sidesOf(outline).filter(([[, ay], [, by]]) => ay > y !== by > y);
    return (x) =>
      crossed.filter(([[ax, ay], [bx, by]]) => x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length % 2 === 1;
  };
}

/** Whether the line that closes the outline passes within `reach` of the point. */
export function isNear(outline: readonly Point[], reach: number): Layer['covers'] {
  return (y) => {
    const here = sidesOf(outline).filter(
      ([[, ay], [, by]]) => y >= Math.min(ay, by) - reach && y <= Math.max(ay, by) + reach,
    );
    return (x) =>
      here.some(
        ([from, to]) =>
          x >= Math.min(from[0], to[0]) - reach &&
          x <= Math.max(from[0], to[0]) + reach &&
          toSegment([x, y], from, to) <= reach,
      );
  };
}

function sidesOf(outline: readonly Point[]): readonly (readonly [from: Point, to: Point])[] {
  return outline.map((from, index) => [from, outline[(index + 1) % outline.length] ?? from]);
}

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** An arc of a circle around `centre`, from one angle to another in radians, as points. */
export function arc(centre: Point, radius: number, from: number, to: number, points = 64): readonly Point[] {
  return Array.from({ length: points + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / points;
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
}

/** A quadratic curve as points, its end included, its beginning not. */
export function curve([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, points = 16): readonly Point[] {
  return Array.from({ length: points }, (_, i) => {
    const t = (i + 1) / points;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return [p * ax + q * bx + r * cx, p * ay + q * by + r * cy];
  });
}
