// The console's shortcuts. Each only presses what stands on the page, so nothing can be done by key alone.
(function () {
  'use strict';

  var KEEP = 'lx-letters-off';
  var sheet = document.getElementById('lx-sheet');
  var letters = document.querySelector('[data-lx-letters]');

  function remembered() { try { return localStorage.getItem(KEEP) === '1'; } catch (denied) { return false; } }
  function remember(off) { try { localStorage.setItem(KEEP, off ? '1' : '0'); } catch (denied) { letters.title = String(denied); } }

  letters.checked = !remembered();
  letters.addEventListener('change', function () { remember(!letters.checked); });

  function openSheet() { if (sheet.showModal) { sheet.showModal(); } else { sheet.setAttribute('open', ''); } }
  sheet.addEventListener('submit', function () { sheet.removeAttribute('open'); });
  document.querySelectorAll('[data-lx-sheet]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', openSheet);
  });

  function rows() { return Array.from(document.querySelectorAll('[data-lx-list] tbody tr')); }
  function current() { return document.querySelector('[data-lx-list] .lx-row-now'); }

  function move(step) {
    var all = rows();
    if (all.length === 0) { return; }
    var at = all.indexOf(current());
    var next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    all.forEach(function (row) { row.classList.toggle('lx-row-now', row === next); });
    var link = next.querySelector('a[href]');
    if (link) { link.focus(); }
    next.scrollIntoView({ block: 'nearest' });
  }

  function open() {
    var row = current();
    var link = row && row.querySelector('a[href]');
    if (link) { link.click(); }
    return Boolean(link);
  }

  function tick() {
    var row = current();
    var box = row && row.querySelector('input[type=checkbox]');
    if (box) { box.click(); }
  }

  // An action that belongs to a row stands in it; otherwise the page's own.
  function press(key) {
    var place = '[data-lx-key="' + key + '"]';
    var row = current();
    var found = (row && row.querySelector(place)) || document.querySelector(place);
    if (found) { found.click(); }
    return Boolean(found);
  }

  function isTyping(target) {
    return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target.tagName === 'INPUT' && !/^(checkbox|radio|button|submit)$/.test(target.type));
  }

  function act(event) {
    if (event.key === '/' || event.key === '、') { document.querySelector('[data-lx-search]').focus(); return true; }
    if (event.key === '?' || event.key === '？') { openSheet(); return true; }
    switch (event.code) {
      case 'KeyJ': case 'ArrowDown': move(1); return true;
      case 'KeyK': case 'ArrowUp': move(-1); return true;
      case 'KeyX': tick(); return true;
      case 'Enter': return event.target === document.body && open();
      default: return /^Key[NSRTBEUMCP]$/.test(event.code) && press(event.code.slice(3));
    }
  }

  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (sheet.hasAttribute('open')) { return; }
    if (event.code === 'Escape') {
      if (isTyping(event.target)) { event.target.blur(); } else { press('Escape'); }
      return;
    }
    if (isTyping(event.target) || !letters.checked) { return; }
    var arrows = event.code === 'ArrowDown' || event.code === 'ArrowUp';
    if (arrows && rows().length === 0) { return; }
    if (act(event)) { event.preventDefault(); }
  });

  // The bulk bar comes with the first tick; without script it is always there.
  var counter = document.querySelector('[data-lx-ticked]');
  function countTicks() {
    var ticked = document.querySelectorAll('[data-lx-list] tbody input[type=checkbox]:checked').length;
    counter.textContent = counter.getAttribute('data-lx-ticked').replace('{0}', ticked);
    counter.parentElement.hidden = ticked === 0;
  }
  if (counter) {
    countTicks();
    document.addEventListener('change', function (event) {
      if (event.target.matches('[data-lx-list] input[type=checkbox]')) { countTicks(); }
    });
  }
})();
