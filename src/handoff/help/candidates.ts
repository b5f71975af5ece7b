import { applyMasks } from '../../masking/apply.ts';
import { NO_CHOICES } from '../../masking/finding.ts';
import { createSeal } from '../../masking/seal.ts';
import { looksAfter } from '../../reserve/reach.ts';
import type { Organisation } from '../../reserve/reservist.ts';
import { isCoordinator } from '../../reserve/signed-in.ts';
import { assertNever, err, ok, type Result } from '../../result.ts';
import type { HelpFault } from '../../vocabulary/cases.ts';
import type { StoreDown } from '../../vocabulary/record-faults.ts';
import type { Candidate, OfferedClause } from '../records/candidate-records.ts';
import type { CaseFile } from './case-file.ts';
import { FICHE_LIMITS, refused, textFault } from './faults.ts';
import { namesOf } from './identity.ts';
import type { HelpingParts } from './parts.ts';

type Done = Promise<Result<undefined, HelpFault>>;
/** Between question and answer while names are sought: none reaches over it. */
const BETWEEN = '\n\n\n';
const SOME_BODY = 'un organisme public';

/** The way of a solved question to the corpus: one proposes, another approves. */
export async function proposeFiche(
  parts: HelpingParts,
  { state, requester, lenders }: CaseFile,
  by: string,
  question: string,
  answer: string,
): Done {
  const names = [...lenders.values(), requester].flatMap(({ person, body }) => namesOf(person, body, [], parts.masker));
  const of = { id: state.id, competences: state.brief.competences, hidden: [...state.masked, ...names] };
  return propose(parts, of, { by, question, answer });
}

/** What is put forward by someone of the network, elsewhere than at a case. */
interface SaidElsewhere {
  readonly by: string;
  readonly question: string;
  readonly answer: string;
  /** It is a clause: its title and text stand in the two others. */
  readonly clause?: Omit<OfferedClause, 'origin'>;
}

/** What was learnt elsewhere than at a case, or a clause that served. @param of what it came of: one each */
export async function proposeLesson(parts: HelpingParts, of: string, said: SaidElsewhere): Done {
  const person = await parts.store.reserve.person(said.by);
  if (!person.ok) return refused({ kind: 'store_down' });
  if (person.value === undefined) return refused({ kind: 'not_yours' });
  const body = await parts.store.reserve.organisation(person.value.organisation);
  if (!body.ok) return refused({ kind: 'store_down' });
  const competences = await parts.competencesFor(said.question);
  const hidden = namesOf(person.value, body.value, [], parts.masker);
  const clause = said.clause && { clause: { ...said.clause, origin: body.value?.publicClass ?? SOME_BODY } };
  return propose(parts, { id: of, competences, hidden, ...clause }, said);
}

async function propose(
  parts: HelpingParts,
  of: Pick<Candidate, 'id' | 'competences' | 'clause'> & { readonly hidden: readonly string[] },
  { by, question, answer }: { readonly by: string; readonly question: string; readonly answer: string },
): Done {
  const { store, fitFiche, now, newId } = parts;
  const fault = textFault(question, FICHE_LIMITS.question) ?? textFault(answer, FICHE_LIMITS.answer);
  if (fault !== undefined) return refused(fault);
  const known = await store.reserve.people();
  if (!known.ok) return refused({ kind: 'store_down' });
  const hidden = [...of.hidden, ...known.value.map(({ name }) => name)];
  const { context = '', became = '' } = of.clause ?? {};
  const nameless = withoutNames(parts, hidden, [question, answer, context, became]);
  if (nameless === undefined) return refused({ kind: 'too_slow' });
  const [asked = '', said = '', about = '', came = ''] = nameless;
  const clause = of.clause && { clause: { ...of.clause, context: about, became: came } };
  const candidate = { id: newId(), competences: of.competences, question: asked, answer: said, ...clause };
  // Told to who wrote it, while they can still mend it, and not to who approves.
  const fit = of.clause === undefined ? fitFiche(candidate) : fitClause(parts, candidate.answer);
  if (!fit.ok) return refused({ kind: 'unfit_candidate', why: fit.error.why });
  const proposed = await store.candidates.propose({
    ...candidate,
    case: of.id,
    proposedBy: by,
    at: now().toISOString(),
  });
  if (proposed.ok) return proposed;
  return refused(proposed.error.kind === 'already' ? { kind: 'taken' } : { kind: 'store_down' });
}

export async function judgeFiche(
  parts: HelpingParts,
  by: string,
  id: string,
  approve: boolean,
  why: string | undefined,
): Done {
  const { store, now } = parts;
  const [person, candidate] = [await store.reserve.person(by), await store.candidates.candidate(id)];
  if (!person.ok || !candidate.ok) return refused({ kind: 'store_down' });
  if (person.value === undefined || !isCoordinator(person.value)) return refused({ kind: 'not_yours' });
  if (candidate.value === undefined) return refused({ kind: 'unknown_case' });
  if (candidate.value.proposedBy === by) return refused({ kind: 'second_person' });
  if (candidate.value.status !== 'proposed') return refused({ kind: 'taken' });
  const bodies = await bodiesOf(parts, candidate.value);
  if (!bodies.ok) return refused({ kind: 'store_down' });
  const judge = person.value;
  if (!bodies.value.some((body) => looksAfter(judge, body))) return refused({ kind: 'not_yours' });
  const looked = await store.help.look({
    at: now().toISOString(),
    person: by,
    case: candidate.value.case,
    what: 'judged',
  });
  const noted = await store.network.note({
    id: parts.newId(),
    at: now().toISOString(),
    by,
    kind: approve ? 'approve_fiche' : 'set_aside_fiche',
    about: id,
    changes: [],
  });
  if (!looked.ok || !noted.ok) return refused({ kind: 'store_down' });
  return approve ? publish(parts, candidate.value, by) : settle(parts, candidate.value, by, 'rejected', why);
}

/** Where it comes from: the body of whoever put it forward, and the one whose question it was. */
async function bodiesOf(
  { store }: HelpingParts,
  candidate: Candidate,
): Promise<Result<readonly (Organisation | undefined)[], StoreDown>> {
  const organisations = await store.reserve.organisations();
  if (!organisations.ok) return organisations;
  const [proposer, events] = [
    await store.reserve.person(candidate.proposedBy),
    await store.cases.eventsOf(candidate.case),
  ];
  if (!proposer.ok) return proposer;
  if (!events.ok) return events;
  const [first] = events.value;
  const ids = [proposer.value?.organisation, first?.kind === 'drafted' ? first.requester.organisation : undefined];
  return ok(ids.map((id) => organisations.value.find((one) => one.id === id)));
}

/** A clause is kept where it is found; judged at the same moment by two, it is the same file. */
async function publishClause(parts: HelpingParts, candidate: Candidate, clause: OfferedClause, by: string): Done {
  const settled = await settle(parts, candidate, by, 'approved', undefined);
  if (settled.ok) parts.writeClause?.({ ...candidate, clause });
  return settled;
}

/** The file first: were the record to fail, approving again writes the same file. */
async function publish(parts: HelpingParts, candidate: Candidate, by: string): Done {
  if (candidate.clause !== undefined) return publishClause(parts, candidate, candidate.clause, by);
  const written = parts.writeFiche(candidate);
  if (!written.ok) return refused({ kind: 'unfit_candidate', why: written.error.why });
  const settled = await settle(parts, candidate, by, 'approved', undefined);
  if (settled.ok || settled.error.kind !== 'taken') return settled;
  const found = await parts.store.candidates.candidate(candidate.id);
  // Someone set it aside at the same moment.
  if (found.ok && found.value?.status === 'rejected') parts.removeFiche(written.value.file);
  return settled;
}

async function settle(
  { store, now }: HelpingParts,
  candidate: Candidate,
  by: string,
  status: 'approved' | 'rejected',
  why: string | undefined,
): Done {
  const judged = await store.candidates.judge(candidate.id, { status, by, at: now().toISOString(), why });
  if (judged.ok) return ok(undefined);
  switch (judged.error.kind) {
    case 'already':
      return err({ kind: 'taken' });
    case 'store_down':
      return err({ kind: 'store_down' });
    default:
      return assertNever(judged.error);
  }
}

/**
 * Each text without what is hidden for certain (of the brief, of both sides, everyone of the network by name) nor whatever else
 * the masker finds. Undefined: they could not be read to their end.
 */
function withoutNames(
  { masker }: HelpingParts,
  hidden: readonly string[],
  texts: readonly string[],
): readonly string[] | undefined {
  const all = texts.map((text) => text.trim().replace(/\n{3,}/g, '\n\n')).join(BETWEEN);
  const findings = masker.find(all);
  if (findings.some(({ kind }) => kind === 'unread')) return undefined;
  const seal = createSeal(hidden);
  return applyMasks(all, findings, NO_CHOICES).text.split(BETWEEN).map(seal);
}

function fitClause({ clauseFault }: HelpingParts, text: string) {
  const why = clauseFault?.(text);
  return why === undefined ? ok(undefined) : err({ kind: 'unfit', why } as const);
}
