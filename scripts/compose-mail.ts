import type { Mail } from '../adapters/mail/mail.ts';
import type { Config } from '../src/config/config.ts';
import type { Hand } from '../src/handoff/help/deliver.ts';
import type { Logger } from '../src/log.ts';
import type { NotDelivered, Words } from '../src/message/delivery.ts';
import type { ChatPlatform } from '../src/platform.ts';
import { createMailboxes } from '../src/reserve/mailboxes.ts';
import type { Mailboxes } from '../src/reserve/port/mailbox.ts';
import { err, ok, type Result } from '../src/result.ts';
import type { Store } from '../src/store/store.ts';
import { tellRefused } from '../src/training/coordinator-words.ts';

export interface ComposedMail {
  readonly mail: Mail;
  readonly mailboxes: Mailboxes;
}

/** E-mail, where a server is set up; its library is read only then. */
export async function composeMail(
  { mail: settings }: Pick<Config, 'mail'>,
  store: Store,
  log: Logger,
  onSent: (outcome: string) => void,
): Promise<ComposedMail | undefined> {
  if (settings === undefined) return undefined;
  const { createMail } = await import('../adapters/mail/mail.ts');
  const now = () => new Date();
  const mailboxes = createMailboxes({ store, onRefused: (mailbox) => tellRefused(store, mailbox, now()) });
  return { mailboxes, mail: createMail({ settings, mailboxes, now, onSent, log }) };
}

/** How people are reached: by the chat platform they last used, else by e-mail, else they come and look. */
export interface Reach {
  readonly hand: Hand;
  readonly tell: (words: Words) => Promise<Result<undefined, NotDelivered>>;
}

/**
 * The page and the terminal show what is in the store: whoever uses nothing else is told by e-mail, where there is one, that
 * something waits there. So is whoever prefers it to the platform that reaches them.
 */
export function createReach(platforms: () => readonly ChatPlatform[], composed: ComposedMail | undefined): Reach {
  const byMail = async ({
    person,
    to,
  }: Pick<Words, 'person' | 'to'>): Promise<Result<Mail | undefined, NotDelivered>> => {
    if (composed === undefined) return ok(undefined);
    const { mail, mailboxes } = composed;
    if (shows(to)) return ok(mail);
    const mailbox = await mailboxes.of(person);
    if (!mailbox.ok) return err({ kind: 'later', why: 'the store is down' });
    const { preferred, refused } = mailbox.value ?? { preferred: false, refused: true };
    return ok(preferred && !refused ? mail : undefined);
  };
  const there = ({ platform }: Words['to']) => platforms().find(({ name }) => name === platform);
  return {
    hand: async (message) => {
      const mail = await byMail(message);
      if (!mail.ok) return mail;
      if (mail.value !== undefined) return mail.value.deliver(message);
      if (shows(message.to)) return ok(undefined);
      const handed = there(message.to)?.deliver?.(message);
      return handed ?? err({ kind: 'later', why: `${message.to.platform} is not configured` });
    },
    tell: async (words) => {
      const mail = await byMail(words);
      if (!mail.ok) return mail;
      if (mail.value !== undefined) return mail.value.tell(words);
      if (shows(words.to)) return ok(undefined);
      const told = there(words.to)?.tell?.(words);
      return told ?? err({ kind: 'never', why: `${words.to.platform} does not say words here` });
    },
  };
}

function shows({ platform }: Words['to']): boolean {
  return platform === 'web' || platform === 'console';
}
