// A job's page brings itself up to date while the job runs. Without this file the page has its link to do so.
(function () {
  'use strict';

  var EVERY = 2000;

  function part(root) { return root.querySelector('[data-lx-job]'); }

  function look() {
    var here = part(document);
    if (!here || !here.querySelector('.lx-job')) { return; }
    fetch(location.pathname, { credentials: 'same-origin' })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
      .then(function (html) {
        var there = part(new DOMParser().parseFromString(html, 'text/html'));
        if (!there || there.getAttribute('data-lx-job') !== here.getAttribute('data-lx-job')) { location.assign(location.pathname); return; }
        // Only bar and words change, so that a focused button stays what it is.
        ['.lx-progress', '.lx-job-line'].forEach(function (each) {
          var old = here.querySelector(each);
          var fresh = there.querySelector(each);
          if (old && fresh) { old.replaceWith(fresh); }
        });
        setTimeout(look, EVERY);
      })
      .catch(function () { setTimeout(look, EVERY * 5); });
  }

  setTimeout(look, EVERY);
}());
