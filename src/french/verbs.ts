/**
 * Infinitives, and the infinitive of the forms in which people are asked to do something, by their endings and the words
 * that an ending gets wrong. Words in small letters, with or without their accents; what is given back has those of the form.
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NOUNS_ER = setOf(
  'hiver cher amer leger danger boulanger verger passager manager leader fer mer ver enfer container poster scanner designer laser super inter per ter toner planner reporter envers etranger berger docker hier foyer loyer janvier fevrier premier dernier',
);
/** Most words in -ier are things and trades. */
const VERB_IER =
  /(?:fier|tudier|gnier|blier|plier|pier|vier|nvier|xpedier|remedier)$|^(?:(?:re|de)?lier|prier|trier|negocier|apprecier|beneficier|remercier|associer|licencier|varier|parier|dupliquer)$/;
const THINGS_IER = setOf(
  'papier clavier levier evier gravier janvier fevrier olivier ouvrier epervier clapier guepier',
);
const NOUNS_IR = setOf('avenir loisir plaisir soupir cuir tir desir elixir');
const VERBS_OIR =
  /^(?:re)?(?:avoir|savoir|pouvoir|vouloir|devoir|voir|valoir)$|^(?:pre|re|entre)voir$|cevoir$|mouvoir$|seoir$|pourvoir$/;
const VERBS_RE =
  /(?:battre|mettre|(?:r|t|f|v|p|c)endre|(?:p|f|t)ondre|perdre|mordre|[aeo]indre|naitre|raitre|suivre|vivre|clure|crire|duire|struire|nuire|cuire|rompre|clore)$|^(?:re|e|)lire$|^(?:re|contre|inter|pre|)dire$|^(?:re|de|satis|)faire$|^(?:etre|rire|croire|boire|coudre|resoudre|vaincre|convaincre)$/;

export function isInfinitive(word: string): boolean {
  const bare = plain(word);
  if (bare.length < 4 || !/^[a-z]{4,30}$/.test(bare)) return false;
  if (bare.endsWith('ier')) return VERB_IER.test(bare) && !THINGS_IER.has(bare);
  if (bare.endsWith('er')) return !NOUNS_ER.has(bare);
  if (bare.endsWith('oir')) return VERBS_OIR.test(bare);
  if (bare.endsWith('ir')) return !NOUNS_IR.has(bare);
  return VERBS_RE.test(bare);
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Ending of a form without accents, and what stands in its place. The first that fits; a lone `$` fits all. */
type Endings = readonly (readonly [ending: RegExp, infinitive: string])[];

function withEnding(form: string, endings: Endings): string | undefined {
  const bare = plain(form);
  for (const [ending, infinitive] of endings) {
    const found = ending.exec(bare);
    if (found !== null) return form.slice(0, form.length - found[0].length) + infinitive;
  }
  return undefined;
}

/** Verbs in -rer, whose «retirez» is no future. */
const RER =
  '(?:ti|pa|mont|liv|ent|gist|nist|fac?tu|mesu|assu|cla|cent|filt|ge|ope|libe|refe|teg|inse|sfe|ime|cupe|side)r';
const ASKED: Endings = [
  [new RegExp(`(?<=${RER})ez$`), 'er'],
  [/(?<=^|re|de)(?:faites|ferez|fassez)$/, 'faire'],
  [/(?<=^|re)(?:dites|direz|disez)$/, 'dire'],
  [/enverrez$/, 'envoyer'],
  [/(?<=e)rez$/, 'r'],
  [/(?<=tt)r?ez$/, 're'],
  [/pren(?:ne|e|dre)z$/, 'prendre'],
  [/(?<=repon|atten|defen|suspen|^ren|ven|desce|confon|oin|ein)dr?ez$/, 'dre'],
  [/(?<=[^ah])issez$/, 'ir'],
  [/oignez$/, 'oindre'],
  [/(?<=^re|^e|^)lisez$/, 'lire'],
  [/(?<=prod|cond|red|constr|trad|instr|ded)ui(?:se|re)z$/, 'uire'],
  [/cri(?:ve|re)z$/, 'crire'],
  [/(?<=suiv)r?ez$/, 're'],
  [/(?<=t|v)(?:ene|iendre)z$/, 'enir'],
  [/(?<=pre|re)voyez$/, 'voir'],
  [/ceve?(?:re)?z$/, 'cevoir'],
  [/(?<=ouv|off|couv)rez$/, 'rir'],
  [/clu(?:e|re)z$/, 'clure'],
  [/irez$/, 'ir'],
  [/ez$/, 'er'],
];
const NO_ACT = setOf(
  'pouvez pourrez pourriez devez devrez devriez avez aurez auriez serez seriez savez saurez sachez voulez voudrez voudriez veuillez notez allez irez chez assez soyez ayez puissiez recevrez trouverez souhaitez souhaiterez constaterez disposez disposerez beneficierez obtiendrez verrez desirez hesitez trouvez remerciez agreez croyez imaginez rappelez',
);

/** Of «transmettez», «faites», «préciserez», «fassiez»; undefined for what asks for no act («pouvez», «chez»). */
export function infinitiveOfYou(form: string): string | undefined {
  if (NO_ACT.has(plain(form)) || !/(?:[a-zà-öø-ÿœ]{2}ez|ites|aites)$/.test(form)) return undefined;
  return withEnding(form, ASKED);
}

const DONE: Endings = [
  [/mise?s?$/, 'mettre'],
  [/(?<=re|com|^)prise?s?$/, 'prendre'],
  [/joint(?:es|e|s)?$/, 'joindre'],
  [/fait(?:es|e|s)?$/, 'faire'],
  [/(?<=prod|cond|red|constr|trad|instr|ded)uit(?:es|e|s)?$/, 'uire'],
  [/crit(?:es|e|s)?$/, 'crire'],
  [/(?<=ren|atten|repon|suspen)du(?:es|e|s)?$/, 'dre'],
  [/(?<=^re|^)lu(?:es|e|s)?$/, 'lire'],
  [/(?<=^re|^pre)vu(?:es|e|s)?$/, 'voir'],
  [/(?<=t|v)enu(?:es|e|s)?$/, 'enir'],
  [/ouvert(?:es|e|s)?$/, 'ouvrir'],
  [/(?<=(?:pl|rn|bl|in|ais|ois|nt|un|ert|vert|ss|g|ch))ie?s?$/, 'ir'],
];

/** Of «transmis», «signée», «complétés»; undefined for a word that is no such participle. */
export function infinitiveOfDone(word: string): string | undefined {
  if (/[a-zà-öø-ÿœ]{2}é(?:es|e|s)?$/.test(word)) return word.replace(/é(?:es|e|s)?$/, 'er');
  return withEnding(word, DONE);
}

/** Of «transmettiez», «validiez», after «que vous». */
export const infinitiveOfThatYou = (form: string): string | undefined =>
  infinitiveOfYou(form.replace(/(?<=[a-zà-öø-ÿœ]{2})iez$/, 'ez'));
