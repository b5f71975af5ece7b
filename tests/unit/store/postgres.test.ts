import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { reasonOf, withoutPassword } from '../../../src/store/postgres.ts';

function said(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('said by the server', 0, 'error');
  error.code = code;
  return error;
}

describe('what PostgreSQL throws', () => {
  it.each([
    ['53100', 'full'],
    ['53300', 'busy'],
    ['40001', 'busy'],
    ['40P01', 'busy'],
    ['55P03', 'busy'],
    ['57014', 'busy'],
    ['57P01', 'unreachable'],
    ['08006', 'unreachable'],
    ['25006', 'unreachable'],
    ['28P01', 'unreachable'],
    ['58030', 'unreachable'],
  ])('%s is the reason «%s»', (code, reason) => {
    expect(reasonOf(said(code))).toBe(reason);
  });

  it('is a reason when the connection fails, in whatever words', () => {
    expect(reasonOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe('unreachable');
    expect(reasonOf(new Error('Connection terminated unexpectedly'))).toBe('unreachable');
  });

  it('is a bug of ours otherwise', () => {
    for (const code of ['42P01', '23514', '22021', '42601']) expect(reasonOf(said(code))).toBeUndefined();
    for (const error of [new TypeError('x'), new RangeError('x'), new SyntaxError('x'), 'text', undefined])
      expect(reasonOf(error)).toBeUndefined();
  });
});

describe('an address as messages show it', () => {
  it.each([
    ['postgres://u:s3cret@db.example:5433/base', 'postgres://u@db.example:5433/base'],
    ['postgresql://u:s3cret@db/base?password=s3cret&sslmode=require', 'postgresql://u@db/base'],
    ['postgresql://db/base', 'postgresql://db/base'],
    ['postgresql:///base?host=/run/postgresql', 'postgresql:///run/postgresql/base'],
    ['postgresql://u:s3cret@/base?host=/run/postgresql', 'postgresql://u@/run/postgresql/base'],
  ])('%s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});
