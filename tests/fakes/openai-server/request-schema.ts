import { z } from 'zod';

/** What the endpoint takes and nothing else: a parameter it does not know is refused, as the strictest of them do. */
const message = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'developer', 'tool']),
  content: z.union([z.string().min(1), z.array(z.strictObject({ type: z.literal('text'), text: z.string() }))]),
  name: z.string().optional(),
  tool_call_id: z.string().optional(),
});

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().optional(),
    }),
  }),
]);

const tool = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: z.string(),
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()).optional(),
    strict: z.boolean().optional(),
  }),
});

export const chatSchema = z
  .strictObject({
    model: z.string(),
    messages: z.array(message).min(1),
    temperature: z.number().min(0).max(2).optional(),
    top_p: z.number().optional(),
    n: z.literal(1).optional(),
    max_tokens: z.number().int().positive().optional(),
    max_completion_tokens: z.number().int().positive().optional(),
    stream: z.boolean().optional(),
    stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
    response_format: responseFormat.optional(),
    tools: z.array(tool).min(1).optional(),
    tool_choice: z.unknown().optional(),
    seed: z.number().int().optional(),
    user: z.string().optional(),
  })
  .refine((body) => body.stream_options === undefined || body.stream === true, {
    error: 'stream_options is only allowed when stream is enabled',
    path: ['stream_options'],
  });
export type ChatRequest = z.infer<typeof chatSchema>;

export const embeddingsSchema = z.strictObject({
  model: z.string(),
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(2048)]),
  encoding_format: z.enum(['float', 'base64']).optional(),
  dimensions: z.number().int().positive().optional(),
  user: z.string().optional(),
});
export type EmbeddingsRequest = z.infer<typeof embeddingsSchema>;

/** What strict structured outputs ask of a schema: every property required, none added, at every depth. */
export function strictFault(schema: unknown, path = '$'): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const { type, properties, required, additionalProperties, items } = schema as Record<string, unknown>;
  if (type === 'object') {
    if (additionalProperties !== false)
      return `${path}: 'additionalProperties' is required to be supplied and to be false`;
    const names = Object.keys((properties as object) ?? {});
    if (!Array.isArray(required) || names.some((name) => !required.includes(name)))
      return `${path}: 'required' is required to be supplied and to be an array including every key in properties`;
    for (const [name, one] of Object.entries((properties as object) ?? {})) {
      const fault = strictFault(one, `${path}.${name}`);
      if (fault !== undefined) return fault;
    }
  }
  return type === 'array' ? strictFault(items, `${path}[]`) : undefined;
}
