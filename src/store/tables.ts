import type { BodyTables } from './body-tables.ts';
import type { CaseTables } from './case-tables.ts';
import type { DialogueTables } from './dialogue-tables.ts';
import type { DoneActTables } from './done-act-tables.ts';
import type { ExchangeTables } from './exchange-tables.ts';
import type { HelpTables } from './help-tables.ts';
import type { InterviewTables } from './interview-tables.ts';
import type { KeyTables } from './key-tables.ts';
import type { LawTables } from './law-tables.ts';
import type { ModelUsageTables } from './model-usage-tables.ts';
import type { NetworkTables } from './network-tables.ts';
import type { PlatformTables } from './platform-tables.ts';
import type { ProgrammeTables } from './programme-tables.ts';
import type { PurchaseTables } from './purchase-tables.ts';
import type { ReserveTables } from './reserve-tables.ts';
import type { SessionTables } from './session-tables.ts';
import type { TrainingTables } from './training-tables.ts';
import type { TrialTables } from './trial-tables.ts';

/** The tables as Kysely sees them after the last migration. JSON and instants are text, so that both databases agree. */
export interface Tables
  extends BodyTables,
    CaseTables,
    DialogueTables,
    DoneActTables,
    ExchangeTables,
    HelpTables,
    KeyTables,
    LawTables,
    NetworkTables,
    PlatformTables,
    InterviewTables,
    ProgrammeTables,
    PurchaseTables,
    ReserveTables,
    SessionTables,
    TrainingTables,
    TrialTables,
    ModelUsageTables {
  readonly truchement_migrations: {
    readonly name: string;
    readonly at: string;
  };
  readonly agreement_events: {
    readonly agreement: string;
    readonly version: number;
    readonly at: string;
    readonly kind: string;
    readonly body: string;
  };
}
