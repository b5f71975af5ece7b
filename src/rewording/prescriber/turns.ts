/** An administrative turn and its plain equivalent: same meaning, same obligation, and right in any sentence. */
export interface Turn {
  readonly pattern: RegExp;
  /** `$1`… are the groups; the case of the first letter follows that of the source. */
  readonly plain: string;
}

const turn = (pattern: string, plain: string): Turn => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'),
  plain,
});

/** What follows a preposition: «de la», «du»… → «la», «le»… */
const after = (pattern: string, plain: string): readonly Turn[] => [
  turn(`${pattern} du`, `${plain} le`),
  turn(`${pattern} des`, `${plain} les`),
  turn(`${pattern} au`, `${plain} le`),
  turn(`${pattern} aux`, `${plain} les`),
  turn(`${pattern} (?:de|à) (la|l(?=['’])|votre|vos|notre|nos|ce|cet|cette|ces|son|sa|ses|leur|leurs)`, `${plain} $1`),
];

/** «merci de» or «merci d’», by the letter that follows. */
const thanksFor = (pattern: string): readonly Turn[] => [
  turn(`${pattern} ([aeiouyhéèêâîœ]\\p{L}{0,40})`, 'merci d’$1'),
  turn(`${pattern} ([\\p{L}'’]{1,40})`, 'merci de $1'),
];

/** Participles that stand in «ne … que», with what is said in their place. */
const PARTICIPLES: readonly (readonly [string, string])[] = [
  ['affermi(e?s?)', 'confirmé$1'],
  ['notifié(e?s?)', 'envoyé$1 officiellement'],
  ['résilié(e?s?)', 'arrêté$1'],
  ['mandaté(e?s?)', 'envoyé$1 au paiement'],
  ['liquidé(e?s?)', 'calculé$1'],
  ['reconduit(e?s?)', 'renouvelé$1'],
  ['négocié(e?s?)', 'discuté$1'],
  ['réceptionné(e?s?)', 'accepté$1'],
  ['admise(s?)', 'acceptée$1'],
  ['ajourné(e?s?)', 'renvoyé$1 pour correction'],
  ['agréé(e?s?)', 'accepté$1'],
  ['sous-traité(e?s?)', 'confié$1 à une autre entreprise'],
  ['régularisé(e?s?)', 'corrigé$1'],
];

/** A participle that a turn replaces in «ne … que». */
export const REPLACED = new RegExp(`^(?:${PARTICIPLES.map(([said]) => said).join('|')})$`, 'iu');

export const TURNS: readonly Turn[] = [
  ...PARTICIPLES.map(([said, plain]) =>
    turn(`(?<=(?<!\\p{L})n(?:e |['’])[^.;,:()\\n]{2,40})${said}(?= qu[e'’])`, plain),
  ),
  turn('(?:(?:je|nous) vous (?:prie|prions) de bien vouloir|vous voudrez bien|veuillez) trouver', 'vous trouverez'),
  ...thanksFor('vous voudrez bien'),
  ...thanksFor('(?:je|nous) vous (?:saurais?|saurions) gré de(?: bien vouloir)?'),
  ...thanksFor('(?:je|nous) vous (?:serais?|serions) reconnaissante?s? de(?: bien vouloir)?'),
  ...thanksFor('(?:je|nous) vous (?:prie|prions|remercie|remercions) de bien vouloir'),
  ...thanksFor('merci de bien vouloir'),
  turn('à peine de', 'sous peine de'),
  turn("à peine d(?=['’])", 'sous peine d'),
  turn('(?:afin|aux fins) de', 'pour'),
  turn("(?:afin|aux fins) d['’](\\p{L}{1,40})", 'pour $1'),
  turn("au titre de (l['’](?:année|exercice))", 'pour $1'),
  turn("relati(?:f|fs|ve|ves) à(?= (?:l['’]|votre|vos|notre|nos|cet|cette|ce|ces)(?!\\p{L}))", 'concernant'),
  turn("relati(?:f|fs|ve|ves) à(?= l['’])", 'concernant'),
  ...after('sous réserve', 'à une condition :'),
  turn('sous réserve que', 'à condition que'),
  turn('sous réserve de(?= \\p{L}{1,40}(?:er|ir|re|oir)(?!\\p{L}))', 'à condition de'),
  turn("sous réserve d(?=['’]\\p{L}{1,40}(?:er|ir|re|oir)(?!\\p{L}))", 'à condition d'),
  ...after('nonobstant les dispositions', 'malgré'),
  turn('nonobstant', 'malgré'),
  turn("en sus (de|d(?=['’])|du|des)", 'en plus $1'),
  turn('en sus', 'en plus'),
  turn('ledit(?= [aeiouyéèêhœ])', 'cet'),
  turn('ledit', 'ce'),
  turn('ladite', 'cette'),
  turn('lesdite?s', 'ces'),
  turn('dudit(?= [aeiouyéèêhœ])', 'de cet'),
  turn('dudit', 'de ce'),
  turn('desdite?s', 'de ces'),
  turn('auxdite?s', 'à ces'),
  turn('(?:sus|pré)(?:-)?(?:mentionn|vis|nomm|indiqu|cit)é(e?s?)', 'cité$1 plus haut'),
  turn(
    'le présent(?= (?:marché|contrat|document|courrier|message|accord|cahier|règlement|lot|devis|formulaire|dossier|guide|appel|mail|projet))',
    'ce',
  ),
  turn('du présent(?= (?:marché|contrat|document|courrier|message|accord|cahier|règlement|lot|dossier))', 'de ce'),
  turn('au présent(?= (?:marché|contrat|document|courrier|message|accord|cahier|règlement|lot|dossier))', 'à ce'),
  turn('y afférente?s?', 'qui vont avec'),
  ...(['', 'e', 's', 'es'] as const).map((end) => turn(`afférent${end}(?= (?:à|au|aux)(?!\\p{L}))`, `lié${end}`)),
  turn(
    "il vous appartient( également| donc| ainsi| aussi| par ailleurs| désormais)? (de|d(?=['’]))",
    'c’est$1 à vous $2',
  ),
  turn("il nous appartient (de|d(?=['’]))", 'c’est à nous $1'),
  turn("il vous incombe (de|d(?=['’]))", 'c’est à vous $1'),
  turn("il revient au service (de|d(?=['’]))", 'c’est au service $1'),
  turn("vous voudrez bien (?=(?:me |nous |le |la |les |y |l['’])?\\p{L}{1,40}(?:er|ir|re|oir)(?!\\p{L}))", 'merci de '),
  turn("vous êtes tenue?s? (de|d(?=['’]))", 'vous avez l’obligation $1'),
  turn('est tenue? de', 'doit'),
  turn('sont tenue?s de', 'doivent'),
  turn('est réputé(e?)', 'est considéré$1 comme'),
  turn('sont réputé(e?s)', 'sont considéré$1 comme'),
  turn('sera réputé(e?)', 'sera considéré$1 comme'),
  turn('dans les (?:meilleurs|plus brefs) délais', 'le plus vite possible'),
  turn('dans les délais les plus brefs', 'le plus vite possible'),
  // Not «sans délai de carence».
  turn("sans délai(?=[.,;:!?)\\n]|$| (?:à|au|aux|par|la|le|les|l['’]|dès|de façon|votre|vos))", 'tout de suite'),
  turn('sans autre délai', 'tout de suite'),
  turn('le cas échéant', 's’il y a lieu'),
  turn('en tant que de besoin', 'si besoin'),
  turn('faute de quoi', 'sinon'),
  turn('à défaut,', 'sinon,'),
  turn('préalablement à', 'avant'),
  ...after('préalablement', 'avant'),
  ...after('postérieurement', 'après'),
  ...after('antérieurement', 'avant'),
  turn("à compter (de|d(?=['’])|du|des)", 'à partir $1'),
  turn("à l['’]issue (de|d(?=['’])|du|des)", 'à la fin $1'),
  turn("conformément aux dispositions de l(?=['’]article)", 'comme le prévoit l'),
  turn('conformément aux dispositions des articles', 'comme le prévoient les articles'),
  turn("conformément à l(?=['’]article)", 'comme le prévoit l'),
  turn('conformément aux(?= articles)', 'comme le prévoient les'),
  turn("en application de l(?=['’]article)", 'selon l'),
  turn('en application des(?= articles)', 'selon les'),
  turn('en application du', 'selon le'),
  turn('prorata temporis', 'en proportion du temps'),
  turn("au prorata (de|d(?=['’])|du|des)", 'en proportion $1'),
  turn('in fine', 'au final'),
  turn('de facto', 'dans les faits'),
  turn('ipso facto', 'automatiquement'),
  turn('a minima', 'au minimum'),
  turn('ad hoc', 'prévu pour cela'),
  turn('stricto sensu', 'au sens strict'),
  turn('lato sensu', 'au sens large'),
  turn('mutatis mutandis', 'en adaptant ce qui change'),
  turn('intuitu personae', 'en raison de la personne choisie'),
  turn('ab initio', 'dès le départ'),
  turn('ex ante', 'avant'),
  turn('ex post', 'après coup'),
  turn('sine die', 'à une date encore ouverte'),
  turn('infra', 'plus bas'),
  turn('supra', 'plus haut'),
  turn("en l['’]espèce", 'ici'),
  turn('en tout état de cause', 'dans tous les cas'),
  turn("d['’]ores et déjà", 'déjà'),
  turn('la présente(?= (?:consultation|procédure|clause|lettre|note|demande|notice|annexe|décision))', 'cette'),
  ...after('eu égard', 'vu'),
  ...after('en vertu', 'selon'),
  turn('hormis', 'sauf'),
  turn('en conséquence', 'donc'),
  turn('par conséquent', 'donc'),
  turn('ultérieurement', 'plus tard'),
  turn('concomitamment', 'en même temps'),
  turn('à titre gracieux', 'gratuitement'),
  turn('à titre onéreux', 'contre paiement'),
  turn('relati(?:f|fs|ve|ves) (?:à la)', 'concernant la'),
  turn('relati(?:f|fs|ve|ves) au', 'concernant le'),
  turn('relati(?:f|fs|ve|ves) aux', 'concernant les'),
  turn('proroger', 'prolonger'),
  turn('prorogé(e?s?)', 'prolongé$1'),
  turn('prorogation', 'prolongation'),
  turn('imparti(e?s?)', 'donné$1'),
  turn('par courriel', 'par mail'),
  turn('un courriel', 'un mail'),
  turn('erronées', 'fausses'),
  turn('erronée', 'fausse'),
  turn('erronés?', 'faux'),
  turn(
    "l['’]échéance(?= (?:de |d['’])(?:livraison|mise|remise|réalisation|démarrage|ouverture|installation|besoin))",
    'la date',
  ),
  turn('motivation(?= écrite| détaillée| précise| circonstanciée)', 'justification'),
  turn("motiver(?= (?:votre|vos|ce|cette|ces|le|la|les|l['’]|par écrit))", 'justifier'),
  turn('dûment', 'bien'),
  turn('ci-annexé(e?s?)', 'joint$1'),
  turn("procéder à (la|l(?=['’]))", 'faire $1'),
  turn('procéder au', 'faire le'),
  turn('procéder aux', 'faire les'),
  turn("procédera à (la|l(?=['’]))", 'fera $1'),
  turn('procédera au', 'fera le'),
  turn('procédera aux', 'fera les'),
  turn('subséquemment', 'ensuite'),
  turn("sollicite l(?=['’])", 'demande l'),
  turn("(?<!(?:est|sont|soit|soient|être|sera|seront|était|étaient) )susceptibles d['’]être", 'qui peuvent être'),
  turn("(?<!(?:est|sont|soit|soient|être|sera|seront|était|étaient) )susceptible d['’]être", 'qui peut être'),
  turn('il est porté à votre connaissance que', 'sachez que'),
  turn('(?:je|nous) (?:porte|portons) à votre connaissance que', 'sachez que'),
  turn("j['’]ai l['’]honneur de vous informer que", 'sachez que'),
  turn("nous avons l['’]honneur de vous informer que", 'sachez que'),
  turn("j['’]attire votre attention sur le fait que", 'attention :'),
];

/**
 * Whether any turn stands in a text, in one pass in place of a hundred and twenty; most messages have none. Over small
 * letters and without Unicode classes, which V8 goes through much faster.
 */
export function hasTurn(text: string): boolean {
  return ANY_TURN.test(text.toLowerCase());
}

const ANY_TURN = new RegExp(
  TURNS.map(({ pattern }) => pattern.source)
    .join('|')
    .replace(/\[([^[\]]*)\\p\{L\}/g, '[$1a-zà-öø-ÿœ')
    .replaceAll('\\p{N}', '0-9')
    .replaceAll('\\p{L}', '[a-zà-öø-ÿœ]'),
);
