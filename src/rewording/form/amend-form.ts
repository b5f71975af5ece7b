import { inFormOrder } from '../../vocabulary/form.ts';
import { SLOTS } from '../../vocabulary/rewording.ts';
import type { AgreedNeed } from '../port/agreement.ts';
import type { Form, FormLine } from '../port/rewording.ts';

/** The form with what its need says by now: a slot that was corrected, or filled in since, is a line in its new words. */
export function amendForm(form: Form, { slots }: Pick<AgreedNeed, 'slots'>): Form {
  const amended = SLOTS.flatMap((slot): readonly FormLine[] => {
    const entry = slots[slot];
    const stands = form.lines.some(({ name }) => name === slot);
    if (entry === undefined || (stands && entry.correctedBy === undefined)) return [];
    return [
      { name: slot, values: entry.said.map((said) => ({ said })), ...(entry.conflict ? { conflict: true } : {}) },
    ];
  });
  const kept = form.lines.filter(({ name }) => !amended.some((line) => line.name === name));
  return {
    ...form,
    lines: inFormOrder([...kept, ...amended]),
    unsaid: form.unsaid.filter((slot) => slots[slot] === undefined),
  };
}
