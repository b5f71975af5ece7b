import type { Mail } from '../adapters/mail/mail.ts';
import type { Config } from '../src/config/config.ts';
import type { Hand } from '../src/handoff/help/deliver.ts';
import type { Helping } from '../src/handoff/port/helping.ts';
import type { Logger } from '../src/log.ts';
import type { NotDelivered, Words } from '../src/message/delivery.ts';
import type { ChatPlatform } from '../src/platform.ts';
import { createMailboxes } from '../src/reserve/mailboxes.ts';
import type { Mailboxes } from '../src/reserve/port/mailbox.ts';
import type { LinkSettings } from '../src/reserve/port/sign-in-links.ts';
import { createSignInLinks } from '../src/reserve/sign-in-links.ts';
import { err, ok, type Result } from '../src/result.ts';
import type { Store } from '../src/store/store.ts';
import { coordinatorsOf, tellRefused, tellWeek, weekToTell } from '../src/training/coordinator-words.ts';
import { repeat } from './repeat.ts';

export interface ComposedMail {
  readonly mail: Mail;
  readonly mailboxes: Mailboxes;
  /** Where no provider is set up. */
  readonly signIn: LinkSettings;
}

/** E-mail, where a server is set up; its library is read only then. */
export async function composeMail(
  { mail: settings, body }: Pick<Config, 'mail' | 'body'>,
  store: Store,
  log: Logger,
  onSent: (outcome: string) => void,
): Promise<ComposedMail | undefined> {
  if (settings === undefined) return undefined;
  const { createMail } = await import('../adapters/mail/mail.ts');
  const { letterOfLink } = await import('../adapters/mail/letter.ts');
  const now = () => new Date();
  const mailboxes = createMailboxes({ store, onRefused: (mailbox) => tellRefused(store, mailbox, now()) });
  const mail = createMail({ settings, mailboxes, now, onSent, log });
  const { publicUrl, domains } = settings;
  const links = createSignInLinks({
    store,
    newcomers: body && { domains, body },
    send: async ({ token, to, language }) => {
      const href = `${publicUrl}/connexion/lien?jeton=${token}${language === 'fr' ? '' : `&lang=${language}`}`;
      const sent = await mail.send(to, letterOfLink(`link ${token}`, href, language));
      return sent.ok || sent.error.kind === 'refused' || sent.error.kind === 'rejected';
    },
    now,
    report: (error) => log.error({ err: error }, 'a link to sign in could not be sent'),
  });
  return { mailboxes, mail, signIn: { publicUrl, links } };
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

const WEEK_EVERY_MS = 30 * 60_000;
/** On Monday morning, to each coordinator who is told by e-mail, what waits in the network. */
export function startWeek(
  { handoff }: Pick<Config, 'handoff'>,
  store: Store,
  mailboxes: Mailboxes | undefined,
  helping: Pick<Helping, 'board'>,
  log: Logger,
): { stop(): Promise<void> } {
  if (mailboxes === undefined) return { stop: async () => undefined };
  let told: string | undefined;
  const round = async () => {
    const now = new Date();
    const week = weekToTell(now, handoff.hours.timeZone);
    if (week === undefined || week === told) return;
    const coordinators = await coordinatorsOf(store);
    if (!coordinators.ok) return;
    for (const person of coordinators.value) {
      const mailbox = await mailboxes.of(person.id);
      const byMail = mailbox.ok && mailbox.value !== undefined && !mailbox.value.refused;
      if (!byMail || (person.address !== undefined && !shows(person.address) && !mailbox.value.preferred)) continue;
      const board = await helping.board(person.id);
      if (!board.ok) return;
      if (!(await tellWeek(store, person, board.value, { week, now })).ok) return;
    }
    told = week;
  };
  return repeat(round, WEEK_EVERY_MS, (error) => log.error({ err: error }, 'the week could not be told'));
}
