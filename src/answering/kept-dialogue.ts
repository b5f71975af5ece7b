import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isIsoDate } from '../days/iso-date.ts';
import { ok, type Result } from '../result.ts';
import { type FactName, type FactValue, isFactName } from '../rules/facts.ts';
import { isGoalName } from '../rules/goals.ts';
import { isRole } from '../rules/roles/role-names.ts';
import type { StoreDown } from '../vocabulary/record-faults.ts';
import type { DialogueRecord, DialogueRecords } from './dialogue-records.ts';
import { type Dialogue, LIFETIME_MS, type Memory, type Remembered } from './memory.ts';
import type { Sealing } from './shared-state.ts';

const day = z.string().refine(isIsoDate);
const factName = z.string().refine(isFactName);
const roleName = z.string().refine(isRole);
const keptSchema = z.strictObject({
  role: z.enum(['prescriber', 'buyer']).optional(),
  question: z.string().optional(),
  given: z
    .strictObject({
      objet: z.enum(['travaux', 'fournitures_services']).optional(),
      acheteur: z.enum(['etat', 'collectivite', 'sante', 'entite']).optional(),
      at: day.optional(),
    })
    .optional(),
  reckoned: z
    .strictObject({
      goal: z.string().refine(isGoalName),
      text: z.string(),
      at: day,
      facts: z.array(
        z.tuple([factName, z.union([z.number(), z.boolean(), z.string(), z.array(z.number()), z.null()])]),
      ),
      tax: z.enum(['HT', 'TTC']).optional(),
      asked: factName.optional(),
      doubt: z
        .strictObject({ words: z.array(z.string()), role: roleName, other: roleName, slight: z.boolean() })
        .optional(),
      settled: z.array(z.tuple([z.string(), roleName])).optional(),
    })
    .optional(),
  /** What was answered as well, sealed. */
  whole: z.string().optional(),
});

export interface KeptDialogues {
  /** Where another process went on with the dialogue, or this one began anew: what it left is remembered. */
  restore(conversation: string): Promise<Result<undefined, StoreDown>>;
  /** What is remembered now, as it is kept; undefined for a dialogue in which nothing was asked. */
  record(conversation: string): DialogueRecord | undefined;
  forget(conversation: string): Promise<Result<undefined, StoreDown>>;
}

/**
 * The facts of a purchase that a dialogue told (who buys, what, sums, days), the side of who asks and the question they are about:
 * kept beside the process. Answers are not: they are found again; but where several processes serve one dialogue, which goes on
 * in any of them as in one.
 * @param masked words without the names in them
 * @param sealing left out where one process serves alone
 */
export function createKeptDialogues(
  memory: Pick<Memory, 'recall' | 'remember' | 'forget' | 'whole' | 'replace'>,
  records: DialogueRecords,
  masked: (text: string) => string,
  now: () => Date,
  sealing?: Sealing,
): KeptDialogues {
  const by = randomUUID();
  const recordOf = (conversation: string): DialogueRecord | undefined => {
    const what = memory.recall(conversation);
    if (what === undefined || (what.question === undefined && what.role === undefined)) return undefined;
    const until = new Date(now().getTime() + LIFETIME_MS).toISOString();
    const dialogue = memory.whole(conversation);
    const whole = sealing && dialogue && sealing.seal(withoutRewordings(dialogue), conversation);
    return { id: digest(conversation), by, body: JSON.stringify({ ...write(what, masked), whole }), until };
  };
  return {
    restore: async (conversation) => {
      const found = await records.recall(digest(conversation), now().toISOString());
      if (!found.ok) return found;
      if (found.value === undefined || found.value.by === by) return ok(undefined);
      const { whole, ...facts } = read(found.value.body);
      const dialogue = whole === undefined ? undefined : sealing?.open(whole, conversation);
      // Sealed by this program, in this version.
      if (dialogue === undefined) memory.remember(conversation, facts);
      else memory.replace(conversation, dialogue as Dialogue);
      return ok(undefined);
    },
    record: recordOf,
    forget: (conversation) => {
      memory.forget(conversation);
      return records.forget(digest(conversation));
    },
  };
}

/** Nothing kept leads back to a conversation. */
function digest(conversation: string): string {
  return createHash('sha256').update(conversation).digest('base64url');
}

/** A text that was reworded is kept where its author keeps it, and nowhere else. */
function withoutRewordings(dialogue: Dialogue): Dialogue {
  return { ...dialogue, shown: dialogue.shown.filter(({ reply }) => reply.outcome.kind !== 'rewording') };
}

function write({ role, question, given, reckoned }: Remembered, masked: (text: string) => string) {
  const hidden = new Map<string, string>();
  const hide = (text: string): string => {
    const said = hidden.get(text) ?? masked(text);
    hidden.set(text, said);
    return said;
  };
  return {
    role,
    question: question === undefined ? undefined : hide(question),
    given,
    reckoned: reckoned && {
      ...reckoned,
      text: hide(reckoned.text),
      facts: [...reckoned.facts],
      settled: reckoned.settled && [...reckoned.settled],
    },
  };
}

/** @throws where what is kept was not written by `write` */
function read(body: string): Remembered & { readonly whole: string | undefined } {
  const { role, question, given, reckoned, whole } = keptSchema.parse(JSON.parse(body));
  return {
    role,
    question,
    given: given && { objet: given.objet, acheteur: given.acheteur, at: given.at },
    answer: undefined,
    whole,
    reckoned: reckoned && {
      ...reckoned,
      facts: new Map<FactName, FactValue>(reckoned.facts),
      tax: reckoned.tax,
      asked: reckoned.asked,
      doubt: reckoned.doubt,
      settled: reckoned.settled && new Map(reckoned.settled),
    },
  };
}
