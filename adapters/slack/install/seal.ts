import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../../src/result.ts';

/** What cannot be opened: written under another key, or changed since. */
type SealFault = { readonly kind: 'other_key'; readonly key: string } | { readonly kind: 'damaged' };

/** Encrypts what is kept at rest. AES-256-GCM; the key is derived from the secret of the environment. */
export interface Seal {
  seal(text: string): string;
  open(sealed: string): Result<string, SealFault>;
}

const VERSION = 'v1';

/** @param secrets the first one seals; the others only open, so that a key can be changed without losing what is kept */
export function createSeal(secrets: readonly [string, ...string[]]): Seal {
  const keys = secrets.map((secret) => {
    const key = createHash('sha256').update(`truchement slack ${secret}`).digest();
    return { key, id: createHash('sha256').update(key).digest('base64url').slice(0, 8) };
  });
  const [first] = keys;
  return {
    seal: (text) => {
      if (first === undefined) throw new Error('a seal needs a key');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, first.id, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open: (sealed) => {
      const [version, id = '', nonce, tag, body] = sealed.split('.');
      if (version !== VERSION || nonce === undefined || tag === undefined || body === undefined)
        return err({ kind: 'damaged' });
      const found = keys.find((one) => one.id === id);
      if (found === undefined) return err({ kind: 'other_key', key: id });
      try {
        const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'));
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return ok(Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8'));
      } catch (error) {
        // OpenSSL says no more than that it does not fit.
        if (error instanceof Error) return err({ kind: 'damaged' });
        throw error;
      }
    },
  };
}
