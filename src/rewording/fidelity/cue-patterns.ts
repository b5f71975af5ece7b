/** What turns a statement: a negation, an obligation, a condition. All patterns run on flat text (see `flatten`). */
export type CueKind =
  /** Governs its whole clause: «ne … pas», «est interdit», «impossible». */
  | 'denies'
  /** Governs what follows: «sans», «pas de», «aucun», «hors». */
  | 'without'
  /** «sauf», «à l'exception de», «hors». */
  | 'except'
  /** Says the same as a negation in some sentences («en panne», «facultatif», «à partir de»): it only excuses one that is gone. */
  | 'excuse'
  | 'must'
  /** A polite request: it binds as one takes it. */
  | 'ask'
  | 'should'
  | 'wish'
  | 'may'
  /** «si possible», «de préférence»: a wish that hangs on a detail. */
  | 'rather'
  | 'condition'
  /** «jusqu'à la notification», «tant que»: a limit in time told by an event. */
  | 'until'
  /** Says a condition in some sentences: it only excuses one that is gone. */
  | 'excuse_condition'
  | 'only'
  | 'excuse_only'
  | 'equivalent';

const VERB = "(?:[a-z0-9'-]+ ){0,7}?";

/** «ne … pas»: tried first, so that the «pas» in it is not read again. «ne … que» is a restriction. */
export const NE = new RegExp(
  `\\b(?:ne |n')${VERB}(?:(pas|plus(?! qu[e'])|jamais|aucune?|rien|guere|personne|ni|nul(?:le)?)\\b|(que? ?'?)(?= ?[a-z0-9]))`,
  'g',
);

export const CUES: readonly (readonly [CueKind, RegExp])[] = [
  [
    'denies',
    /\b(?:interdi(?:t|te|ts|tes|re|sons|sent|ction|ctions)|exoner[a-z]*|absente?s?|deconseill[a-z]*|prohib[a-z]*|proscri[a-z]*|impossib[a-z]*|exclu(?:e|es|s|t|re|sion|sions|ent|ra|ront|ait|ant)?|refus[a-z]*|rejet[a-z]*|inaccept[a-z]*|irrecevab[a-z]*|incompatib[a-z]*|indisponib[a-z]*|inaccessib[a-z]*|inutile[a-z]*|defense d[e']|banni[a-z]*|s'abst[a-z]+|renonc[a-z]*|empech[a-z]*|ecart(?:e|er|es|ee|ees|era)|s'oppos[a-z]+|en aucun cas|evit[a-z]+|dispens[a-z]+|jamais|personne(?= (?:ne |n'))|nul(?= (?:ne |n'))|elimin[a-z]+|evinc[a-z]+|prive[a-z]* de|inexistant[a-z]*|ineligib[a-z]*)\b/g,
  ],
  [
    'without',
    /\b(?:sans(?! (?:doute|faute|cesse|arret|attendre|delai|tarder|probleme|souci))|aucune?s?(?! doute)|ni|non(?= (?!seulement|plus|pas)[a-z]{4})|non-|absence d[e']|depourvu[a-z]*|exempt(?:e|es|s)?|manque d[e']|manquent?|rien|nul(?:le)?(?= besoin)|zero|(?<![\d.,])0(?= [a-z]{3}))\b/g,
  ],
  [
    'except',
    /\b(?:sauf|hors(?! (?:taxe|tva|service|d'usage|ht))|excepte[a-z]*|exception|hormis|a l'exclusion|en dehors|mis a part|a part(?= (?:le|la|les|l'))|excluant)\b/g,
  ],
  [
    'excuse',
    /\b(?:panne[a-z]*|hors (?:service|d'usage)|dysfonction[a-z]*|defaillan[a-z]*|defaut[a-z]*|defectu[a-z]*|insuffi[a-z]*|obsol[a-z]*|vetust[a-z]*|perim[a-z]*|rupture|penuri[a-z]*|arret[a-z]*|cess[a-z]+|interromp[a-z]*|inadapt[a-z]*|inutilis[a-z]*|inoper[a-z]*|illisib[a-z]*|illega[a-z]*|irreguli[a-z]*|immobilis[a-z]*|insatisf[a-z]*|inconnu[a-z]*|indetermin[a-z]*|ignor[a-z]*|(?:a|reste a) (?:determiner|preciser|definir|confirmer|fixer)|facultati[a-z]*|optionnel[a-z]*|option|libre[a-z]*|gratuit[a-z]*|plafonn?[a-z]*|maxim[a-z]*|au plus|au moins|minim[a-z]*|a partir|a compter|apres|uniquement|seulement|exclusivement|seule?s?|limite[a-z]*|autre(?:s)? que|satur[a-z]*|complet|epuis[a-z]*|perdu[a-z]*|supprim[a-z]*|annul[a-z]*|suspen[a-z]*|temporaire[a-z]*|provisoire[a-z]*|attente|ulterieur[a-z]*|moindre|modere[a-z]*|simple[a-z]*|fige[a-z]*|ferme[a-z]*|continu[a-z]*|permanen[a-z]*|confidentiel[a-z]*|intact[a-z]*|fixe[a-z]*|echec|incomp[a-z]*|oubli[a-z]*|omis[a-z]*|difficil[a-z]*|mauvais[a-z]*|declar[a-z]* infructueu[a-z]*|infructueu[a-z]*|silencieu[a-z]*|inodore|inferieur[a-z]*|superieur[a-z]*|contraire[a-z]*|devra cesser|avant)\b/g,
  ],
  [
    'must',
    /\b(?:interdi(?:t|te|ts|tes|ction)|prohib[a-z]*|proscri[a-z]*|defense d[e']|doi(?:s|t|vent)|devez|devons|devra|devras|devrai|devrez|devront|devrons|obligatoire(?:s|ment)?|obligation|(?:est|sont|sera|seront|etes|serez) (?:[a-z]+ ){0,2}?(?:tenue?s?|obligee?s?|contrainte?s?|astreinte?s?|imposee?s?|exigee?s?|requise?s?|imperati[a-z]+|necessaires?|indispensables?|attendue?s?|a (?:fournir|transmettre|remettre|envoyer|produire|joindre|livrer|respecter|prevoir|realiser|rendre))|tenue?s? (?:de|d')|imperati(?:f|fs|ve|ves|vement)|exig(?:e|es|ee|ees|ent|era|eons|ence|ences)|requi(?:s|se|ses|ert)|indispensables?|s'impose(?:nt)?|s'engage(?:nt|ra|ront)?|s'oblige(?:nt)?|absolument|il (?:vous |lui |leur |nous )?(?:appartient|incombe|revient)|a charge (?:pour|d[e'])|est de rigueur|se doi(?:t|vent)|sine qua non|sans faute|a (?:fournir|transmettre|remettre|produire|joindre|respecter)|oblig(?:e|ent|es))\b/g,
  ],
  [
    'ask',
    /\b(?:merci (?:de|d')|il convient d[e']|veuillez|prieres? de|voudrez bien|vous demand(?:e|ons)|prie(?:e|s)? (?:de|d')|(?:envoyez|transmettez|fournissez|remettez|joignez|respectez|prevoyez|livrez|completez|remplissez|signez|indiquez|precisez|deposez|adressez|repondez|presentez|justifiez|retournez|renvoyez|donnez|veillez)(?! -?vous))\b/g,
  ],
  [
    'should',
    /\b(?:devrai(?:t|ent|s)|devriez|devrions|faudrait|conviendrait|souhaitables?|recommand(?:e|ee|es|ees|ons|ation|ations)|conseille(?:e|s|es|z)?|preferables?|vaudrait mieux|vaut mieux|serait (?:bien|mieux|bon|apprecie[a-z]*|pratique|top|utile|ideal|souhait[a-z]*|opportun)|gagnerait|encourag[a-z]+|invite(?:e|s|es)? a|bienvenue?s?|appreciables?|profitables?|opportune?s?|un atout|vous invit(?:e|ons) a|deconseill[a-z]*|apprecie(?:e|s|es)?|un plus)\b/g,
  ],
  [
    'wish',
    /\b(?:(?:voudrai(?:s|t|ent)|voudrions|aimerai(?:s|t|ent)|aimerions)(?! (?:bien )?savoir)|souhait(?:e|es|ons|ent|ez|erai[a-z]*|erions|ait|ee|ees)(?! (?:acquerir|acheter|dispos|se doter|obtenir|renouvel|confier|remplac|faire|recourir|command|lancer|s'equiper|equiper))|souhaits?|apprecierai[a-z]*)\b/g,
  ],
  [
    'may',
    /\b(?:peu(?:t|vent|x)(?!-etre| -?etre que)|pouvez|pouvons|pourra|pourront|pourrez|pourrait|pourraient|pourriez|pourrions|facultati[a-z]+|optionnel[a-z]*|autoris[a-z]+|permi(?:s|se|ses)|admis(?:e|es)?|libres? d[e']|possibilite|loisible|tolere[a-z]*|eventuel[a-z]*|a (?:votre|son|leur) choix|faculte|(?:est|sont|sera|seront|reste|restent) possibles?|envisageables?|envisagee?s?|concevables?|negociables?|sur option|en option|accepte(?:e|s|es)?)\b/g,
  ],
  [
    'rather',
    /\b(?:si possible|de preference|preferablement|preferentiellement|ideal(?:ement)?|essa(?:ier|yer)[a-z]* d[e']|essaie(?:nt)? d[e']|tacher[a-z]* d[e']|s'efforc[a-z]+|tent(?:e|ent|era|eront) d[e']|cherchera a|f(?:ait|era) (?:tout )?son possible|f(?:ait|era) de son mieux|(?:si|s'il|s'ils|si elle|si elles|si vous) (?:le |la )?(?:souhaite[a-z]*|desire[a-z]*|juge[a-z]*|estime[a-z]*|veut|veulent|voulez)|a (?:sa|votre|leur) convenance|selon ses (?:possibilites|disponibilites)|dans la mesure d[eu]|autant que |au mieux(?= (?:de ses|les)?)|dans la mesure du possible|autant que (?:possible|faire se peut)|si c'est possible|si vous pouvez|facultati[a-z]+|souhaitables?|(?:est|sont|serait|seraient) souhaite?e?s?|prefere[a-z]*|a titre (?:indicatif|facultatif)|optionnel[a-z]*|en option)\b/g,
  ],
  [
    'condition',
    /(?<!\b(?:meme|comme|savoir|pas|demande|demander|demandent|verifier|voir|ou|et) )\b(?:si|s'ils?)\b(?! (?:possible|vous plait|te plait|c'est possible|vous pouvez|bien que|tot|vite|grand|peu))|\b(?:sous reserve|(?:a|sous) (?:la )?condition|en cas d[e']|des lors que?|tant que?|lorsqu(?:e|')|dans le cas ou|dans l'hypothese|a moins (?:que|qu'|de|d')|pourvu que?|pour autant que?|subordonn[a-z]+|conditionne[a-z]*|le cas echeant|a defaut|sinon)(?![a-z])/g,
  ],
  [
    'until',
    /\b(?:jusqu'?(?:a|au|aux|en)|tant que?|avant|apres|pendant|durant|lors d[eu']|(?:a compter|a partir) d[eu']|des(?= (?:la|le|l')))(?![a-z])/g,
  ],
  [
    'excuse_condition',
    /\b(?:quand|apres (?:accord|validation|avis|signature)|dans la limite|en l'absence|selon|eventuel[a-z]*|faute d[e']|conditions?|besoin|suppos[a-z]*|chaque fois|dependr?a?|depend|impliqu[a-z]+|entrain[a-z]+|des que?|seulement|avant|sauf|prealable[a-z]*|necessaire|ou bien|hypothese|constat[a-z]*|toute? [a-z]+|option[a-z]*|suite a|moyennant|expose|donne lieu|a peine)(?![a-z])/g,
  ],
  [
    'only',
    /\b(?:uniquement|seulement|exclusivement|strictement|rien que|exclusif|exclusive|reserve(?:e|es|s)? (?:a|aux|au)|limite(?:e|es|s)? (?:a|aux|au)|se limite[a-z]*)\b/g,
  ],
  [
    'excuse_only',
    /\b(?:exig[a-z]*|oblig[a-z]*|requi[a-z]*|impos[a-z]*|imperati[a-z]*|seule?s?|exclusi[a-z]*|restreint[a-z]*|born[a-z]*|juste|limite[a-z]*|reserv[a-z]*|autres?|que (?:le|la|les|l'|des|du|un|une|pour)|hors|interdi[a-z]*|exclu[a-z]*|sauf|aucun[a-z]*|maxim[a-z]*|dedie[a-z]*|simple[a-z]*)\b/g,
  ],
  ['equivalent', /\bou (?:[a-z]+ ){0,2}?(?:equivalente?s?|similaires?|analogues?|comparables?)\b/g],
];

/** Nothing is denied here: «pas mal de», «n'hésitez pas», «pourquoi pas», «sans doute», «pas seulement». */
export const NO_DENIAL =
  /\b(?:pas mal d[e']|(?:n')?hesite[a-z]* pas|pourquoi pas|pas a pas|pas de (?:souci|probleme|soucis)|n'est-ce pas|pas seulement|(?:un|le|au|premier|chaque|ce|du) pas(?= |$)|ne manquer[a-z]* pas d[e']|ne pas manquer d[e']|pas (?:trop )?cher[a-z]*|(?:ne |n')[a-z]+-(?:on|il|vous|t-on)(?:-[a-z]+)? pas|(?:avant|moins|peur|crainte) qu[e'][a-z ,']{0,30}\bne\b)/g;

/** Two denials that make none, which are a permission: «n'est pas interdit», «pas impossible», «pas exclu». */
export const DOUBLE =
  /\b(?:pas|jamais|aucun(?:ement)?|nullement) (?:[a-z]+ ){0,2}?(?:interdi[a-z]*|impossib[a-z]*|exclu[a-z]*|inutile[a-z]*|refus[a-z]*|proscri[a-z]*|prohib[a-z]*|rejet[a-z]*|incompatib[a-z]*)\b|\b(?:pas|jamais) sans\b/g;

/** Denials that set a bound: they are compared with the value they bound. */
export const BOUND_DENIAL =
  /\b(?:ne |n')?(?:[a-z]+ )?(?:pas|jamais) (?:[a-z]+ ){0,2}?(?:depass[a-z]*|exced[a-z]*|plus d[e'](?! ?[a-z]{3})|moins d[e']|plus tard|au-dela|superieur[a-z]*|inferieur[a-z]*)|\bpas un [a-z]+ de plus\b|\bpas davantage\b|\bne (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent)) (?:[a-z]+ )?(?:etre )?(?:depass|exced)[a-z]*|\bne (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent)) (?:[a-z]+ ){1,3}(?:plus|moins) d[e'](?= ?(?:\d|une?\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille))|\bsans (?:depasser|exceder|jamais depasser)\b|\bn'excedant pas\b|\bpas (?:avant|apres)\b(?= (?:le |la |l')?\d| (?:le |la |l')?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|rentree|noel|ete)|$)/g;

/** No obligation at all: «pas obligatoire», «n'est pas tenu de», «pas besoin de», «dispensé de». */
export const NO_MUST =
  /\b(?:pas|aucunement|nullement|non|sans|aucune|jamais) (?:[a-z]+[ ']){0,3}?(?:obligatoires?|tenue?s?|necessaires?|besoin|exigee?s?|indispensables?|obligee?s?|imposee?s?|requise?s?|oblig(?:ation|e)|imperati[a-z]+|contraint[a-z]*|forcement)\b|\bdispens[a-z]+\b/g;

/** A prohibition in the shape of a power denied: «ne peut pas», «ne pourra en aucun cas». */
export const CANNOT =
  /\b(?:ne |n')?(?:peu(?:t|vent|x)|pourra|pourront|pouvez|pouvons|pourrez) (?:[a-z]+ ){0,2}?(?:pas|plus|jamais|aucune?|aucun cas|rien|en aucun cas)\b/g;

/** An indirect question, up to the end of its clause. */
export const QUESTION =
  /\b(?:demand[a-z]*|savoir|voir|verifi[a-z]*) (?:[a-z'-]+ ){0,4}?(?:si |s'il|s'ils|s'el)[^.;?!,]*/g;

/** «faut» that obliges (a verb or «que» follows) rather than names a need. */
export const FAUT =
  /\b(?:faut|faudra|fallait)(?: (?:absolument|bien|aussi|imperativement|donc|obligatoirement|toujours|surtout|pas|plus|jamais)){0,2} (?:que\b|qu'|[a-z]+(?:er|ir|re|oir)\b|en [a-z]+er\b|l'[a-z]+er\b|les [a-z]+er\b)/g;
