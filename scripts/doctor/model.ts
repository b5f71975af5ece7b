import type { ModelFault } from '../../src/model/complete.ts';
import type { ModelConfig } from '../../src/model/model-config.ts';
import { createComplete, createEmbedTexts } from '../../src/model/openai.ts';
import { type Finding, found, PATIENCE_MS, placeOf } from './finding.ts';

/** The language model and the embeddings: one small call each, as the assistant makes them. */
export async function findModel(model: ModelConfig | undefined): Promise<readonly Finding[]> {
  return Promise.all([chat(model), embeddings(model)]);
}

async function chat(model: ModelConfig | undefined): Promise<Finding> {
  if (model?.chatModel === undefined) return found('model', 'off', 'OPENAI_MODEL is not set: all is worded by rule');
  const started = performance.now();
  const given = await createComplete(
    model,
    model.chatModel,
    model.temperature,
  )(
    {
      purpose: 'probe',
      system: 'Répondez par un seul objet JSON : {"pret":true}',
      user: 'Êtes-vous prêt ?',
      shape: {
        name: 'essai',
        schema: {
          type: 'object',
          properties: { pret: { type: 'boolean' } },
          required: ['pret'],
          additionalProperties: false,
        },
      },
      maxTokens: 50,
    },
    { signal: AbortSignal.timeout(PATIENCE_MS), organisation: 'doctor' },
  );
  const who = `${model.chatModel} at ${placeOf(model.baseUrl)}`;
  if (!given.ok && given.error.kind === 'malformed')
    return found('model', 'note', `${who} answers, but not with the JSON asked for: its answers will not be used`);
  if (!given.ok) return found('model', 'fault', `${who}: ${MEANING[given.error.kind]}`);
  const masked = model.internal ? 'names are sent as they are (MODEL_INTERNAL)' : 'names are hidden from it';
  return found('model', 'ok', `${who} answers in ${Math.round(performance.now() - started)} ms; ${masked}`);
}

async function embeddings(model: ModelConfig | undefined): Promise<Finding> {
  if (model?.embeddingModel === undefined)
    return found('embeddings', 'off', 'OPENAI_EMBEDDING_MODEL is not set: the local embedder serves');
  const given = await createEmbedTexts(model, model.embeddingModel)(['sonde'], { timeoutMs: PATIENCE_MS, attempts: 1 });
  const who = `${model.embeddingModel} at ${placeOf(model.baseUrl)}`;
  if (!given.ok)
    return found('embeddings', 'fault', `${who}: ${MEANING[given.error.kind]}; searches go by the local embedder`);
  return found('embeddings', 'ok', `${who}, ${given.value[0]?.length} dimensions`);
}

/** By kind, never by the endpoint's own words, which may repeat a key. */
const MEANING: Readonly<Record<ModelFault['kind'], string>> = {
  rate_limited: 'too many requests (429)',
  server_error: 'the endpoint fails (5xx)',
  unreachable: 'not reachable',
  timeout: 'no answer in time',
  cancelled: 'no answer in time',
  unauthorised: 'the key is refused (401 or 403)',
  rejected: 'the request is refused: is the model’s name right?',
  cut: 'the answer was cut',
  empty: 'the answer was empty',
  malformed: 'the answer is not of the shape asked for',
  busy: 'busy',
  circuit_open: 'left alone for a while',
  budget_spent: 'the day’s tokens are used',
};
