import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { seal, sealFaultOf, unseal } from '../../../src/store/backup/sealed-stream.ts';

const KEY = 'une phrase de passe des tests';
/** Of what stands before the chunks, and of a full chunk with its tag. */
const [HEAD, CHUNK] = [56, 65_552];

async function gather(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/** Cut anywhere, as a file is read. */
const inParts = (bytes: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  );

const sealed = (bytes: Buffer) => gather(seal(inParts(bytes, 10_007), KEY));
async function faultOf(bytes: Buffer, key = KEY): Promise<unknown> {
  try {
    await gather(unseal(inParts(bytes, 4_099), key));
    return 'opened';
  } catch (error) {
    return sealFaultOf(error) ?? error;
  }
}

const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 251));

describe('a sealed stream', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('opens as it was: %i bytes', async (length) => {
    const bytes = bytesOf(length);
    const closed = await sealed(bytes);
    expect(closed.length).toBe(HEAD + length + 16 * Math.max(1, Math.ceil(length / 65_536)));
    expect((await gather(unseal(inParts(closed, 4_099), KEY))).equals(bytes)).toBe(true);
  });

  it('is never twice the same, and says a wrong key apart from damage', async () => {
    const [one, other] = [await sealed(bytesOf(10)), await sealed(bytesOf(10))];
    expect(one.equals(other)).toBe(false);
    expect(await faultOf(one, `${KEY}.`)).toBe('wrong_key');
    // The same accents, composed otherwise, are the same key.
    const accented = await gather(seal(inParts(bytesOf(10), 5), 'clé très privée'.normalize('NFD')));
    expect(await faultOf(accented, 'clé très privée'.normalize('NFC'))).toBe('opened');
  });

  it('says where its end is missing, at a chunk’s border too', async () => {
    const closed = await sealed(bytesOf(140_000));
    for (const [length, fault] of [
      [10, 'truncated'],
      [HEAD, 'truncated'],
      [HEAD + CHUNK, 'truncated'],
      [HEAD + 2 * CHUNK, 'truncated'],
      [closed.length - 1, 'damaged'],
    ] as const)
      expect([length, await faultOf(closed.subarray(0, length))]).toEqual([length, fault]);
  });

  it('does not open where a byte was changed, chunks moved, or something added', async () => {
    const closed = await sealed(bytesOf(140_000));
    for (const at of [HEAD, HEAD + CHUNK - 1, HEAD + CHUNK + 5, closed.length - 1]) {
      const changed = Buffer.from(closed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, await faultOf(changed)]).toEqual([at, 'damaged']);
    }
    const [head, first, second, last] = [
      closed.subarray(0, HEAD),
      closed.subarray(HEAD, HEAD + CHUNK),
      closed.subarray(HEAD + CHUNK, HEAD + 2 * CHUNK),
      closed.subarray(HEAD + 2 * CHUNK),
    ];
    expect(await faultOf(Buffer.concat([head, second, first, last]))).toBe('damaged');
    expect(await faultOf(Buffer.concat([head, first, last]))).toBe('damaged');
    expect(await faultOf(Buffer.concat([closed, Buffer.from('x')]))).toBe('damaged');
    const other = await sealed(bytesOf(140_000));
    expect(await faultOf(Buffer.concat([head, other.subarray(HEAD)]))).toBe('damaged');
  });
});
