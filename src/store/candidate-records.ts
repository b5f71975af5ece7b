import type { Candidate, CandidateRecords } from '../handoff/records/candidate-records.ts';
import { err, ok } from '../result.ts';
import type { Db, Run } from './run.ts';
import type { Tables } from './tables.ts';

export function createCandidateRecords(db: Db, run: Run): CandidateRecords {
  const all = db.selectFrom('candidates').selectAll().orderBy('at').orderBy('id');
  return {
    propose: ({ id, case: caseId, proposedBy, at, ...body }) =>
      run<undefined, { readonly kind: 'already' }>(async () => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('candidates')
          .values({
            id,
            case_id: caseId,
            proposed_by: proposedBy,
            at,
            status: 'proposed',
            judged_by: null,
            judged_at: null,
            why: null,
            body: JSON.stringify(body),
          })
          .onConflict((conflict) => conflict.column('case_id').doNothing())
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n ? ok(undefined) : err({ kind: 'already' });
      }),
    candidate: (id) =>
      run(async () => {
        if (id.includes('\0')) return ok(undefined);
        const row = await all.where('id', '=', id).executeTakeFirst();
        return ok(row === undefined ? undefined : candidateOf(row));
      }),
    ofCase: (caseId) =>
      run(async () => {
        const row = await all.where('case_id', '=', caseId).executeTakeFirst();
        return ok(row === undefined ? undefined : candidateOf(row));
      }),
    withStatus: (status) => run(async () => ok((await all.where('status', '=', status).execute()).map(candidateOf))),
    proposedBy: (person) =>
      run(async () => ok((await all.where('proposed_by', '=', person).execute()).map(candidateOf))),
    judge: (id, { status, by, at, why }) =>
      run<undefined, { readonly kind: 'already' }>(async () => {
        const { numUpdatedRows } = await db
          .updateTable('candidates')
          .set({ status, judged_by: by, judged_at: at, why: why ?? null })
          .where('id', '=', id)
          .where('status', '=', 'proposed')
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n ? ok(undefined) : err({ kind: 'already' });
      }),
  };
}

function candidateOf(row: Tables['candidates']): Candidate {
  return {
    id: row.id,
    case: row.case_id,
    proposedBy: row.proposed_by,
    at: row.at,
    status: row.status as Candidate['status'],
    judgedBy: row.judged_by ?? undefined,
    judgedAt: row.judged_at ?? undefined,
    why: row.why ?? undefined,
    ...JSON.parse(row.body),
  };
}
