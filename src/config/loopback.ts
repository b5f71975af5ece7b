/** Names and addresses of this machine alone. */
export const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Whether nobody between here and there can read or change what is said: by TLS, or because it does not leave the machine. */
export function isPrivateWay(url: string): boolean {
  // A malformed address has its own message.
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK.test(hostname.replace(/^\[|\]$/g, ''));
}
