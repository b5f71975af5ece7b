/** Makes the page livelier: nothing here is needed to ask, read or answer; the forms work by themselves. */
const FRAGMENT = { 'x-fragment': '1' };
/** The same, as it comes where a model words it. */
const STREAMED = { ...FRAGMENT, 'x-stream': '1' };
const PATIENCE_MS = 60_000;
const LONGEST_QUESTION = 4000;
/** What is copied of an answer: its first lines, and where they are written. */
const COPIED = '.answer > .prose, .answer > .cited';
/** Characters before the end from which the counter shows. */
const COUNTED = 400;

const form = document.getElementById('ask');
const field = document.getElementById('question');
const log = document.getElementById('log');

if (form !== null && field !== null && log !== null) {
  document.documentElement.classList.add('js');
  enhance(document);
  document.addEventListener('click', onClick);
  document.addEventListener('submit', onSubmit);
  field.addEventListener('keydown', onKey);
  field.addEventListener('input', count);
  const toAnswer = document.querySelector('.to-answer');
  toAnswer.addEventListener('click', (event) => {
    event.preventDefault();
    titleOf(log.lastElementChild)?.focus();
  });
  if (matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });
  // A dialogue that is shown again is taken up where it was left.
  if (log.lastElementChild !== null) reveal(log.lastElementChild);
}

/** Shows what only works with a script. */
function enhance(root) {
  for (const hidden of root.querySelectorAll('.copy')) hidden.hidden = false;
}

function onClick(event) {
  const copy = event.target.closest('[data-copy]');
  if (copy !== null) copyAnswer(copy);
}

/** The answer as it reads on the page, with its address under it. */
async function copyAnswer(button) {
  button.dataset.label ??= button.textContent;
  const exchange = document.getElementById(button.dataset.copy);
  const shown = [...exchange.querySelectorAll(COPIED)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.replaceChildren(status);
  try {
    await navigator.clipboard.writeText([...shown, exchange.querySelector('.permalink').href].join('\n\n'));
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = button.dataset.failed;
  }
  setTimeout(() => button.replaceChildren(button.dataset.label), 3000);
}

function onKey(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector('.send'));
}

function onSubmit(event) {
  if (event.target === form) {
    event.preventDefault();
    ask(new URLSearchParams(new FormData(form, event.submitter)), event.submitter);
  } else if (event.target.classList.contains('feedback-form')) {
    event.preventDefault();
    giveFeedback(event.target, new URLSearchParams(new FormData(event.target, event.submitter)));
  }
}

async function ask(parameters, submitter) {
  if (log.getAttribute('aria-busy') === 'true') return;
  const button = [...parameters.keys()].find((name) => name.startsWith('say'));
  const text = parameters.get(button ?? 'text').trim();
  if (text === '') return field.focus();
  const typed = button === undefined;
  if (typed) field.value = '';
  count();
  document.getElementById('welcome')?.remove();
  document.querySelector('.notice')?.remove();
  log.querySelector('.failure')?.closest('.exchange')?.remove();
  const pending = document.getElementById('pending').content.firstElementChild.cloneNode(true);
  pending.querySelector('.said p').textContent = text;
  log.append(pending);
  reveal(pending);
  setBusy(true);
  const reply = await send(form.action, parameters, (sentence) => showSentence(pending, sentence));
  setBusy(false);
  if (reply.ok) showReply(pending, reply.html, typed && submitterInComposer(submitter));
  else showFailure(pending, reply, parameters, typed ? text : '');
}

/** A button of the log disappears from nobody's hands: the focus goes to the reply, and stays in the box for who types. */
function submitterInComposer(submitter) {
  return (submitter === null || submitter.classList.contains('send')) && matchMedia('(pointer: fine)').matches;
}

function showReply(pending, html, typing) {
  const shown = [...parse(html).children];
  const exchange = shown.pop();
  // What was chosen from stands again without its choices.
  for (const changed of shown) {
    const stood = document.getElementById(changed.id);
    if (stood === null) pending.before(changed);
    else stood.replaceWith(changed);
  }
  enhance(exchange);
  pending.replaceWith(exchange);
  if (exchange.dataset.roleIs !== 'inferred') form.elements.namedItem('role').value = exchange.dataset.role;
  document.querySelector('.forget').hidden = false;
  if (typing) field.focus({ preventScroll: true });
  else titleOf(exchange)?.focus({ preventScroll: true });
  reveal(exchange);
}

/** One checked sentence more; the whole answer takes the place of them all. */
function showSentence(pending, html) {
  let coming = pending.querySelector('.coming');
  if (coming === null) {
    coming = document.createElement('div');
    coming.className = 'card coming';
    coming.lang = 'fr';
    pending.querySelector('.searching').after(coming);
  }
  const sentence = document.createElement('p');
  sentence.append(parse(html));
  coming.append(sentence);
}

function showFailure(pending, { html }, parameters, typed) {
  const failure = document.getElementById('failure').content.firstElementChild.cloneNode(true);
  if (html !== undefined) failure.querySelector('p').textContent = parse(html).textContent;
  const retry = failure.querySelector('button');
  retry.addEventListener('click', () => {
    if (field.value === typed) field.value = '';
    ask(parameters, retry);
  });
  pending.querySelector('.searching').replaceWith(failure);
  pending.classList.remove('pending');
  if (field.value === '') field.value = typed;
  count();
  retry.focus();
}

async function giveFeedback(feedbackForm, parameters) {
  const box = feedbackForm.closest('.feedback');
  const reply = await send(feedbackForm.action, parameters);
  if (!reply.ok) {
    const failure = document.getElementById('failure').content.querySelector('p').cloneNode(true);
    if (reply.html !== undefined) failure.textContent = parse(reply.html).textContent;
    failure.setAttribute('role', 'alert');
    box.querySelector('[role="alert"]')?.remove();
    box.append(failure);
    return;
  }
  box.replaceChildren(parse(reply.html));
  box.firstElementChild.focus({ preventScroll: true });
}

/**
 * Never throws: a network that fails is an answer too, without a text.
 * @param onSentence where the reply is wanted sentence by sentence
 */
async function send(address, parameters, onSentence) {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: parameters,
      headers: onSentence === undefined ? FRAGMENT : STREAMED,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const isStreamed = response.headers.get('content-type')?.startsWith('application/x-ndjson');
    return { ok: response.ok, html: isStreamed ? await readStream(response, onSentence) : await response.text() };
  } catch {
    return { ok: false, html: undefined };
  }
}

/** Calls back for each sentence; gives the whole exchange. @throws when the stream ends without it */
async function readStream(response, onSentence) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error('the reply was cut');
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const { sentence, exchange } = JSON.parse(line);
      if (exchange !== undefined) return exchange;
      onSentence(sentence);
    }
  }
}

function setBusy(busy) {
  log.setAttribute('aria-busy', String(busy));
  form.querySelector('.send').setAttribute('aria-disabled', String(busy));
}

function count() {
  const counter = document.getElementById('counter');
  const left = LONGEST_QUESTION - field.value.length;
  counter.classList.toggle('over', left < 0);
  const pattern = left < 0 ? counter.dataset.over : counter.dataset.left;
  counter.textContent = left > COUNTED ? '' : pattern.replace('{n}', String(Math.abs(left)));
}

function titleOf(exchange) {
  return exchange?.querySelector('[id$="-title"]') ?? null;
}

function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

function reveal(element) {
  element.scrollIntoView({ block: 'start' });
}
