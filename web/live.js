// Live updates for pages that also work without it: listens for a number, fetches the page when it
// changes, and makes the page like it. Written for browsers of 2017.
(function () {
  'use strict';
  var busy = false, again = false, dragged = null, failures = 0, source = null, spoke = 0, told = null, dozes = false, tired = 0, ended = false;
  // How often the page was shown anew, the one timer of the connection, and which of its attempts is meant.
  var shown = 0, timer = 0, retry = 0, attempt = 0;
  // What was written in forms that are gone for the moment, and which forms wait for an answer.
  var drafts = {}, pending = {};
  // Where and when the last button was pressed that sends something.
  var pressed = { at: -1000, x: 0, y: 0 };
  var console_ = location.pathname === '/console' || location.pathname === '/projector';

  function main() { return document.getElementById('main'); }

  // A form that goes leaves behind what was written in it: it may come back with the next turn.
  function lose(node) {
    if (node.nodeType !== 1) return;
    var forms = Array.prototype.slice.call(node.querySelectorAll('form'));
    if (node.nodeName === 'FORM') forms.push(node);
    forms.forEach(function (form) {
      if (!form.answered && mufakatMorph.written(form)) drafts[mufakatMorph.form(form)] = mufakatMorph.contents(form);
    });
  }

  // Forms that came back: with what was written in them, and still waiting for their answer.
  function recover() {
    each('main form', function (form) {
      var name = mufakatMorph.form(form);
      if (name in pending) form.dataset.sent = '1';
      if (!(name in drafts)) return;
      mufakatMorph.fill(form, drafts[name]);
      form.touched = true;
      delete drafts[name];
    });
  }

  // A field that went takes the keyboard's place with it: the next one like it, or its neighbour, takes it over.
  function refocus(had, near, no) {
    if (!had || document.activeElement === had) return;
    if (document.contains(had)) { had.focus({ preventScroll: true }); return; }
    var like = near && document.contains(near) ? reachable(near)[no] || reachable(near)[0] : null;
    if (like) like.focus({ preventScroll: true });
  }

  function reachable(within) {
    return Array.prototype.filter.call(within.querySelectorAll('button, summary, input, select, textarea, a[href]'),
      function (it) { return it.type !== 'hidden' && !it.disabled; });
  }

  function each(query, act) { Array.prototype.forEach.call(document.querySelectorAll(query), act); }

  // Another screen begins at its top; the same one stays where it was.
  function screen() {
    var it = document.querySelector('[data-screen]');
    return it ? it.dataset.screen : '';
  }

  // Whose screen it is: what somebody wrote is nothing for who sits there next.
  function whose(name) { return name.split(' ').slice(1).join(' '); }

  function parsed(text) { return new DOMParser().parseFromString(text, 'text/html'); }

  // The forms of this name: one that was sent may have gone and come back as another node.
  function named(name) {
    return Array.prototype.filter.call(document.querySelectorAll('main form'), function (form) { return mufakatMorph.form(form) === name; });
  }

  // `sent` is the name of the form whose answer this is, if it was taken.
  function show(page, sent, top) {
    var next = page.getElementById('main');
    if (!next) { location.reload(); return; }
    var old = main(), before = screen(), entry = next.querySelector('[data-screen]');
    shown += 1;
    var done = sent === null ? [] : named(sent);
    done.forEach(function (form) { form.touched = false; form.answered = true; });
    if (sent !== null) delete drafts[sent];
    var after = entry ? entry.dataset.screen : '';
    if (before !== after) {
      if (whose(before) === whose(after)) lose(old); else drafts = {};
      var fresh = document.importNode(next, true);
      old.replaceWith(fresh);
      mufakatMorph.served(fresh);
    } else {
      var had = document.activeElement, near = had && had.closest && had.closest('form, div, li, section');
      if (near && near.nodeName === 'FORM') near = near.parentElement;
      var no = near && had ? reachable(near).indexOf(had) : 0;
      mufakatMorph.morph(old, next, lose);
      if (had !== document.body) refocus(had, near, no);
    }
    done.forEach(function (form) { form.answered = false; });
    document.body.className = page.body.className;
    recover();
    say();
    if (top || screen() !== before) window.scrollTo(0, 0);
    dress();
  }

  // What a screen reader says of a new page: only what was not there before, from a place that stays.
  function say() {
    var now = {}, fresh = [];
    each('main [data-say]', function (it) {
      var text = it.textContent.replace(/\s+/g, ' ').trim();
      if (told && !told[text]) fresh.push(text);
      now[text] = true;
    });
    var into = document.getElementById('said');
    if (into && fresh.length) into.textContent = fresh.join(' ');
    told = now;
  }

  function address() { return location.pathname + (location.search || ''); }

  function refresh() {
    // What is being dragged must not vanish under the hand.
    if (ended) return;
    if (busy || dragged !== null) { again = true; return; }
    busy = true;
    var seen = shown;
    fetch(address(), { credentials: 'same-origin', headers: { 'x-fetch': '1' } }).then(function (answer) {
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) { location.href = answer.url; return null; }
      if (!answer.ok) throw new Error();
      return answer.text();
    }).then(function (text) {
      // Something newer was shown meanwhile: this one is looked for again.
      if (dragged !== null || seen !== shown) again = true; else if (text) show(parsed(text), null, false);
      lost(false);
    }).catch(function () { lost(true); clearTimeout(retry); retry = setTimeout(refresh, wait()); })
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
    hush();
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

  function later(act, time) { clearTimeout(timer); timer = setTimeout(act, time); }

  function hush() { attempt += 1; clearTimeout(timer); if (source) source.close(); source = null; }

  function listen() {
    if (ended || dozes || main().dataset.live === undefined) return;
    if (!window.EventSource || failures > 3 && !console_) { ask(); return; }
    hush();
    var stream = source = new EventSource(console_ ? '/console/live' : '/live');
    stream.onmessage = function (event) { heard(event.data); };
    stream.onerror = function () {
      stream.close(); if (ended || stream !== source) return;
      failures += 1; if (failures > 1) lost(true);
      later(listen, wait());
    };
  }

  // Streams that do not hold: ask for the number, and try the stream again later.
  function ask() {
    if (ended || dozes) return;
    hush();
    var own = attempt;
    fetch('/version', { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) throw new Error();
      return answer.text();
    }).then(function (number) { if (own === attempt) { heard(number); failures = 2; } })
      .catch(function () { if (own === attempt) { failures += 1; lost(true); } })
      .then(function () {
        if (own === attempt) later(failures === 2 && Math.random() < 0.1 ? listen : ask, 1500 + wait() / 4);
      });
  }

  document.addEventListener('submit', function (event) {
    var form = event.target, button = event.submitter || document.activeElement;
    var path = new URL(form.action, location.href).pathname;
    if (path !== '/act' && path !== '/console/act' && path !== '/console/bring' && path !== '/console/roster') return;
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = '1';
    pending[mufakatMorph.form(form)] = true;
    // A form with a file goes as it is; the others are short.
    var fields = new FormData(form);
    if (form.enctype !== 'multipart/form-data') fields = new URLSearchParams(fields);
    if (button && button.name && form.contains(button)) fields.append(button.name, button.value);
    send(path, fields, form, 0);
  });

  // The same post again until it is answered: its number makes sure that it counts once.
  function send(path, fields, form, tries) {
    var fold = form.closest('details.action, details.confirm'), name = mufakatMorph.form(form);
    function answered() {
      delete pending[name]; delete form.dataset.sent;
      named(name).forEach(function (it) { delete it.dataset.sent; });
    }
    function again_(time) { setTimeout(function () { send(path, fields, form, tries + 1); }, time * (0.7 + 0.6 * Math.random())); }
    fetch(path, { method: 'POST', body: fields, credentials: 'same-origin' }).then(function (answer) {
      lost(false);
      var there = new URL(answer.url).pathname;
      return answer.text().then(function (text) {
        var page = parsed(text), next = page.getElementById('main');
        // Nobody looked at the post: what is written stays, and the reason stands beside it.
        if (!answer.ok && next && next.dataset.live === undefined && main().dataset.live !== undefined) {
          warn(next.textContent.replace(/\s+/g, ' ').trim());
          if (answer.status === 429 && tries < 8) again_(4000); else answered();
          return;
        }
        answered();
        if (answer.redirected && there !== location.pathname) { location.href = there; return; }
        if (answer.redirected && location.search !== new URL(answer.url).search) history.replaceState(null, '', there + new URL(answer.url).search);
        // What was refused is still written there.
        if (!answer.ok) named(name).forEach(function (it) { it.touched = true; });
        show(page, answer.ok ? name : null, !answer.ok || fields.get('do') === 'understand' || fields.get('do') === 'prepare');
        if (answer.ok && fold) fold.open = false;
      });
    }).catch(function () {
      lost(true);
      if (tries < 8) again_(800 * (1 + tries)); else answered();
    });
  }

  // A word of the server that concerns no form, for as long as it takes to read it.
  function warn(text) {
    var it = document.getElementById('warned') || document.createElement('p');
    it.id = 'warned'; it.className = 'lost'; it.setAttribute('role', 'alert');
    it.textContent = text;
    document.body.appendChild(it);
    setTimeout(function () { it.remove(); }, 9000);
  }

  // Points as the page writes them: with decimals only where there are any, and with the mark of its language.
  function points(hundredths) {
    var text = (Math.round(hundredths) / 100).toFixed(2).replace(/\.?0+$/, '');
    return document.documentElement.lang === 'id' ? text.replace('.', ',') : text;
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
    shown.textContent = points(sum);
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
    var to = { ArrowRight: 'next', ArrowLeft: 'previous' }[event.key];
    // On the console these two turn its own page.
    if (location.pathname === '/projector') to = to || { PageDown: 'next', PageUp: 'previous' }[event.key];
    var button = to && document.querySelector('button[data-step="' + to + '"]');
    if (!button || event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    button.click();
  });

  // Another pair beside the others: the page becomes the other one, and what is half written in it stays.
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href]');
    if (!link || link.getAttribute('href').charAt(0) === '#' || location.pathname !== '/console' || link.pathname !== '/console' || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    refresh();
  });
  window.addEventListener('popstate', function () { if (location.pathname === '/console') refresh(); });

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
    each('[data-output]', function (it) {
      var to = document.getElementById(it.dataset.output);
      if (to) to.textContent = it.value;
    });
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
    if (document.hidden) { tired = setTimeout(function () { dozes = true; hush(); }, 8000); return; }
    if (dozes) { dozes = false; listen(); }
    refresh();
  });

  // What somebody has changed in a form is kept until it is sent.
  ['input', 'change'].forEach(function (kind) {
    document.addEventListener(kind, function (event) { if (event.target.form) event.target.form.touched = true; }, true);
  });

  // The second half of a double tap would land on the page that came in between: the next turn's button, the next
  // person of a list. Slides are turned as fast as somebody likes.
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('form[method=post] button');
    if (!button || button.dataset.step) return;
    var soon = Math.abs(event.timeStamp - pressed.at) < 500 && event.detail > 0;
    var near = Math.abs(event.clientX - pressed.x) < 24 && Math.abs(event.clientY - pressed.y) < 24;
    if (event.detail > 1 || soon && near) { event.preventDefault(); return; }
    pressed = { at: event.timeStamp, x: event.clientX, y: event.clientY };
  }, true);

  mufakatMorph.served(document);
  dress();
  say();
  listen();
}());
