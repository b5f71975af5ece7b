import type { SignedIn } from '../reserve/port/signed-in.ts';
import { type Context, DOWN, seatOf } from './context.ts';
import type { Said } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

/** «préviens-moi quand le seuil des travaux change»: kept for whoever is known, and made known by it where a face does that. */
export async function alertLine(
  context: Context,
  said: Said,
  person: SignedIn | undefined,
): Promise<Happened | undefined> {
  const { alerts, report, last } = context;
  const { text, face, isPrivate, actor } = said;
  if (alerts?.reads(text) !== true) return undefined;
  if (!isPrivate && !face.can.whisper) return { name: 'not_here' };
  try {
    const met = person === undefined && face.strangers === 'met' ? await actor.meet() : undefined;
    if (met?.ok === false) return DOWN;
    const by = person ?? met?.value;
    if (by === undefined) return { name: 'alerts', said: undefined, text };
    const answered = last.get(seatOf(said))?.reply.outcome;
    const fiche = answered !== undefined && 'sources' in answered ? answered.sources[0]?.fiche : undefined;
    const heard = await alerts.hear(by.person, text, fiche);
    return heard.ok ? { name: 'alerts', said: heard.value, text } : DOWN;
  } catch (error) {
    report(error, 'an alert could not be kept or read');
    return DOWN;
  }
}
