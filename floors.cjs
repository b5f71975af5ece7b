/**
 * The house: the rooms of `src`, floor by floor from the ground up. A room imports rooms of lower floors only, never one of
 * its own floor nor a higher one. `adapters` stand above them all, `scripts` above the adapters. A new room is put on the
 * lowest floor that will have it: `tests/unit/boundaries.slow.test.ts` refuses one that stands on none.
 */
const FLOORS = [
  ['result', 'own-value', 'once', 'latest', 'log', 'digest-files', 'kept', 'limits', 'sliced'],
  ['vocabulary', 'within-time', 'yaml'],
  ['days', 'french'],
  ['message', 'learned'],
  ['text', 'documents', 'corpus', 'model', 'fidelity', 'attempts', 'watching'],
  ['retrieval', 'masking', 'reserve', 'intake', 'rules'],
  ['lexicon', 'dialogue', 'bodies', 'law'],
  ['rewording', 'interviews'],
  ['answering', 'corpus-check'],
  ['handoff', 'calls'],
  ['training', 'purchases', 'programming'],
  ['screens'],
  ['desk'],
  ['platform', 'respond', 'config', 'store'],
];

/** Rooms that an adapter may enter anywhere. Of every other it sees the folder `port/` alone: what the room shows of itself. */
const OPEN = [
  'result',
  'own-value',
  'once',
  'latest',
  'limits',
  'vocabulary',
  'days',
  'french',
  'message',
  'text',
  'platform',
  'screens',
];

module.exports = { FLOORS, OPEN };
