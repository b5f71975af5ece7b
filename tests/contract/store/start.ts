import { openStore } from '../../../src/store/open-store.ts';
import { QUIET } from './places.ts';

/** A process that starts on a store, as the assistant does, and stops: `start.ts <folder> [<url>]`. */
const [data = '', databaseUrl] = process.argv.slice(2);
const store = await openStore({ data, databaseUrl, log: QUIET });
await store.close();
