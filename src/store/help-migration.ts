import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export async function createHelpTables(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('briefs')
    .addColumn('case_id', 'text', (column) => column.primaryKey().references('cases.id').onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('brief_choices')
    .addColumn('case_id', 'text', (column) => column.notNull().references('briefs.case_id').onDelete('cascade'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('brief_choices_pk', ['case_id', 'version'])
    .execute();
  // No reference to the case: a fiche in waiting outlives it.
  await db.schema
    .createTable('candidates')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull().unique())
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('judged_by', 'text')
    .addColumn('judged_at', 'text')
    .addColumn('why', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  // Nor here: who saw a case may be asked after it is gone.
  await db.schema
    .createTable('audit')
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_pk', ['case_id', 'person', 'what', 'at'])
    .execute();
  await db.schema.createIndex('audit_person').on('audit').column('person').execute();
  await db.schema.createIndex('audit_at').on('audit').column('at').execute();
  await db.schema.createIndex('case_events_kind_at').on('case_events').columns(['kind', 'at']).execute();
}
