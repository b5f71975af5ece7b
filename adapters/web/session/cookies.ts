/** What a cookie of ours may hold: what `randomBytes` gives in base64url. */
const VALUE = /^[\w-]{43}$/;

/** The session of who is signed in; what waits until somebody signs in; an errand at the provider; the browser that asked for a link. */
export type CookieName = 'session' | 'held' | 'errand' | 'link';

export interface CookieSetting {
  /** Over https: the name then says that the cookie was set here and nowhere else. */
  readonly secure: boolean;
  /** Where it is sent; the demo binds a person to a part of the addresses. */
  readonly path: string;
}

/** The value a browser sent, when it is one we could have written. */
export function readCookie(header: string | undefined, name: CookieName, { secure, path }: CookieSetting) {
  const wanted = nameOf(name, secure, path);
  for (const pair of (header ?? '').split(';')) {
    const [found, value = ''] = pair.trim().split('=');
    if (found === wanted && VALUE.test(value)) return value;
  }
  return undefined;
}

/**
 * A cookie that no script reads. `Lax`, not `Strict`: who comes back from the provider, or by a link in a message, is still
 * signed in; a form of another site is refused by the door. `undefined` takes it back.
 */
export function writeCookie(name: CookieName, value: string | undefined, { secure, path }: CookieSetting): string {
  return `${nameOf(name, secure, path)}=${value ?? ''}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${value === undefined ? '; Max-Age=0' : ''}`;
}

/** `__Host-` promises the whole site, so a cookie bound to a part of it cannot bear it. */
function nameOf(name: CookieName, secure: boolean, path: string): string {
  return `${secure ? (path === '/' ? '__Host-' : '__Secure-') : ''}truchement-${name}`;
}
