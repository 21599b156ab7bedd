// Everything here is an extra: each page works without it.
(() => {
  'use strict';
  const all = (selector, root) => [...root.querySelectorAll(selector)];

  const ready = root => {
    for (const button of all('[data-print][hidden]', root)) {
      button.hidden = false;
      button.addEventListener('click', () => window.print());
    }
    // A table that its box shows whole needs no stop of the tab key.
    for (const box of all('.table-wrap[tabindex]', root)) {
      new ResizeObserver(() => {
        if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
        else if (document.activeElement !== box) box.removeAttribute('tabindex');
      }).observe(box);
    }
    for (const area of all('textarea[data-max]', root)) {
      const counter = document.getElementById(area.id + '-count');
      if (!counter) continue;
      const count = () => {
        // Line ends count once, as on the server.
        const left = area.dataset.max - area.value.trim().length;
        const text = left < 0 ? counter.dataset.over : counter.dataset.left;
        counter.textContent = text.replace('{0}', Math.abs(left).toLocaleString(document.documentElement.lang));
        counter.classList.toggle('error', left < 0);
      };
      area.addEventListener('input', count);
      count();
    }
  };
  // Words typed into a field are sent to an address, whose answer (a fragment) is shown in a place of the page.
  const suggest = field => {
    clearTimeout(field.pause);
    field.pause = setTimeout(async () => {
      const place = document.getElementById(field.dataset.suggestInto);
      const typed = field.value;
      if (!place || typed.trim().length < 3) return;
      const answer = await fetch(field.dataset.suggest, {
        method: 'POST', body: new URLSearchParams(new FormData(field.form)), headers: { 'X-Live': '1' }, credentials: 'same-origin', redirect: 'error',
      }).catch(() => null);
      // Nobody's own choice is taken from under their fingers, and an answer to older words is dropped.
      if (answer?.ok && typed === field.value && !place.contains(document.activeElement)) place.innerHTML = await answer.text();
    }, 250);
  };
  document.addEventListener('input', e => { if (e.target.matches?.('[data-suggest]')) suggest(e.target); });

  const next = field => {
    const inside = field.closest('[data-keys], .choices') ?? field;
    const fields = all('input:not([type=hidden]),textarea,select,button', field.form).filter(f => f.offsetParent && !inside.contains(f));
    fields.find(f => inside.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
  };
  document.addEventListener('keydown', e => {
    const field = e.target;
    // Focus is on the summary when a form has been refused; on a link Ctrl+Enter is the browser's own.
    const form = field.form ?? (field.matches('a') ? null : field.closest('form'));
    if (!form || e.isComposing || e.altKey) return;
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      form.requestSubmit(form.querySelector('[data-send], button[type=submit]:not([formaction])'));
      return;
    }
    if (e.ctrlKey || e.metaKey || !field.matches('input')) return;
    if (e.key === 'Enter' && field.form.matches('[data-flow]') && field.type !== 'submit') {
      e.preventDefault();
      if (field.type === 'radio') field.checked = true;
      next(field);
      return;
    }
    const keys = e.key.length === 1 && field.type === 'radio' && field.closest('[data-keys]');
    const answer = keys && all('label', keys).find(label => label.textContent.trim().toLowerCase().startsWith(e.key.toLowerCase()));
    if (!answer) return;
    e.preventDefault();
    answer.control.checked = true;
    next(answer.control);
  });
  for (const told of all('[data-with-script]', document)) told.hidden = false;

  ready(document);
  document.addEventListener('live:swapped', e => ready(e.target));
  document.querySelector('[data-focus]')?.focus();

  // A second press within five seconds is the same press.
  document.addEventListener('submit', e => {
    const form = e.target;
    if (e.defaultPrevented || !form.matches('[data-once]')) return;
    if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) e.preventDefault();
    else form.dataset.sent = Date.now();
  });
  window.addEventListener('pageshow', () => all('form[data-sent]', document).forEach(form => delete form.dataset.sent));
})();
