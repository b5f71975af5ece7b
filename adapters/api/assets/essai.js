// Tries an operation with the key typed above; nothing is kept.
for (const form of document.forms)
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });

async function send(form) {
  const { method, path } = form.dataset;
  const [status, out] = [form.parentElement.querySelector('.status'), form.parentElement.querySelector('pre')];
  const key = document.getElementById('key').value.trim();
  const headers = key === '' ? {} : { authorization: `Bearer ${key}` };
  const fields = [...form.querySelectorAll('input')].filter(({ value }) => value !== '');
  let address = `/api/v1${path}`;
  const query = new URLSearchParams();
  for (const { name, value } of fields)
    if (path.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(value));
    else query.set(name, value);
  const body = form.querySelector('textarea')?.value;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const asked = [...query].length > 0 ? `${address}?${query}` : address;
    const reply = await fetch(asked, { method, headers, body, credentials: 'omit' });
    const text = await reply.text();
    status.textContent = String(reply.status);
    out.textContent = pretty(text);
    out.hidden = false;
  } catch {
    status.textContent = document.getElementById('failed').innerHTML;
  } finally {
    button.disabled = false;
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
