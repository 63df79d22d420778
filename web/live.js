// Live updates for pages that also work without it: listens for a number, fetches the page when it
// changes, and keeps what is being filled in. Written for browsers of 2017.
(function () {
  'use strict';
  var busy = false, again = false, dragged = null, failures = 0, source = null, spoke = 0, told = null, dozes = false, tired = 0, ended = false;
  var console_ = location.pathname === '/console' || location.pathname === '/projector';

  function main() { return document.getElementById('main'); }

  // What is open and filled in, by the name of its form or fold.
  function remember() {
    var kept = { folds: {}, fields: {}, focus: null, scroll: window.scrollY };
    each('details[data-keep]', function (it) { kept.folds[it.dataset.keep] = it.open; });
    each('details:not([data-keep])', function (it, no) { kept.folds['#' + no] = it.open; });
    each('form[data-keep]', function (form) {
      var fields = {};
      Array.prototype.forEach.call(form.elements, function (field) {
        if (!field.name || field.type === 'hidden' || field.type === 'submit') return;
        if (field.type === 'radio' || field.type === 'checkbox') {
          if (field.checked !== field.defaultChecked) fields[field.name + '=' + field.value] = field.checked;
        } else if (field.tagName === 'SELECT' ? !(field.selectedOptions[0] || {}).defaultSelected && field.selectedIndex > 0
          : field.value !== field.defaultValue) {
          fields[field.name] = field.value;
        }
      });
      kept.fields[form.dataset.keep] = fields;
      var active = document.activeElement;
      if (form.contains(active) && active.name) kept.focus = [form.dataset.keep, active.name, active.value];
    });
    return kept;
  }

  function restore(kept, sent) {
    each('details[data-keep]', function (it) { if (kept.folds[it.dataset.keep] && it.dataset.keep !== 'accept-' + sent) it.open = true; });
    each('details:not([data-keep])', function (it, no) { if (kept.folds['#' + no]) it.open = true; });
    each('form[data-keep]', function (form) {
      var fields = kept.fields[form.dataset.keep];
      if (!fields || form.dataset.keep === sent) return;
      Array.prototype.forEach.call(form.elements, function (field) {
        if (!field.name || field.type === 'hidden' || field.disabled) return;
        var choice = field.name + '=' + field.value;
        if (field.type === 'radio' || field.type === 'checkbox') { if (choice in fields) field.checked = fields[choice]; }
        else if (field.name in fields) field.value = fields[field.name];
      });
    });
    if (kept.focus) {
      each('form[data-keep="' + kept.focus[0] + '"]', function (form) {
        var field = form.elements[kept.focus[1]];
        if (field && field.focus) field.focus({ preventScroll: true });
      });
    }
    window.scrollTo(0, kept.scroll);
  }

  function each(query, act) { Array.prototype.forEach.call(document.querySelectorAll(query), act); }

  // Another screen begins at its top; the same one stays where it was.
  function screen() {
    var it = document.querySelector('[data-screen]');
    return it ? it.dataset.screen : '';
  }

  function show(text, sent, top) {
    var page = new DOMParser().parseFromString(text, 'text/html');
    var next = page.getElementById('main');
    if (!next) { location.reload(); return; }
    var kept = remember(), before = screen();
    main().replaceWith(document.importNode(next, true));
    document.body.className = page.body.className;
    restore(kept, sent);
    say();
    if (top || screen() !== before) window.scrollTo(0, 0);
    dress();
  }

  // What a screen reader says of a new page: only what is new, from a place that stays.
  function say() {
    var all = [];
    each('main [data-say]', function (it) { all.push(it.textContent.replace(/\s+/g, ' ').trim()); });
    var text = all.join(' '), into = document.getElementById('said');
    if (into && told !== null && text !== told) into.textContent = text;
    told = text;
  }

  function address() { return location.pathname + (location.search || ''); }

  function refresh() {
    // What is being dragged must not vanish under the hand.
    if (ended) return;
    if (busy || dragged !== null) { again = true; return; }
    busy = true;
    fetch(address(), { credentials: 'same-origin', headers: { 'x-fetch': '1' } }).then(function (answer) {
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) { location.href = answer.url; return null; }
      return answer.text();
    }).then(function (text) { if (dragged !== null) again = true; else if (text) show(text, null, false); lost(false); })
      .catch(function () { lost(true); })
      .then(function () { busy = false; if (again) { again = false; refresh(); } });
  }

  function heard(number) {
    failures = 0; lost(false);
    if (number === 'over') { over(); return; }
    var it = main();
    if (it && it.dataset.live !== undefined && it.dataset.live !== number) refresh();
  }

  // The class was deleted: there is nothing to come back to.
  function over() {
    if (ended) return;
    ended = true;
    if (source) source.close();
    // The teacher's page says so itself.
    if (!console_) tell(main().dataset.over);
  }

  function lost(is) {
    if (ended) return;
    var it = document.getElementById('lost');
    if (!is) { if (it) it.remove(); return; }
    if (!it) tell(main().dataset.lost);
  }

  function tell(text) {
    var it = document.createElement('p');
    it.id = 'lost'; it.className = 'lost'; it.setAttribute('role', 'status');
    it.textContent = text || '...';
    document.body.appendChild(it);
  }

  function wait() { return Math.min(15000, 1000 * Math.pow(1.7, failures)) * (0.7 + 0.6 * Math.random()); }

  function listen() {
    if (ended || dozes || main().dataset.live === undefined) return;
    if (!window.EventSource || failures > 3 && !console_) { ask(); return; }
    source = new EventSource(console_ ? '/console/live' : '/live');
    source.onmessage = function (event) { heard(event.data); };
    source.onerror = function () {
      source.close(); if (ended) return;
      failures += 1; if (failures > 1) lost(true);
      setTimeout(listen, wait());
    };
  }

  // Streams that do not hold: ask for the number, and try the stream again later.
  function ask() {
    if (ended || dozes) return;
    fetch('/version', { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) throw new Error();
      return answer.text();
    }).then(function (number) { heard(number); failures = 2; }).catch(function () { failures += 1; lost(true); })
      .then(function () { setTimeout(failures === 2 && Math.random() < 0.1 ? listen : ask, 1500 + wait() / 4); });
  }

  document.addEventListener('submit', function (event) {
    var form = event.target, button = event.submitter || document.activeElement;
    var path = new URL(form.action, location.href).pathname;
    if (path !== '/act' && path !== '/console/act' && path !== '/console/bring' && path !== '/console/roster') return;
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = '1';
    // A form with a file goes as it is; the others are short.
    var fields = new FormData(form);
    if (form.enctype !== 'multipart/form-data') fields = new URLSearchParams(fields);
    if (button && button.name && form.contains(button)) fields.append(button.name, button.value);
    send(path, fields, form, 0);
  });

  // The same post again until it is answered: its number makes sure that it counts once.
  function send(path, fields, form, tries) {
    fetch(path, { method: 'POST', body: fields, credentials: 'same-origin' }).then(function (answer) {
      lost(false);
      var there = new URL(answer.url).pathname;
      return answer.text().then(function (text) {
        if (answer.redirected && there !== location.pathname) { location.href = there; return; }
        if (answer.redirected && location.search !== new URL(answer.url).search) history.replaceState(null, '', there + new URL(answer.url).search);
        show(text, answer.ok ? form.dataset.keep : null, !answer.ok || fields.get('do') === 'understand' || fields.get('do') === 'prepare');
      });
    }).catch(function () {
      lost(true);
      if (tries < 8) setTimeout(function () { send(path, fields, form, tries + 1); }, 800 * (1 + tries) * (0.7 + 0.6 * Math.random()));
      else delete form.dataset.sent;
    });
  }

  // Own points of the draft, and the article's words, as options are chosen.
  function total() {
    var form = document.getElementById('draft');
    if (!form) return;
    var sum = 0;
    Array.prototype.forEach.call(form.querySelectorAll('fieldset.article'), function (article) {
      var all = article.querySelectorAll('input[data-points]'), one = article.querySelector('input:checked');
      if (!all.length) { var fixed = article.querySelector('input[data-worth]'); if (fixed) sum += +fixed.dataset.worth; return; }
      if (!one) return;
      sum += +one.dataset.points;
      article.querySelector('.chosen').textContent = one.dataset.text;
      article.classList.toggle('changed', !one.defaultChecked);
    });
    var shown = form.querySelector('.total'), bar = form.querySelector('svg.bar .fill');
    shown.textContent = Math.round(sum / 100);
    shown.classList.toggle('low', sum < +form.dataset.batna);
    if (bar) bar.setAttribute('width', Math.max(0, Math.min(100, sum / 100)));
  }

  document.addEventListener('change', function (event) {
    total();
    var most = +event.target.dataset.most;
    if (most && document.querySelectorAll('input[name="' + event.target.name + '"]:checked').length > most) event.target.checked = false;
    if (event.target.dataset.rank) ranks(event.target);
    // A saved game is put into the field beside it, so that the same form works without a script.
    var into = event.target.dataset.into && document.getElementById(event.target.dataset.into);
    if (into && event.target.files[0]) {
      var reader = new FileReader();
      reader.onload = function () { into.value = reader.result; };
      reader.readAsText(event.target.files[0]);
    }
  });
  document.addEventListener('input', function (event) {
    var to = event.target.dataset.output && document.getElementById(event.target.dataset.output);
    if (to) to.textContent = event.target.value;
  });

  // Each number once: the one that had it gets the one that was given up.
  function ranks(changed) {
    var before = changed.dataset.before || '';
    each('select[data-rank]', function (other) {
      if (other !== changed && other.form === changed.form && changed.value && other.value === changed.value) {
        other.value = before; other.dataset.before = before;
      }
    });
    changed.dataset.before = changed.value;
  }

  // Arrow keys, and the keys of a presenter's remote control, turn the slides.
  document.addEventListener('keydown', function (event) {
    var to = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'previous', PageUp: 'previous' }[event.key];
    var button = to && document.querySelector('button[data-step="' + to + '"]');
    if (!button || event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    button.click();
  });

  // People are dragged from seat to seat; the panel of a pair does the same with a keyboard.
  document.addEventListener('dragstart', function (event) {
    var it = event.target.closest && event.target.closest('[data-person]');
    dragged = it ? it.dataset.person : null;
    if (it) { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', it.textContent); }
    // A tile is a link all over; while something is dragged its seats lie open. Not at once, or the drag ends.
    if (it) setTimeout(function () { document.body.classList.add('dragging'); }, 0);
  });
  document.addEventListener('dragover', function (event) {
    var seat = dragged !== null && event.target.closest('[data-drop]');
    each('.over', function (it) { it.classList.remove('over'); });
    if (seat) { event.preventDefault(); seat.classList.add('over'); }
  });
  document.addEventListener('drop', function (event) {
    var seat = dragged !== null && event.target.closest('[data-drop]'), form = document.getElementById('drag');
    if (!seat || !form) return;
    event.preventDefault();
    var place = seat.dataset.drop.split('.');
    form.elements.person.value = dragged; form.elements.pair.value = place[0]; form.elements.seat.value = place[1];
    dragged = null;
    send('/console/act', new URLSearchParams(new FormData(form)), form, 0);
  });

  document.addEventListener('dragend', function () {
    dragged = null;
    document.body.classList.remove('dragging');
    if (again) { again = false; refresh(); }
  });

  function dress() {
    total();
    each('select[data-rank]', function (it) { it.dataset.before = it.value; });
  }

  setInterval(function () {
    each('.clock', function (it) {
      if (it.dataset.paused) return;
      var left = Math.max(0, +it.dataset.seconds - 1);
      it.dataset.seconds = left;
      it.textContent = Math.floor(left / 60) + ':' + ('0' + left % 60).slice(-2);
      it.classList.toggle('over', left === 0);
    });
  }, 1000);

  // Somebody is there: told at most every half minute, and only by a hand.
  function here() {
    if (ended || console_ || Date.now() - spoke < 30000 || main().dataset.live === undefined) return;
    spoke = Date.now();
    fetch('/version', { credentials: 'same-origin', headers: { 'x-here': '1' } }).catch(function () {});
  }
  ['pointerdown', 'keydown', 'touchstart'].forEach(function (kind) {
    document.addEventListener(kind, here, { passive: true });
  });
  // Who is asked something thinks with the page before the eyes: a phone that shows it is not gone.
  setInterval(function () { if (!document.hidden && document.querySelector('.assent')) here(); }, 5000);
  // A browser has six connections for all its pages: one that nobody sees gives its own back.
  document.addEventListener('visibilitychange', function () {
    if (main().dataset.live === undefined) return;
    clearTimeout(tired);
    if (document.hidden) { tired = setTimeout(function () { dozes = true; if (source) source.close(); }, 8000); return; }
    if (dozes) { dozes = false; listen(); }
    refresh();
  });

  // The second half of a double click would land on the page that came in between.
  document.addEventListener('click', function (event) {
    if (console_ && event.detail > 1 && event.target.closest && event.target.closest('form[method=post] button')) event.preventDefault();
  }, true);

  dress();
  say();
  listen();
}());
