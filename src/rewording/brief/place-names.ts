const ROOM =
  /^, (?:\d{1,2}(?:er|e|eme)? etage|rez-de-chaussee|rdc|sous-sol|batiment [a-z0-9]+|salle [a-z0-9]+)(?![a-z0-9])/;
const ADDRESS =
  /^, (?:\d{1,4}(?: (?:bis|ter))?,? )?(?:rue|avenue|boulevard|quai|chemin|impasse|allee|route|place) [^,;:.()\n]{2,40}/;
const BETWEEN = /^ entre [a-z][a-z'-]+ et [a-z][a-z'-]+/;
const AROUND =
  /^ ou (?:dans (?:un rayon|les environs|les alentours)|a (?:moins de|proximite)|aux alentours|environs?|a cote)[^,;:.()\n]{0,30}/;
/** A name more in a list of sites, or in brackets after one. */
const NAME_MORE = /^(?:, | et | ou )(?:(?:de |du |des |d'|la |le |les |l')(?:la |l')?)?(?=[a-z])/;
const PLURAL =
  /(?:quartiers|sites|ecoles|creches|gymnases|colleges|lycees|mairies|communes|villages|piscines|residences|cimetieres|stades|salles|antennes|batiments|rues|mediatheques|bibliotheques|campus|ville|maternelles|ehpad)$/;
const BRACKETS = /^ \((?=[a-z])[^()\n]{2,70}\)/;

/** What is written after the name: an address, a floor, other names of a list, a name in brackets. */
export function appended(folded: string, from: number, headEnd: number, isCapital: (at: number) => boolean): number {
  let end = from;
  for (let steps = 0; steps < 8; steps += 1) {
    const rest = folded.slice(end, end + 80);
    const more =
      ROOM.exec(rest) ??
      ADDRESS.exec(rest) ??
      BETWEEN.exec(rest) ??
      AROUND.exec(rest) ??
      named(folded, end, headEnd, rest, isCapital);
    if (more === null) return end;
    end += more[0].length;
  }
  return end;
}

function named(
  folded: string,
  end: number,
  headEnd: number,
  rest: string,
  isCapital: (at: number) => boolean,
): { readonly 0: string } | null {
  const brackets = BRACKETS.exec(rest);
  if (brackets !== null) return isCapital(end + 2) ? brackets : null;
  const name = NAME_MORE.exec(rest);
  const at = end + (name?.[0].length ?? 0);
  if (name === null || (!isCapital(at) && !isCapital(end + (/^(?:, | et | ou )/.exec(rest)?.[0].length ?? 0))))
    return null;
  const address = /(?:rue|avenue|quai|boulevard|route|place) [^,;]{0,40}$/.test(
    folded.slice(Math.max(0, end - 40), end),
  );
  if (!address && !PLURAL.test(folded.slice(Math.max(0, headEnd - 20), headEnd))) return null;
  const words = /^[a-z][a-z'-]*(?:[ -][a-z][a-z'-]*)?/.exec(folded.slice(at, at + 40))?.[0] ?? '';
  const [one = '', two = ''] = words.split(' ');
  const taken = two !== '' && isCapital(at + one.length + 1) ? words : one;
  return { 0: name[0] + taken };
}
