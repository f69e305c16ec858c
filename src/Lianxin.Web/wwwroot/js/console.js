// The console's shortcuts. Each only presses what stands on the page, so nothing can be done by key alone.
(function () {
  'use strict';

  var sheet = document.getElementById('lx-sheet');
  var status = document.querySelector('[data-lx-status]');
  var letters = document.documentElement.getAttribute('data-lx-letters') !== 'off';

  function openSheet() { if (sheet.showModal) { sheet.showModal(); } else { sheet.setAttribute('open', ''); } }
  sheet.addEventListener('submit', function () { sheet.removeAttribute('open'); });
  document.querySelectorAll('[data-lx-sheet]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', openSheet);
  });

  function say(words) { status.textContent = words; }

  // An action that belongs to a row stands in it; otherwise the page's own.
  function press(key) {
    var place = '[data-lx-key="' + key + '"]';
    var row = document.querySelector('[data-lx-list] .lx-row-now');
    var found = (row && row.querySelector(place)) || document.querySelector(place);
    if (found) { found.click(); }
    return Boolean(found);
  }

  function isTyping(target) {
    return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
      || (target.tagName === 'INPUT' && !/^(checkbox|radio|button|submit)$/.test(target.type));
  }

  // . number, .. number and title, ... link: the last point counts after a short wait.
  var points = 0;
  var pointTimer = 0;
  function copy() {
    var from = document.querySelector('[data-lx-list] .lx-row-now [data-lx-number]') || document.querySelector('[data-lx-number]');
    if (!from) { return; }
    var number = from.getAttribute('data-lx-number');
    var words = points === 1 ? number
      : points === 2 ? number + ' ' + from.getAttribute('data-lx-title')
        : location.origin + '/console/matters/' + number.replace(/ /g, '');
    points = 0;
    var done = function () { say(from.getAttribute('data-lx-copied').replace('{0}', words)); };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(done, function () { byHand(words, done); });
    } else {
      byHand(words, done);
    }
  }

  // Offices often run without https, where the clipboard is closed to script: a selection still may be copied.
  function byHand(words, done) {
    var area = document.createElement('textarea');
    var before = document.activeElement;
    area.value = words;
    area.className = 'lx-unseen';
    document.body.appendChild(area);
    area.select();
    if (document.execCommand('copy')) { done(); }
    area.remove();
    if (before) { before.focus(); }
  }

  function point() {
    points = Math.min(points + 1, 3);
    clearTimeout(pointTimer);
    pointTimer = setTimeout(copy, 400);
  }

  // G, then a letter within two seconds.
  var going = 0;
  function go(code) {
    going = 0;
    var link = document.querySelector('[data-lx-go="' + code.replace('Key', '') + '"]');
    if (link) { link.click(); }
    return Boolean(link);
  }

  function act(event) {
    if (going && Date.now() - going < 2000) { return go(event.code); }
    if (event.key === '/' || event.key === '\u3001') { document.querySelector('[data-lx-search]').focus(); return true; }
    if (event.key === '?' || event.key === '\uFF1F') { openSheet(); return true; }
    if (event.code === 'Period' && !event.shiftKey) { point(); return true; }
    if (event.code === 'KeyG') { going = Date.now(); return true; }
    if (event.code === 'BracketLeft') { return press('['); }
    if (event.code === 'BracketRight') { return press(']'); }
    return !event.shiftKey && /^Key[NSRTBEUMCP]$/.test(event.code) && press(event.code.slice(3));
  }

  // The form one writes in: its first button, or its draft.
  function send(event, which) {
    var button = event.target.form ? event.target.form.querySelector(which) : document.querySelector('main form[method=post] ' + which);
    if (button) { button.click(); }
    return Boolean(button);
  }

  function withControl(event) {
    if (event.code === 'Enter') { return send(event, '.lx-btn-primary[type=submit]'); }
    return event.code === 'KeyS' && send(event, '[data-action=draft]');
  }

  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.metaKey || document.querySelector('dialog[open]')) { return; }
    if (event.ctrlKey) {
      if (!event.shiftKey && withControl(event)) { event.preventDefault(); }
      return;
    }
    if (event.code === 'Escape') {
      if (isTyping(event.target)) { event.target.blur(); } else { press('Escape'); }
      return;
    }
    if (isTyping(event.target) || !letters) { return; }
    if (act(event)) { event.preventDefault(); }
  });
})();
