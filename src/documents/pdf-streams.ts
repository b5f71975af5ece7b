import { inflateSync } from 'node:zlib';
import { LIMITS } from './limits.ts';

/** Deflate stops near 1,030 to 1: a shorter stream cannot reach the limit. */
const SMALL = 48 * 1024;

/**
 * Whether a compressed stream of a PDF inflates past the limit (`LIMITS.pdfStreamBytes`), which pdf.js would hold whole
 * and more than once. Pictures are left out: they are large and not read. Streams ciphered with an empty password do
 * not inflate here and are not judged.
 */
export function hasStreamBomb(bytes: Buffer): boolean {
  let total = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; ) {
    const end = bytes.indexOf('endstream', at + 6);
    if (end === -1) return false;
    const before = bytes.toString('latin1', Math.max(0, at - 2000), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g)?.length ?? 0;
    if (filters > 1) return true;
    if (filters === 1 && end - at > SMALL && !/\/Subtype\s*\/Image/.test(dictionary)) {
      const size = inflatedSize(bytes.subarray(at + (bytes[at + 6] === 0x0d ? 8 : 7), end));
      total += size;
      if (size > LIMITS.pdfStreamBytes || total > LIMITS.archiveBytes) return true;
    }
    at = bytes.indexOf('stream', end + 9);
  }
  return false;
}

function inflatedSize(stream: Buffer): number {
  try {
    return inflateSync(stream, { maxOutputLength: LIMITS.pdfStreamBytes }).length;
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? LIMITS.pdfStreamBytes + 1 : 0;
  }
}
