import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { actionId, confirm, plainText } from './composition.ts';

/** What elements share. */
const action = { action_id: actionId.optional() };
export const focus = { focus_on_load: z.boolean().optional() };
export const hinted = { placeholder: plainText(LIMITS.placeholder).optional() };
export const confirmed = { confirm: confirm.optional() };
export const label = z.string().max(LIMITS.button.label).optional();
export const several = { max_selected_items: z.int().min(1).optional() };

export const element = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...action, ...shape });

export function listed<T>(one: T | undefined): readonly T[] | undefined {
  return one === undefined ? undefined : [one];
}

/** Slack compares whole options, not their values alone. */
export function allAmong(chosen: readonly unknown[] | undefined, among: readonly unknown[]): boolean {
  const known = new Set(among.map((one) => JSON.stringify(one)));
  return (chosen ?? []).every((one) => known.has(JSON.stringify(one)));
}
