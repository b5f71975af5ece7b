import type { AgreementView } from '../../../../src/rewording/port/agreement.ts';
import { type Party, sideOf } from '../../../../src/rewording/port/party.ts';
import type { Role } from '../../../../src/vocabulary/people.ts';
import { field } from '../../inbound.ts';
import type { Asked } from '../../route.ts';
import type { View } from '../../view.ts';

/** The page of a brief as one person sees it; where nobody signs in, the link of a side ends with its secret. */
export function briefPath(id: string, secret: string | undefined): string {
  return `/besoin/${encodeURIComponent(id)}${secret === undefined ? '' : `/${encodeURIComponent(secret)}`}`;
}

/** Who asks for a brief: whoever is signed in; where nobody signs in, the holder of a link; else a reader. */
export function partyOf({ view, params }: Asked): Party {
  const person = view.help?.person;
  if (person !== undefined) return { kind: 'person', id: person.person, side: person.role };
  const secret = secretOf(params);
  return view.help !== undefined || secret === undefined ? { kind: 'reader' } : { kind: 'link', secret };
}

export function secretOf(params: unknown): string | undefined {
  const secret = field(params, 'secret');
  return secret === '' ? undefined : secret;
}

/** The side they may act for: none where this browser has acted by the other side's link, whatever link it holds now. */
export function actingSide(agreement: AgreementView, party: Party, asked: Asked): Role | undefined {
  const side = sideOf(agreement, party);
  const bound = party.kind === 'link' ? boundSide(asked.cookies) : undefined;
  return bound === undefined || bound === side ? side : undefined;
}

/** «l’acheteur», with the name of who holds that side’s link. */
export function nameSide({ seats }: AgreementView, role: Role, view: View): string {
  const { side, agreement } = view.texts.rewording;
  const name = seats?.[role].name;
  return name === undefined ? side[role] : agreement.named(side[role], name);
}

const COOKIE = 'truchement-side';
const BOUND = /(?:^|;) {0,4}truchement-side=(prescriber|buyer)(?:;|$)/;
const YEAR_S = 31_536_000;

export function boundSide(cookies: string | undefined): Role | undefined {
  const role = BOUND.exec(cookies ?? '')?.[1];
  return role === 'prescriber' || role === 'buyer' ? role : undefined;
}

/** A browser that keeps or signs a brief for one side is held to it: one person, two links, and still one side. */
export function bindSide(id: string, role: Role, { view, secure }: Asked): string {
  const path = `${view.help?.base ?? ''}/besoin/${encodeURIComponent(id)}`;
  return `${COOKIE}=${role}; Path=${path}; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
