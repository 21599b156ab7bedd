// Everything here is an extra: each page works without it.
(() => {
  'use strict';
  const all = (selector, root) => [...root.querySelectorAll(selector)];

  const ready = root => {
    for (const button of all('[data-print][hidden]', root)) {
      button.hidden = false;
      button.addEventListener('click', () => window.print());
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
