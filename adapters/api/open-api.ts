import { z } from 'zod';
import { OPERATIONS, type Operation, type OperationName } from '../../src/calls/port/calls.ts';
import { type ApiProblem, apiTexts as texts } from '../../src/text/api-texts.ts';
import { STATUS } from './problem.ts';

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
    nearest: { type: 'array', items: { type: 'string' } },
  },
};

/** What each operation may be refused for, beside what has to do with keys. */
const REFUSED: Readonly<Record<Operation['method'], readonly ApiProblem[]>> = {
  GET: ['invalid', 'unknown'],
  POST: ['invalid', 'too_large', 'media_type', 'key_reused'],
};
const BY_KEY: readonly ApiProblem[] = ['no_key', 'no_scope', 'too_many', 'unavailable'];

/** The contract as OpenAPI 3.1, made of the very schemas that requests are read by. */
export function openApi(version: string): object {
  const paths = new Map<string, Record<string, object>>();
  for (const [name, operation] of Object.entries(OPERATIONS) as [OperationName, Operation][])
    paths.set(operation.path, {
      ...paths.get(operation.path),
      [operation.method.toLowerCase()]: describe(name, operation),
    });
  return {
    openapi: '3.1.0',
    info: { title: texts.title, description: texts.intro, version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: texts.keyHint } },
      schemas: { Problem: PROBLEM },
    },
  };
}

function describe(name: OperationName, { method, path, scope, fields, gives }: Operation): object {
  const refused = [...REFUSED[method], ...BY_KEY];
  const input = jsonSchema(method === 'POST' ? fields.extend({ id: z.string().optional() }).strict() : fields, 'input');
  const output = jsonSchema(gives, 'output');
  return {
    operationId: name,
    summary: texts.operations[name],
    description: `${texts.needs} ${scope} (${texts.scopes[scope]}).`,
    ...(method === 'POST'
      ? {
          parameters: [IDEMPOTENCY],
          requestBody: { required: true, content: { 'application/json': { schema: input } } },
        }
      : { parameters: parametersOf(path, input) }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: output } } },
      ...Object.fromEntries(
        refused.map((kind) => [
          STATUS[kind],
          {
            description: texts.problem[kind],
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

function parametersOf(path: string, { properties = {}, required = [] }: ObjectSchema): readonly object[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required: path.includes(`{${name}}`) || required.includes(name),
    schema,
  }));
}

/** Without `readOnly`, which zod says of lists that only our own code may not change. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: one }) => {
      delete one.readOnly;
      // What a reply gives beside what is promised is no breach of it.
      if (io === 'output') delete one.additionalProperties;
    },
  });
  return made as ObjectSchema;
}
