import type { IsoDate } from '../days/iso-date.ts';
import type { Course } from './course.ts';
import type { AttestationRow } from './port/views.ts';
import { type Standing, standingOf, standingOfPath } from './standing.ts';
import type { Attestation } from './training-records.ts';

/** The standing of an attestation of either kind; `all` are those of the same person. */
export function anyStanding(
  course: Course,
  attestation: Attestation,
  all: readonly Attestation[],
  at: IsoDate,
): Standing {
  if (attestation.kind === 'module') return standingOf(attestation, course, at);
  const path = course.corpus.paths.find(({ id }) => id === attestation.subject);
  return standingOfPath(path?.modules ?? [], all, course, at);
}

export function attestationRow(
  course: Course,
  attestation: Attestation,
  all: readonly Attestation[],
  at: IsoDate,
): AttestationRow {
  const { id, kind, subject, code, issuedAt, score } = attestation;
  return {
    id,
    kind,
    subject,
    title: titleOf(course, attestation, at),
    code,
    issuedOn: issuedAt.slice(0, 10),
    score,
    standing: anyStanding(course, attestation, all, at),
  };
}

/** The module's title, or the path's; what is gone from the corpus keeps its name. */
export function titleOf(
  { corpus, say }: Course,
  { kind, subject }: Pick<Attestation, 'kind' | 'subject'>,
  at: IsoDate,
): string {
  const list: readonly { readonly id: string; readonly title: string }[] =
    kind === 'module' ? corpus.modules : corpus.paths;
  return say(list.find(({ id }) => id === subject)?.title ?? subject, at);
}
