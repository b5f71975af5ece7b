/** One thing wrong in `knowledge/`: where it is (file, 1-based line, field) and what to do about it. */
export interface CorpusProblem {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

export function formatProblem(problem: CorpusProblem): string {
  return `${problem.file}:${problem.line} [${problem.field}] ${problem.message}`;
}
