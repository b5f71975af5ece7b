import type { Conversing } from '../../src/answering/port/conversing.ts';
import type { Tables } from '../../src/bodies/port/tables.ts';
import type { KeyKeeping } from '../../src/calls/port/keys.ts';
import type { Desk } from '../../src/desk/port/shown.ts';
import type { Calculating } from '../../src/interviews/port/calculating.ts';
import type { Limits } from '../../src/limits.ts';
import type { Endpoint } from '../../src/platform.ts';
import type { Programming } from '../../src/programming/port/programming.ts';
import type { BossPages } from '../../src/purchases/port/boss-pages.ts';
import type { Mailboxes } from '../../src/reserve/port/mailbox.ts';
import type { Interpreting } from '../../src/rewording/port/interpreting.ts';
import type { Training } from '../../src/training/port/training.ts';
import type { About } from './about.ts';
import type { HelpOptions } from './handoff/create-help.ts';
import type { LawParts } from './law/routes.ts';
import type { Patience } from './patience.ts';
import type { Log } from './route.ts';

export interface WebOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** What is said and pressed goes to it. */
  readonly desk: Desk;
  /** For a page that is opened again. */
  readonly conversing: Pick<Conversing, 'exchanged'>;
  /** Left out, the pages that reword answer 404. */
  readonly interpreting?: Interpreting;
  /** Whether the desk takes stock of purchases; else their pages answer 404. */
  readonly interviews?: boolean;
  /** Whether demands go from one side to the other; else their pages answer 404. */
  readonly purchases?: boolean;
  /** Half a page on a demand, by a link too; left out, nobody reads one. */
  readonly bossPages?: BossPages | undefined;
  /** Who buys what in each body; left out, or with nobody signing in, its pages answer 404. */
  readonly tables?: Tables;
  /** What services announce for the year; left out, its pages answer 404. */
  readonly programming?: Programming;
  /** Left out, the calculators and the page of the rules answer 404. */
  readonly calculating?: Calculating;
  /** What changed and what is to be read again; left out, their pages answer 404. */
  readonly law?: LawParts['law'];
  /** Left out, the pages of training answer 404. */
  readonly training?: Training;
  /** What the page behind the footer's links says. */
  readonly about: About;
  /** Left out, nobody signs in and no case is handed over. */
  readonly help?: HelpOptions;
  /** Left out, no e-mail leaves and the page on it answers 404. */
  readonly mailboxes?: Mailboxes;
  /** Keys of programs, looked after by coordinators; left out, or with nobody signing in, their page answers 404. */
  readonly keys?: KeyKeeping;
  /** Paths that the servers of chat platforms call on this one server. */
  readonly endpoints?: readonly Endpoint[];
  readonly log?: Log;
  /** Whose word is taken for the address and the protocol of who asks: addresses, CIDR, `loopback`, `linklocal`, `uniquelocal`. */
  readonly trustProxy?: readonly string[];
  /** Does the work of a request so that all it logs bears the request's id, which is also sent back (`x-request-id`). */
  readonly within?: <T>(ids: Readonly<Record<string, string>>, work: () => T) => T;
  /** Told of each request that was answered. */
  readonly onServed?: (request: Served) => void;
  /** Submissions one address may make in a minute; a town hall often has one address for all. Pages: five times as many. */
  readonly perMinute?: number;
  /** Left out, this process counts alone. */
  readonly limits?: Limits;
  /** Longer than `PATIENCE` or shorter, for tests. */
  readonly patience?: Patience;
}

/** A request that was answered, by the pattern of its route. */
interface Served {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}
