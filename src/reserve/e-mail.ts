/**
 * How an e-mail address is compared. ASCII alone: «K» (the sign of the kelvin) lowers to a «k», and an address that only looks like
 * another is nobody's. Undefined: an address by which nobody is recognised.
 */
export function addressKey(email: string | undefined): string | undefined {
  return email !== undefined && /^[!-?A-~]{1,64}@[!-?A-~]{1,255}$/.test(email) ? email.toLowerCase() : undefined;
}
