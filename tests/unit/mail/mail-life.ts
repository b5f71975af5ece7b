/** One life of a process that tells people by e-mail, as it is wired, until all is told or it is killed: `mail-life.ts FOLDER SMTP_URL LATER_MS`. */
import { composeMail, createReach } from '../../../scripts/compose-mail.ts';
import { createAttempt } from '../../../src/attempts/attempts.ts';
import { createWard } from '../../../src/attempts/ward.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { createPersonCourier } from '../../../src/training/person-courier.ts';

const [data = '', url = '', later = '0'] = process.argv.slice(2);
const log = createLog('silent');
const store = await openStore({ data, databaseUrl: undefined, log });
const from = { name: 'Truchement', address: 'truchement@ville.fr' };
const mail = { url, from, tls: 'never' as const, publicUrl: 'https://achats.ville.fr', domains: [] };
const composed = await composeMail({ mail, body: undefined }, store, log, () => undefined);
/** Whoever begins again knows that the one before is dead: it does not wait for what that one had in hand. */
const now = () => new Date(Date.now() + Number(later));
const attempt = createAttempt({ trials: store.trials, ward: createWard(), now });
const courier = createPersonCourier({ store, attempt, now, tell: createReach(() => [], composed).tell });
for (let count = 1; count > 0; ) {
  const told = await courier.deliverDue();
  count = told.ok ? told.value : 0;
}
await store.close();
