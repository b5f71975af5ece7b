import type { LexiconEntry } from '../../corpus/lexicon.ts';
import { readText } from '../../french/text.ts';
import { fold } from '../../french/words.ts';
import type { PurchaseNature } from '../../vocabulary/form.ts';
import type { Family } from '../../vocabulary/rewording.ts';
import type { ReadNeed } from '../brief/read-needs.ts';
import { UNKNOWN_TRADE } from '../brief/trades.ts';
import { type Notion, withoutDepartments } from '../buyer/notions.ts';
import { natureOf } from './nature-signs.ts';

type Kind = 'goods' | 'service' | 'works';

/**
 * What is bought, where the words settle it. Two readers must not part: the turns of the sentence (./nature-signs.ts) and the
 * trade of the thing; a trade notion said of the thing decides between them. Undefined rather than wrong.
 * @param notions of this need
 */
export function readNature(source: string, read: ReadNeed, notions: readonly Notion[]): PurchaseNature | undefined {
  const { need, span, trade } = read;
  const object = need.slots.object?.said[0];
  const { flat, flatAt } = readText(source);
  const [from, to] = [flatAt(span[0]), flatAt(span[1])];
  const sites = need.slots.place?.said ?? [];
  // «le local vélos» is where, and no bicycle is bought.
  const trades = notions.filter(
    (one) => one.trade && !sites.some((site) => one.span[0] > site.span[0] && one.span[1] <= site.span[1]),
  );
  const signs = trades.flatMap(({ family, span: at }) =>
    family === undefined ? [] : [{ at: flatAt(at[0]) - from, family }],
  );
  const bought = withoutDepartments(flat).slice(from, to);
  const told = natureOf(bought, signs);
  // «remplacer les 6 bennes»: what the sentence wants to be bought, against what is usually done with it.
  const bare = natureOf(bought, []);
  const bySigns = bare === 'fournitures' && told !== undefined && told !== bare ? undefined : told;
  const words = fold(object?.value ?? '');
  const byTrade: Kind | undefined =
    object === undefined || trade === UNKNOWN_TRADE
      ? undefined
      : trade.kind !== 'service' && DONE_TO.test(words)
        ? 'service'
        : trade.kind;
  const ofObject = trades.filter(
    ({ span: at }) => object !== undefined && at[0] < object.span[1] && object.span[0] < at[1],
  );
  const has = (as: LexiconEntry['bought_as'], among = trades) => among.some(({ entry }) => entry.bought_as === as);
  if (DESIGNS.test(words) || (has('moe') && bySigns === 'prestations intellectuelles')) return 'moe';
  // Whoever represents in court is chosen outside the code's procedures (L2512-5).
  if (IN_COURT.test(flat.slice(from, to)) && /\bavocats?\b/.test(words)) return undefined;
  const kind =
    agreed(bySigns, byTrade, ofObject) ?? ((told ?? byTrade) ? undefined : byTurn(flat.slice(from, to), words));
  if (kind === undefined) return undefined;
  if (kind === 'goods' && WORKED_ON.test(bought) && !TO_GET.test(bought)) return undefined;
  if (kind === 'works' && ((bySigns === undefined && !read.asked) || OF_DATA.test(bought))) return undefined;
  if (kind === 'goods') return BOUGHT_AND_DONE.test(flat.slice(from, to)) ? 'mixte' : 'fournitures';
  if (kind === 'works') return 'travaux';
  if (has('tic') || DIGITAL_FAMILIES.has(trade.family)) return 'tic';
  if (bySigns === 'prestations intellectuelles' || has('pi')) return 'pi';
  return has('services_specifiques', ofObject.length > 0 ? ofObject : trades) ? 'services_specifiques' : 'services';
}

/** Of a thing that no reader knows: what is to be delivered is goods, an action that is wanted a service. */
function byTurn(flat: string, object: string): Kind | undefined {
  if (ACTION.test(object)) return 'service';
  return DELIVERED.test(flat) && /\d/.test(flat) ? 'goods' : undefined;
}

const ACTION =
  /^(?!(?:acheter|acquerir|louer|commander|avoir|equiper|remplacer|changer|refaire)\b)[a-z]{2,30}(?:er|ir|re) /;
const DELIVERED = /\b(?:livr(?:er|ee?s?|aisons?)|a retirer|en stock)\b/;

const KIND: Readonly<Record<Family, Kind>> = {
  fournitures: 'goods',
  services: 'service',
  travaux: 'works',
  'prestations intellectuelles': 'service',
};

function agreed(bySigns: Family | undefined, byTrade: Kind | undefined, ofObject: readonly Notion[]): Kind | undefined {
  if (bySigns === undefined) return byTrade;
  const said = KIND[bySigns];
  if (byTrade === undefined || byTrade === said) return said;
  const families = new Set(ofObject.flatMap(({ family }) => (family === undefined ? [] : [KIND[family]])));
  const [only, ...others] = families;
  return others.length === 0 && (only === said || only === byTrade) ? only : undefined;
}

/** «réparer le minibus», «entretien des véhicules». */
const DONE_TO =
  /^(?:entretien|maintenance|reparation|nettoyage|controle|verification|depannage|reparer|entretenir|nettoyer|verifier|controler)\b/;
/** Something is done with goods that are there, and nothing says that they are bought; «facile à nettoyer» says how they are. */
const WORKED_ON =
  /(?<!(?:facile|simple|aise|rapide)s? a )\b(?:reparer|entretenir|nettoyer|verifier|controler|bouger|deplacer|demenager|transporter|restaurer|laver|stocker)\b/;
const TO_GET =
  /\b(?:ach[ae]t\w{0,8}|acquer\w{0,8}|acquisition|lou(?:er|ons)|location|remplac\w{0,8}|chang(?:er|ement)|nouveau\w{0,3}|neufs?|neuves?)\b/;
/** «bâtir un portail open data». */
const OF_DATA = /\b(?:open data|internet|web|en ligne|numeriques?|logiciels?|applis?)\b/;
const IN_COURT = /\b(?:tribunal|contentieux|attaques?|assignation|audience|proces|referes?|plaider|defendre)\b/;
const DESIGNS = /^(?:un |une |l'|notre )?(?:architecte|maitrise d'oeuvre|maitre d'oeuvre|moe)\b/;
/** Goods with a service that is bought too, and lasts: laying them would be a part of the supply (L1111-3). */
const BOUGHT_AND_DONE =
  /\b(?:avec|et|plus|\+) (?:la |leur |son |sa |une? |un contrat d[e'] ?)?(?:maintenance|entretien|depannage|infogerance|exploitation)\b/;

const DIGITAL_FAMILIES: ReadonlySet<string> = new Set(['software', 'web']);
