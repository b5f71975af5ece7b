import { z } from 'zod';
import { NO_USAGE, type Usage } from './complete.ts';

const count = z.number().nonnegative().finite();
const optional = count.nullish().catch(undefined);

/**
 * What OpenAI-compatible endpoints report, and what the State's gateway (Albert API, OpenGateLLM) adds: the cost, the carbon
 * as a range (`carbon.kgCO2eq.min/max`) or, in its later versions, as one figure (`impacts.kgCO2eq`).
 */
const usageSchema = z.object({
  prompt_tokens: count.catch(0),
  completion_tokens: count.catch(0),
  cost: optional,
  carbon: z
    .object({ kgCO2eq: z.object({ min: optional, max: optional }).nullish() })
    .nullish()
    .catch(undefined),
  impacts: z.object({ kgCO2eq: optional }).nullish().catch(undefined),
});

/** Never throws: a report that is not one counts for nothing. Of a range of carbon, the upper end. */
export function readUsage(reported: unknown): Usage {
  const parsed = usageSchema.safeParse(reported);
  if (!parsed.success) return NO_USAGE;
  const { prompt_tokens, completion_tokens, cost, carbon, impacts } = parsed.data;
  return {
    promptTokens: Math.round(prompt_tokens),
    completionTokens: Math.round(completion_tokens),
    cost: cost ?? undefined,
    kgCo2: impacts?.kgCO2eq ?? carbon?.kgCO2eq?.max ?? carbon?.kgCO2eq?.min ?? undefined,
  };
}
