import { withoutEnd } from '../../src/french/ends.ts';

const SECRET_NAMES = /KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL/i;
/** In characters: shorter ones are words of any text, and no secret. */
const SHORTEST = 4;

/**
 * Blanks every secret of the environment in a text: values of variables named so, and in any address its user, its password
 * and the values of its query. The last net: what is printed is made without them already.
 */
export function createScrub(env: Readonly<Record<string, string | undefined>>): (text: string) => string {
  const secrets = new Set<string>();
  const add = (value: string): void => {
    if (value.length < SHORTEST) return;
    secrets.add(value);
    secrets.add(encodeURIComponent(value));
    secrets.add(withoutEnd(Buffer.from(value).toString('base64'), '='));
  };
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue;
    // Several keys may stand in one variable, between commas.
    if (SECRET_NAMES.test(name)) for (const one of [value, ...value.split(',')]) add(one);
    if (!URL.canParse(value)) continue;
    const { username, password, searchParams } = new URL(value);
    for (const part of [password, ...searchParams.values()]) add(decoded(part));
    if (password === '' && username !== '') add(decoded(username));
  }
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((said, secret) => said.replaceAll(secret, '***'), text);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
