import { z } from 'zod';
import { addressKey, domainOf } from '../reserve/e-mail.ts';
import { LOOPBACK } from './loopback.ts';

export const mailVariables = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
    .refine((url) => URL.canParse(url) && new URL(url).hostname !== '', { error: 'must name a server' })
    .optional(),
  SMTP_TLS: z.enum(['required', 'if_offered'], { error: 'must be required or if_offered' }).optional(),
  MAIL_FROM: z
    .string()
    .transform((text, context) => {
      const { name = '', address = text } =
        /^(?<name>[^<>\r\n]{0,100})<(?<address>[^<>]{3,320})>$/.exec(text)?.groups ?? {};
      if (addressKey(address) === undefined) context.addIssue('must be an address, or “Name <address>”');
      return { name: name.trim() || 'Truchement', address };
    })
    .optional(),
  MAIL_DOMAINS: z
    .string()
    .transform((text, context) => {
      const domains = text.split(/[\s,]+/).filter((word) => word !== '');
      for (const domain of domains)
        if (domainOf(`x@${domain}`) === undefined) context.addIssue(`“${domain}” is no domain of one body's own`);
      return domains.map((domain) => domain.toLowerCase());
    })
    .default([]),
};

/** An SMTP server, and how what is sent by it looks. */
export interface MailConfig {
  /** Holds a password: never logged. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
  /**
   * `required`: by TLS, from a server whose certificate is right, or not at all. `if_offered`: as most servers speak to one another,
   * sealed where the other can, whoever it is. `never`: it does not leave this machine.
   */
  readonly tls: 'required' | 'if_offered' | 'never';
  readonly publicUrl: string;
  /** Whoever has an address there may sign in, known or not. */
  readonly domains: readonly string[];
}

/** All or none. @throws naming those that are missing */
export function readMail(values: {
  readonly SMTP_URL?: string | undefined;
  readonly SMTP_TLS?: 'required' | 'if_offered' | undefined;
  readonly MAIL_FROM?: MailConfig['from'] | undefined;
  readonly MAIL_DOMAINS: readonly string[];
  readonly PUBLIC_URL?: string | undefined;
  readonly TRUCHEMENT_SIRET?: string | undefined;
}): MailConfig | undefined {
  const { SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl, SMTP_TLS, MAIL_DOMAINS: domains } = values;
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined || publicUrl === undefined) {
    const missing = Object.entries({ SMTP_URL: url, MAIL_FROM: from, PUBLIC_URL: publicUrl }).flatMap(
      ([name, value]) => (value === undefined ? [name] : []),
    );
    throw new Error(`Configuration not usable:\n  e-mail also needs ${missing.join(', ')}`);
  }
  // Whoever comes by it is of that body: there must be one.
  if (domains.length > 0 && values.TRUCHEMENT_SIRET === undefined)
    throw new Error('Configuration not usable:\n  MAIL_DOMAINS also needs TRUCHEMENT_SIRET');
  const isLocal = LOOPBACK.test(new URL(url).hostname.replace(/^\[|\]$/g, ''));
  return { url, from, publicUrl, domains, tls: SMTP_TLS ?? (isLocal ? 'never' : 'required') };
}
