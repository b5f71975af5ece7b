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

const VERB = "(?:[a-z0-9'-]{1,30} ){0,7}?";

/** «ne … pas»: tried first, so that the «pas» in it is not read again. «ne … que» is a restriction. */
export const NE = new RegExp(
  `\\b(?:ne |n')${VERB}(?:(pas|plus(?! qu[e'])|jamais|aucune?|rien|guere|personne|ni|nul(?:le)?)\\b|(que? ?'?)(?= ?[a-z0-9]))`,
  'g',
);

export const CUES: readonly (readonly [CueKind, RegExp])[] = [
  [
    'denies',
    /\b(?:interdi(?:t|te|ts|tes|re|sons|sent|ction|ctions)|exoner[a-z]{0,20}|absente?s?|deconseill[a-z]{0,20}|prohib[a-z]{0,20}|proscri[a-z]{0,20}|impossib[a-z]{0,20}|exclu(?:e|es|s|t|re|sion|sions|ent|ra|ront|ait|ant)?|refus[a-z]{0,20}|rejet[a-z]{0,20}|inaccept[a-z]{0,20}|irrecevab[a-z]{0,20}|incompatib[a-z]{0,20}|indisponib[a-z]{0,20}|inaccessib[a-z]{0,20}|inutile[a-z]{0,20}|defense d[e']|banni[a-z]{0,20}|s'abst[a-z]{1,20}|renonc[a-z]{0,20}|empech[a-z]{0,20}|ecart(?:e|er|es|ee|ees|era)|s'oppos[a-z]{1,20}|en aucun cas|evit[a-z]{1,20}|dispens[a-z]{1,20}|jamais|personne(?= (?:ne |n'))|nul(?= (?:ne |n'))|elimin[a-z]{1,20}|evinc[a-z]{1,20}|prive[a-z]{0,20} de|inexistant[a-z]{0,20}|ineligib[a-z]{0,20})\b/g,
  ],
  [
    'without',
    /\b(?:sans(?! (?:doute|faute|cesse|arret|attendre|delai|tarder|probleme|souci))|aucune?s?(?! doute)|ni|non(?= (?!seulement|plus|pas)[a-z]{4})|non-|absence d[e']|faute d[e'](?! quoi)|depourvu[a-z]{0,20}|exempt(?:e|es|s)?|manque d[e']|manquent?|rien|nul(?:le)?(?= besoin)|zero|(?<![\d.,])0(?= [a-z]{3}))\b/g,
  ],
  [
    'except',
    /\b(?:sauf|hors(?! (?:taxe|tva|service|d'usage|ht))|excepte[a-z]*|exception|hormis|a l'exclusion|en dehors|mis a part|a part(?= (?:le|la|les|l'))|excluant)\b/g,
  ],
  [
    'excuse',
    /\b(?:panne[a-z]{0,20}|hors (?:service|d'usage)|dysfonction[a-z]{0,20}|defaillan[a-z]{0,20}|defaut[a-z]{0,20}|defectu[a-z]{0,20}|insuffi[a-z]{0,20}|obsol[a-z]{0,20}|vetust[a-z]{0,20}|perim[a-z]{0,20}|rupture|penuri[a-z]{0,20}|arret[a-z]{0,20}|cess[a-z]{1,20}|interromp[a-z]{0,20}|inadapt[a-z]{0,20}|inutilis[a-z]{0,20}|inoper[a-z]{0,20}|illisib[a-z]{0,20}|illega[a-z]{0,20}|irreguli[a-z]{0,20}|immobilis[a-z]{0,20}|insatisf[a-z]{0,20}|inconnu[a-z]{0,20}|indetermin[a-z]{0,20}|ignor[a-z]{0,20}|(?:a|reste a) (?:determiner|preciser|definir|confirmer|fixer)|facultati[a-z]{0,20}|optionnel[a-z]{0,20}|option|libre[a-z]{0,20}|gratuit[a-z]{0,20}|plafonn?[a-z]{0,30}|maxim[a-z]{0,20}|au plus|au moins|minim[a-z]{0,20}|a partir|a compter|apres|uniquement|seulement|exclusivement|seule?s?|limite[a-z]{0,20}|autre(?:s)? que|satur[a-z]{0,20}|complet|epuis[a-z]{0,20}|perdu[a-z]{0,20}|supprim[a-z]{0,20}|annul[a-z]{0,20}|suspen[a-z]{0,20}|temporaire[a-z]{0,20}|provisoire[a-z]{0,20}|attente|ulterieur[a-z]{0,20}|moindre|modere[a-z]{0,20}|simple[a-z]{0,20}|fige[a-z]{0,20}|ferme[a-z]{0,20}|continu[a-z]{0,20}|permanen[a-z]{0,20}|confidentiel[a-z]{0,20}|intact[a-z]{0,20}|fixe[a-z]{0,20}|echec|incomp[a-z]{0,20}|oubli[a-z]{0,20}|omis[a-z]{0,20}|difficil[a-z]{0,20}|mauvais[a-z]{0,20}|declar[a-z]{0,20} infructueu[a-z]{0,20}|infructueu[a-z]{0,20}|silencieu[a-z]{0,20}|inodore|inferieur[a-z]{0,20}|superieur[a-z]{0,20}|contraire[a-z]{0,20}|devra cesser|avant)\b/g,
  ],
  [
    'must',
    /\b(?:interdi(?:t|te|ts|tes|ction)|prohib[a-z]{0,20}|proscri[a-z]{0,20}|defense d[e']|doi(?:s|t|vent)|devez|devons|devra|devras|devrai|devrez|devront|devrons|obligatoire(?:s|ment)?|obligation|(?:est|sont|sera|seront|etes|serez) (?:[a-z]{1,30} ){0,2}?(?:tenue?s?|obligee?s?|contrainte?s?|astreinte?s?|imposee?s?|exigee?s?|requise?s?|imperati[a-z]{1,20}|necessaires?|indispensables?|attendue?s?|a (?:fournir|transmettre|remettre|envoyer|produire|joindre|livrer|respecter|prevoir|realiser|rendre))|tenue?s? (?:de|d')|imperati(?:f|fs|ve|ves|vement)|exig(?:e|es|ee|ees|ent|era|eons|ence|ences)|requi(?:s|se|ses|ert)|indispensables?|s'impose(?:nt)?|s'engage(?:nt|ra|ront)?|s'oblige(?:nt)?|absolument|il (?:vous |lui |leur |nous )?(?:appartient|incombe|revient)|a charge (?:pour|d[e'])|est de rigueur|se doi(?:t|vent)|sine qua non|sans faute|a (?:fournir|transmettre|remettre|produire|joindre|respecter)|oblig(?:e|ent|es))\b/g,
  ],
  [
    'ask',
    /\b(?:(?<!rien )a faire(?= ?:)|merci (?:de|d')|il convient d[e']|veuillez|prieres? de|voudrez bien|vous demand(?:e|ons)|prie(?:e|s)? (?:de|d')|(?:envoyez|transmettez|fournissez|remettez|joignez|respectez|prevoyez|livrez|completez|remplissez|signez|indiquez|precisez|deposez|adressez|repondez|presentez|justifiez|retournez|renvoyez|donnez|veillez)(?! -?vous))\b/g,
  ],
  [
    'should',
    /\b(?:devrai(?:t|ent|s)|devriez|devrions|faudrait|conviendrait|souhaitables?|recommand(?:e|ee|es|ees|ons|ation|ations)|conseille(?:e|s|es|z)?|preferables?|vaudrait mieux|vaut mieux|serait (?:bien|mieux|bon|apprecie[a-z]{0,20}|pratique|top|utile|ideal|souhait[a-z]{0,20}|opportun)|gagnerait|encourag[a-z]{1,20}|invite(?:e|s|es)? a|bienvenue?s?|appreciables?|profitables?|opportune?s?|un atout|vous invit(?:e|ons) a|deconseill[a-z]{0,20}|apprecie(?:e|s|es)?|un plus)\b/g,
  ],
  [
    'wish',
    /\b(?:(?:voudrai(?:s|t|ent)|voudrions|aimerai(?:s|t|ent)|aimerions)(?! (?:bien )?savoir)|souhait(?:e|es|ons|ent|ez|erai[a-z]{0,20}|erions|ait|ee|ees)(?! (?:acquerir|acheter|dispos|se doter|obtenir|renouvel|confier|remplac|faire|recourir|command|lancer|s'equiper|equiper))|souhaits?|apprecierai[a-z]{0,20})\b/g,
  ],
  [
    'may',
    /\b(?:peu(?:t|vent|x)(?!-etre| -?etre que)|pouvez|pouvons|pourra|pourront|pourrez|pourrait|pourraient|pourriez|pourrions|facultati[a-z]{1,20}|optionnel[a-z]{0,20}|autoris[a-z]{1,20}|permi(?:s|se|ses)|admis(?:e|es)?|libres? d[e']|possibilite|loisible|tolere[a-z]{0,20}|eventuel[a-z]{0,20}|a (?:votre|son|leur) choix|faculte|(?:est|sont|sera|seront|reste|restent) possibles?|envisageables?|envisagee?s?|concevables?|negociables?|sur option|en option|accepte(?:e|s|es)?)\b/g,
  ],
  [
    'rather',
    /\b(?:si possible|de preference|preferablement|preferentiellement|ideal(?:ement)?|essa(?:ier|yer)[a-z]{0,30} d[e']|essaie(?:nt)? d[e']|tacher[a-z]{0,20} d[e']|s'efforc[a-z]{1,20}|tent(?:e|ent|era|eront) d[e']|cherchera a|f(?:ait|era) (?:tout )?son possible|f(?:ait|era) de son mieux|(?:si|s'il|s'ils|si elle|si elles|si vous) (?:le |la )?(?:souhaite[a-z]{0,20}|desire[a-z]{0,20}|juge[a-z]{0,20}|estime[a-z]{0,20}|veut|veulent|voulez)|a (?:sa|votre|leur) convenance|selon ses (?:possibilites|disponibilites)|dans la mesure d[eu]|autant que |au mieux(?= (?:de ses|les)?)|dans la mesure du possible|autant que (?:possible|faire se peut)|si c'est possible|si vous pouvez|facultati[a-z]{1,20}|souhaitables?|(?:est|sont|serait|seraient) souhaite?e?s?|prefere[a-z]{0,20}|a titre (?:indicatif|facultatif)|optionnel[a-z]{0,20}|en option)\b/g,
  ],
  [
    'condition',
    /(?<!\b(?:meme|comme|savoir|pas|demande|demander|demandent|verifier|voir|ou|et) )\b(?:si|s'ils?)\b(?! (?:possible|vous plait|te plait|c'est possible|vous pouvez|bien que|tot|vite|grand|peu))|\b(?:sous reserve|(?:a|sous) (?:la )?condition|en cas d[e']|des lors que?|tant que?|lorsqu(?:e|')|dans le cas ou|dans l'hypothese|a moins (?:que|qu'|de|d')|pourvu que?|pour autant que?|subordonn[a-z]{1,20}|conditionne[a-z]{0,20}|le cas echeant|a defaut|sinon)(?![a-z])/g,
  ],
  [
    'until',
    /\b(?:jusqu'?(?:a|au|aux|en)|tant que?|avant|apres|pendant|durant|lors d[eu']|(?:a compter|a partir) d[eu']|des(?= (?:la|le|l')))(?![a-z])/g,
  ],
  [
    'excuse_condition',
    /\b(?:quand|apres (?:accord|validation|avis|signature)|dans la limite|en l'absence|selon|eventuel[a-z]{0,20}|faute d[e']|conditions?|besoin|suppos[a-z]{0,20}|chaque fois|dependr?a?|depend|impliqu[a-z]{1,20}|entrain[a-z]{1,20}|des que?|seulement|avant|sauf|prealable[a-z]{0,20}|necessaire|ou bien|hypothese|constat[a-z]{0,20}|toute? [a-z]{1,30}|option[a-z]{0,20}|suite a|moyennant|expose|donne lieu|a peine)(?![a-z])/g,
  ],
  [
    'only',
    /\b(?:uniquement|seulement|exclusivement|strictement|rien que|exclusif|exclusive|reserve(?:e|es|s)? (?:a|aux|au)|limite(?:e|es|s)? (?:a|aux|au)|se limite[a-z]*)\b/g,
  ],
  [
    'excuse_only',
    /\b(?:exig[a-z]{0,20}|oblig[a-z]{0,20}|requi[a-z]{0,20}|impos[a-z]{0,20}|imperati[a-z]{0,20}|seule?s?|exclusi[a-z]{0,20}|restreint[a-z]{0,20}|born[a-z]{0,20}|juste|limite[a-z]{0,20}|reserv[a-z]{0,20}|autres?|que (?:le|la|les|l'|des|du|un|une|pour)|hors|interdi[a-z]{0,20}|exclu[a-z]{0,20}|sauf|aucun[a-z]{0,20}|maxim[a-z]{0,20}|dedie[a-z]{0,20}|simple[a-z]{0,20})\b/g,
  ],
  ['equivalent', /\bou (?:[a-z]+ ){0,2}?(?:equivalente?s?|similaires?|analogues?|comparables?)\b/g],
];

/** Nothing is denied here: «pas mal de», «n'hésitez pas», «pourquoi pas», «sans doute», «pas seulement». */
export const NO_DENIAL =
  /\b(?:pas mal d[e']|(?:n')?hesite[a-z]{0,20} pas|pourquoi pas|pas a pas|pas de (?:souci|probleme|soucis)|n'est-ce pas|pas seulement|(?:un|le|au|premier|chaque|ce|du) pas(?= |$)|ne manquer[a-z]{0,20} pas d[e']|ne pas manquer d[e']|pas (?:trop )?cher[a-z]{0,20}|(?:ne |n')[a-z]{1,30}-(?:on|il|vous|t-on)(?:-[a-z]{1,30})? pas|(?:avant|moins|peur|crainte) qu[e'][a-z ,']{0,30}\bne\b)/g;

/** Two denials that make none, which are a permission: «n'est pas interdit», «pas impossible», «pas exclu». */
export const DOUBLE =
  /\b(?:pas|jamais|aucun(?:ement)?|nullement) (?:[a-z]{1,30} ){0,2}?(?:interdi[a-z]{0,20}|impossib[a-z]{0,20}|exclu[a-z]{0,20}|inutile[a-z]{0,20}|refus[a-z]{0,20}|proscri[a-z]{0,20}|prohib[a-z]{0,20}|rejet[a-z]{0,20}|incompatib[a-z]{0,20})\b|\b(?:pas|jamais) sans\b/g;

/** Denials that set a bound: they are compared with the value they bound. */
export const BOUND_DENIAL =
  /\b(?:ne |n')?(?:[a-z]{1,30} )?(?:pas|jamais) (?:[a-z]{1,30} ){0,2}?(?:depass[a-z]{0,20}|exced[a-z]{0,20}|plus d[e'](?! ?[a-z]{3})|moins d[e']|plus tard|au-dela|superieur[a-z]{0,20}|inferieur[a-z]{0,20})|\bpas un [a-z]{1,30} de plus\b|\bpas davantage\b|\bne (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent)) (?:[a-z]{1,30} )?(?:etre )?(?:depass|exced)[a-z]{0,30}|\bne (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent)) (?:[a-z]{1,30} ){1,3}(?:plus|moins) d[e'](?= ?(?:\d|une?\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille))|\bsans (?:depasser|exceder|jamais depasser)\b|\bn'excedant pas\b|\bpas (?:avant|apres)\b(?= (?:le |la |l')?\d| (?:le |la |l')?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|rentree|noel|ete)|$)/g;

/** No obligation at all: «pas obligatoire», «n'est pas tenu de», «pas besoin de», «dispensé de». */
export const NO_MUST =
  /\b(?:pas|aucunement|nullement|non|sans|aucune|jamais) (?:[a-z]{1,30}[ ']){0,3}?(?:obligatoires?|tenue?s?|necessaires?|besoin|exigee?s?|indispensables?|obligee?s?|imposee?s?|requise?s?|oblig(?:ation|e)|imperati[a-z]{1,20}|contraint[a-z]{0,20}|forcement)\b|\bdispens[a-z]{1,20}\b/g;

/** A prohibition in the shape of a power denied: «ne peut pas», «ne pourra en aucun cas». */
export const CANNOT =
  /\b(?:ne |n')?(?:peu(?:t|vent|x)|pourra|pourront|pouvez|pouvons|pourrez) (?:[a-z]+ ){0,2}?(?:pas|plus|jamais|aucune?|aucun cas|rien|en aucun cas)\b/g;

/** An indirect question, up to the end of its clause. */
export const QUESTION =
  /\b(?:demand[a-z]*|savoir|voir|verifi[a-z]*) (?:[a-z'-]+ ){0,4}?(?:si |s'il|s'ils|s'el)[^.;?!,]*/g;

/** «faut» that obliges (a verb or «que» follows) rather than names a need. */
export const FAUT =
  /\b(?:faut|faudra|fallait)(?: (?:absolument|bien|aussi|imperativement|donc|obligatoirement|toujours|surtout|pas|plus|jamais)){0,2} (?:que\b|qu'|[a-z]{1,30}(?:er|ir|re|oir)\b|en [a-z]{1,30}er\b|l'[a-z]{1,30}er\b|les [a-z]{1,30}er\b)/g;
