// Lists by keyboard: moving, ticking, the pane that follows, and the bar that says what will be passed over.
(function () {
  'use strict';

  var list = document.querySelector('[data-lx-list]');
  if (!list) { return; }
  var letters = document.documentElement.getAttribute('data-lx-letters') !== 'off';
  var pane = document.querySelector('[data-lx-pane]');
  var anchor = null;

  function rows() { return Array.from(list.querySelectorAll('tbody tr')); }
  function current() { return list.querySelector('.lx-row-now'); }
  function link(row) { return row.querySelector('a[href]'); }
  function box(row) { return row.querySelector('input[type=checkbox]'); }

  // The pane shows the row one stands on; the address follows, so that coming back finds it.
  var turn = 0;
  var timer = 0;
  function follow(row) {
    var wide = row.querySelector('a.lx-wide');
    if (!pane || !wide || getComputedStyle(pane).display === 'none') { return; }
    clearTimeout(timer);
    timer = setTimeout(function () {
      var mine = ++turn;
      var to = new URL(link(row).href);
      fetch(to.pathname + '/brief' + to.search).then(function (answer) {
        return answer.ok && !answer.redirected ? answer.text() : Promise.reject(new Error(String(answer.status)));
      }).then(function (html) {
        if (mine !== turn) { return; }
        var page = new DOMParser().parseFromString(html, 'text/html');
        pane.replaceChildren.apply(pane, Array.from(page.body.childNodes));
        history.replaceState(null, '', wide.href);
      }).catch(function () { location.assign(wide.href); });
    }, 150);
  }

  function move(step) {
    var all = rows();
    if (all.length === 0) { return; }
    var next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(current()) + step))];
    all.forEach(function (row) { row.classList.toggle('lx-row-now', row === next); });
    if (link(next)) { link(next).focus(); }
    next.scrollIntoView({ block: 'nearest' });
    follow(next);
  }

  function tick(range) {
    var row = current();
    if (!row || !box(row)) { return; }
    if (!range || !anchor) {
      box(row).checked = !box(row).checked;
    } else {
      var all = rows();
      var ends = [all.indexOf(anchor), all.indexOf(row)].sort(function (a, b) { return a - b; });
      all.slice(ends[0], ends[1] + 1).forEach(function (one) { if (box(one)) { box(one).checked = box(anchor).checked; } });
    }
    anchor = row;
    count();
  }

  function all() {
    var boxes = rows().map(box).filter(Boolean);
    var some = boxes.some(function (one) { return !one.checked; });
    boxes.forEach(function (one) { one.checked = some; });
    count();
    return boxes.length > 0;
  }

  var counter = document.querySelector('[data-lx-ticked]');
  var skips = document.querySelector('[data-lx-skips]');
  function fill(text, values) { return text.replace(/\{(\d)\}/g, function (whole, at) { return values[at]; }); }

  function passedOver(ticked) {
    return Array.from(document.querySelectorAll('[data-lx-act]')).map(function (button) {
      var open = ticked.filter(function (one) { return one.getAttribute('data-lx-can').split(' ').indexOf(button.value) >= 0; }).length;
      return open === ticked.length ? '' : fill(skips.getAttribute('data-lx-skips'), [button.getAttribute('data-lx-act'), open, ticked.length - open, button.getAttribute('data-lx-why')]);
    }).filter(Boolean);
  }

  function count() {
    if (!counter) { return; }
    var ticked = Array.from(list.querySelectorAll('tbody input[type=checkbox]:checked'));
    counter.textContent = counter.getAttribute('data-lx-ticked').replace('{0}', ticked.length);
    counter.parentElement.hidden = ticked.length === 0;
    if (skips && skips.hasAttribute('data-lx-skips')) { skips.textContent = ticked.length === 0 ? '' : passedOver(ticked).join('\u3000'); }
  }
  count();
  list.addEventListener('change', count);

  function isTyping(target) {
    return /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target.tagName === 'INPUT' && target.type !== 'checkbox') || target.isContentEditable;
  }

  document.addEventListener('keydown', function (event) {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.altKey || event.metaKey || isTyping(event.target) || document.querySelector('dialog[open]')) { return; }
    var done = false;
    if (event.ctrlKey) {
      done = event.code === 'KeyA' && !event.shiftKey && all();
    } else if (event.code === 'ArrowDown' || (letters && event.code === 'KeyJ')) {
      move(1); done = true;
    } else if (event.code === 'ArrowUp' || (letters && event.code === 'KeyK')) {
      move(-1); done = true;
    } else if (letters && event.code === 'KeyX') {
      tick(event.shiftKey); done = true;
    } else if (event.code === 'Enter' && event.target === document.body && current()) {
      link(current()).click(); done = true;
    }
    if (done) { event.preventDefault(); }
  });
})();
