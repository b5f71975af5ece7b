import type { CaseEvent } from '../handoff/case.ts';
import type { HelpRecords, Look, LookKind, RecordedChoices } from '../handoff/records/help-records.ts';
import type { BriefParts } from '../handoff/sealed-brief.ts';
import { ok } from '../result.ts';
import type { Db, Run, Transact } from './run.ts';
import type { Tables } from './tables.ts';

/** Of a database's limit on values in one statement, well below. */
const AT_ONCE = 500;

export function createHelpRecords(db: Db, run: Run, transact: Transact): HelpRecords {
  return { ...createBriefs(db, run, transact), ...createLooks(db, run), ...createSteps(db, run) };
}

function createBriefs(db: Db, run: Run, transact: Transact): Pick<HelpRecords, 'keepBrief' | 'brief' | 'addChoices'> {
  return {
    keepBrief: (caseId, at, original) =>
      run(async () => {
        const row = { at, body: JSON.stringify(original) };
        await db
          .insertInto('briefs')
          .values({ case_id: caseId, ...row })
          .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row))
          .execute();
        return ok(undefined);
      }),
    brief: (caseId) =>
      run(async () => {
        if (caseId.includes('\0')) return ok(undefined);
        const brief = await db.selectFrom('briefs').select('body').where('case_id', '=', caseId).executeTakeFirst();
        if (brief === undefined) return ok(undefined);
        const choices = await db
          .selectFrom('brief_choices')
          .select(['at', 'person', 'body'])
          .where('case_id', '=', caseId)
          .orderBy('version')
          .execute();
        return ok({ original: originalOf(JSON.parse(brief.body)), choices: choices.map(choicesOf) });
      }),
    addChoices: (caseId, { at, by, ...choices }) =>
      run(() =>
        transact(async (tx) => {
          // The row is locked first, so that of two edits at once each has its own number.
          await tx.updateTable('briefs').set({ case_id: caseId }).where('case_id', '=', caseId).execute();
          const last = await tx
            .selectFrom('brief_choices')
            .select((eb) => eb.fn.max('version').as('version'))
            .where('case_id', '=', caseId)
            .executeTakeFirst();
          const version = Number(last?.version ?? 0) + 1;
          await tx
            .insertInto('brief_choices')
            .values({ case_id: caseId, version, at, person: by, body: JSON.stringify(choices) })
            .execute();
          return ok(undefined);
        }),
      ),
  };
}

/** Who has looked at a case. */
function createLooks(db: Db, run: Run): Pick<HelpRecords, 'look' | 'looksBy' | 'looksAt'> {
  const looks = db.selectFrom('audit').select(['case_id', 'person', 'what', 'at']).orderBy('at').orderBy('case_id');
  return {
    look: (...looked) =>
      run(async () => {
        if (looked.length === 0) return ok(undefined);
        await db
          .insertInto('audit')
          .values(
            looked.map(({ at, person, case: caseId, what }) => ({
              case_id: caseId,
              person,
              what,
              at: `${at.slice(0, 16)}:00.000Z`,
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return ok(undefined);
      }),
    looksBy: (person) => run(async () => ok((await looks.where('person', '=', person).execute()).map(lookOf))),
    looksAt: (caseId) => run(async () => ok((await looks.where('case_id', '=', caseId).execute()).map(lookOf))),
  };
}

/** What has happened in many cases. */
function createSteps(db: Db, run: Run): Pick<HelpRecords, 'eventsOfMany' | 'steps' | 'offersTo'> {
  return {
    eventsOfMany: (ids) =>
      run(async () => {
        const events = new Map<string, CaseEvent[]>();
        for (let from = 0; from < ids.length; from += AT_ONCE) {
          const rows = await db
            .selectFrom('case_events')
            .select(['case_id', 'body'])
            .where('case_id', 'in', ids.slice(from, from + AT_ONCE))
            .orderBy('case_id')
            .orderBy('version')
            .execute();
          for (const { case_id, body } of rows) {
            const list = events.get(case_id) ?? [];
            list.push(JSON.parse(body));
            events.set(case_id, list);
          }
        }
        return ok(events);
      }),
    steps: (kinds, since) =>
      run(async () => {
        const rows = await db
          .selectFrom('case_events')
          .select(['case_id', 'kind', 'at'])
          .where('kind', 'in', [...kinds])
          .where('at', '>=', since)
          .orderBy('at')
          .orderBy('case_id')
          .orderBy('version')
          .execute();
        // Written by `CaseRecords.write`, from the same type.
        return ok(rows.map(({ case_id, kind, at }) => ({ case: case_id, kind: kind as CaseEvent['kind'], at })));
      }),
    offersTo: (reservist) =>
      run(async () => {
        const rows = await db
          .selectFrom('case_offers')
          .select(['case_id', 'offered_at', 'ended_at', 'accepted'])
          .where('reservist', '=', reservist)
          .orderBy('offered_at')
          .orderBy('id')
          .execute();
        return ok(
          rows.map((row) => ({
            case: row.case_id,
            offeredAt: row.offered_at,
            endedAt: row.ended_at ?? undefined,
            accepted: row.accepted === 1,
          })),
        );
      }),
  };
}

/** JSON has no `undefined`: a text that is absent is one that there was not. */
function originalOf(body: Partial<BriefParts> & Omit<BriefParts, 'answered' | 'need'>): BriefParts {
  return { ...body, answered: body.answered, need: body.need };
}

function choicesOf(row: Pick<Tables['brief_choices'], 'at' | 'person' | 'body'>): RecordedChoices {
  return { at: row.at, by: row.person, ...JSON.parse(row.body) };
}

function lookOf(row: Tables['audit']): Look {
  return { at: row.at, person: row.person, case: row.case_id, what: row.what as LookKind };
}
