import { createHash } from 'node:crypto';
import type { SetAside } from '../../src/attempts/trial-records.ts';

/** By which an administrator names it: ids of platforms are long, and say where someone wrote. */
export function handleOf({ kind, id }: Pick<SetAside, 'kind' | 'id'>): string {
  return createHash('sha256').update(`${kind} ${id}`, 'utf16le').digest('hex').slice(0, 8);
}

export function saySetAside(one: SetAside): string {
  const { kind, at, deaths, faults } = one;
  return `${handleOf(one)} ${kind} ${at.slice(0, 16)}: the process died of it ${deaths} time(s), it failed ${faults} time(s)`;
}
