import type { NetworkRecords, NoteOfAct } from '../handoff/records/network-records.ts';
import { ok } from '../result.ts';
import type { Db, Run } from './run.ts';

export function createNetworkRecords(db: Db, run: Run): NetworkRecords {
  return {
    note: ({ changes, ...row }) =>
      run(async () => {
        await db
          .insertInto('network_acts')
          .values({ ...row, body: JSON.stringify(changes) })
          .execute();
        return ok(undefined);
      }),
    acts: (limit, about) =>
      run(async () => {
        if (about?.includes('\0')) return ok([]);
        const rows = await db
          .selectFrom('network_acts')
          .selectAll()
          .$if(about !== undefined, (query) => query.where('about', '=', about ?? ''))
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        // Written by `note`, from the same type.
        return ok(
          rows.map(({ body, kind, ...row }) => ({
            ...row,
            kind: kind as NoteOfAct['kind'],
            changes: JSON.parse(body),
          })),
        );
      }),
  };
}
