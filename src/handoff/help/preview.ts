import { createHash } from 'node:crypto';
import { plainMarkdown } from '../../french/plain-markdown.ts';
import { fold } from '../../french/words.ts';
import { keyOf, type Once } from '../../once.ts';
import type { Person } from '../../reserve/person.ts';
import { roleOf } from '../../reserve/signed-in.ts';
import { err, ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { Case } from '../case.ts';
import type { BriefPreview, Consent, HelpRequest, PreviewChoices } from '../port/views.ts';
import type { Choices } from '../records/help-records.ts';
import type { BriefParts } from '../sealed-brief.ts';
import { type ChosenBrief, chooseBrief, NOTHING_CHOSEN, wordedBrief } from './brief-choices.ts';
import { helpFault, LONGEST_BRIEF, refused, textFault } from './faults.ts';
import { namesOf } from './identity.ts';
import type { HelpingParts } from './parts.ts';

type Previewed = Promise<Result<BriefPreview, HelpFault>>;
/** Words a requester hides by hand; more is a text to rewrite. */
const MOST_ADDED = 100;
/** A day, or a few words for it. */
const LONGEST_DEADLINE = 100;

interface Draft {
  readonly state: Case;
  readonly original: BriefParts;
  readonly chosen: Choices;
  /** What names the requester. */
  readonly own: readonly string[];
}

/*
 * From the words typed to the consent. What the case holds is the sealed brief; the words themselves are kept apart.
 */

async function ownNames(
  { store, masker }: HelpingParts,
  person: Person,
): Promise<Result<readonly string[], HelpFault>> {
  const body = await store.reserve.organisation(person.organisation);
  return body.ok ? ok(namesOf(person, body.value, [], masker)) : refused({ kind: 'store_down' });
}

/** The brief under these choices; one that could not be read to its end goes no further. */
function choose(
  { masker }: HelpingParts,
  original: BriefParts,
  choices: Choices,
  own: readonly string[],
): Result<ChosenBrief, HelpFault> {
  const chosen = chooseBrief(original, choices, own, masker);
  return chosen.masks.some(({ kind }) => kind === 'unread') ? refused({ kind: 'too_slow' }) : ok(chosen);
}

/** The draft, its words and who asks; to anyone else there is no such case. */
async function readDraft(parts: HelpingParts, by: string, caseId: string): Promise<Result<Draft, HelpFault>> {
  const state = await parts.cases.read(caseId);
  if (!state.ok) return err(helpFault(state.error));
  if (state.value.requester.person !== by) return refused({ kind: 'unknown_case' });
  if (state.value.status !== 'draft') return refused({ kind: 'wrong_status', status: state.value.status });
  const [kept, person] = [await parts.store.help.brief(caseId), await parts.store.reserve.person(by)];
  if (!kept.ok || !person.ok) return refused({ kind: 'store_down' });
  if (kept.value === undefined || person.value === undefined) return refused({ kind: 'unknown_case' });
  const own = await ownNames(parts, person.value);
  if (!own.ok) return own;
  const chosen = kept.value.choices.at(-1) ?? NOTHING_CHOSEN;
  return ok({ state: state.value, original: kept.value.original, chosen, own: own.value });
}

export async function previewBrief(
  parts: HelpingParts,
  by: string,
  request: HelpRequest,
  once: Pick<Once, 'key'> | undefined,
): Previewed {
  const fault = requestFault(request);
  if (fault !== undefined) return refused(fault);
  const person = await parts.store.reserve.person(by);
  if (!person.ok) return refused({ kind: 'store_down' });
  if (person.value === undefined) return refused({ kind: 'not_yours' });
  const own = await ownNames(parts, person.value);
  if (!own.ok) return own;
  const { organisation, address, language } = person.value;
  const competences = await parts.competencesFor(request.question);
  const original = { ...blankless(request), competences, language };
  const fresh = choose(parts, original, NOTHING_CHOSEN, own.value);
  if (!fresh.ok) return fresh;
  const requester = {
    person: by,
    organisation,
    role: roleOf(person.value),
    address: address ?? ({ platform: 'web', conversation: by } as const),
  };
  const drafted = await parts.cases.draft(requester, fresh.value.brief, keyOf(by, once, 'preview', original));
  if (!drafted.ok) return err(helpFault(drafted.error));
  // Drafted under this key before, it may have been revised since; or its words were not kept in time.
  const before = await parts.store.help.brief(drafted.value.id);
  if (!before.ok) return refused({ kind: 'store_down' });
  if (before.value !== undefined) {
    const chosen = before.value.choices.at(-1) ?? NOTHING_CHOSEN;
    const again = choose(parts, before.value.original, chosen, own.value);
    return again.ok ? ok(previewOf(drafted.value, again.value, before.value.original, chosen)) : again;
  }
  const kept = await parts.store.help.keepBrief(drafted.value.id, parts.now().toISOString(), original);
  return kept.ok
    ? ok(previewOf(drafted.value, fresh.value, original, NOTHING_CHOSEN))
    : refused({ kind: 'store_down' });
}

export async function reviseBrief(parts: HelpingParts, by: string, caseId: string, asked: PreviewChoices): Previewed {
  const draft = await readDraft(parts, by, caseId);
  if (!draft.ok) return draft;
  const made = await reviseDraft(parts, by, draft.value, asked);
  if (!made.ok) return made;
  const { state, chosen, choices } = made.value;
  return ok(previewOf(state, chosen, draft.value.original, choices));
}

/** @returns what is to be seen first, where it is not what was seen */
export async function sendBrief(
  parts: HelpingParts,
  by: string,
  caseId: string,
  { seen, choices, sameBodyPreferred }: Consent,
): Promise<Result<BriefPreview | undefined, HelpFault>> {
  // What was seen goes once: its mark is its key.
  const key = keyOf(by, { key: seen }, 'send', caseId);
  const draft = await readDraft(parts, by, caseId);
  // After the draft was read: sent by its twin meanwhile, it is none any more.
  const done = await parts.cases.isDone(key);
  if (!done.ok) return refused({ kind: 'store_down' });
  if (done.value) return ok(undefined);
  if (!draft.ok) return draft;
  const made = await reviseDraft(parts, by, draft.value, choices);
  if (!made.ok) return made;
  const { state, chosen, choices: held } = made.value;
  const preview = previewOf(state, chosen, draft.value.original, held);
  if (preview.seen !== seen) return ok(preview);
  const suppliers = await suppliersOf(parts, chosen, wordedBrief(draft.value.original, held));
  if (!suppliers.ok) return suppliers;
  const consent = {
    kind: 'consent',
    masked: chosen.masked,
    suppliers: suppliers.value,
    sameBodyPreferred,
  } as const;
  const sent = await parts.cases.give(caseId, consent, { key, on: state.version });
  return sent.ok ? ok(undefined) : err(helpFault(sent.error));
}

/** The draft under these choices, kept where they change anything. */
async function reviseDraft(
  parts: HelpingParts,
  by: string,
  { state, original, chosen: before, own }: Draft,
  asked: PreviewChoices,
) {
  const added = [...new Set(asked.added.map((text) => text.trim()).filter((text) => text !== ''))];
  if (added.length > MOST_ADDED) return refused({ kind: 'too_long', limit: MOST_ADDED });
  const { amountsAsRanges } = asked;
  const stood = wordedBrief(original, before).question;
  const question = asked.question === undefined || asked.question === stood ? before.question : asked.question;
  const fault = question === undefined ? undefined : textFault(question, LONGEST_BRIEF);
  if (fault !== undefined) return refused(fault);
  const deadline = (asked.deadline ?? before.deadline)?.replace(/\s+/g, ' ').trim() || undefined;
  if ((deadline?.length ?? 0) > LONGEST_DEADLINE) return refused({ kind: 'too_long', limit: LONGEST_DEADLINE });
  const worded = { question, withAnswer: asked.withAnswer ?? before.withAnswer, deadline };
  // Ids are those of the text under any choices: amounts come and go, the others keep theirs.
  const all = choose(parts, original, { ...NOTHING_CHOSEN, ...worded, amountsAsRanges, lifted: own }, own);
  if (!all.ok) return all;
  const lifted = asked.lifted.flatMap((id) => all.value.wordsOf.get(id) ?? []);
  const choices = { lifted, added, amountsAsRanges, ...worded };
  const chosen = choose(parts, original, choices, own);
  if (!chosen.ok) return chosen;
  const known = {
    lifted: before.lifted,
    added: before.added,
    amountsAsRanges: before.amountsAsRanges,
    question: before.question,
    withAnswer: before.withAnswer,
    deadline: before.deadline,
  };
  if (same(choices, known) && same(chosen.value.brief, state.brief))
    return ok({ state, chosen: chosen.value, choices });
  // The choices first: were the brief to fail, it would be made again from them before anything leaves.
  const kept = await parts.store.help.addChoices(state.id, { at: parts.now().toISOString(), by, ...choices });
  if (!kept.ok) return refused({ kind: 'store_down' });
  const edited = await parts.cases.give(state.id, { kind: 'edit_brief', brief: chosen.value.brief });
  return edited.ok ? ok({ state: edited.value, chosen: chosen.value, choices }) : err(helpFault(edited.error));
}

/** Firms named in the words typed: those the masker sees, and those reservists are tied to, spelt as they declared them. */
async function suppliersOf(
  { store }: HelpingParts,
  { findings }: ChosenBrief,
  original: HelpRequest,
): Promise<Result<readonly string[], HelpFault>> {
  const reservists = await store.reserve.reservists();
  if (!reservists.ok) return refused({ kind: 'store_down' });
  const text = bare([original.question, original.answered, original.need].join(' '));
  const declared = reservists.value.flatMap(({ conflicts }) => conflicts.suppliers);
  const named = [...findings.question, ...findings.answered, ...findings.need]
    .filter(({ kind }) => kind === 'supplier')
    .map((finding) => finding.text);
  return ok([...new Set([...named, ...declared.filter((firm) => bare(firm) !== '  ' && text.includes(bare(firm)))])]);
}

function requestFault({ question, answered, need }: HelpRequest): HelpFault | undefined {
  const longest = Math.max(answered?.length ?? 0, need?.length ?? 0);
  return (
    textFault(question, LONGEST_BRIEF) ??
    (longest > LONGEST_BRIEF ? { kind: 'too_long', limit: LONGEST_BRIEF } : undefined)
  );
}

/** An empty text is none. What the assistant wrote is Markdown; the brief that is read, changed and sent is words alone. */
function blankless({ question, answered, need }: HelpRequest): HelpRequest {
  const kept = (text: string | undefined) => {
    const plain = plainMarkdown(text ?? '');
    return plain === '' ? undefined : plain;
  };
  return { question, answered: kept(answered), need: kept(need) };
}

function previewOf(
  { id }: Pick<Case, 'id'>,
  { brief, masks }: ChosenBrief,
  typed: BriefParts,
  choices: Choices,
): BriefPreview {
  const { question, answered, need, competences } = brief;
  const text = JSON.stringify([question, answered ?? null, need ?? null]);
  const seen = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const words = { typed: wordedBrief(typed, choices).question, hasAnswer: typed.answered !== undefined };
  return { case: id, seen, question, answered, need, competences, masks, deadline: choices.deadline, ...words };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Words alone, each between spaces, so that «SADE» is not found in «façade». */
function bare(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}
