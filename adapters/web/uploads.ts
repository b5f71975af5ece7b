import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { SentFile } from './session/route.ts';

/** Fields of a form with a file, and their bytes: a few choices and a message. */
const MOST_FIELDS = 40;
const LARGEST_FIELD = 64 * 1024;

/** Lets the routes of a scope take forms that carry one file. */
export async function takeUploads(scope: FastifyInstance, largestFile: number): Promise<void> {
  await scope.register(multipart, {
    attachFieldsToBody: true,
    limits: { files: 1, fileSize: largestFile, fields: MOST_FIELDS, fieldSize: LARGEST_FIELD, parts: MOST_FIELDS + 1 },
  });
}

interface Part {
  readonly type?: unknown;
  readonly value?: unknown;
}

/**
 * The form's fields as those of any other form, and its file; a file input that was left empty is none.
 * @throws an error with `statusCode` 413 when the file is larger than its limit
 */
export async function readUpload(
  body: unknown,
): Promise<{ readonly fields: Readonly<Record<string, string>>; readonly file: SentFile | undefined }> {
  const fields: [name: string, value: string][] = [];
  let file: SentFile | undefined;
  for (const [name, part] of Object.entries((body ?? {}) as Readonly<Record<string, Part>>)) {
    if (part.type === 'field' && typeof part.value === 'string') fields.push([name, part.value]);
    if (part.type !== 'file') continue;
    const sent = part as MultipartFile;
    const bytes = await sent.toBuffer();
    if (sent.filename !== '' && bytes.length > 0) file = { name: sent.filename, bytes };
  }
  return { fields: Object.fromEntries(fields), file };
}
