/** Makes the pages of the hand-over livelier: they refresh by themselves, and forms are sent without leaving the page. Nothing here is needed. */
const FRAGMENT = { 'x-fragment': '1' };
const PATIENCE_MS = 30_000;
const LONGEST_WAIT_MS = 30_000;

const main = document.getElementById('main');
/** The inside of each part as the server last sent it: what a person typed or opened since is not in it. */
const sent = new Map();
let busy = false;
/** Forms sent so far: what was asked for before the last one is old news. */
let sendings = 0;

document.documentElement.classList.add('js');
remember(document);
document.addEventListener('submit', onSubmit);
document.addEventListener('change', onChange);
toEnd(document.getElementById('talk'));
plan();

function onSubmit(event) {
  const form = event.target;
  if (!form.matches('[data-live]')) return;
  event.preventDefault();
  if (!busy) sendForm(form, new URLSearchParams(new FormData(form, event.submitter)));
}

/** A choice about the brief shows at once in the text that would leave. */
function onChange({ target }) {
  const form = target.closest('[data-preview]');
  if (form === null || target.type !== 'checkbox' || target.name === 'sameBody' || busy) return;
  sendForm(form, new URLSearchParams(new FormData(form, form.querySelector('[data-update]'))), target);
}

async function sendForm(form, parameters, keep) {
  for (const old of main.querySelectorAll('.failure, .working')) old.remove();
  const working = copyOf('working');
  form.append(working);
  busy = true;
  sendings++;
  const reply = await ask(form.action, { method: 'POST', body: parameters });
  busy = false;
  working.remove();
  if (reply === undefined) return fail(form, undefined);
  if (reply.screen === undefined) return fail(form, reply.text);
  if (reply.redirected && new URL(reply.url).pathname !== location.pathname) return location.assign(reply.url);
  // What was taken is out of the box; the brief's choices are no message and stay.
  if (reply.ok && form.dataset.key !== undefined) form.reset();
  const whole = apply(reply.screen);
  settle(whole, keep);
}

/** The focus goes where the news is; a box that was ticked keeps it. */
function settle(whole, keep) {
  const again = keep && document.querySelector(`[name="${CSS.escape(keep.name)}"][value="${CSS.escape(keep.value)}"]`);
  if (again) return again.focus({ preventScroll: true });
  const place =
    main.querySelector('[data-notice] .notice, [data-part] > .notice, [role="alert"]') ??
    main.querySelector('[data-focus]');
  if (place === null) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (whole) scrollTo({ top: 0 });
  else place.scrollIntoView({ block: 'nearest' });
}

function fail(form, text) {
  const failure = copyOf('failure');
  if (text !== undefined) failure.replaceChildren(...parse(text).childNodes);
  form.append(failure);
  failure.scrollIntoView({ block: 'nearest' });
}

/**
 * Again and again, and at once when a person comes back to the window. Less and less often while nothing happens: a whole
 * town hall may stand behind one address.
 */
function plan() {
  const every = Number(document.getElementById('screen').dataset.refresh);
  if (!(every > 0)) return;
  let wait = every;
  let timer;
  const soon = () => {
    wait = every;
  };
  const again = async () => {
    clearTimeout(timer);
    if (await refresh()) soon();
    else wait = Math.min(wait * 1.5, LONGEST_WAIT_MS);
    clearTimeout(timer);
    timer = setTimeout(again, wait);
  };
  timer = setTimeout(again, wait);
  for (const sign of ['input', 'submit']) document.addEventListener(sign, soon);
  addEventListener('focus', () => {
    soon();
    again();
  });
}

/** @returns whether there was news */
async function refresh() {
  if (busy || document.visibilityState !== 'visible') return false;
  const before = sendings;
  const language = new URLSearchParams(location.search).get('lang');
  const reply = await ask(location.pathname + (language === null ? '' : `?lang=${language}`), {});
  // Whoever is signed out, or finds the case gone, keeps what is on the page until they act.
  const same = reply?.ok && new URL(reply.url).pathname === location.pathname;
  return same && before === sendings && isSameShape(reply.screen) && merge(reply.screen);
}

/** Undefined when the network fails. */
async function ask(address, options) {
  try {
    const response = await fetch(address, { ...options, headers: FRAGMENT, signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    const first = parse(text).firstElementChild;
    const { ok, url, redirected } = response;
    return { ok, url, redirected, text, screen: first?.id === 'screen' ? first : undefined };
  } catch {
    return undefined;
  }
}

/** @returns whether the whole inside of the page is new */
function apply(screen) {
  if (!isSameShape(screen)) {
    document.getElementById('screen').replaceWith(screen);
    remember(screen);
    return true;
  }
  const [oldNotice, newNotice] = [main.querySelector('[data-notice]'), screen.querySelector('[data-notice]')];
  if (oldNotice !== null && newNotice !== null) oldNotice.replaceChildren(...newNotice.childNodes);
  merge(screen);
  return false;
}

function isSameShape(screen) {
  const ids = (root) => [...root.querySelectorAll('[data-part]')].map(({ id }) => id).join();
  return screen !== undefined && ids(screen) !== '' && ids(screen) === ids(document.getElementById('screen'));
}

function merge(screen) {
  let news = false;
  for (const part of screen.querySelectorAll('[data-part]')) {
    if (sent.get(part.id) === part.innerHTML) continue;
    news = true;
    sent.set(part.id, part.innerHTML);
    const old = document.getElementById(part.id);
    if (part.dataset.part === 'log') addTo(old, part);
    else replaceInside(old, part);
  }
  return news;
}

/** Only what is new joins the talk, so that a screen reader says it and nothing else. */
function addTo(talk, part) {
  const list = talk.firstElementChild;
  const fresh = [...part.firstElementChild.children];
  const known = [...list.children];
  const grows = known.every((line, index) => line.isEqualNode(fresh[index]));
  if (grows) list.append(...fresh.slice(known.length));
  else list.replaceChildren(...fresh);
  toEnd(talk);
}

/** Keeps what is typed, ticked, opened and focused in what stays. */
function replaceInside(old, part) {
  const typed = new Map();
  for (const field of old.querySelectorAll('textarea'))
    if (field.value !== field.defaultValue) typed.set(field.id, field.value);
  const opened = [...old.querySelectorAll('details[open][data-key]')].map(({ dataset }) => dataset.key);
  const { activeElement } = document;
  const at = old.contains(activeElement) ? activeElement : undefined;
  const selection = at?.selectionStart === undefined ? undefined : [at.selectionStart, at.selectionEnd];
  old.replaceChildren(...part.childNodes);
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (field !== null) field.value = value;
  }
  for (const details of old.querySelectorAll('details[data-key]'))
    if (opened.includes(details.dataset.key)) details.open = true;
  if (at?.id) {
    const again = document.getElementById(at.id);
    again?.focus({ preventScroll: true });
    if (selection !== undefined) again?.setSelectionRange(...selection);
  }
}

function remember(root) {
  for (const part of root.querySelectorAll('[data-part]')) sent.set(part.id, part.innerHTML);
}

function toEnd(talk) {
  if (talk !== null) talk.scrollTop = talk.scrollHeight;
}

function parse(text) {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content;
}

function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
