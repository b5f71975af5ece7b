import { fold } from '../../french/words.ts';

/** Longer, a line tells of something. */
const LONGEST = 160;

/** «bonjour, …, s'il vous plaît»: said around any request. */
const AROUND =
  '(?:bonjour|bonsoir|salut|coucou|hello|hi|ok|alors|merci(?: d avance| beaucoup)?|stp|svp|s il (?:te|vous) plait|please|thanks|thank you|maintenant|tout de suite|now)';
const WISH = [
  '(?:je|j) (?:veux|voudrais|souhaite|souhaiterais|aimerais|desire|demande|peux|pourrais)(?: bien)?(?: que (?:tu|vous)| a| de)?',
  '(?:est ce que )?(?:(?:peux|pourrais) tu|tu (?:peux|pourrais)|(?:pouvez|pourriez) vous|vous (?:pouvez|pourriez)|(?:puis|pourrais) je|je (?:peux|pourrais))',
  'comment(?: (?:faire pour|je (?:peux|fais pour)|puis je))?',
  '(?:merci de|veuillez|il faut que (?:tu|vous))',
  '(?:i (?:want|would like|d like)(?: you)?(?: to)?|(?:can|could) (?:you|i|we)|how (?:can|do) i)',
].join('|');

const DATA =
  '(?:(?:toutes|all|l ensemble de) )?(?:mes|my)(?: personal)? (?:donnees|data|infos?|informations?)(?: (?:personnelles?|persos?|a caractere personnel))?';
const COPY = '(?:(?:une? |l |a |an )?(?:copie|export|exportation|archive|extraction|copy) (?:de |of ))?';
const GIVE =
  '(?:(?:voir|avoir|acceder a|see|have|get|give|send|show|download|(?:re)?(?:donn|envo|transm|communiqu|montr|fourni|export|telecharg|recuper|recev|recoi|consult|obten|affich|remet)[a-z]{0,20})(?: moi| me)?)';
/** «que sais-tu de moi», «quelles données gardez-vous sur moi». */
const KNOWN = [
  '(?:qu est ce que|que|quelles? (?:donnees|infos?|informations?)(?: personnelles)?)(?: (?:tu|vous))? (?:sais|savez|gardes|gardez|conserves|conservez|as|avez|stockes|stockez|retiens|retenez|detenez)(?: (?:tu|vous))?(?: garde)? (?:de|sur|a propos de) moi',
  'what (?:data |information )?(?:do|have) you (?:know|keep|have|store|hold|kept|got) (?:on|about) me',
].join('|');
const MINE = [
  DATA,
  '(?:mon|my) (?:compte|profil|account|profile)',
  'tout(?:es)? (?:les (?:donnees|infos|informations)|ce) que (?:tu|vous) (?:sais|savez|as|avez|gardes|gardez|conserves|conservez)(?: garde)? (?:de|sur) moi',
  '(?:(?:toutes )?les |all (?:the )?)?(?:donnees|infos|informations|data) (?:sur moi|me concernant|qui me concernent|about me)',
  'everything(?: you (?:know|have|keep))? (?:about|on) me',
].join('|');

const MY_DATA = lineOf(
  `(?:(?:me |m )?${GIVE} )?${COPY}${DATA}|${KNOWN}|exercer mon droit (?:d acces|a la portabilite)(?: a ${DATA})?`,
);
const FORGET_ME = lineOf(
  [
    'm oubli[a-z]{0,20}|oublie[rz]? moi|(?:etre|be) (?:oublie[es]{0,2}|forgotten)|forget me|(?:efface[rz]?|supprime[rz]?) moi',
    `(?:(?:efface|supprim|detrui|delete|erase|remove)[a-z]{0,20}|(?:l )?effacement de|(?:la )?suppression de) (?:${MINE})`,
    'exercer mon droit (?:a l (?:oubli|effacement)|d effacement|de suppression)',
  ].join('|'),
);

/** Whether someone asks for what is kept of them. The whole line, never a part: «mes données de vente sont fausses» is not that. */
export function saysMyData(text: string): boolean {
  return says(MY_DATA, text);
}

/** Whether someone asks for everything that is kept of them to go. The whole line too. */
export function saysForgetMe(text: string): boolean {
  return says(FORGET_ME, text);
}

function lineOf(request: string): RegExp {
  return new RegExp(`^(?:(?:${WISH}) )?(?:${request})$`);
}

const FIRST = new RegExp(`^${AROUND} `);
const LAST = new RegExp(` ${AROUND}$`);

function says(line: RegExp, text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return without(FIRST, said).some((begun) => without(LAST, begun).some((whole) => line.test(whole)));
}

/** A line as it is, then with one greeting less, and so on. */
function without(around: RegExp, said: string): readonly string[] {
  const rest = said.replace(around, '');
  return rest === said ? [said] : [said, ...without(around, rest)];
}
