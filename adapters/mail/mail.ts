// The door to nodemailer: one SMTP server, one connection a message.
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { NotDelivered, Outgoing, Words } from '../../src/message/delivery.ts';
import type { Mailbox, Mailboxes } from '../../src/reserve/port/mailbox.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { ToldKind } from '../../src/vocabulary/told.ts';
import { draw } from './draw.ts';
import { aboutOf, kindOf, type Letter, letterOfCase, letterOfWords, type Places } from './letter.ts';
import { meaningOf, type SmtpFault } from './smtp-fault.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. Never logged. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
  /** `required`: from a certificate that is right, or not at all; `if_offered`: whoever the server is; `never`: on this machine. */
  readonly tls: 'required' | 'if_offered' | 'never';
  /** Where people find this site, without a slash at its end. */
  readonly publicUrl: string;
}

export interface MailParts {
  readonly settings: MailSettings;
  readonly mailboxes: Mailboxes;
  readonly now: () => Date;
  /** What came of each that was given to the server. */
  readonly onSent: (outcome: 'accepted' | SmtpFault['kind']) => void;
  readonly log: { warn(fields: object, text: string): void } | undefined;
}

export interface Mail {
  /** A message of a case; nothing is sent where the person has no address, or has stopped that kind. */
  deliver(message: Outgoing): Promise<Result<undefined, NotDelivered>>;
  tell(words: Words): Promise<Result<undefined, NotDelivered>>;
  /** To an address, whatever was stopped: it was asked for a moment ago. */
  send(to: Pick<Mailbox, 'name' | 'email'>, letter: Letter): Promise<Result<undefined, SmtpFault>>;
}

/** A server that does not answer is left alone for that long: the messages of other platforms wait behind it meanwhile. */
const LEFT_ALONE_MS = 15_000;
const LATER = err({ kind: 'later', why: 'the store is down' } as const);

/** E-mail as a way to be told. What is sent carries no words of a case: what it is about, a link, and how to stop. */
export function createMail({ settings, mailboxes, now, onSent, log }: MailParts): Mail {
  const transport = createSmtp(settings);
  const { from, publicUrl } = settings;
  const domain = from.address.split('@').at(-1) ?? 'localhost';
  const idOf = (what: string) => `<${createHash('sha256').update(what).digest('hex').slice(0, 32)}@${domain}>`;
  let aloneUntil = 0;

  const send: Mail['send'] = async ({ name, email }, letter) => {
    const { stop } = letter;
    const thread = letter.thread === undefined ? {} : { references: idOf(`thread ${email} ${letter.thread}`) };
    try {
      await transport.sendMail({
        from,
        to: { name, address: email },
        envelope: { from: from.address, to: [email] },
        subject: letter.subject,
        ...draw(letter),
        messageId: idOf(letter.id),
        ...thread,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...(stop === undefined
            ? {}
            : {
                'List-Unsubscribe': { prepared: true, value: `<${stop.href}>` },
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
        },
      });
      onSent('accepted');
      return ok(undefined);
    } catch (error) {
      const fault = meaningOf(error);
      onSent(fault.kind);
      log?.warn({ fault: fault.kind, why: fault.why }, 'an e-mail was not taken');
      if (fault.kind === 'unreachable') aloneUntil = now().getTime() + LEFT_ALONE_MS;
      return err(fault);
    }
  };

  const toPerson = async (
    person: string,
    kind: ToldKind,
    letterOf: (places: Places) => Letter | undefined,
  ): Promise<Result<undefined, NotDelivered>> => {
    const found = await mailboxes.of(person);
    const signature = await mailboxes.sign(person);
    if (!found.ok || !signature.ok) return LATER;
    const mailbox = found.value;
    // Whoever has stopped it, or has no address that works, comes and looks.
    if (mailbox === undefined || mailbox.refused || mailbox.stopped.has(kind)) return ok(undefined);
    const stop = (quoi: ToldKind) =>
      `${publicUrl}/courriels?${new URLSearchParams({ qui: person, quoi, signe: signature.value })}`;
    const letter = letterOf({ site: publicUrl, stop });
    if (letter === undefined) return ok(undefined);
    const wait = aloneUntil - now().getTime();
    if (wait > 0) return err({ kind: 'later', why: 'the mail server does not answer', afterMs: wait });
    const sent = await send(mailbox, letter);
    if (sent.ok) return sent;
    const { kind: fault, why } = sent.error;
    if (fault === 'rejected') return err({ kind: 'never', why });
    if (fault !== 'refused') return err({ kind: 'later', why });
    const noted = await mailboxes.refuse(mailbox);
    if (!noted.ok) return LATER;
    // An offer goes to someone else at once; what they hold stays theirs, on the page.
    return err({ kind: kind === 'offers' ? 'gone' : 'never', why });
  };

  return {
    deliver: (message) => toPerson(message.person, kindOf(message), (places) => letterOfCase(message, places)),
    tell: (words) => toPerson(words.person, aboutOf(words), (places) => letterOfWords(words, places)),
    send,
  };
}

/** Whether the server is there, speaks as it must, and lets us in; undefined: it does. */
export async function trySmtp(settings: MailSettings): Promise<SmtpFault | undefined> {
  const transport = createSmtp(settings);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return meaningOf(error);
  } finally {
    transport.close();
  }
}

/** In milliseconds. All of it stays within the lease of a message. */
const PATIENCE = { dnsTimeout: 4_000, connectionTimeout: 5_000, greetingTimeout: 8_000, socketTimeout: 12_000 };

function createSmtp({ url, tls }: Pick<MailSettings, 'url' | 'tls'>) {
  return createTransport({
    url,
    requireTLS: tls === 'required',
    ignoreTLS: tls === 'never',
    ...(tls === 'if_offered' ? { tls: { rejectUnauthorized: false } } : {}),
    ...PATIENCE,
    // What an e-mail holds is ours alone: nothing is fetched or read from a file.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
