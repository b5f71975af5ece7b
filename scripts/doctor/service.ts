import { spawnSync } from 'node:child_process';
import type { Config } from '../../src/config/config.ts';
import { LOOPBACK } from '../../src/config/loopback.ts';
import { type Finding, found } from './finding.ts';

/** What an installed service also wants: a proxy that is believed, backups that can be made, figures that can be read. */
export function findService(config: Config): readonly Finding[] {
  return [proxy(config), backups(config), figures(config)];
}

/** Listening beyond this machine without naming the proxy, everybody comes from the proxy's address, in the clear. */
function proxy({ host, trustProxy }: Config): Finding {
  const named = trustProxy.join(', ');
  const unnamed = trustProxy.every((one) => one === 'loopback');
  if (!LOOPBACK.test(host) && unnamed)
    return found(
      'proxy',
      'note',
      `HOST=${host}, and no proxy is named but this machine: give the address of the one that encrypts (TRUST_PROXY), or all are taken for one person`,
    );
  return found('proxy', 'ok', `believed: ${named}`);
}

function backups({ databaseUrl, backupKey }: Config): Finding {
  const sealed = backupKey === undefined ? 'not sealed (TRUCHEMENT_BACKUP_KEY)' : 'sealed';
  const missing = ['tar', ...(databaseUrl === undefined ? [] : ['pg_dump', 'pg_restore'])].filter(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status !== 0,
  );
  if (missing.length > 0)
    return found('backup', 'fault', `${missing.join(', ')} cannot be run here: install it (Debian: postgresql-client)`);
  return found('backup', backupKey === undefined ? 'note' : 'ok', `npm run backup; ${sealed}`);
}

function figures({ metricsToken }: Config): Finding {
  return metricsToken === undefined
    ? found('metrics', 'off', 'METRICS_TOKEN is not set: there is no /metrics')
    : found('metrics', 'ok', '/metrics, for whoever has the token');
}
