import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Form, readFields, unreadable } from './form.ts';
import type { SentFile } from './route.ts';

/** Fields of a form with a file, and their bytes: a few choices and a message. */
const MOST_FIELDS = 40;
const LARGEST_FIELD = 64 * 1024;

/** Lets the routes of a scope take forms that carry one file. */
export async function takeUploads(scope: FastifyInstance, largestFile: number): Promise<void> {
  await scope.register(multipart, {
    limits: { files: 1, fileSize: largestFile, fields: MOST_FIELDS, fieldSize: LARGEST_FIELD, parts: MOST_FIELDS + 1 },
  });
}

/**
 * The form's fields as those of any other form, and its file; a file input that was left empty is none.
 * @throws an error with `statusCode` 413 when the file is larger than its limit, 400 for parts that cannot be read
 */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ readonly fields: Form; readonly file: SentFile | undefined }> {
  const fields: [string, unknown][] = [];
  let file: SentFile | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.valueTruncated) throw Object.assign(new Error('a field is too long'), { statusCode: 413 });
        fields.push([part.fieldname, part.value]);
        continue;
      }
      const bytes = await part.toBuffer();
      if (part.filename !== '' && bytes.length > 0) file = { name: part.filename, bytes };
    }
  } catch (error) {
    // The parser's own faults bear no status: a part cut short, no boundary, a header that is none.
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw unreadable('a form with a file');
  }
  return { fields: readFields(fields), file };
}
