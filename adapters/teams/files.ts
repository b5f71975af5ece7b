import { randomBytes } from 'node:crypto';
import { createLatest } from '../../src/latest.ts';
import type { Endpoint, RawReply, RawRequest } from '../../src/platform.ts';

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files that are fetched at an address of this server, since a bot of Teams sends none without more rights. */
export interface Files {
  /** An address that nobody guesses, for a quarter of an hour. */
  give(file: GivenFile): string;
  readonly endpoint: Endpoint;
}

const PATH = '/teams/fichier';
const MINUTES = 15;
/** Made again by one press: a file of some tens of kilobytes is kept no longer than it takes to fetch it. */
const MOST = 50;
const TYPES = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pdf', 'application/pdf'],
  ['ics', 'text/calendar; charset=utf-8'],
]);

/** @param publicUrl the address people reach this server by */
export function createFiles(publicUrl: string, now: () => Date): Files {
  const given = createLatest<GivenFile & { readonly until: number }>(MOST);

  const fetch = async ({ url }: RawRequest): Promise<RawReply> => {
    const key = new URL(url, publicUrl).searchParams.get('cle') ?? '';
    const file = given.get(key);
    if (file === undefined || file.until < now().getTime()) return { status: 404 };
    return {
      status: 200,
      headers: {
        'content-type': TYPES.get(file.name.slice(file.name.lastIndexOf('.') + 1)) ?? 'application/octet-stream',
        'content-disposition': `attachment; filename="${file.name}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
      body: file.bytes,
    };
  };

  return {
    give: (file) => {
      const key = randomBytes(24).toString('base64url');
      given.set(key, { ...file, until: now().getTime() + MINUTES * 60_000 });
      return `${publicUrl.replace(/\/$/, '')}${PATH}?cle=${key}`;
    },
    endpoint: { method: 'GET', path: PATH, handle: fetch },
  };
}
