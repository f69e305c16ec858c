// Passkeys. The forms stay hidden where the browser cannot answer; the other way to sign in is on the page.
(function () {
  'use strict';

  var able = window.isSecureContext && window.PublicKeyCredential
    && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!able) { return; }

  document.querySelectorAll('[data-lx-passkey-none]').forEach(function (words) { words.hidden = true; });
  document.querySelectorAll('form[data-lx-passkey]').forEach(function (form) {
    var failed = form.querySelector('[data-lx-passkey-failed]');
    var button = form.querySelector('button');
    var options = JSON.parse(form.getAttribute('data-lx-passkey'));
    var isNew = Boolean(options.user);
    form.hidden = false;

    function ask() {
      return isNew
        ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    }

    button.addEventListener('click', function (event) {
      event.preventDefault();
      failed.hidden = true;
      button.disabled = true;
      ask().then(function (credential) {
        form.elements.Credential.value = JSON.stringify(credential.toJSON());
        form.submit();
      }).catch(function () {
        // Cancelled, too slow, or not known here: the browser itself said which.
        button.disabled = false;
        failed.hidden = false;
        failed.focus();
      });
    });
  });
})();
