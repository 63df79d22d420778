// Makes a part of a page like a newer one and keeps what people have in their hands: the field in which they
// write, what they have chosen and not yet sent, what they unfolded, the file that they picked. What stays the
// same stays the same node. Written for browsers of 2017.
var mufakatMorph = (function () {
  'use strict';
  // Values that differ from page to page though the form is the same.
  var PASSING = ['csrf', 'key', 'shown', 'open', 'yes'];

  function list(nodes) { return Array.prototype.slice.call(nodes); }

  // What a form is known by: what it does, and to whom.
  function form(it) {
    if (it.getAttribute('id')) return '#' + it.getAttribute('id');
    var hidden = list(it.elements).filter(function (field) {
      return field.type === 'hidden' && PASSING.indexOf(field.name) < 0;
    });
    var says = hidden.map(function (field) { return field.name + '=' + field.value; });
    return [it.dataset.keep || '', it.getAttribute('action')].concat(says).join('|');
  }

  // What a node is known by on its page, if it is known by anything.
  function mark(node) {
    if (node.nodeType !== 1) return '';
    if (node.getAttribute('id')) return '#' + node.getAttribute('id');
    if (node.nodeName === 'FORM') return 'form ' + form(node);
    if (node.nodeName === 'DETAILS') {
      var summary = node.querySelector('summary');
      return 'fold ' + (node.dataset.keep || (summary ? summary.textContent.replace(/\d+/g, '') : ''));
    }
    if (node.nodeName === 'INPUT') {
      var of = /^(radio|checkbox)$/.test(node.type) ? '=' + node.getAttribute('value') : '';
      return 'field ' + node.type + ' ' + node.name + of;
    }
    if (/^(SELECT|TEXTAREA)$/.test(node.nodeName)) return 'field ' + node.name;
    return node.nodeName === 'OPTION' ? 'option ' + node.value : '';
  }

  // The marks of a node and of what it holds.
  function marks(node) {
    if (node.nodeType !== 1) return [];
    var inner = list(node.querySelectorAll('[id], form, details')).map(mark);
    return mark(node) ? [mark(node)].concat(inner) : inner;
  }

  // For each new child the old one that becomes it: by its own mark, by what both hold, or as the next of its kind.
  function pairs(before, after) {
    var owner = Object.create(null), wanted = Object.create(null), taken = [], found = [];
    before.forEach(function (node, at) {
      marks(node).forEach(function (it) { (owner[it] = owner[it] || []).push(at); });
    });
    var known = after.map(marks);
    known.forEach(function (all) { all.forEach(function (it) { wanted[it] = true; }); });
    function fits(at, node) {
      return !taken[at] && before[at].nodeType === node.nodeType && before[at].nodeName === node.nodeName;
    }
    after.forEach(function (node, no) {
      var votes = {}, own = mark(node), best;
      if (own) {
        best = (owner[own] || []).filter(function (at) { return fits(at, node) && mark(before[at]) === own; })[0];
      } else {
        known[no].forEach(function (it) {
          (owner[it] || []).forEach(function (at) {
            if (!fits(at, node) || mark(before[at])) return;
            votes[at] = (votes[at] || 0) + 1;
            if (best === undefined || votes[at] > votes[best]) best = at;
          });
        });
      }
      if (best !== undefined) { taken[best] = true; found[no] = before[best]; }
    });
    var free = 0;
    after.forEach(function (node, no) {
      if (found[no] || known[no].length) return;
      for (var at = free; at < before.length; at += 1) {
        var other = before[at];
        if (!fits(at, node) || mark(other) || marks(other).some(function (it) { return wanted[it]; })) continue;
        taken[at] = true; found[no] = other; free = at + 1;
        return;
      }
    });
    return found;
  }

  function attributes(old, next) {
    list(next.attributes).forEach(function (it) {
      if (it.name !== 'open' && old.getAttribute(it.name) !== it.value) old.setAttribute(it.name, it.value);
    });
    list(old.attributes).forEach(function (it) {
      if (it.name !== 'open' && !next.hasAttribute(it.name)) old.removeAttribute(it.name);
    });
    if (old.nodeName !== 'DETAILS') return;
    // A fold is the reader's, until the page itself opens or closes it.
    var open = next.hasAttribute('open');
    if (old.served !== open) { old.open = open; old.served = open; }
  }

  // Whether somebody has put something into a form: by hand, or the browser itself when it came back to the page.
  function written(it) {
    return it.touched || list(it.elements).some(function (field) {
      if (!field.name || field.type === 'hidden') return false;
      if (/^(radio|checkbox)$/.test(field.type)) return field.checked !== field.defaultChecked;
      if (field.nodeName !== 'SELECT') return 'defaultValue' in field && field.value !== field.defaultValue;
      var proposed = list(field.options).filter(function (one) { return one.defaultSelected; });
      return field.selectedIndex > 0 && (!proposed.length || proposed.indexOf(field.options[field.selectedIndex]) < 0)
        || field.selectedIndex === 0 && proposed.length > 0 && proposed.indexOf(field.options[0]) < 0;
    });
  }

  // What stands in the fields of a form.
  function contents(it) {
    return list(it.elements).filter(function (field) {
      return field.name && !/^(hidden|submit|button|file)$/.test(field.type);
    }).map(function (field) {
      return { name: field.name, type: field.type, value: field.value, checked: field.checked };
    });
  }

  // Who was chosen and has left gives way to what the page proposes, and never to whoever comes first.
  function select(field, value) {
    var proposed = 0, at = -1;
    list(field.options).forEach(function (one, no) {
      if (one.defaultSelected) proposed = no;
      if (one.value === value && !one.disabled) at = no;
    });
    var no = at < 0 ? proposed : at;
    if (field.selectedIndex !== no) field.selectedIndex = no;
  }

  function fill(it, held) {
    // A choice that closed since then gives way to what the page proposes.
    list(it.elements).forEach(function (field) {
      if (field.type !== 'radio' || !field.disabled || !field.checked) return;
      list(it.elements).forEach(function (other) {
        if (other.type === 'radio' && other.name === field.name && other.defaultChecked) other.checked = true;
      });
    });
    held.forEach(function (was) {
      list(it.elements).forEach(function (field) {
        if (field.name !== was.name || field.type !== was.type || field.disabled) return;
        if (was.type === 'radio') { if (was.checked && field.value === was.value) field.checked = true; }
        else if (was.type === 'checkbox') { if (field.value === was.value) field.checked = was.checked; }
        else if (field.nodeName !== 'SELECT') { if (field.value !== was.value) field.value = was.value; }
        else select(field, was.value);
      });
    });
  }

  // Remembers which folds the page itself has opened.
  function served(root) {
    list(root.querySelectorAll('details')).forEach(function (it) { it.served = it.hasAttribute('open'); });
    if (root.nodeName === 'DETAILS') root.served = root.hasAttribute('open');
  }

  // `lose` is told of every node that goes.
  function morph(old, next, lose) {
    if (old.nodeType !== 1) { if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue; return; }
    var is = old.nodeName === 'FORM';
    // What was sent and not answered waits as it is.
    if (is && old.dataset.sent) return;
    if (old.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
      if (!old.isEqualNode(next)) old.replaceWith(document.importNode(next, true));
      return;
    }
    var held = is && !old.answered && written(old) ? contents(old) : null;
    attributes(old, next);
    children(old, next, lose);
    if (held) fill(old, held);
    else if (is) old.reset();
  }

  function children(old, next, lose) {
    var before = list(old.childNodes), after = list(next.childNodes), found = pairs(before, after);
    before.forEach(function (node) {
      if (found.indexOf(node) < 0) { lose(node); old.removeChild(node); }
    });
    var here = old.firstChild;
    after.forEach(function (node, no) {
      var it = found[no];
      if (!it) {
        it = document.importNode(node, true);
        if (it.nodeType === 1) served(it);
        old.insertBefore(it, here);
        return;
      }
      if (it === here) here = here.nextSibling;
      else old.insertBefore(it, here);
      morph(it, node, lose);
    });
  }

  return { form: form, written: written, contents: contents, fill: fill, served: served, morph: morph };
}());
