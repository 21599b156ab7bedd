// Fetches the fragment of a live region again when the server says that its topic has moved.
(() => {
  'use strict';
  const all = (selector, root) => [...root.querySelectorAll(selector)];
  const regions = all('[data-live]', document).map(element => ({ element, topics: element.dataset.live.split(/\s+/).filter(Boolean), last: 0, timer: 0, busy: false, again: false }));
  if (!regions.length || !window.EventSource) return;

  const said = region => region.element.querySelector('[data-live-say]')?.textContent.trim() ?? '';
  const typing = region => {
    const active = document.activeElement;
    return region.element.contains(active) && active.matches('input:not([type=checkbox],[type=radio]),textarea,select');
  };
  const stale = (region, is) => {
    const word = region.element.nextElementSibling;
    if (word?.matches('.live-stale')) word.hidden = !is;
  };

  // What has been shown counts as seen: forms beside the region that knew all but that know it too. Others are refused as before.
  const see = element => {
    const shown = element.querySelector('[data-live-seen]')?.dataset;
    if (!shown) return;
    all(`form[action^="${CSS.escape(shown.liveForms)}"] [name=Seen]`, document)
      .filter(seen => Number(seen.value) >= Number(shown.liveFrom) && Number(seen.value) < Number(shown.liveSeen))
      .forEach(seen => { seen.value = shown.liveSeen; });
  };

  // Fresh content in an element: what was open stays open, what has the focus keeps it.
  const replace = (element, content) => {
    const active = element.contains(document.activeElement) ? document.activeElement : null;
    const key = active && (active.id ? '#' + CSS.escape(active.id) : active.matches('a[href]') ? `a[href="${CSS.escape(active.getAttribute('href'))}"]` : null);
    const opened = new Map(all('details[id]', element).map(d => [d.id, d.open]));
    const sideways = all('.table-wrap', element).map(w => w.scrollLeft);
    element.replaceChildren(content);
    opened.forEach((open, id) => { const d = document.getElementById(id); if (d) d.open = open; });
    all('.table-wrap', element).forEach((w, i) => { w.scrollLeft = sideways[i] ?? 0; });
    if (active) {
      const same = key && element.querySelector(key);
      if (!same) element.tabIndex = -1;
      (same || element).focus({ preventScroll: true });
    }
    element.dispatchEvent(new CustomEvent('live:swapped', { bubbles: true }));
  };

  const swap = (region, html) => {
    // Drawn charts and counters change the element, so what was fetched is compared with what was fetched.
    if (html === region.html) return;
    region.html = html;
    const { element } = region;
    const before = said(region);
    const top = window.scrollY;
    // What is being written beside the region stays where it is on the screen.
    const writing = element.contains(document.activeElement) || document.activeElement === document.body ? null : document.activeElement;
    const height = writing?.getBoundingClientRect().top;
    const fresh = document.createElement('template');
    fresh.innerHTML = html;
    const parts = all('template[data-live-part]', fresh.content);
    parts.forEach(part => part.remove());
    replace(element, fresh.content);
    parts.forEach(part => {
      const place = document.getElementById(part.dataset.livePart);
      if (place && place.innerHTML !== part.innerHTML) replace(place, part.content);
    });
    see(element);
    window.scrollTo(window.scrollX, writing?.isConnected ? window.scrollY + writing.getBoundingClientRect().top - height : top);
    const status = document.getElementById('live-status');
    const after = said(region);
    if (status && after && after !== before) status.textContent = after;
  };

  const refresh = async region => {
    region.timer = 0;
    if (document.hidden || region.busy || typing(region)) { region.again = true; return; }
    region.busy = true;
    region.again = false;
    region.last = Date.now();
    try {
      const answer = await fetch(region.element.dataset.liveSrc, { headers: { 'X-Live': '1' }, credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
      if (!answer.ok) throw new Error(answer.status);
      const html = await answer.text();
      if (typing(region)) region.again = true;
      else swap(region, html);
      stale(region, false);
    } catch {
      stale(region, true);
    }
    region.busy = false;
    if (region.again && !document.hidden && !typing(region)) plan(region);
  };
  // At most once a second.
  const plan = region => {
    if (!region.timer) region.timer = setTimeout(refresh, Math.max(0, region.last + 1000 - Date.now()), region);
  };
  // What is folded behind the journal is fetched once more when it has caught up.
  const settle = region => {
    clearTimeout(region.settling);
    region.settling = setTimeout(plan, Number(region.element.dataset.liveLag), region);
  };
  const hear = topic => regions.filter(r => topic === '*' || r.topics.includes(topic)).forEach(r => {
    plan(r);
    if (r.element.dataset.liveLag) settle(r);
  });
  const waiting = () => regions.filter(r => r.again).forEach(plan);
  document.addEventListener('visibilitychange', waiting);
  document.addEventListener('focusout', () => setTimeout(waiting, 0));

  regions.filter(r => r.element.dataset.liveBehind).forEach(settle);

  // What has no topic is asked for by itself, until it says that it is ready.
  regions.filter(r => r.element.dataset.liveEvery).forEach(r => {
    const asking = setInterval(() => r.element.querySelector('[data-live-say]') ? clearInterval(asking) : plan(r), 1000 * Number(r.element.dataset.liveEvery));
  });

  // One stream per browser: the tab that holds the lock listens for the topics of all tabs and tells them.
  const channel = window.BroadcastChannel ? new BroadcastChannel('yhteys-live') : null;
  const mine = [...new Set(regions.flatMap(r => r.topics))];
  const tell = topic => { hear(topic); channel?.postMessage({ topic }); };
  const tab = Math.random().toString(36).slice(2);
  // Of each topic, the tabs that want it.
  let wanted = null, heard = [], source = null, old = null, retry = 0, lost = false, spare = 0;
  // The server takes twenty topics: those of lists and alarms, and the conversations that were opened last.
  const choose = () => {
    const passing = t => t.startsWith('messages-');
    const topics = [...wanted.keys()];
    const lasting = topics.filter(t => !passing(t)).slice(0, 20);
    return [...lasting, ...topics.filter(passing).reverse().slice(0, 20 - lasting.length)];
  };
  const open = () => {
    clearTimeout(retry);
    // A stream that is heard goes on until the new one is there, so that nothing is missed between them.
    if (source) source.onopen = source.onerror = null;
    if (source?.readyState === EventSource.OPEN) [old, source] = [source, old];
    source?.close();
    heard = choose();
    if (!heard.length) { old?.close(); source = null; return; }
    source = new EventSource('/live?topics=' + heard.map(encodeURIComponent).join(','));
    // The data is "topic position".
    source.addEventListener('topic', e => tell(e.data.split(' ')[0]));
    source.onopen = () => { old?.close(); if (lost) { lost = false; tell('*'); } };
    source.onerror = () => {
      lost = true;
      old?.close();
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, 30000);
    };
  };
  const want = (topics, by) => {
    topics.forEach(t => {
      const tabs = wanted.get(t) ?? new Set();
      wanted.delete(t);
      wanted.set(t, tabs.add(by));
    });
    if (topics.some(t => !heard.includes(t))) open();
  };
  // Whoever goes to another page mostly wants the same again at once, so the stream is changed a little later.
  const leave = by => {
    wanted.forEach((tabs, t) => { if (tabs.delete(by) && !tabs.size) wanted.delete(t); });
    clearTimeout(spare);
    spare = setTimeout(() => { if (heard.some(t => !wanted.has(t))) open(); }, 2000);
  };
  const lead = () => new Promise(() => {
    wanted = new Map();
    want(mine, tab);
    channel?.postMessage({ ask: true });
  });
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.topic) hear(data.topic);
      else if (data.ask) channel.postMessage({ want: mine, tab });
      else if (data.want && wanted) want(data.want, data.tab);
      else if (data.leave && wanted) leave(data.leave);
    };
    channel.postMessage({ want: mine, tab });
    window.addEventListener('pagehide', () => channel.postMessage({ leave: tab }));
    // A page that the browser had kept comes back.
    window.addEventListener('pageshow', e => { if (e.persisted) { channel.postMessage({ want: mine, tab }); hear('*'); } });
  }
  if (channel && navigator.locks) navigator.locks.request('yhteys-live', lead);
  else lead();
})();
