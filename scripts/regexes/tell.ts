import { MARK } from './made.ts';
import { made } from './record.ts';

/* Loaded after what builds patterns: says which they were, and ends what loading may have begun. */
process.stdout.write(MARK + JSON.stringify(made()), () => process.exit());
