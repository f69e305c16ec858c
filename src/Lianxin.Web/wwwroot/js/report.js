// Comforts for reporting from a phone. Every page works without this file.
(function () {
  'use strict';

  var LONGEST_SIDE = 2048;
  var QUALITY = 0.82;

  // The phone turns WebP and HEIC into JPEG and makes large photos smaller; what it cannot read goes along as it is, and the server says why not.
  function shrink(file) {
    return new Promise(function (done) {
      if (!/^image\//.test(file.type) && !/\.(heic|heif)$/i.test(file.name)) { done(file); return; }
      var picture = new Image();
      var address = URL.createObjectURL(file);
      picture.onerror = function () { URL.revokeObjectURL(address); done(file); };
      picture.onload = function () {
        var scale = Math.min(1, LONGEST_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight));
        if (scale === 1 && /^image\/(jpeg|png)$/.test(file.type)) { URL.revokeObjectURL(address); done(file); return; }
        var canvas = document.createElement('canvas');
        canvas.width = Math.round(picture.naturalWidth * scale);
        canvas.height = Math.round(picture.naturalHeight * scale);
        canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
        URL.revokeObjectURL(address);
        canvas.toBlob(function (blob) {
          done(blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file);
        }, 'image/jpeg', QUALITY);
      };
      picture.src = address;
    });
  }

  function put(input, files) {
    var transfer = new DataTransfer();
    files.forEach(function (file) { transfer.items.add(file); });
    input.files = transfer.files;
  }

  // The draft on the phone: words in localStorage, photos in IndexedDB; gone once the report is on its way.
  function store(mode, act) {
    return new Promise(function (done) {
      if (!window.indexedDB) { done(null); return; }
      var opening = indexedDB.open('lianxin', 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore('drafts'); };
      opening.onerror = function () { done(null); };
      opening.onsuccess = function () {
        var request = act(opening.result.transaction('drafts', mode).objectStore('drafts'));
        request.onsuccess = function () { done(request.result); };
        request.onerror = function () { done(null); };
      };
    });
  }

  function keep(key, value) { try { localStorage.setItem(key, value); } catch (full) { return; } }
  function kept(key) { try { return localStorage.getItem(key); } catch (closed) { return null; } }
  function forget(key) { try { localStorage.removeItem(key); } catch (closed) { return; } }

  document.querySelectorAll('input[type=file].lx-photo-input').forEach(function (input) {
    var busy = false;
    input.addEventListener('change', function () {
      if (busy || !window.DataTransfer) { return; }
      Promise.all(Array.from(input.files).map(shrink)).then(function (files) {
        busy = true;
        put(input, files);
        input.dispatchEvent(new Event('change'));
        busy = false;
      });
    });
  });

  document.querySelectorAll('form[data-lx-draft]').forEach(function (form) {
    var key = 'lx-draft-' + form.getAttribute('data-lx-draft');
    var area = form.querySelector('textarea');
    var input = form.querySelector('input[type=file]');
    var words = kept(key);
    if (words && area && area.value === '') { offer(words); }
    if (area) { area.addEventListener('input', function () { keep(key, area.value); }); }
    if (input) {
      input.addEventListener('change', function () {
        store('readwrite', function (drafts) { return drafts.put(Array.from(input.files), key); });
      });
    }
    form.addEventListener('submit', function () {
      // The server has it from here on; a page that comes back with an error brings the words along.
      forget(key);
      store('readwrite', function (drafts) { return drafts.delete(key); });
    });

    function offer(text) {
      area.value = text;
      area.dispatchEvent(new Event('input'));
      if (input && window.DataTransfer) {
        store('readonly', function (drafts) { return drafts.get(key); }).then(function (files) {
          if (files && files.length) { put(input, files); input.dispatchEvent(new Event('change')); }
        });
      }
      var note = document.createElement('p');
      note.className = 'lx-hint';
      note.setAttribute('role', 'status');
      note.textContent = form.getAttribute('data-lx-draft-words') + ' ';
      var clear = document.createElement('button');
      clear.type = 'button';
      clear.className = 'lx-btn lx-btn-quiet';
      clear.textContent = form.getAttribute('data-lx-draft-clear');
      clear.addEventListener('click', function () {
        forget(key);
        store('readwrite', function (drafts) { return drafts.delete(key); });
        area.value = '';
        if (input) { input.value = ''; input.dispatchEvent(new Event('change')); }
        area.dispatchEvent(new Event('input'));
        forget(key);
        note.remove();
        area.focus();
      });
      note.appendChild(clear);
      form.insertBefore(note, form.firstChild);
    }
  });

  document.querySelectorAll('[data-lx-copy]').forEach(function (button) {
    if (!navigator.clipboard) { return; }
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(button.getAttribute('data-lx-copy')).then(function () {
        button.textContent = button.getAttribute('data-lx-copied');
      });
    });
  });
})();
