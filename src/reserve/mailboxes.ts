import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ok, type Result } from '../result.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import { TOLD_KINDS } from '../vocabulary/told.ts';
import { addressKey } from './e-mail.ts';
import type { Mailbox, Mailboxes } from './port/mailbox.ts';
import type { ReserveStore } from './reserve-store.ts';

const MAIL = 'mail';

export interface MailboxesParts {
  readonly store: Pick<ReserveStore, 'reserve' | 'platformNotes'>;
  /** Says to those who look after people that an address is nobody's. */
  readonly onRefused: (mailbox: Mailbox) => Promise<Result<undefined, StoreDown>>;
}

/** What each person wants by e-mail, and which addresses are refused: notes about the person, which go when they are forgotten. */
export function createMailboxes({ store, onRefused }: MailboxesParts): Mailboxes {
  const { reserve, platformNotes: notes } = store;
  const note = (kind: string, key: string, person: string, body: unknown = null) =>
    notes.put({ platform: MAIL, kind, key, person, body, expiresAt: undefined });
  const unnote = (kind: string, key: string) => notes.remove({ platform: MAIL, kind, key });

  /** One for all processes, made by the first that needs it: what an old e-mail bears goes on being right. */
  const secret = async (): Promise<Result<string, StoreDown>> => {
    const key = { platform: MAIL, kind: 'secret', key: 'links' };
    const body = randomBytes(32).toString('base64url');
    const made = await notes.putNew({ ...key, person: undefined, body, expiresAt: undefined });
    const kept = made.ok ? await notes.get(key) : made;
    return kept.ok ? ok(String(kept.value?.body)) : kept;
  };

  const sign = async (person: string): Promise<Result<string, StoreDown>> => {
    const key = await secret();
    return key.ok ? ok(createHmac('sha256', key.value).update(person).digest('base64url')) : key;
  };

  return {
    of: async (id) => {
      const person = await reserve.person(id);
      if (!person.ok) return person;
      const email = person.value?.email;
      if (person.value === undefined || addressKey(email) === undefined || email === undefined) return ok(undefined);
      const about = await notes.about(id);
      if (!about.ok) return about;
      const own = about.value.filter(({ platform }) => platform === MAIL);
      const has = (kind: string, key: string) => own.some((one) => one.kind === kind && one.key === key);
      return ok({
        person: id,
        name: person.value.name,
        email,
        language: person.value.language,
        stopped: new Set(TOLD_KINDS.filter((kind) => has('stopped', `${kind}:${id}`))),
        preferred: has('preferred', id),
        // Of another address than the one refused, nothing is known yet.
        refused: own.some(({ kind, body }) => kind === 'refused' && body === addressKey(email)),
      });
    },
    stop: (person, kind, isStopped) =>
      isStopped ? note('stopped', `${kind}:${person}`, person) : unnote('stopped', `${kind}:${person}`),
    prefer: (person, isPreferred) => (isPreferred ? note('preferred', person, person) : unnote('preferred', person)),
    refuse: async (mailbox) => {
      // Told before it is noted: a crash in between tells it again, under the same id, which is kept once.
      const told = await onRefused(mailbox);
      return told.ok ? note('refused', mailbox.person, mailbox.person, addressKey(mailbox.email)) : told;
    },
    sign,
    isSigned: async (person, signature) => {
      const wanted = await sign(person);
      if (!wanted.ok) return wanted;
      const [given, right] = [Buffer.from(signature), Buffer.from(wanted.value)];
      return ok(given.length === right.length && timingSafeEqual(given, right));
    },
  };
}
