import { setTimeout as wait } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { parisDay } from '../days/iso-date.ts';
import { err, ok, type Result } from '../result.ts';
import type { OfficialSource, OfficialVersion, SourceFault } from './official-source.ts';
import { ENDLESS, paragraphsOf } from './read-legi.ts';

export interface PisteOptions {
  readonly clientId: string;
  /** Never logged. */
  readonly clientSecret: string;
  /** PISTE's own, or its sandbox's. */
  readonly tokenUrl: string;
  readonly apiUrl: string;
  /** Between two requests: PISTE counts them by the second and by the day. */
  readonly everyMs: number;
  /** The first wait after a refusal for the moment; each next one is twice as long. */
  readonly retryMs: number;
  /** One of its own unless given. */
  readonly dispatcher?: Dispatcher;
  readonly now: () => Date;
}

export const PISTE = {
  tokenUrl: 'https://oauth.piste.gouv.fr/api/oauth/token',
  apiUrl: 'https://api.piste.gouv.fr/dila/legifrance/lf-engine-app',
  everyMs: 200,
  retryMs: 2000,
} as const;

const RETRIES = 3;
/** A token is asked for anew this long before it ends. */
const MARGIN_MS = 30_000;

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** Légifrance writes days as milliseconds; a day of Paris is meant. */
const moment = z.number().transform((ms) => parisDay(new Date(ms)));
const versionSchema = z.object({
  id: z.string().min(1),
  etat: z.string().nullish(),
  dateDebut: moment,
  dateFin: moment.nullish(),
});
const articleSchema = versionSchema.extend({
  texte: z.string().nullish(),
  texteHtml: z.string().nullish(),
  articleVersions: z.array(versionSchema).nullish(),
});
const answerSchema = z.object({ article: articleSchema.nullish() });

/**
 * Légifrance through PISTE, by two of its documented requests: `/consult/getArticleWithIdAndNum` (the article in force with the
 * dates of its other versions) and `/consult/getArticle` (one version). An article that has not changed costs one request.
 * `@socialgouv/dila-api-client` (1.2.4) has neither retries nor versions and brings node-fetch 2: two requests need no client.
 */
export function createPisteSource(options: PisteOptions): OfficialSource {
  const ask = createAsk(options);
  const texts = new Map<string, string>();
  const keep = (article: z.infer<typeof articleSchema>): string => {
    const text = paragraphsOf(article.texteHtml ?? article.texte ?? '');
    texts.set(article.id, text);
    return text;
  };
  return {
    versionsOf: async (text, number) => {
      const article = await ask('/consult/getArticleWithIdAndNum', { id: text, num: number });
      if (!article.ok) return article;
      keep(article.value);
      const { articleVersions, ...own } = article.value;
      const others = (articleVersions ?? []).filter(({ id }) => id !== own.id);
      return ok([...others, own].map(versionOf));
    },
    textOf: async (id) => {
      const known = texts.get(id);
      if (known !== undefined) return ok(known);
      const article = await ask('/consult/getArticle', { id });
      return article.ok ? ok(keep(article.value)) : article;
    },
  };
}

function versionOf({ id, etat, dateDebut, dateFin }: z.infer<typeof versionSchema>): OfficialVersion {
  const until = dateFin == null || dateFin >= ENDLESS ? undefined : dateFin;
  return { id, since: dateDebut, until, state: etat ?? '' };
}

function createAsk({ clientId, clientSecret, tokenUrl, apiUrl, everyMs, retryMs, dispatcher, now }: PisteOptions) {
  const retries = {
    maxRetries: RETRIES,
    minTimeout: retryMs,
    maxTimeout: retryMs * 30,
    timeoutFactor: 2,
    methods: ['POST' as const],
    statusCodes: [429, 500, 502, 503, 504],
  };
  let patient: Dispatcher | undefined;
  let token: { readonly value: string; readonly until: number } | undefined;
  let last = 0;

  const post = async (url: string, type: string, body: string, headers: Record<string, string>) => {
    // Read at the first request: a start that asks nothing does not wait for the library.
    const { Agent, interceptors, request } = await import('undici');
    patient ??= (dispatcher ?? new Agent()).compose(interceptors.retry(retries));
    await wait(Math.max(0, last + everyMs - now().getTime()));
    last = now().getTime();
    return request(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': type, accept: 'application/json' },
      body,
      dispatcher: patient,
    });
  };

  const signIn = async (): Promise<Result<string, SourceFault>> => {
    if (token !== undefined && token.until > now().getTime()) return ok(token.value);
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'openid',
    });
    const { statusCode, body } = await post(tokenUrl, 'application/x-www-form-urlencoded', form.toString(), {});
    const read = tokenSchema.safeParse(await body.json().catch(() => undefined));
    if (statusCode >= 400) return err({ kind: 'refused' });
    if (!read.success) return err({ kind: 'unreachable', detail: 'the token cannot be read' });
    token = { value: read.data.access_token, until: now().getTime() + read.data.expires_in * 1000 - MARGIN_MS };
    return ok(token.value);
  };

  const once = async (path: string, wanted: object): Promise<Result<z.infer<typeof articleSchema>, SourceFault>> => {
    const signed = await signIn();
    if (!signed.ok) return signed;
    const headers = { authorization: `Bearer ${signed.value}` };
    const { statusCode, body } = await post(apiUrl + path, 'application/json', JSON.stringify(wanted), headers);
    const said: unknown = await body.json().catch(() => undefined);
    if (statusCode === 401 || statusCode === 403) return err({ kind: 'refused' });
    if (statusCode === 404) return err({ kind: 'unknown_article' });
    const read = answerSchema.safeParse(said);
    if (statusCode >= 400 || !read.success) return err({ kind: 'unreachable', detail: `${path}: ${statusCode}` });
    return read.data.article == null ? err({ kind: 'unknown_article' }) : ok(read.data.article);
  };

  return async (path: string, wanted: object) => {
    try {
      const answer = await once(path, wanted);
      // A token may be withdrawn before its time: asked for anew once.
      if (answer.ok || answer.error.kind !== 'refused' || token === undefined) return answer;
      token = undefined;
      return await once(path, wanted);
    } catch (error) {
      return err(faultOf(error));
    }
  };
}

function faultOf(error: unknown): SourceFault {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === 'UND_ERR_REQ_RETRY' && 'statusCode' in error && error.statusCode === 429) return { kind: 'quota' };
  return { kind: 'unreachable', detail: error.message };
}
