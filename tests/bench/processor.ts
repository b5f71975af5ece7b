import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux: what `/proc/<pid>/stat` counts in. */
const TICKS_PER_SECOND = 100;

/** CPU spent so far by a process and those it started, user and system, in milliseconds. Linux only. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) => childrenOf(pid, task));
  return (ticks * 1_000) / TICKS_PER_SECOND + children.reduce((sum, child) => sum + cpuOf(child), 0);
}

/** None of a thread that has just ended. */
function childrenOf(pid: number, task: string): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
