import { formState } from '../inbound/payload.ts';

/** What was filled in, by the name of the field. */
export interface FormState {
  /** Undefined when left empty. */
  text(name: string): string | undefined;
  one(name: string): string | undefined;
  many(name: string): readonly string[];
  conversation(name: string): string | undefined;
  /** Whether anything was sent of it: Slack sends every field, others only those that were touched. */
  has(name: string): boolean;
}

/** @param state `view.state` as Slack sends it; what cannot be read counts as left empty */
export function readState(state: unknown): FormState {
  const parsed = formState.safeParse(state);
  const fields = new Map(
    Object.entries(parsed.data?.values ?? {}).flatMap(([name, elements]) =>
      Object.values(elements).map((element) => [name, element] as const),
    ),
  );
  return {
    text: (name) => fields.get(name)?.value?.trim() || undefined,
    one: (name) => fields.get(name)?.selected_option?.value,
    many: (name) => fields.get(name)?.selected_options?.map(({ value }) => value) ?? [],
    has: (name) => fields.has(name),
    conversation: (name) => fields.get(name)?.selected_conversation ?? undefined,
  };
}
