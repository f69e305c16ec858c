// Puts the vectors of one file to the offline page and answers where it disagrees. Used by OfflineVerifierTests in the browser suite.
async ({ name, file }) => {
  const v = lianxinVerifier;
  const vectors = JSON.parse(file);
  const bytes = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
  const utf8 = text => new TextEncoder().encode(text);
  const held = (one, key) => one[key + "_b64"] !== undefined ? bytes(one[key + "_b64"]) : one[key] === undefined ? null : utf8(one[key]);
  const runs = {
    tree: () => [
      ...vectors.inclusion.map(one => async () => await v.includes(bytes(one.root), bytes(one.leaf), one.index, one.size, one.proof.map(bytes)) === one.holds),
      ...vectors.consistency.map(one => async () => await v.follows(one.old_size, bytes(one.old_root), one.size, bytes(one.root), one.proof.map(bytes)) === one.holds),
    ],
    codes: () => [
      ...vectors.of.map(one => async () => v.spoken(bytes(one.hash)) === one.code),
      ...vectors.read.map(one => async () => await v.attempt(() => v.readCode(one.typed)) === one.code),
    ],
    entries: () => vectors.entries.map(one => async () => (await v.attempt(() => v.readEntry(held(one, "entry"))) !== null) === one.is_entry),
    receipts: () => vectors.receipts.map(one => async () => {
      const policy = utf8(one.policy === undefined ? vectors.usual_policy : one.policy);
      const code = one.key_code === undefined ? null : one.key_code;
      return v.canonical(await v.check(held(one, "receipt"), policy, held(one, "newer"), code)) === one.report;
    }),
  };
  const disagree = [];
  const all = runs[name]();
  for (let i = 0; i < all.length; i++) { if (!await all[i]()) { disagree.push(i); } }
  return { checked: all.length, disagree };
}
