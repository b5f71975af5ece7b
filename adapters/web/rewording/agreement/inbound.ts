import type { AgreementAct } from '../../../../src/rewording/port/agreement.ts';
import type { ExportFormat } from '../../../../src/rewording/port/interpreting.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';
import { field } from '../../inbound.ts';
import { lines } from '../inbound.ts';

/** What a person did on the page of an agreement: the page is one form, each button names what it does. */
export interface Wish {
  /** Version the person had before her; 0 when the form does not say, which no agreement has. */
  readonly version: number;
  /** The field whose button was pressed: `slot_0_budget`, `term:…`, `ask`, `answer_4`, `accept`, `withdraw`, `reopen`. */
  readonly name: string;
  /** Every field with something in it, so that nothing typed is lost whatever comes of the one. */
  readonly typed: ReadonlyMap<string, string>;
}

const FIELD = /^(?:slot_\d+_[a-z_]+|term:[\s\S]+|ask|answer_\d+)$/;

export function readWish(body: unknown): Wish {
  const names = typeof body === 'object' && body !== null ? Object.keys(body).filter((name) => FIELD.test(name)) : [];
  const version = field(body, 'version');
  return {
    version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    name: lines(field(body, 'do')),
    typed: new Map(
      names
        .map((name): [string, string] => [lines(name), lines(field(body, name))])
        .filter(([, text]) => text.trim() !== ''),
    ),
  };
}

/** The act a button stands for; undefined when it is none of ours. What is typed is checked by the rules of agreements. */
export function actOf({ name, typed }: Wish, by: Role): AgreementAct | undefined {
  const text = typed.get(name) ?? '';
  const slot = /^slot_(?<need>\d{1,4})_(?<slot>[a-z_]+)$/.exec(name)?.groups;
  if (slot !== undefined)
    return { kind: 'corrected', by, need: Number(slot['need']), slot: slot['slot'] ?? '', value: text };
  const words = /^term:(?<words>[\s\S]+)$/.exec(name)?.groups?.['words'];
  if (words !== undefined) return { kind: 'term_corrected', by, term: { words }, wording: text };
  const question = /^answer_(?<question>\d{1,9})$/.exec(name)?.groups?.['question'];
  if (question !== undefined) return { kind: 'answered', by, question: Number(question), text };
  switch (name) {
    case 'ask':
      return { kind: 'asked', by, text };
    case 'accept':
      return { kind: 'accepted', by };
    case 'withdraw':
      return { kind: 'withdrawn', by };
    case 'reopen':
      return { kind: 'reopened', by };
    default:
      return undefined;
  }
}

/** The parts of `/besoin/<id>` and `/besoin/<id>.docx`. */
export function readFile(params: unknown): {
  readonly id: string;
  readonly format: ExportFormat | undefined;
} {
  const file = field(params, 'file');
  const named = /^(?<id>.+)\.(?<format>md|docx|json)$/.exec(file)?.groups;
  return {
    id: named?.['id'] ?? file,
    format: (['md', 'docx', 'json'] as const).find((format) => format === named?.['format']),
  };
}
