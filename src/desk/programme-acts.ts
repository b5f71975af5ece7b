import { fold } from '../french/words.ts';
import type { ProgrammeFault } from '../programming/port/programming.ts';
import type { SignedIn } from '../reserve/port/signed-in.ts';
import { err, type Result } from '../result.ts';
import type { Context } from './context.ts';
import type { PressedOf, Said } from './port/heard.ts';
import type { Happened } from './port/shown.ts';

const LONGEST_LINE = 500;
const SHOWS =
  /^(?:(?:voir|montre(?:[rz]|-moi)?|ouvr(?:e|ir)|affiche[rz]?|ou en est|quelle est|c'est quoi) )?(?:notre|nos|la|ma|mes) programmations?(?: (?:d'achats?|des achats|annuelle|de l'annee|pour \d{4}|\d{4})){0,2} ?[?!.]{0,3}$/;
const ADDS =
  /^(?:peux-tu |tu peux |pouvez-vous )?(?:ajoute[rz]?|mets?|mettre|note[rz]?|inscri(?:s|re|vez)|annonce[rz]?|prevoi[rst])(?: (?:ca|ceci|cela|un besoin))? (?:a|dans|sur|en|pour) (?:(?:la|notre|ma) )?programmation(?: des achats)? ?[:,;-]? ?/;

/** «notre programmation ?», «ajoute à la programmation : 30 chaises en septembre, 4 000 €», of a member of a body. */
export async function programmeLine(
  context: Context,
  said: Said,
  person: SignedIn | undefined,
): Promise<Happened | undefined> {
  const { programming } = context;
  if (programming === undefined || person === undefined || said.text.length > LONGEST_LINE) return undefined;
  // As long as what was typed, so that what follows is cut out of it.
  const line = fold(said.text).replaceAll('’', "'");
  const start = line.length === said.text.length ? ADDS.exec(line)?.[0].length : undefined;
  if (start === undefined && !SHOWS.test(line.trim())) return undefined;
  if (!said.isPrivate) return { name: 'not_here' };
  if (start === undefined) return shown(context, person);
  const added = await guardedProgramme(context, () =>
    programming.add(person.person, said.text.slice(start).trim(), { key: said.key }),
  );
  if (!added.ok) return { name: 'no_programme', fault: added.error };
  return { name: 'programme', programme: added.value.programme, added: added.value.need, page: programming.page };
}

export async function programme(context: Context, { isPrivate, actor }: PressedOf<'programme'>) {
  if (!isPrivate) return [{ name: 'not_here' }] as const;
  const known = await actor.known();
  return known.ok && known.value !== undefined ? [await shown(context, known.value)] : [];
}

async function shown(context: Context, { person }: SignedIn): Promise<Happened> {
  const { programming } = context;
  if (programming === undefined) return { name: 'no_programme', fault: { kind: 'store_down' } };
  const read = await guardedProgramme(context, () => programming.read(person));
  return read.ok
    ? { name: 'programme', programme: read.value, page: programming.page }
    : { name: 'no_programme', fault: read.error };
}

export async function guardedProgramme<T>(
  { report }: Context,
  work: () => Promise<Result<T, ProgrammeFault>>,
): Promise<Result<T, ProgrammeFault>> {
  try {
    return await work();
  } catch (error) {
    report(error, 'a programme could not be read or written');
    return err({ kind: 'store_down' });
  }
}
