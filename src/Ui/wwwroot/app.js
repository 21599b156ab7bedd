// Everything here is an extra: each page works without it.
(() => {
  'use strict';
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];

  const ready = root => {
    for (const button of $('[data-print][hidden]', root)) {
      button.hidden = false;
      button.addEventListener('click', () => window.print());
    }
    for (const area of $('textarea[data-max]', root)) {
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
  document.querySelector('[data-focus]')?.focus();

  // A second press within five seconds is the same press.
  document.addEventListener('submit', e => {
    const form = e.target;
    if (e.defaultPrevented || !form.matches('[data-once]')) return;
    if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) e.preventDefault();
    else form.dataset.sent = Date.now();
  });
  window.addEventListener('pageshow', () => $('form[data-sent]').forEach(form => delete form.dataset.sent));

  // ---- live regions ----
  const regions = $('[data-live]').map(element => ({ element, topics: element.dataset.live.split(/\s+/), last: 0, timer: 0, busy: false, again: false }));
  if (!regions.length || !window.EventSource) return;
  const status = document.getElementById('live-status');
  const said = region => region.element.querySelector('[data-live-say]')?.textContent.trim() ?? '';
  const typing = region => {
    const active = document.activeElement;
    return region.element.contains(active) && active.matches('input:not([type=checkbox],[type=radio]),textarea,select');
  };

  const swap = (region, html) => {
    const { element } = region;
    // Drawn charts and counters change the element, so what was fetched is compared with what was fetched.
    if (html === region.html) return;
    region.html = html;
    const fresh = document.createElement('template');
    fresh.innerHTML = html;
    if (fresh.innerHTML === element.innerHTML) return;
    const before = said(region);
    const active = element.contains(document.activeElement) ? document.activeElement : null;
    const key = active && (active.id ? '#' + CSS.escape(active.id) : active.matches('a[href]') ? `a[href="${CSS.escape(active.getAttribute('href'))}"]` : null);
    const opened = new Map($('details[id]', element).map(d => [d.id, d.open]));
    const top = window.scrollY;
    const sideways = $('.table-wrap', element).map(w => w.scrollLeft);
    element.replaceChildren(fresh.content);
    opened.forEach((open, id) => { const d = document.getElementById(id); if (d) d.open = open; });
    $('.table-wrap', element).forEach((w, i) => { w.scrollLeft = sideways[i] ?? 0; });
    ready(element);
    if (active) {
      const same = key && element.querySelector(key);
      if (same) same.focus({ preventScroll: true });
      else { element.tabIndex = -1; element.focus({ preventScroll: true }); }
    }
    window.scrollTo(window.scrollX, top);
    const after = said(region);
    if (status && after && after !== before) status.textContent = after;
    element.dispatchEvent(new CustomEvent('live:swapped', { bubbles: true }));
  };

  const fetchNow = async region => {
    region.timer = 0;
    if (document.hidden || region.busy || typing(region)) { region.again = true; return; }
    region.busy = true;
    region.again = false;
    region.last = Date.now();
    const stale = region.element.nextElementSibling;
    try {
      const answer = await fetch(region.element.dataset.liveSrc, { headers: { 'X-Live': '1' }, credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
      if (!answer.ok) throw new Error(answer.status);
      const html = await answer.text();
      if (typing(region)) region.again = true;
      else swap(region, html);
      if (stale?.matches('.live-stale')) stale.hidden = true;
    } catch {
      if (stale?.matches('.live-stale')) stale.hidden = false;
    }
    region.busy = false;
    if (region.again && !typing(region)) plan(region);
  };
  const plan = region => {
    if (!region.timer) region.timer = setTimeout(fetchNow, Math.max(0, region.last + 1000 - Date.now()), region);
  };
  const hear = topic => regions.filter(r => topic === '*' || r.topics.includes(topic)).forEach(plan);
  const later = () => regions.filter(r => r.again).forEach(plan);
  document.addEventListener('visibilitychange', later);
  document.addEventListener('focusout', () => setTimeout(later, 0));

  // One stream per browser: the tab that holds the lock listens and tells the others.
  const channel = window.BroadcastChannel ? new BroadcastChannel('yhteys-live') : null;
  if (channel) channel.onmessage = e => hear(e.data);
  const tell = topic => { hear(topic); channel?.postMessage(topic); };
  const listen = () => new Promise(() => {
    const source = new EventSource('/live');
    let lost = false;
    // Each message is "topic position"; what was missed while cut off is fetched for every region.
    source.onmessage = e => tell(e.data.split(' ')[0]);
    source.onerror = () => { lost = true; };
    source.onopen = () => { if (lost) { lost = false; tell('*'); } };
  });
  if (channel && navigator.locks) navigator.locks.request('yhteys-live', listen);
  else listen();
})();
