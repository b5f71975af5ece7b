import { fold } from '../../src/french/words.ts';
import type { Helping } from '../../src/handoff/port/helping.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { consoleTexts } from '../../src/text/console-texts.ts';
import { literal } from './plain.ts';
import type { Screen } from './screen.ts';

const { who: texts } = consoleTexts;

/** Who is played: chosen from the list by number, or by id; undefined when the input ends before, or nobody is there. */
export async function choosePerson(
  helping: Pick<Helping, 'demoPeople'>,
  screen: Screen,
  nextLine: () => Promise<string | undefined>,
): Promise<SignedIn | undefined> {
  const people = await helping.demoPeople();
  if (people.length === 0) {
    screen.say(texts.nobody);
    return undefined;
  }
  screen.say(texts.title, ...people.map((person, index) => `\u00a0\u00a0${index + 1}. ${sayPerson(person)}`));
  for (;;) {
    screen.prompt();
    const line = await nextLine();
    screen.heard();
    if (line === undefined) return undefined;
    const chosen = people[Number(line) - 1] ?? people.find(({ person }) => fold(person) === fold(line));
    if (chosen !== undefined) return chosen;
    screen.say(texts.unknown);
  }
}

function sayPerson({ person, name, organisation, role, reservist, coordinator }: SignedIn): string {
  const part = reservist ? 'reservist' : coordinator ? 'coordinator' : role;
  return `${literal(name)} (${literal(person)}), ${literal(organisation)} : ${texts.part[part]}`;
}
