import { z } from 'zod';
import { asJson, asList, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { faultsAcross } from './across.ts';
import { viewBlocks } from './blocks.ts';
import { plainText } from './composition.ts';
import { type Fault, readFaults } from './faults.ts';

const common = {
  blocks: viewBlocks,
  private_metadata: z.string().max(LIMITS.view.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.view.callbackId).optional(),
  external_id: z.string().max(LIMITS.view.externalId).optional(),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(LIMITS.view.title),
  submit: plainText(LIMITS.view.button).optional(),
  close: plainText(LIMITS.view.button).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...common,
});

const schema = z.discriminatedUnion('type', [modal, z.strictObject({ type: z.literal('home'), ...common })]);

/** What Slack finds wrong with the view of `views.open`, `views.push`, `views.update` or `views.publish`. */
export function validateView(view: unknown): Fault[] {
  if (JSON.stringify(view ?? null).length > LIMITS.view.bytes)
    return [{ code: 'view_too_large', message: 'a view is at most 250 kB', at: '/view' }];
  const read = schema.safeParse(view, { reportInput: true });
  const faults = read.success ? [] : readFaults('invalid_arguments', '/view', read.error.issues);
  const given: Json = asJson(view);
  const blocks = asList(given['blocks']);
  for (const fault of faultsAcross(blocks, 'invalid_arguments')) faults.push({ ...fault, at: `/view${fault.at}` });
  const asks = blocks.some((block) => block['type'] === 'input');
  if (given['type'] === 'modal' && asks && given['submit'] === undefined)
    faults.push({ code: 'invalid_arguments', message: 'submit is required with an input block', at: '/view/submit' });
  return faults;
}
