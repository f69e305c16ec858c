// Small comforts of forms. Every page works without this file.
(function () {
  'use strict';

  function fill(text, value) { return text.replace('{0}', value); }

  // Pressed once is sent once: disabling waits a turn, so that the pressed button's own value still goes along.
  document.addEventListener('submit', function (event) {
    if (event.defaultPrevented) { return; }
    var form = event.target;
    if (form.method === 'dialog') { return; }
    if (form.hasAttribute('data-lx-sent')) { event.preventDefault(); return; }
    if ((form.getAttribute('method') || 'get').toLowerCase() !== 'post') { return; }
    form.setAttribute('data-lx-sent', '');
    setTimeout(function () {
      form.querySelectorAll('[data-lx-busy]').forEach(function (button) {
        button.setAttribute('data-lx-words', button.textContent);
        button.textContent = button.getAttribute('data-lx-busy');
        button.disabled = true;
      });
    }, 0);
  });

  // The browser's Back shows the page as it was left: make the form usable again.
  window.addEventListener('pageshow', function (event) {
    if (!event.persisted) { return; }
    document.querySelectorAll('[data-lx-sent]').forEach(function (form) { form.removeAttribute('data-lx-sent'); });
    document.querySelectorAll('[data-lx-words]').forEach(function (button) {
      button.textContent = button.getAttribute('data-lx-words');
      button.disabled = false;
    });
  });

  document.querySelectorAll('[data-lx-focus]').forEach(function (summary) { summary.focus(); });

  document.querySelectorAll('[data-lx-count]').forEach(function (counter) {
    var area = document.getElementById(counter.getAttribute('data-lx-count'));
    var limit = Number(counter.getAttribute('data-lx-limit'));
    counter.setAttribute('aria-live', 'polite');
    function count() {
      var left = limit - Array.from(area.value).length;
      counter.textContent = fill(counter.getAttribute(left < 0 ? 'data-lx-over' : 'data-lx-left'), Math.abs(left));
      counter.classList.toggle('lx-count-over', left < 0);
    }
    area.addEventListener('input', count);
    count();
  });

  document.querySelectorAll('[data-lx-photo]').forEach(function (tile) {
    var input = tile.querySelector('input[type=file]');
    var list = tile.querySelector('.lx-photo-list');
    var most = Number(tile.getAttribute('data-lx-photo'));
    tile.classList.add('lx-photo-live');
    input.addEventListener('change', function () {
      list.textContent = '';
      Array.from(input.files).slice(0, most).forEach(function (file) {
        var picture = document.createElement('img');
        picture.className = 'lx-photo-thumb';
        picture.alt = file.name;
        picture.src = URL.createObjectURL(file);
        picture.onload = function () { URL.revokeObjectURL(picture.src); };
        list.appendChild(picture);
      });
      var words = document.createElement('span');
      words.className = 'lx-hint';
      words.textContent = input.files.length > most
        ? tile.getAttribute('data-lx-over')
        : fill(tile.getAttribute('data-lx-chosen'), input.files.length);
      list.appendChild(words);
    });
  });

  document.querySelectorAll('[data-lx-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
})();
