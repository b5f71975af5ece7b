/**
 * How an e-mail address is compared. ASCII alone: «K» (the sign of the kelvin) lowers to a «k», and an address that only looks like
 * another is nobody's. Undefined: an address by which nobody is recognised.
 */
export function addressKey(email: string | undefined): string | undefined {
  return email !== undefined && /^[!-?A-~]{1,64}@[!-?A-~]{1,255}$/.test(email) ? email.toLowerCase() : undefined;
}

/** The domain of an address of work; undefined for one that anybody may have. */
export function domainOf(email: string | undefined): string | undefined {
  const domain = addressKey(email)?.split('@').at(-1);
  return domain === undefined || ANYBODYS.has(domain) ? undefined : domain;
}

/** Where small communes often have their mailbox: it tells nothing of whose it is. */
const ANYBODYS: ReadonlySet<string> = new Set([
  'aliceadsl.fr',
  'bbox.fr',
  'club-internet.fr',
  'free.fr',
  'gmail.com',
  'gmx.fr',
  'hotmail.com',
  'hotmail.fr',
  'icloud.com',
  'laposte.net',
  'live.fr',
  'msn.com',
  'neuf.fr',
  'numericable.fr',
  'orange.fr',
  'outlook.com',
  'outlook.fr',
  'protonmail.com',
  'sfr.fr',
  'wanadoo.fr',
  'yahoo.com',
  'yahoo.fr',
]);
