import { err, ok, type Result } from '../result.ts';
import { anyStanding, titleOf } from './attestation-row.ts';
import type { TrainingParts } from './parts.ts';
import type { TrainingFile } from './port/training.ts';
import type { TrainingFault, Verified } from './port/views.ts';
import type { LearnerNow } from './steps.ts';
import type { Attestation } from './training-records.ts';

/** Three groups of four, without the signs that look alike (0 O, 1 I L). */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP = 4;

/** A code of some 59 bits from random bytes; one of twelve is drawn again rather than made uneven. */
export function codeFrom(randomBytes: (count: number) => Uint8Array): string {
  const signs: string[] = [];
  const fair = 256 - (256 % ALPHABET.length);
  while (signs.length < GROUPS * GROUP)
    for (const byte of randomBytes(GROUPS * GROUP)) {
      if (byte < fair && signs.length < GROUPS * GROUP) signs.push(ALPHABET[byte % ALPHABET.length] ?? '');
    }
  return [0, 1, 2].map((group) => signs.slice(group * GROUP, (group + 1) * GROUP).join('')).join('-');
}

/** A code as typed: spaces, hyphens and small letters do not matter. Undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (signs.length !== GROUPS * GROUP || [...signs].some((sign) => !ALPHABET.includes(sign))) return undefined;
  return [0, 1, 2].map((group) => signs.slice(group * GROUP, (group + 1) * GROUP)).join('-');
}

export async function paperOf(
  parts: TrainingParts,
  who: LearnerNow,
  id: string,
): Promise<Result<TrainingFile, TrainingFault>> {
  const { course, store, day, site, issuer } = parts;
  const attestation = who.attestations.find((one) => one.id === id);
  if (attestation === undefined) return err({ kind: 'unknown_attestation' });
  const organisation = await store.reserve.organisation(who.person.organisation);
  if (!organisation.ok) return err({ kind: 'store_down' });
  // What writes a PDF takes a quarter of a second to read: not at each start.
  const { attestationPdf } = await import('./paper/attestation-pdf.ts');
  const body = await attestationPdf({
    name: who.person.name,
    organisation: organisation.value?.name ?? '',
    kind: attestation.kind,
    title: titleOf(course, attestation, day()),
    objectives: learntBy(parts, attestation),
    score: attestation.score,
    issuedOn: attestation.issuedAt.slice(0, 10),
    validUntil: anyStanding(course, attestation, who.attestations, day()).until,
    code: attestation.code,
    checkAt: `${site}/attestation`,
    issuer,
  });
  return ok({ name: `attestation-${attestation.subject}.pdf`, type: 'application/pdf', body });
}

export async function badgeOf(
  parts: TrainingParts,
  who: LearnerNow,
  id: string,
): Promise<Result<TrainingFile, TrainingFault>> {
  const { course, badges, day, site } = parts;
  const attestation = who.attestations.find((one) => one.id === id);
  if (attestation === undefined) return err({ kind: 'unknown_attestation' });
  const badge = await badges.sign({
    id: `${site}/attestation?code=${attestation.code}`,
    kind: attestation.kind,
    subject: attestation.subject,
    title: titleOf(course, attestation, day()),
    criteria: learntBy(parts, attestation).join('\n'),
    issuedAt: attestation.issuedAt,
    validUntil: anyStanding(course, attestation, who.attestations, day()).until,
    email: who.person.email,
    salt: attestation.code,
  });
  return ok({
    name: `badge-${attestation.subject}.json`,
    type: 'application/ld+json; charset=utf-8',
    body: JSON.stringify(badge, undefined, 2),
  });
}

function learntBy({ course, day }: TrainingParts, { kind, subject }: Attestation): readonly string[] {
  const { modules, paths } = course.corpus;
  if (kind === 'module')
    return (modules.find(({ id }) => id === subject)?.objectives ?? []).map((one) => course.say(one, day()));
  return (paths.find(({ id }) => id === subject)?.modules ?? []).map((module) =>
    titleOf(course, { kind: 'module', subject: module }, day()),
  );
}

export async function verifyCode(
  parts: TrainingParts,
  typed: string,
): Promise<Result<Verified | undefined, TrainingFault>> {
  const { course, store, day } = parts;
  const down = err({ kind: 'store_down' } as const);
  const code = readCode(typed);
  if (code === undefined) return ok(undefined);
  const found = await store.training.attestation(code);
  if (!found.ok) return down;
  if (found.value === undefined) return ok(undefined);
  const person = await store.reserve.person(found.value.person);
  const file = await store.training.file(found.value.person);
  if (!person.ok || !file.ok) return down;
  const organisation = await store.reserve.organisation(person.value?.organisation ?? '');
  if (!organisation.ok) return down;
  const { state, until } = anyStanding(course, found.value, file.value.attestations, day());
  return ok({
    kind: found.value.kind,
    title: titleOf(course, found.value, day()),
    name: person.value?.name ?? '',
    organisation: organisation.value?.name ?? '',
    issuedOn: found.value.issuedAt.slice(0, 10),
    standing: { state, until },
  });
}
