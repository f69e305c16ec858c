#!/usr/bin/env python3
"""Checks a receipt of a Lianxin ledger without network, database or trust in the product.

It asks in this order: do the opened words fit the entry, does the entry lie in the log, did a key of the policy sign
the checkpoint, does a newer checkpoint only append to it, is the key that of the notice board, did enough witnesses see
it. A signature of a key the policy does not name is passed over. Needs Python 3.8 and the openssl program.
Exit code: 0 proven, 1 a problem was found (its code as in docs/ledger.md), 2 not checked to the end.
"""
import argparse
import base64
import datetime
import hashlib
import hmac
import json
import re
import subprocess
import sys
import tempfile
import unicodedata

LARGEST, LAST_SECOND = 2**53 - 1, 253402300799  # of the year 9999
LOG_KEY, WITNESS_KEY = b"\x02", b"\xfflianxin/cosignature-ecdsa-p256/v1\x00"
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
P256, P256_B = 2**256 - 2**224 + 2**192 + 2**96 - 1, 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
ALPHABET, ALIKE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", str.maketrans("OIL", "011")
WIDE = {point: point - 0xFEE0 for point in range(0xFF01, 0xFF5F)}
BETWEEN = dict.fromkeys(map(ord, " -\t\n\r\u3000\u2010\u2011\u2012\u2013\u2014\u2212"))
MEMBERS = {"actor": dict, "data": dict, "nonce": str, "seq": int, "ts": str, "type": str, "v": int}
OPTIONAL = {"claim": str, "cm": dict, "cn": int, "cprev": str, "matter": str}


class Answer(ValueError):
    """Ends the check with this answer; an empty one says a text is not written as its format says."""


def need(condition, answer=""):
    if not condition:
        raise Answer(answer)


def attempt(read, data, otherwise):
    try:
        return read(data)
    except (ValueError, RecursionError):
        raise Answer(otherwise) from None


def sha(data):
    return hashlib.sha256(data).digest()


def unbase64(text, length=None):
    need(isinstance(text, str))
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text and length in (None, len(data)))
    return data


def number(text):
    need(re.fullmatch("0|[1-9][0-9]{0,15}", text) and int(text) <= LARGEST)
    return int(text)


def decode(data, at_most):
    need(len(data) <= at_most and not any(byte < 0x20 and byte != 0x0A for byte in data))
    return data.decode("utf-8")


def root_over(leaf, index, size, proof):
    """The root an inclusion proof leads to, taken apart from its end as RFC 9162 2.1.3.1 put it together."""
    need(0 <= index < size and bool(proof) == (size > 1))
    if size == 1:
        return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return sha(b"\x01" + root_over(leaf, index, half, proof[:-1]) + proof[-1])
    return sha(b"\x01" + proof[-1] + root_over(leaf, index - half, size - half, proof[:-1]))


def roots_over(old_root, old_size, size, proof):
    """The old and the new root a consistency proof leads to; without old_root the proof begins with that node."""
    if old_size == size:
        need(len(proof) == (0 if old_root else 1))
        return (old_root or proof[0],) * 2
    need(0 < old_size < size and proof)
    half = 1 << (size - 1).bit_length() - 1
    if old_size <= half:
        old, new = roots_over(old_root, old_size, half, proof[:-1])
        return old, sha(b"\x01" + new + proof[-1])
    old, new = roots_over(None, old_size - half, size - half, proof[:-1])
    return sha(b"\x01" + proof[-1] + old), sha(b"\x01" + proof[-1] + new)


def extends(old_size, old_root, size, root, proof):
    if old_size == 0 < size:
        return not proof and old_root == sha(b"")
    return roots_over(old_root, old_size, size, proof) == (old_root, root)


def canonical(value, depth=1):
    if isinstance(value, (str, int)):
        need(isinstance(value, str) or abs(value) <= LARGEST)
        return json.dumps(value, ensure_ascii=False)
    need(isinstance(value, (dict, list)) and depth <= 6)
    if isinstance(value, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    need(all(re.fullmatch("[a-z][a-z0-9_]{0,31}", key) for key in value))
    return "{" + ",".join('"%s":%s' % (key, canonical(value[key], depth + 1)) for key in sorted(value)) + "}"


def read_json(data):
    value = json.loads(data.decode("utf-8"))
    need(canonical(value).encode("utf-8") == data)
    return value


def written(at):
    return at.isoformat(timespec="milliseconds") + "Z"


def instant(text):
    at = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")
    need(written(at) == text)
    return at


def read_entry(data):
    entry = read_json(data)
    need(isinstance(entry, dict) and set(MEMBERS) <= set(entry) and len(data) <= 16 * 1024)
    need(all(type(value) is {**MEMBERS, **OPTIONAL}.get(key) for key, value in entry.items()))
    actor, cm, cn = entry["actor"], entry.get("cm", {"": ""}), entry.get("cn", 0)
    need({"kind", "via"} <= set(actor) <= {"id", "kind", "unit", "via"} and entry["seq"] >= 0 and entry["v"] == 1)
    need(cm and all(isinstance(text, str) for text in [*actor.values(), *cm.values()]))
    need(unbase64(entry["nonce"], 16) and ("cm" not in entry or all(unbase64(text, 32) for text in cm.values())))
    need(("matter" in entry) == ("cn" in entry) == (1 <= cn <= 2**31 - 1) and ("cprev" in entry) == (cn > 1))
    need(("cprev" not in entry or unbase64(entry["cprev"], 32)) and ("claim" not in entry or instant(entry["claim"])))
    return {**entry, "ts": instant(entry["ts"])}


def spoken(digest):
    """The code that is read out: 80 bits in sixteen symbols and one that checks them."""
    bits, total = int.from_bytes(digest[:10], "big"), 0
    values = [bits >> 5 * place & 31 for place in range(15, -1, -1)]
    for value in [*values, 0]:
        total = (total << 1 ^ (0b100101 if total & 16 else 0)) ^ value
    text = "".join(ALPHABET[value] for value in [*values, total])
    return "-".join(text[i:i + 4] for i in range(0, 17, 4))


def read_code(typed):
    plain = typed.translate(WIDE).translate(BETWEEN)
    need(plain.isascii() and len(plain) == 17)
    plain, bits = plain.upper().translate(ALIKE), 0
    for symbol in plain[:16]:
        bits = bits << 5 | ALPHABET.index(symbol)
    code = spoken(bits.to_bytes(10, "big"))
    need(code.replace("-", "") == plain)
    return code


def ecdsa(spki, message, signature):
    pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
    with tempfile.NamedTemporaryFile() as key, tempfile.NamedTemporaryFile() as made:
        for file, data in ((key, pem), (made, signature)):
            file.write(data)
            file.flush()
        command = ["openssl", "dgst", "-sha256", "-verify", key.name, "-signature", made.name]
        return subprocess.run(command, input=message, capture_output=True).returncode == 0


def read_checkpoint(data):
    text, gap, below = decode(data, 64 * 1024).rpartition("\n\n")
    lines, signatures = text.split("\n"), []
    need(gap and below.endswith("\n") and below.count("\n") <= 32 and len(lines) >= 3 and all(lines))
    for line in below[:-1].split("\n"):
        match = re.fullmatch(r"\u2014 ([^\s+]+) ([^ ]+)", line)
        need(match and len(unbase64(match[2])) > 4)
        signatures.append((match[1], unbase64(match[2])[:4], unbase64(match[2])[4:]))
    size, root = number(lines[1]), unbase64(lines[2], 32)
    return {"origin": lines[0], "size": size, "root": root, "text": text.encode() + b"\n", "signatures": signatures}


def read_key(text, kind):
    name, identity, typed = (text.split("+", 2) + ["", ""])[:3]
    data = unbase64(typed)
    key = data[len(kind):]
    own = sha(name.encode() + b"\n" + data if kind == WITNESS_KEY else key)[:4]
    need(re.fullmatch(r"\S+", name) and identity == own.hex() and data.startswith(kind + SPKI) and len(key) == 91)
    x, y = int.from_bytes(key[27:59], "big"), int.from_bytes(key[59:], "big")
    need(x < P256 and y < P256 and (y * y - x**3 + 3 * x - P256_B) % P256 == 0)
    return {"name": name, "id": own, "spki": key}


def read_policy(data):
    logs, witnesses, groups, quorum, free = [], [], {"none": (0, [])}, None, set()
    for line in decode(data.replace(b"\t", b" "), 64 * 1024).split("\n"):
        word, *rest = [part for part in line.split(" ") if part] or ["#"]
        known = {*groups, *(key["as"] for key in witnesses)}
        if word == "log" and rest:
            span = re.fullmatch("(?: from=([^ ]*))?(?: until=([^ ]*))?(?: [^ ]+)?", " ".join(["", *rest[1:]]))
            need(span)
            since, until = number("0" if span[1] is None else span[1]), LARGEST if span[2] is None else number(span[2])
            logs.append({**read_key(rest[0], LOG_KEY), "from": since, "until": until})
        elif word == "witness" and 2 <= len(rest) <= 3 and rest[0] not in known:
            witnesses.append({**read_key(rest[1], WITNESS_KEY), "as": rest[0]})
            free.add(rest[0])
        elif word == "group" and len(rest) > 2 and rest[0] not in known:
            name, least, *members = rest
            count = {"all": len(members), "any": 1}.get(least) or number(least)
            need(1 <= count <= len(members) == len(set(members)) and free.issuperset(members))
            groups[name], free = (count, members), free - set(members) | {name}
        elif not word.startswith("#"):
            need(word == "quorum" and len(rest) == 1 and quorum is None and rest[0] in known)
            quorum = rest[0]
    need(quorum and len(groups) <= 33)
    need(all(len({key["spki"] for key in keys}) == len(keys) <= 32 for keys in (logs, witnesses)))
    return {"logs": logs, "witnesses": witnesses, "groups": groups, "quorum": quorum}


def stands(groups, name, seen):
    count, members = groups.get(name, (1, []))
    return name in seen or sum(stands(groups, one, seen) for one in members) >= count


def signed_by(point, keys):
    """The signatures under these names and key ids; any other is a stranger's and passed over."""
    known = {(key["name"], key["id"]): key for key in reversed(keys)}
    return [(known[sign[:2]], sign[2]) for sign in point["signatures"] if sign[:2] in known]


def judge(policy, point):
    """The log's keys that signed, and when which witnesses of the policy saw it."""
    logs, seen = [log for log in policy["logs"] if log["name"] == point["origin"]], []
    need(logs, "log-unknown")
    made = signed_by(point, logs)
    need(all(ecdsa(log["spki"], point["text"], signature) for log, signature in made), "V05 signature-bad")
    need(made, "V05 key-unknown")
    keys = [log for log, _ in made if log["from"] <= point["size"] <= log["until"]]
    need(keys, "V05 key-not-valid-then")
    for key, signature in signed_by(point, policy["witnesses"]):
        time = int.from_bytes(signature[:8], "big")
        message = b"cosignature/v1\ntime %d\n" % time + point["text"]
        good = len(signature) > 8 and time <= LAST_SECOND and ecdsa(key["spki"], message, signature[8:])
        need(good, "V05 witness-signature-bad")
        seen.append((datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=time), key["as"]))
    return keys, seen


def read_proof(data, at_most, first):
    """The first lines, the hashes of the proof and the checkpoint below."""
    head, gap, note = decode(data, at_most).partition("\n\n")
    lines = head.split("\n")
    need(gap and first <= len(lines) <= first + 63)
    return lines[:first], [unbase64(line, 32) for line in lines[first:]], read_checkpoint(note.encode())


def read_receipt(data):
    head, proof, point = read_proof(data, 256 * 1024, 3)
    need(head[0] == "c2sp.org/tlog-proof@v1" and head[1].startswith("extra ") and head[2].startswith("index "))
    extra = read_json(unbase64(head[1][6:]))
    need(isinstance(extra, dict) and set(extra) == {"entry", "open"} and isinstance(extra["open"], dict))
    for opening in extra["open"].values():
        need(isinstance(opening, dict) and set(opening) in ({"salt", "value"}, {"salt", "sha256"}))
        need(all(isinstance(text, str) and (part == "value" or unbase64(text, 32)) for part, text in opening.items()))
    return unbase64(extra["entry"]), extra["open"], number(head[2][6:]), proof, point


def read_newer(data):
    if data.startswith(b"old "):
        (old,), proof, point = read_proof(data, 64 * 1024, 1)
        return number(old[4:]), proof, point
    point = read_checkpoint(data)
    return point["size"], [], point


def opens(path, opening, entry):
    words = unicodedata.normalize("NFC", opening.get("value", "")).encode()
    value = unbase64(opening["sha256"]) if "sha256" in opening else words
    made = hmac.digest(unbase64(opening["salt"]), b"lx-cm1\0" + path.encode() + b"\0" + value, "sha256")
    return path in entry.get("cm", {}) and unbase64(entry["cm"][path]) == made


def answer(report, receipt, policy, newer, key_code):
    policy = attempt(read_policy, policy, "policy-unreadable")
    board = None if key_code is None else attempt(read_code, key_code, "key-code-unreadable")
    told, openings, index, proof, point = attempt(read_receipt, receipt, "unreadable")
    leaf = sha(b"\x00" + told)
    report.update(index=index, size=point["size"], receipt_code=spoken(leaf))
    newer = None if newer is None else attempt(read_newer, newer, "newer-unreadable")
    raw = attempt(read_json, told, "V03 entry-malformed") if len(told) <= 16 * 1024 else None
    need(not isinstance(raw, dict) or type(raw.get("v")) is not int or raw["v"] == 1, "suite-unknown")
    entry = attempt(read_entry, told, "V03 entry-malformed")
    report["at"] = written(entry["ts"])
    need(entry["seq"] == index, "V14 index-differs")
    for path in [path for path in sorted(openings) if not opens(path, openings[path], entry)][:1]:
        report["path"] = path
        raise Answer("V11 opening-differs")
    root = attempt(lambda size: root_over(leaf, index, size, proof), point["size"], "V14 not-in-log")
    need(root == point["root"], "V14 not-in-log")
    keys, seen = judge(policy, point)
    later = []
    if newer:
        old, proof, now = newer
        need(now["origin"] == point["origin"], "newer-not-comparable")
        now_keys, later = attempt(lambda one: judge(policy, one), now, "V05 newer-not-trusted")
        need(old == point["size"] <= now["size"], "newer-not-comparable")
        report["newer_size"] = now["size"]
        differs = "V07 history-differs"
        need(attempt(lambda one: extends(old, point["root"], now["size"], now["root"], one), proof, differs), differs)
        keys = keys + now_keys
    need(board is None or any(spoken(sha(key["spki"])) == board for key in keys), "V05 key-not-on-board")
    first = {name: at for at, name in sorted(seen + later, reverse=True)}
    report["witnesses"] = [{"at": written(first[name]), "name": name} for name in sorted(first)]
    need(all(entry["ts"] - at <= datetime.timedelta(minutes=5) for at in first.values()), "V08 time-after-witness")
    enough = any(stands(policy["groups"], policy["quorum"], {name for _, name in one}) for one in (seen, later))
    return "proven" if enough else "awaiting-witnesses"


def check(receipt, policy, newer=None, key_code=None):
    report = {"witnesses": []}
    try:
        said = answer(report, receipt, policy, newer, key_code)
    except Answer as ended:
        said = str(ended)
    code, _, result = said.rpartition(" ")
    report.update(result=result, exit=0 if result == "proven" else 1 if code else 2)
    if code:
        report["finding"] = code
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("receipt")
    parser.add_argument("--policy", required=True)
    parser.add_argument("--newer", help="a newer checkpoint, with its consistency proof unless the size is the same")
    parser.add_argument("--key-code", help="the code of the log's key, as printed on the notice board")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    try:
        files = [path and open(path, "rb").read() for path in (asked.receipt, asked.policy, asked.newer)]
        report = check(*files, asked.key_code)
    except OSError as fault:
        parser.error(str(fault))  # exit code 2, also without openssl: nothing was found out
    print(canonical(report) if asked.json else "\n".join("%-13s %s" % pair for pair in sorted(report.items())))
    return report["exit"]


if __name__ == "__main__":
    sys.exit(main())
