// Makes pinyin.txt from the npm package pinyin-pro (MIT, see THIRD-PARTY.md). The product never runs this.
// In an empty folder: npm install pinyin-pro@3.29.4, then node pinyin.make.mjs > pinyin.txt
import { pinyin } from "pinyin-pro";

const first = new Map();
const other = new Map();
const put = (map, syllable, character) => map.set(syllable, (map.get(syllable) ?? "") + character);
const clean = (syllable) => syllable.normalize("NFD").replace(/[^a-z]/g, "");

for (let code = 0x3007; code <= 0x323af; code++) {
  const character = String.fromCodePoint(code);
  if (!/\p{Script=Han}/u.test(character)) continue;
  const options = { toneType: "none", type: "array", v: true };
  const usual = pinyin(character, options)[0];
  if (!usual || usual === character) continue;
  const readings = [...new Set([usual, ...pinyin(character, { ...options, multiple: true })].map(clean))];
  readings.filter((syllable) => syllable).forEach((syllable, at) => put(at === 0 ? first : other, syllable, character));
}

console.log("# Readings of Han characters without tones (v for ü): syllable, characters read so first of all | characters also read so.");
console.log("# Taken from pinyin-pro 3.29.4, Copyright (c) 2022-present zh-lx, MIT licence (THIRD-PARTY.md). Made by pinyin.make.mjs.");
for (const syllable of [...new Set([...first.keys(), ...other.keys()])].sort()) {
  console.log(`${syllable} ${first.get(syllable) ?? ""}|${other.get(syllable) ?? ""}`);
}
