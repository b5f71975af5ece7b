import { keyOf, type Once } from '../../once.ts';
import type { Person } from '../../reserve/person.ts';
import { err, ok, type Result } from '../../result.ts';
import { plainMarkdown } from '../../text/plain-markdown.ts';
import { fold } from '../../text/words.ts';
import type { Case } from '../case.ts';
import type { BriefParts } from '../sealed-brief.ts';
import type { BriefPreview, HelpFault, HelpRequest, PreviewChoices } from '../views.ts';
import { type Choices, type ChosenBrief, chooseBrief, NOTHING_CHOSEN } from './brief-choices.ts';
import { helpFault, LONGEST_BRIEF, refused, textFault } from './faults.ts';
import { namesOf } from './identity.ts';
import type { HelpingParts } from './parts.ts';
import { roleOf } from './signed-in.ts';

type Previewed = Promise<Result<BriefPreview, HelpFault>>;
/** Words a requester hides by hand; more is a text to rewrite. */
const MOST_ADDED = 100;

export interface Previews {
  preview(by: string, request: HelpRequest, once: Pick<Once, 'key'> | undefined): Previewed;
  revise(by: string, caseId: string, choices: PreviewChoices, once: Pick<Once, 'key'> | undefined): Previewed;
  send(
    by: string,
    caseId: string,
    sameBodyPreferred: boolean,
    once: Once | undefined,
  ): Promise<Result<undefined, HelpFault>>;
}

/** From the words typed to the consent. What the case holds is the sealed brief; the words themselves are kept apart. */
export function createPreviews(parts: HelpingParts): Previews {
  const { cases, store, masker, competencesFor, now } = parts;

  const ownNames = async (person: Person): Promise<Result<readonly string[], HelpFault>> => {
    const body = await store.reserve.organisation(person.organisation);
    return body.ok ? ok(namesOf(person, body.value, [], masker)) : refused({ kind: 'store_down' });
  };

  /** The brief under these choices; one that could not be read to its end goes no further. */
  const choose = (original: BriefParts, choices: Choices, own: readonly string[]): Result<ChosenBrief, HelpFault> => {
    const chosen = chooseBrief(original, choices, own, masker);
    return chosen.masks.some(({ kind }) => kind === 'unread') ? refused({ kind: 'too_slow' }) : ok(chosen);
  };

  /** The draft, its words and who asks; to anyone else there is no such case. */
  const readDraft = async (by: string, caseId: string) => {
    const state = await cases.read(caseId);
    if (!state.ok) return err(helpFault(state.error));
    if (state.value.requester.person !== by) return refused({ kind: 'unknown_case' });
    if (state.value.status !== 'draft') return refused({ kind: 'wrong_status', status: state.value.status });
    const [kept, person] = [await store.help.brief(caseId), await store.reserve.person(by)];
    if (!kept.ok || !person.ok) return refused({ kind: 'store_down' });
    if (kept.value === undefined || person.value === undefined) return refused({ kind: 'unknown_case' });
    const own = await ownNames(person.value);
    if (!own.ok) return own;
    const chosen: Choices = kept.value.choices.at(-1) ?? NOTHING_CHOSEN;
    return ok({ state: state.value, original: kept.value.original, chosen, own: own.value });
  };

  return {
    preview: async (by, request, once) => {
      const fault = requestFault(request);
      if (fault !== undefined) return refused(fault);
      const person = await store.reserve.person(by);
      if (!person.ok) return refused({ kind: 'store_down' });
      if (person.value === undefined) return refused({ kind: 'not_yours' });
      const own = await ownNames(person.value);
      if (!own.ok) return own;
      const { organisation, address, language } = person.value;
      const competences = await competencesFor(request.question);
      const original = { ...blankless(request), competences, language };
      const fresh = choose(original, NOTHING_CHOSEN, own.value);
      if (!fresh.ok) return fresh;
      const requester = {
        person: by,
        organisation,
        role: roleOf(person.value),
        address: address ?? ({ platform: 'web', conversation: by } as const),
      };
      const drafted = await cases.draft(requester, fresh.value.brief, keyOf(by, once, 'preview', original));
      if (!drafted.ok) return err(helpFault(drafted.error));
      // Drafted under this key before, it may have been revised since; or its words were not kept in time.
      const before = await store.help.brief(drafted.value.id);
      if (!before.ok) return refused({ kind: 'store_down' });
      if (before.value !== undefined) {
        const chosen = before.value.choices.at(-1) ?? NOTHING_CHOSEN;
        const again = choose(before.value.original, chosen, own.value);
        return again.ok ? ok(previewOf(drafted.value, again.value)) : again;
      }
      const kept = await store.help.keepBrief(drafted.value.id, now().toISOString(), original);
      return kept.ok ? ok(previewOf(drafted.value, fresh.value)) : refused({ kind: 'store_down' });
    },
    revise: async (by, caseId, asked, once) => {
      const draft = await readDraft(by, caseId);
      if (!draft.ok) return draft;
      const { original, own } = draft.value;
      const key = keyOf(by, once, 'revise', caseId, asked);
      const done = await cases.isDone(key);
      if (!done.ok) return refused({ kind: 'store_down' });
      if (done.value) {
        const { state, chosen } = draft.value;
        const again = choose(original, chosen, own);
        return again.ok ? ok(previewOf(state, again.value)) : again;
      }
      const added = [...new Set(asked.added.map((text) => text.trim()).filter((text) => text !== ''))];
      if (added.length > MOST_ADDED) return refused({ kind: 'too_long', limit: MOST_ADDED });
      const { amountsAsRanges } = asked;
      // Ids are those of the text under any choices: amounts come and go, the others keep theirs.
      const all = choose(original, { ...NOTHING_CHOSEN, amountsAsRanges, lifted: own }, own);
      if (!all.ok) return all;
      const lifted = asked.lifted.flatMap((id) => all.value.wordsOf.get(id) ?? []);
      const choices = { lifted, added, amountsAsRanges };
      const chosen = choose(original, choices, own);
      if (!chosen.ok) return chosen;
      // The choices first: were the brief to fail, it would be made again from them before anything leaves.
      const kept = await store.help.addChoices(caseId, { at: now().toISOString(), by, ...choices });
      if (!kept.ok) return refused({ kind: 'store_down' });
      const edited = await cases.give(caseId, { kind: 'edit_brief', brief: chosen.value.brief }, { key });
      return edited.ok ? ok(previewOf(edited.value, chosen.value)) : err(helpFault(edited.error));
    },
    send: async (by, caseId, sameBodyPreferred, once) => {
      const key = keyOf(by, once, 'send', caseId, sameBodyPreferred);
      const draft = await readDraft(by, caseId);
      // After the draft was read: sent by its twin meanwhile, it is none any more.
      const done = await cases.isDone(key);
      if (!done.ok) return refused({ kind: 'store_down' });
      if (done.value) return ok(undefined);
      if (!draft.ok) return draft;
      const { state, original, chosen, own } = draft.value;
      const chosenBrief = choose(original, chosen, own);
      if (!chosenBrief.ok) return chosenBrief;
      const brief = chosenBrief.value;
      if (JSON.stringify(brief.brief) !== JSON.stringify(state.brief)) {
        // Other choices were made since it was shown, and their text was never seen.
        if (once?.on !== undefined) return refused({ kind: 'stale' });
        const edited = await cases.give(caseId, { kind: 'edit_brief', brief: brief.brief });
        if (!edited.ok) return err(helpFault(edited.error));
      }
      const suppliers = await suppliersOf(brief, original);
      if (!suppliers.ok) return suppliers;
      const { masked } = brief;
      const consent = { kind: 'consent', masked, suppliers: suppliers.value, sameBodyPreferred } as const;
      const sent = await cases.give(caseId, consent, { key, on: once?.on });
      return sent.ok ? ok(undefined) : err(helpFault(sent.error));
    },
  };

  /** Firms named in the words typed: those the masker sees, and those reservists are tied to, spelt as they declared them. */
  async function suppliersOf(
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

function previewOf({ id, version }: Pick<Case, 'id' | 'version'>, { brief, masks }: ChosenBrief): BriefPreview {
  const { question, answered, need, competences } = brief;
  return { case: id, version, question, answered, need, competences, masks };
}

/** Words alone, each between spaces, so that «SADE» is not found in «façade». */
function bare(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
}
