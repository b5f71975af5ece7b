import type { Kysely } from 'kysely';
import { createBodyTables } from './body-migration.ts';
import { createCaseTables } from './case-migration.ts';
import { createDialogueTable } from './dialogue-migration.ts';
import { createDoneActsTable } from './done-acts-migration.ts';
import { createExchangeTables } from './exchange-migration.ts';
import { createHelpTables } from './help-migration.ts';
import { addIndexes } from './index-migration.ts';
import { createInterviewTable, renameToInterviews } from './interview-migration.ts';
import { createKeyTable } from './key-migration.ts';
import { createAlertTables, createLawTables } from './law-migration.ts';
import { createLimitTable } from './limit-migration.ts';
import { coverLoads } from './load-index-migration.ts';
import { mergeBodies } from './merge-bodies.ts';
import { createModelUsageTable } from './model-usage-migration.ts';
import { createNetworkTables } from './network-migration.ts';
import { addOutboxLanes } from './outbox-migration.ts';
import { createOwnTables, indexKeys } from './own-migration.ts';
import { createPlatformTables } from './platform-migration.ts';
import { createProgrammeTable } from './programme-migration.ts';
import { createPurchaseTables } from './purchase-migration.ts';
import { createReserveTables } from './reserve-migration.ts';
import { createSessionTables } from './session-migration.ts';
import type { Tables } from './tables.ts';
import { createTrainingTables } from './training-migration.ts';
import { createTrialTable } from './trial-migration.ts';

export interface Migration {
  /** Written in the database once done: never renamed. */
  readonly name: string;
  up(db: Kysely<Tables>): Promise<void>;
}

/** In order. One that has shipped is never edited: a later one changes what it made. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-agreement-events',
    up: async (db) => {
      await db.schema
        .createTable('agreement_events')
        .addColumn('agreement', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('agreement_events_pk', ['agreement', 'version'])
        .execute();
      await db.schema.createIndex('agreement_events_kind').on('agreement_events').columns(['kind', 'at']).execute();
    },
  },
  { name: '0002-cases', up: createCaseTables },
  { name: '0003-reserve', up: createReserveTables },
  { name: '0004-help', up: createHelpTables },
  { name: '0005-exchanges', up: createExchangeTables },
  { name: '0006-platforms', up: createPlatformTables },
  { name: '0007-outbox-lanes', up: addOutboxLanes },
  { name: '0008-model-usage', up: createModelUsageTable },
  { name: '0100-training', up: createTrainingTables },
  { name: '0102-sessions', up: createSessionTables },
  {
    name: '0103-one-body',
    up: async (db) => {
      await mergeBodies(db);
    },
  },
  { name: '0104-trials', up: createTrialTable },
  { name: '0105-done-acts', up: createDoneActsTable },
  { name: '0106-purchases', up: createInterviewTable },
  { name: '0107-dialogues', up: createDialogueTable },
  { name: '0108-interviews', up: renameToInterviews },
  { name: '0110-body-tables', up: createBodyTables },
  { name: '0120-api-keys', up: createKeyTable },
  { name: '0130-purchases', up: createPurchaseTables },
  { name: '0150-law', up: createLawTables },
  { name: '0160-programme', up: createProgrammeTable },
  { name: '0161-law-alerts', up: createAlertTables },
  { name: '0165-network', up: createNetworkTables },
  { name: '0170-indexes', up: addIndexes },
  { name: '0175-limits', up: createLimitTable },
  { name: '0176-load-indexes', up: coverLoads },
];

/** Where own documents are found in PostgreSQL alone: it asks for pgvector there. */
export const DOCUMENT_MIGRATIONS: readonly Migration[] = [
  { name: '0180-own-documents', up: createOwnTables },
  { name: '0181-own-documents-by-key', up: indexKeys },
];

/** Those that this program can have made. */
export const KNOWN_MIGRATIONS: ReadonlySet<string> = new Set(
  [...MIGRATIONS, ...DOCUMENT_MIGRATIONS].map(({ name }) => name),
);
