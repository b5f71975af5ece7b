/** Makes the pages that reword livelier: words explained on hover and on focus, texts sent without leaving the page. */
const FRAGMENT = { 'x-fragment': '1' };
const PATIENCE_MS = 60_000;
/** A pointer may cross the gap between a word and its explanation in this time. */
const LINGER_MS = 250;
const GAP = 8;

const main = document.getElementById('main');
let shown;
let leaving;

document.documentElement.classList.add('js');
enhance();
document.addEventListener('submit', onSubmit);
document.addEventListener('input', (event) => count(event.target));
document.addEventListener('click', onClick);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hideTip();
});
document.addEventListener('pointerdown', (event) => {
  if (shown !== undefined && event.target.closest('.tip, .term') === null) hideTip();
});
addEventListener('scroll', placeTip, { passive: true });
addEventListener('resize', placeTip);

/** Takes over what the browser does by itself without a script. */
function enhance() {
  for (const tip of main.querySelectorAll('.tip')) {
    tip.querySelector('.tip-close').remove();
    tip.addEventListener('pointerenter', () => clearTimeout(leaving));
    tip.addEventListener('pointerleave', leaveTip);
  }
  for (const term of main.querySelectorAll('.term')) {
    term.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && showTip(term));
    term.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && leaveTip());
    term.addEventListener('focus', () => term.matches(':focus-visible') && showTip(term));
    term.addEventListener('blur', hideTip);
    term.addEventListener('click', (event) => {
      event.preventDefault();
      showTip(term);
    });
  }
  for (const own of main.querySelectorAll('.own')) {
    own.addEventListener('pointerenter', () => point(own));
    own.addEventListener('pointerleave', () => point(undefined));
  }
  for (const button of main.querySelectorAll('.copy')) button.hidden = false;
  for (const counter of main.querySelectorAll('[data-counts]')) count(document.getElementById(counter.dataset.counts));
}

function showTip(term) {
  clearTimeout(leaving);
  if (shown?.term === term) return;
  hideTip();
  const tip = document.getElementById(term.getAttribute('aria-describedby'));
  if (tip === null) return;
  tip.showPopover();
  shown = { term, tip };
  term.classList.add('lit');
  placeTip();
}

function leaveTip() {
  clearTimeout(leaving);
  leaving = setTimeout(hideTip, LINGER_MS);
}

function hideTip() {
  clearTimeout(leaving);
  if (shown === undefined) return;
  const { term, tip } = shown;
  shown = undefined;
  if (tip.isConnected) tip.hidePopover();
  term.classList.remove('lit');
}

/** Under its word, or above where there is no room; never past the edge of the window. */
function placeTip() {
  if (shown === undefined) return;
  const { term, tip } = shown;
  const [word] = term.getClientRects();
  if (word === undefined) return hideTip();
  const left = Math.max(GAP, Math.min(word.left, innerWidth - tip.offsetWidth - GAP));
  const below = word.bottom + GAP;
  const fits = below + tip.offsetHeight <= innerHeight || word.top < tip.offsetHeight + GAP;
  tip.style.left = `${left}px`;
  tip.style.top = `${fits ? below : word.top - tip.offsetHeight - GAP}px`;
}

/** Lights up in the original the words that a line of the brief quotes: the text there is the source to the letter. */
function point(own) {
  const text = document.getElementById('original');
  if (text === null || globalThis.Highlight === undefined) return;
  CSS.highlights.delete('said');
  if (own === undefined) return;
  const [start, end] = own.dataset.span.split('-').map(Number);
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  CSS.highlights.set('said', new Highlight(range));
}

async function onClick(event) {
  const copy = event.target.closest('.copy');
  if (copy === null) return;
  const address = copy.dataset.copyAddress !== undefined;
  await copyText(copy, address ? location.href.split('#')[0] : document.getElementById(copy.dataset.copy).textContent);
}

async function copyText(button, text) {
  button.dataset.label ??= button.textContent;
  const { label } = button.dataset;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.replaceChildren(status);
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = button.dataset.failed;
  }
  setTimeout(() => button.replaceChildren(label), 3000);
}

function onSubmit(event) {
  const form = event.target;
  if (!form.matches('[data-live]')) return;
  event.preventDefault();
  if (main.getAttribute('aria-busy') === 'true') return;
  sendForm(form, new URLSearchParams(new FormData(form, event.submitter)));
}

/** What comes back takes the place of the page's inside; when nothing does, the form stays as it is and says so. */
async function sendForm(form, parameters) {
  for (const old of main.querySelectorAll('.failure, .searching')) old.remove();
  const working = copyOf('working');
  form.append(working);
  main.setAttribute('aria-busy', 'true');
  const screen = await send(form.action, parameters);
  main.setAttribute('aria-busy', 'false');
  working.remove();
  hideTip();
  if (screen?.id === 'screen') {
    document.getElementById('screen').replaceWith(screen);
    enhance();
    const place = screen.querySelector('[role="alert"]') ?? screen.querySelector('[data-focus]');
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    if (place.matches('h2')) scrollTo({ top: 0 });
    else place.scrollIntoView({ block: 'nearest' });
    return;
  }
  const failure = copyOf('failure');
  if (screen !== undefined) failure.textContent = screen.textContent;
  form.append(failure);
  failure.scrollIntoView({ block: 'nearest' });
}

/** Undefined when the network fails or the answer is no page of ours. */
async function send(address, parameters) {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: parameters,
      headers: FRAGMENT,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const template = document.createElement('template');
    template.innerHTML = await response.text();
    return template.content.firstElementChild ?? undefined;
  } catch {
    return undefined;
  }
}

function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

function count(field) {
  const counter = field?.id ? main.querySelector(`[data-counts="${field.id}"]`) : null;
  if (counter === null) return;
  const over = field.value.length - Number(counter.dataset.limit);
  counter.classList.toggle('over', over > 0);
  const pattern = over > 0 ? counter.dataset.over : counter.dataset.left;
  const said = (over > 0 ? over : field.value.length).toLocaleString(document.documentElement.lang);
  counter.textContent = field.value === '' ? '' : pattern.replace('{n}', said);
}
