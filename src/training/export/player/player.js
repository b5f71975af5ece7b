// Plays a module inside another platform: a list of lessons, the lessons, the questions, the result. It decides nothing: what
// is right stands in content.js, what is told to the platform in report-*.js.
const { truchementModule: module, truchementReport: report } = globalThis;
const main = document.querySelector('#main');
let place = { read: [], answers: {} };

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key === 'onclick' || key === 'onsubmit') made.addEventListener(key.slice(2), value);
    else if (key === 'html') made.innerHTML = value;
    else if (value !== false && value !== undefined) made.setAttribute(key, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
};
const button = (text, onclick, extra = {}) => element('button', { type: 'button', onclick, ...extra }, text);

/** Shows a screen and puts the reader at its beginning. */
const show = (title, ...children) => {
  document.title = `${title} · ${module.title}`;
  const heading = element('h1', { tabindex: '-1' }, title);
  main.replaceChildren(heading, ...children);
  scrollTo(0, 0);
  heading.focus();
};
const keep = () => report.keep(JSON.stringify(place));

function home() {
  const next = module.questions.findIndex(({ id }) => place.answers[id] === undefined);
  show(
    module.title,
    element(
      'p',
      { class: 'aside' },
      `À jour au ${new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${module.asOf}T00:00:00Z`))}.`,
    ),
    element('h2', {}, 'Les leçons'),
    element(
      'ol',
      { class: 'lessons' },
      ...module.lessons.map((lesson, index) =>
        element(
          'li',
          {},
          button(lesson.title, () => showLesson(index), { class: 'link' }),
          ` (environ ${lesson.minutes} min)${place.read.includes(lesson.id) ? ', lue' : ''}`,
        ),
      ),
    ),
    element('h2', {}, 'Le quiz'),
    element(
      'p',
      {},
      `${module.questions.length} questions ; ${Math.ceil(module.questions.length * module.passShare)} réponses justes sont demandées.`,
    ),
    next === -1
      ? button('Voir le résultat', showResult, { class: 'main' })
      : button(next === 0 ? 'Passer le quiz' : 'Reprendre le quiz', () => ask(next), { class: 'main' }),
    ' ',
    button('Quitter', () => report.leave()),
  );
}

function showLesson(index) {
  const lesson = module.lessons[index];
  const done = () => {
    if (!place.read.includes(lesson.id)) place.read.push(lesson.id);
    keep();
    if (index + 1 < module.lessons.length) showLesson(index + 1);
    else home();
  };
  show(
    lesson.title,
    element('p', { class: 'aside' }, `Leçon ${index + 1} sur ${module.lessons.length}`),
    ...lesson.parts.map(({ heading, html }) =>
      element('section', {}, element('h2', {}, heading), element('div', { html })),
    ),
    button('J’ai lu cette leçon', done, { class: 'main' }),
    ' ',
    button('Retour au module', home),
  );
}

function ask(index) {
  const question = module.questions[index];
  const type = question.several ? 'checkbox' : 'radio';
  const form = element(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        const chosen = question.choices.flatMap((_, at) => (form.querySelector(`#choice-${at}`).checked ? [at] : []));
        if (chosen.length === 0) return form.querySelector('.need').replaceChildren('Choisissez au moins une réponse.');
        return settle(index, chosen);
      },
    },
    question.situation !== '' && element('p', {}, question.situation),
    question.quoted !== '' && element('blockquote', {}, question.quoted),
    element(
      'fieldset',
      {},
      element('legend', {}, question.several ? `${question.ask} Plusieurs réponses sont justes.` : question.ask),
      ...question.choices.map(({ text }, at) =>
        element(
          'label',
          {},
          element('input', { type, name: question.several ? `choice-${at}` : 'choice', id: `choice-${at}`, value: at }),
          element('span', {}, text),
        ),
      ),
    ),
    element('p', { class: 'need', role: 'alert' }),
    element('button', { class: 'main' }, 'Répondre'),
  );
  show(`Question ${index + 1} sur ${module.questions.length}`, form);
}

function settle(index, chosen) {
  const question = module.questions[index];
  const right = question.choices.every((choice, at) => choice.right === chosen.includes(at));
  place.answers[question.id] = right;
  keep();
  report.answered(index, question, chosen, right);
  const last = module.questions.every(({ id }) => place.answers[id] !== undefined);
  const next = module.questions.findIndex(({ id }) => place.answers[id] === undefined);
  show(
    right ? 'C’est juste' : 'Ce n’est pas cela',
    element('p', { class: 'asked' }, question.ask),
    element(
      'ul',
      { class: 'settled' },
      ...question.choices.map((choice, at) =>
        element(
          'li',
          { class: choice.right ? 'right' : chosen.includes(at) ? 'wrong' : 'other' },
          element('strong', {}, choice.text),
          ` ${[choice.right && '(juste)', chosen.includes(at) && '(votre réponse)'].filter(Boolean).join(' ')}`,
          (chosen.includes(at) || choice.right) && choice.why !== '' && element('p', {}, choice.why),
        ),
      ),
    ),
    element('p', {}, question.why),
    last
      ? button('Voir le résultat', showResult, { class: 'main' })
      : button('Question suivante', () => ask(next), { class: 'main' }),
  );
  if (last) end();
}

const score = () => module.questions.filter(({ id }) => place.answers[id] === true).length;
const hasPassed = () => score() >= Math.ceil(module.questions.length * module.passShare);

function end() {
  report.ended(score(), module.questions.length, hasPassed());
}

function showResult() {
  const again = () => {
    place = { ...place, answers: {} };
    keep();
    ask(0);
  };
  show(
    hasPassed() ? 'Quiz réussi' : 'Pas encore',
    element('p', {}, `${score()} réponses justes sur ${module.questions.length}.`),
    !hasPassed() && button('Repasser le quiz', again, { class: 'main' }),
    ' ',
    button('Retour au module', home),
    ' ',
    button('Quitter', () => report.leave()),
  );
}

function readPlace(kept) {
  try {
    const read = JSON.parse(kept);
    if (Array.isArray(read.read) && typeof read.answers === 'object' && read.answers !== null) return read;
  } catch {
    // Kept by an older package, or cut by the platform: the module begins again.
  }
  return { read: [], answers: {} };
}

addEventListener('pagehide', () => report.leave());
Promise.resolve(report.start())
  .catch((error) => {
    console.error(error);
    return '';
  })
  .then((kept) => {
    place = readPlace(kept);
    home();
  });
