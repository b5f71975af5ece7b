import type { CallFault } from '../../src/calls/port/calls.ts';
import type { Turned } from '../../src/calls/port/gate.ts';
import { frenchTypography } from '../../src/french/typography.ts';
import type { RawReply } from '../../src/platform.ts';
import { type ApiProblem, apiTexts as texts } from '../../src/text/api-texts.ts';

/** RFC 9457: what is wrong, as a program and a person read it. */
export interface Problem {
  readonly kind: ApiProblem;
  readonly detail?: string;
  /** Members of our own: the fields at fault, the names nearest. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export const STATUS: Readonly<Record<ApiProblem, number>> = {
  invalid: 400,
  unknown: 404,
  no_path: 404,
  wrong_method: 405,
  no_key: 401,
  bad_key: 401,
  no_scope: 403,
  too_large: 413,
  not_json: 400,
  media_type: 415,
  too_many: 429,
  key_reused: 422,
  unavailable: 503,
  broken: 500,
};

export function problemReply({ kind, detail, more, headers }: Problem): RawReply {
  const status = STATUS[kind];
  const body = {
    type: `/api/v1#${kind}`,
    title: frenchTypography(texts.problem[kind]),
    status,
    ...(detail === undefined ? {} : { detail: frenchTypography(detail) }),
    ...more,
  };
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** @throws never: what is refused of fields names them */
export function faultReply(fault: CallFault): RawReply {
  if (fault.kind === 'invalid') {
    const { errors } = fault;
    const detail = errors.map(({ field, message }) => `${field} : ${message}`).join(' ; ');
    return problemReply({ kind: 'invalid', detail, more: { errors } });
  }
  const { field, message, nearest } = fault;
  return problemReply({ kind: 'unknown', detail: message, more: { errors: [{ field, message }], nearest } });
}

export function turnedReply(turned: Turned, perMinute: number): RawReply {
  switch (turned.kind) {
    case 'no_key':
    case 'bad_key':
      return problemReply({
        kind: turned.kind,
        detail: texts.detail.needKey,
        headers: { 'www-authenticate': turned.kind === 'no_key' ? 'Bearer' : 'Bearer error="invalid_token"' },
      });
    case 'too_many':
      return problemReply({
        kind: 'too_many',
        detail: texts.detail.tooMany(perMinute, turned.seconds),
        headers: { 'retry-after': String(turned.seconds) },
      });
    case 'store_down':
      return problemReply({ kind: 'unavailable', headers: { 'retry-after': '30' } });
  }
}
