// Comforts of the intake page: lists that follow what is typed, and the aside that thinks along. Every one of them is a button without script.
(function () {
  'use strict';

  var form = document.querySelector('[data-lx-live]');
  if (!form) { return; }
  var address = form.getAttribute('data-lx-live');

  function later(wait, act) {
    var timer = 0;
    return function () { clearTimeout(timer); timer = setTimeout(act, wait); };
  }

  // The newest answer wins; one that comes late is dropped.
  function filler(target) {
    var turn = 0;
    return function (url, options) {
      var mine = ++turn;
      fetch(url, options).then(function (answer) {
        return answer.ok && !answer.redirected ? answer.text() : Promise.reject(new Error(String(answer.status)));
      }).then(function (html) {
        if (mine === turn) { target.innerHTML = html; }
      }).catch(function () {
        // The button beside it asks the same without script and shows what is wrong.
        if (mine === turn && target.tagName !== 'SELECT') { target.textContent = ''; }
      });
    };
  }

  function posted() { return { method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'fetch' } }; }

  form.querySelectorAll('[data-lx-find]').forEach(function (input) {
    var fill = filler(document.getElementById(input.getAttribute('data-lx-into')));
    input.addEventListener('input', later(200, function () {
      fill('/console/find/' + input.getAttribute('data-lx-find') + '?q=' + encodeURIComponent(input.value));
    }));
  });

  var think = filler(form.querySelector('[data-lx-thinking]'));
  var thinkSoon = later(600, function () { think(address + '?handler=Think', posted()); });
  form.addEventListener('input', function (event) {
    if (/^Input\.(Body|Place|Category|PlaceSearch)$/.test(event.target.name)) { thinkSoon(); }
  });

  var caller = form.querySelector('[data-lx-caller]');
  var look = filler(form.querySelector('[data-lx-caller-list]'));
  var looked = '';
  caller.addEventListener('change', function () {
    var digits = caller.value.replace(/[^0-9\uFF10-\uFF19]/g, '');
    if (digits.length >= 7 && digits !== looked) {
      looked = digits;
      look(address + '?handler=Caller', posted());
    }
  });

  // Enter in a line goes to the next field, as on a call; the buttons are reached by Tab.
  form.addEventListener('keydown', function (event) {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || event.target.tagName !== 'INPUT' || event.ctrlKey) { return; }
    var all = Array.from(form.elements).filter(function (element) {
      return !element.disabled && element.type !== 'hidden' && element.tagName !== 'FIELDSET' && element.offsetParent !== null;
    });
    var next = all[all.indexOf(event.target) + 1];
    if (next) { event.preventDefault(); next.focus(); }
  });
  // F2 the caller, F4 what is alike, F9 the unit; F8 brings phrases everywhere.
  document.addEventListener('keydown', function (event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) { return; }
    if (event.code === 'F2') {
      caller.focus();
      caller.select();
    } else if (event.code === 'F4') {
      think(address + '?handler=Think', posted());
      form.querySelector('[data-lx-thinking]').scrollIntoView({ block: 'nearest' });
    } else if (event.code === 'F9') {
      form.querySelector('[data-lx-find=units]').focus();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
