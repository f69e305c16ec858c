// The palette (Ctrl+K) and the phrases (two semicolons, F8): one box that asks the server and is worked by keyboard. Without script both are pages.
(function () {
  'use strict';

  var dialog = document.getElementById('lx-pick');
  if (!dialog || !dialog.showModal) { return; }
  var input = dialog.querySelector('input');
  var list = dialog.querySelector('ul');
  var address = '';
  var take = null;
  var before = null;
  var items = [];
  var at = 0;
  var turn = 0;

  function mark(next) {
    at = Math.max(0, Math.min(items.length - 1, next));
    Array.from(list.children).forEach(function (line, index) { line.setAttribute('aria-selected', String(index === at)); });
    var now = list.children[at];
    if (now && items.length) {
      input.setAttribute('aria-activedescendant', now.id);
      now.scrollIntoView({ block: 'nearest' });
    }
  }

  function line(words, small, index) {
    var item = document.createElement('li');
    item.setAttribute('role', 'option');
    item.id = 'lx-pick-' + index;
    item.textContent = words;
    if (small) {
      var group = document.createElement('small');
      group.textContent = small;
      item.appendChild(group);
    }
    item.addEventListener('click', function () { if (items.length) { at = index; choose(); } });
    return item;
  }

  function show(found) {
    items = found;
    list.replaceChildren.apply(list, found.length
      ? found.map(function (one, index) { return line(one.name, one.group, index); })
      : [line(dialog.getAttribute('data-lx-none'), '', 0)]);
    mark(0);
  }

  function ask() {
    var mine = ++turn;
    fetch(address + '&q=' + encodeURIComponent(input.value) + '&for=' + encodeURIComponent(location.pathname + location.search)).then(function (answer) {
      return answer.ok && !answer.redirected ? answer.json() : Promise.reject(new Error(String(answer.status)));
    }).then(function (found) { if (mine === turn) { show(found); } }).catch(function () {
      if (mine === turn) { items = []; list.replaceChildren(line(dialog.getAttribute('data-lx-failed'), '', 0)); }
    });
  }

  function open(what, then) {
    address = dialog.getAttribute(what);
    take = then;
    before = document.activeElement;
    input.value = '';
    dialog.showModal();
    ask();
  }

  function choose() {
    var one = items[at];
    if (!one) { return; }
    dialog.close();
    if (before) { before.focus(); }
    take(one);
  }

  var wait = 0;
  input.addEventListener('input', function () { clearTimeout(wait); wait = setTimeout(ask, 120); });
  dialog.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229) { return; }
    if (event.code === 'ArrowDown') { mark(at + 1); } else if (event.code === 'ArrowUp') { mark(at - 1); } else if (event.code === 'Enter') { choose(); } else { return; }
    event.preventDefault();
  });

  function palette() { open('data-lx-actions', function (one) { location.assign(one.path); }); }

  // The end is taken before the box opens: a browser may forget the caret of a field that lost the focus.
  function insert(area, from, end) {
    open('data-lx-phrases', function (one) {
      area.setRangeText(one.name, from, end, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  document.querySelectorAll('[data-lx-palette]').forEach(function (link) {
    link.addEventListener('click', function (event) { event.preventDefault(); palette(); });
  });

  function isText(target) { return target.tagName === 'TEXTAREA' || (target.tagName === 'INPUT' && target.type === 'text'); }

  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229 || dialog.open) { return; }
    if (event.ctrlKey && !event.shiftKey && !event.altKey && event.code === 'KeyK') {
      event.preventDefault();
      palette();
    } else if (event.code === 'F8' && document.querySelector('main textarea')) {
      event.preventDefault();
      var area = isText(event.target) ? event.target : document.querySelector('main textarea');
      area.focus();
      insert(area, area.selectionEnd, area.selectionEnd);
    }
  });

  // A Chinese keyboard types full-width semicolons; while it composes, nothing is taken.
  document.addEventListener('input', function (event) {
    var area = event.target;
    if (event.isComposing || !isText(area) || area === input) { return; }
    var end = area.selectionEnd;
    if (/^[;\uFF1B]{2}$/.test(area.value.slice(Math.max(0, end - 2), end))) { insert(area, end - 2, end); }
  });
})();
