import { type Context, DOWN } from './context.ts';
import { sheetOf } from './interview-acts.ts';
import type { PressedOf } from './port/heard.ts';
import type { Happened } from './port/shown.ts';
import { guardedBrief, rewordingOf, withParty } from './rewording-acts.ts';

/** A brief as a file, as it stands. */
export async function agreementFile(
  context: Context,
  heard: PressedOf<'agreement_file'>,
): Promise<readonly Happened[]> {
  return [await fileOf(context, heard.value.agreement)];
}

/** The same of a rewording, which becomes a brief; pressed again, the same one. */
export async function briefFile(context: Context, heard: PressedOf<'brief_file'>): Promise<readonly Happened[]> {
  const { interpreting } = context;
  const before = await rewordingOf(context, heard);
  if (before === undefined || interpreting === undefined) return [{ name: 'lost' }];
  return withParty(heard, before.direction === 'to_buyer' ? 'prescriber' : 'buyer', async (party) => {
    const once = { key: heard.key, ...(await sheetOf(context, heard)) };
    const opened = await guardedBrief(context, () => interpreting.open(before, party.side, party, once));
    return [opened.ok ? await fileOf(context, opened.value.view.id) : { name: 'no_brief', fault: opened.error }];
  });
}

async function fileOf(context: Context, id: string): Promise<Happened> {
  const { interpreting } = context;
  if (interpreting === undefined) return DOWN;
  const exported = await guardedBrief(context, () => interpreting.exportAs(id, 'docx'));
  if (!exported.ok) return { name: 'no_brief', fault: exported.error };
  const { fileName: name, body } = exported.value;
  return { name: 'file', file: { name, bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body } };
}
