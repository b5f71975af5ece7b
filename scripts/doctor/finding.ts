/** What one line of the doctor says. `off`: not set up, which is no fault; `fault`: set up, and does not work. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'off' | 'note' | 'fault';
  readonly say: string;
}

/** In milliseconds: what one service has to answer. */
export const PATIENCE_MS = 8_000;

export const found = (name: string, state: Finding['state'], say: string): Finding => ({ name, state, say });

/** Scheme, host and port: a path or a query may hold a key, what stands before the host a password. */
export function placeOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : 'an address that cannot be read';
}

/** A request's status and JSON body, or in a word why there is none. Redirects are not followed: a key would go with them. */
export async function ask(
  address: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers } | { readonly why: string }> {
  try {
    const reply = await fetch(address, { redirect: 'manual', ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await reply.text();
    return { status: reply.status, body: jsonOf(text), headers: reply.headers };
  } catch (error) {
    return { why: whyOf(error) };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The code of a failed connection (`ECONNREFUSED`), never its words: they hold addresses. */
function whyOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (typeof code === 'string') return code;
  return error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'not reachable';
}

/** A field of a JSON object, when it is a string. */
export function fieldOf(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The error's code where it is one word, as the services give it; nothing else of what they say. */
export function wordOf(body: unknown, status: number): string {
  const code = fieldOf(body, 'error');
  return code !== undefined && /^[a-z_]{1,40}$/.test(code) ? code : `HTTP ${status}`;
}
