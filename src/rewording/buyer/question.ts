import { latin } from './latin.ts';
import { AUTHOR, SERVICE } from './person.ts';
import { elided } from './verbs.ts';

const TAIL = latin(
  /^(.{8,}?)(?:[,;:] (?:et )?|(?= c['’]est (?:possible|permis|normal|autorisé|légal|jouable|faisable|grave)$) )((?:est-ce (?:que|qu['’])|c['’]est (?:possible|permis|normal|autorisé|légal|jouable|faisable|bon|grave|trop tard)|(?:ça|cela) (?:pose (?:un )?problème|passe|va|suffit|marche)|on (?:fait|s['’]y prend|procède) comment|comment (?:on |faire|procéder|je |nous )|on fait quoi|on peut |peut-on |faut-il |dois-je |doit-on |puis-je |je peux |il faut |possible$|qu['’]est-ce qu|combien |quel(?:le)? |à partir de combien |que (?:faire|dois-je|doit-on)|(?:on|je|nous|ils?|elles?) |j['’]ai ).*)$/iu,
);
/** Opens a clause that does not stand alone, or a question of its own. */
const DEPENDENT =
  /^(?:si|s['’]ils?|quand|lorsqu|comme|est-ce|combien|puisqu|vu|peut|doit|faut|puis|dois|pouvez|pourriez|peux|pourrais|tu|vous|qui|quel|où|pourquoi)(?!\p{L})/iu;

const INVERTED: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\p{L}])(peut|doit|va|veut|a|faut|pourrait|devrait|est|existe|y a|sera|serait|fait|prend)-(?:t-)?(on|il|elle|ils|elles)(?![\p{L}])/giu,
    '$2 $1',
  ],
  [/(?<![\p{L}])(puis|dois|peux|vais|ai|suis)-je(?![\p{L}])/giu, 'je $1'],
  [/(?<![\p{L}])(pouvons|devons|avons|sommes|allons|pourrions|devrions)-nous(?![\p{L}])/giu, 'nous $1'],
  [/(?<![\p{L}])(peuvent|doivent|ont|sont|vont)-(ils|elles)(?![\p{L}])/giu, '$2 $1'],
];

/** A question cut into what is told and what is asked. */
export interface Asked {
  readonly told: string | undefined;
  /** An indirect clause («si…», «comment…») in the first person still, or undefined when none can be made safely. */
  readonly clause: string | undefined;
  readonly ofBuyer: boolean;
}

/** «On peut continuer avec eux ?» → «si on peut continuer avec eux»; the question mark is already gone. */
export function indirectQuestion(question: string): Asked {
  const cut = TAIL.exec(question);
  const tail = cut !== null && DEPENDENT.test(cut[1] ?? '') ? null : cut;
  const [told, asked] = tail === null ? [undefined, question] : [tail[1], tail[2] ?? ''];
  return { told, ...clauseOf(lowerStart(asked.trim())) };
}

function clauseOf(asked: string): { readonly clause: string | undefined; readonly ofBuyer: boolean } {
  const you =
    /^(?:est-ce que )?(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) |^(?:est-ce que )?(?:vous (?:pouvez|pourriez)|tu (?:peux|pourrais)) /iu.exec(
      asked,
    );
  if (you !== null) {
    const rest = asked.slice(you[0].length);
    const told =
      /^(?:me |nous |m['’])?(?:dire|indiquer|préciser|confirmer|expliquer|renseigner sur|éclairer sur) (?=si |s['’]|à partir |à qui |de combien |jusqu|à quel|comment |quand |combien |ce qu|quel|où |pourquoi )/iu.exec(
        rest,
      );
    if (told !== null) return { clause: uninvert(rest.slice(told[0].length)), ofBuyer: false };
    if (/^(?:me |nous |m['’])?aider(?! à)/iu.test(rest)) return { clause: undefined, ofBuyer: false };
    const free = rest.replace(
      /^(?:me |nous |m['’])(?=(?:faire|envoyer|donner|trouver|fournir|transmettre|lancer|préparer|proposer)(?!\p{L}))/iu,
      '',
    );
    return { clause: `s'il peut ${free}`, ofBuyer: true };
  }
  const have = /^(?:avez|auriez|as|aurais)[- ](?:vous|tu) /iu.exec(asked);
  if (have !== null)
    return {
      clause: `s'il ${/^(?:avez|as)/i.test(have[0]) ? 'a' : 'aurait'} ${asked.slice(have[0].length)}`,
      ofBuyer: true,
    };

  const plain = uninvert(asked);
  const whether = /^(?:est[- ]ce (?:que |qu['’](?=\p{L})))/iu.exec(plain);
  if (whether !== null) return { clause: si(plain.slice(whether[0].length)), ofBuyer: false };
  if (
    /^(?:comment (?:on|je|nous) (?:fait|fais|faisons|procède|s['’]y prend)|on (?:fait|procède|s['’]y prend) comment|on fait quoi|que (?:faire|dois-je faire|doit-on faire)|je fais (?:quoi|comment)|comment faire|qu['’]est-ce qu['’]on fait)(?!\p{L})/iu.test(
      plain,
    )
  )
    return {
      clause: plain.replace(
        /^(?:comment (?:on|je|nous) (?:fait|fais|faisons|procède|s['’]y prend)|on (?:fait|procède|s['’]y prend) comment|on fait quoi|que (?:faire|dois-je faire|doit-on faire)|je fais (?:quoi|comment)|comment faire|qu['’]est-ce qu['’]on fait)/iu,
        'comment procéder',
      ),
      ofBuyer: false,
    };
  if (/^qu['’]est[- ]ce (?:que |qu['’])/iu.test(plain)) {
    const rest = plain.replace(/^qu['’]est[- ]ce (que |qu['’])/iu, '$1');
    return { clause: `ce ${rest}`, ofBuyer: false };
  }
  if (/^qu['’]est[- ]ce qui /iu.test(plain))
    return { clause: plain.replace(/^qu['’]est[- ]ce qui /iu, 'ce qui '), ofBuyer: false };
  if (/^c['’]est quoi (?:le|la|les|l['’]|un|une) ?/iu.test(plain))
    return { clause: plain.replace(/^c['’]est quoi /iu, "ce qu'est "), ofBuyer: false };
  if (
    /^(?:(?:à|de|pour|avec|sous|dans|en|jusqu['’]à|à partir de) )?(?:combien|comment|quand|où|pourquoi|qui|quel(?:le)?s?|laquelle|lequel)(?![\p{L}])/iu.test(
      plain,
    )
  ) {
    const straight = plain.replace(/ est[- ]ce (?:que |(?=qu['’]))/iu, ' ');
    return { clause: straight, ofBuyer: false };
  }
  if (
    /(?<![\p{L}])(?:quoi|combien|comment|quand|où|qui|quel(?:le)?s?)(?:\s*$|(?= (?:pour|au|comme)(?!\p{L})))/iu.test(
      plain,
    )
  ) {
    const what = /^(?:il )?faut que (?:je|on|nous) (.*) quoi$/iu.exec(plain);
    if (what !== null)
      return {
        clause: `ce qu'il faut ${plain.replace(/^(?:il )?faut /iu, '').replace(/ quoi$/iu, '')}`,
        ofBuyer: false,
      };
    return { clause: undefined, ofBuyer: false };
  }
  if (/^possible$/iu.test(plain)) return { clause: 'si cela est possible', ofBuyer: false };
  if (/^possible (?:de|d['’])/iu.test(plain)) return { clause: `s'il est ${plain}`, ofBuyer: false };
  if (
    /^(?:[jcl]['’]|(?:on|je|nous|il|elle|ils|elles|ça|cela|ce|le|la|les|un|une|des|notre|nos|mon|ma|mes|cette|ces|son|sa|ses|leur|leurs|y a|quelqu['’]un|tout|au|pour)(?![\p{L}]))/iu.test(
      plain,
    ) &&
    /^(?:[jc]['’]|(?:on|je|nous|il|elle|ils|elles|ça|cela)(?![\p{L}]))|(?<![\p{L}])(?:est|sont|a|ont|va|vont|peut|peuvent|doit|doivent|faut|sera|suffit|reste|compte|risque|convient|veut|existe|pose|fait)(?![\p{L}])/iu.test(
      plain,
    )
  )
    return { clause: si(plain), ofBuyer: false };
  if (/^(?:si |s['’])/iu.test(plain)) return { clause: plain, ofBuyer: false };
  return { clause: undefined, ofBuyer: false };
}

/** «il a le droit ?» is of someone else than the department that asks: «si celui-ci a le droit»; impersonal turns keep «il». */
function si(clause: string): string {
  const other =
    /^(ils?|elles?) (?!faut|fallait|faudra|y |n'y |est (?:possible|permis|normal|nécessaire|obligatoire|utile|interdit|autorisé|préférable|trop)|existe|s'agit|serait|sera|suffit|reste|convient|vaut|manque|pleut|doit y)/iu.exec(
      clause,
    );
  const named = other === null ? undefined : SOMEONE_ELSE[(other[1] ?? '').toLowerCase()];
  if (other !== null && named !== undefined) return `si ${named} ${clause.slice(other[0].length)}`;
  return /^ils?(?![\p{L}])/iu.test(clause) ? `s'${clause}` : `si ${clause}`;
}
const SOMEONE_ELSE: Readonly<Record<string, string>> = {
  il: 'celui-ci',
  elle: 'celle-ci',
  ils: 'ceux-ci',
  elles: 'celles-ci',
};

function uninvert(text: string): string {
  return INVERTED.reduce((said, [pattern, to]) => said.replace(pattern, to), text).replace(
    /(?<![\p{L}])je puis(?![\p{L}])/giu,
    'je peux',
  );
}

const lowerStart = (text: string): string =>
  /^\p{Lu}[\p{Ll}'’ ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** «le service demande si le service peut» → «le service demande s'il peut». */
export function askedBy(clause: string, ofBuyer: boolean, who: string): string {
  const verb = ofBuyer ? `demande à l'acheteur` : 'demande';
  const own = new RegExp(`^si (?:${SERVICE}|${AUTHOR}) `, 'u');
  const said = clause
    .replace(own, "s'il ")
    .replace(new RegExp(`(?<!\\p{L})ce que ${who}(?= )`, 'u'), "ce qu'il")
    // «comment on l'écrit» → «comment il l'écrit», «qui peut nous conseiller» → «qui peut le conseiller».
    .replace(
      new RegExp(
        `(?<=(?<!\\p{L})(?:combien|comment|quand|où|pourquoi|quoi|quel(?:le)?s?)(?: [\\p{L}'’]+){0,4}) ${who}(?= (?!demand))`,
        'u',
      ),
      ' il',
    )
    .replace(
      new RegExp(`(?<=(?:peut|pourrait|doit|va|peuvent|vont) )(\\p{L}+(?:er|ir|re)) ${who}$`, 'u'),
      (_whole, act: string) => `${elided('le', act)}${act}`,
    );
  return `${who} ${verb} ${said.replace(new RegExp(`(?<=^s['’]il faut )que ${who}(?= )`, 'u'), "qu'il")}`;
}
