#!/usr/bin/env python3
"""Checks a receipt of a Lianxin ledger without network, database or trust in the product.

Needs Python 3.8 and the openssl program. Usage:
    verify-receipt.py RECEIPT --policy POLICY [--newer CHECKPOINT] [--key-code CODE] [--json]
Exit: 0 proven, 1 a problem was found, 2 it could not be checked to the end.
"""
import argparse
import base64
import datetime
import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

LARGEST = 2**53 - 1
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
COSIGNATURE = b"\xfflianxin/cosignature-ecdsa-p256/v1\x00"
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
FINDINGS = {"entry-malformed": "V03", "signature-bad": "V05", "key-unknown": "V05", "key-not-valid-then": "V05",
            "witness-signature-bad": "V05", "newer-not-trusted": "V05", "key-not-on-board": "V05", "history-differs": "V07",
            "time-after-witness": "V08", "opening-differs": "V11", "index-differs": "V14", "not-in-log": "V14"}


class Wrong(ValueError):
    """The text is not written as its format says."""


def need(condition):
    if not condition:
        raise Wrong()


def sha(data):
    return hashlib.sha256(data).digest()


def leaf_hash(entry):
    return sha(b"\x00" + entry)


def node_hash(left, right):
    return sha(b"\x01" + left + right)


def unbase64(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Wrong() from None
    need(base64.b64encode(data).decode() == text)
    return data


def hash_of(text):
    data = unbase64(text)
    need(len(data) == 32)
    return data


def number(text):
    need(re.fullmatch(r"0|[1-9][0-9]{0,15}", text, re.ASCII) and int(text) <= LARGEST)
    return int(text)


def decode(data, at_most):
    need(len(data) <= at_most and not any(b < 0x20 and b != 0x0A for b in data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Wrong() from None


# --- the tree (RFC 9162 2.1.3.2 and 2.1.4.2)

def up(node, last):
    if node & 1 or node == last:
        while node and not node & 1:
            node, last = node >> 1, last >> 1
    return node >> 1, last >> 1


def includes(root, leaf, index, size, proof):
    if not 0 <= index < size:
        return False
    node, last = index, size - 1
    for step in proof:
        if last == 0:
            return False
        leaf = node_hash(step, leaf) if node & 1 or node == last else node_hash(leaf, step)
        node, last = up(node, last)
    return last == 0 and leaf == root


def extends(old_size, old_root, size, root, proof):
    if old_size == size or old_size == 0:
        return not proof and old_root == (root if old_size == size else sha(b""))
    if old_size > size or not proof:
        return False
    steps = list(proof) if old_size & (old_size - 1) else [old_root] + list(proof)
    node, last = old_size - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    first = second = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            first, second = node_hash(step, first), node_hash(step, second)
        else:
            second = node_hash(second, step)
        node, last = up(node, last)
    return last == 0 and first == old_root and second == root


# --- canonical JSON and entries

def canonical(value, depth=1):
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        need(-LARGEST <= value <= LARGEST)
        return str(value)
    if isinstance(value, str):
        names = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
        return '"' + "".join(names.get(c) or (c if c >= " " else "\\u%04x" % ord(c)) for c in value) + '"'
    need(isinstance(value, (dict, list)) and depth <= 6)
    if isinstance(value, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    need(all(re.fullmatch(r"[a-z][a-z0-9_]{0,31}", key, re.ASCII) for key in value))
    return "{" + ",".join('"%s":%s' % (key, canonical(value[key], depth + 1)) for key in sorted(value)) + "}"


def read_json(data):
    try:
        value = json.loads(data.decode("utf-8"))
        need(canonical(value).encode("utf-8") == data)
    except (ValueError, RecursionError):
        raise Wrong() from None
    return value


def instant(text):
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z", text, re.ASCII)
    need(match)
    try:
        year, month, day, hour, minute, second, milli = map(int, match.groups())
        return datetime.datetime(year, month, day, hour, minute, second, milli * 1000)
    except ValueError:
        raise Wrong() from None


def read_entry(data):
    need(len(data) <= 16 * 1024)
    entry = read_json(data)
    need(isinstance(entry, dict) and {"actor", "data", "nonce", "seq", "ts", "type", "v"} <= set(entry))
    need(set(entry) <= {"actor", "claim", "cm", "cn", "cprev", "data", "matter", "nonce", "seq", "ts", "type", "v"})
    actor, cm, cn = entry["actor"], entry.get("cm", {"a": ""}), entry.get("cn")
    need(isinstance(actor, dict) and {"kind", "via"} <= set(actor) <= {"id", "kind", "unit", "via"})
    need(all(isinstance(value, str) for value in actor.values()) and isinstance(entry["data"], dict))
    need(all(isinstance(entry[key], str) for key in ("type", "ts", "nonce", "matter", "claim", "cprev") if key in entry))
    need(type(entry["seq"]) is int and entry["seq"] >= 0 and entry["v"] == 1 and type(entry["v"]) is int)
    need(isinstance(cm, dict) and cm and all(isinstance(value, str) for value in cm.values()))
    need(len(unbase64(entry["nonce"])) == 16 and ("cm" not in entry or all(hash_of(value) for value in cm.values())))
    need(("matter" in entry) == ("cn" in entry) and (cn is None or (type(cn) is int and 1 <= cn <= 2**31 - 1)))
    need(("cprev" in entry) == (cn is not None and cn > 1) and ("cprev" not in entry or hash_of(entry["cprev"])))
    entry["ts"] = instant(entry["ts"])
    need("claim" not in entry or instant(entry["claim"]))
    return entry


# --- codes that are read out

def check_symbol(values):
    total = 0
    for value in list(values) + [0]:
        total = (total << 1 ^ (0b100101 if total & 16 else 0)) ^ value
    return total


def spoken(digest):
    bits = int.from_bytes(digest[:10], "big")
    values = [bits >> 5 * (15 - i) & 31 for i in range(16)]
    text = "".join(ALPHABET[value] for value in values + [check_symbol(values)])
    return "-".join(text[i:i + 4] for i in range(0, 17, 4))


def read_code(typed):
    values = []
    for symbol in typed:
        point = ord(symbol)
        plain = chr(point - 0xFEE0) if 0xFF01 <= point <= 0xFF5E else symbol
        if plain in " -\t\n\r\u3000\u2010\u2011\u2012\u2013\u2014\u2212":
            continue
        need(plain.isascii())
        plain = {"O": "0", "I": "1", "L": "1"}.get(plain.upper(), plain.upper())
        need(plain in ALPHABET)
        values.append(ALPHABET.index(plain))
    need(len(values) == 17 and check_symbol(values[:16]) == values[16])
    text = "".join(ALPHABET[value] for value in values)
    return "-".join(text[i:i + 4] for i in range(0, 17, 4))


# --- notes, keys, checkpoints

def is_name(text):
    return text != "" and not re.search(r"[\s+]", text)


def ecdsa(spki, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        def kept(name, data):
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(data)
            return path
        pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
        command = ["openssl", "dgst", "-sha256", "-verify", kept("key", pem), "-signature", kept("sig", signature), kept("text", message)]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def read_note(data):
    whole = decode(data, 64 * 1024)
    text, gap, lines = whole.rpartition("\n\n")
    need(gap and text and lines.endswith("\n"))
    signatures = []
    for line in lines[:-1].split("\n"):
        dash, name, made = (line.split(" ") + ["", ""])[:3]
        need(line.count(" ") == 2 and dash == "\u2014" and is_name(name) and len(unbase64(made)) > 4)
        signatures.append((name, unbase64(made)[:4], unbase64(made)[4:]))
    need(len(signatures) <= 32)
    return text + "\n", signatures


def read_checkpoint(data):
    text, signatures = read_note(data)
    lines = text[:-1].split("\n")
    need(len(lines) >= 3 and all(lines))
    return {"origin": lines[0], "size": number(lines[1]), "root": hash_of(lines[2]), "text": text, "signatures": signatures}


def read_key(text, cosigns):
    name, identity, typed = (text.split("+", 2) + ["", ""])[:3]
    kind = COSIGNATURE if cosigns else b"\x02"
    data = unbase64(typed)
    key = data[len(kind):]
    need(is_name(name) and data.startswith(kind) and key.startswith(SPKI) and len(key) == 91)
    x, y, p = int.from_bytes(key[27:59], "big"), int.from_bytes(key[59:], "big"), 2**256 - 2**224 + 2**192 + 2**96 - 1
    b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
    need(x < p and y < p and (y * y - x**3 + 3 * x - b) % p == 0)
    own = sha(name.encode() + b"\n" + kind + key if cosigns else key)[:4]
    need(identity == own.hex())
    return {"name": name, "id": own, "spki": key}


def read_policy(data):
    policy = {"logs": [], "witnesses": {}, "groups": {}, "quorum": None}
    known, grouped = {"none"}, set()
    for line in decode(data.replace(b"\t", b" "), 64 * 1024).split("\n"):
        words = line.strip(" ").split(" ")
        words = [word for word in words if word]
        if not words or words[0].startswith("#"):
            continue
        if words[0] == "log" and len(words) > 1:
            key, rest = read_key(words[1], False), words[2:]
            key["from"] = number(rest.pop(0)[5:]) if rest and rest[0].startswith("from=") else 0
            key["until"] = number(rest.pop(0)[6:]) if rest and rest[0].startswith("until=") else LARGEST
            need(len(rest) <= 1 and len(policy["logs"]) < 32 and all(log["spki"] != key["spki"] for log in policy["logs"]))
            policy["logs"].append(key)
        elif words[0] == "witness" and 3 <= len(words) <= 4:
            key = read_key(words[2], True)
            need(words[1] not in known and len(policy["witnesses"]) < 32)
            need(all(other["spki"] != key["spki"] for other in policy["witnesses"].values()))
            policy["witnesses"][words[1]] = key
            known.add(words[1])
        elif words[0] == "group" and len(words) > 3:
            members = words[3:]
            count = {"all": len(members), "any": 1}.get(words[2]) or number(words[2])
            need(words[1] not in known and 1 <= count <= len(members) and len(policy["groups"]) < 32)
            need(len(set(members)) == len(members) and all(one in known - {"none"} - grouped for one in members))
            policy["groups"][words[1]] = (count, members)
            known.add(words[1])
            grouped.update(members)
        else:
            need(words[0] == "quorum" and len(words) == 2 and policy["quorum"] is None and words[1] in known)
            policy["quorum"] = words[1]
    need(policy["quorum"])
    return policy


def stands(policy, name, seen):
    if name in policy["groups"]:
        count, members = policy["groups"][name]
        return sum(stands(policy, one, seen) for one in members) >= count
    return name == "none" or name in seen


def judge(policy, point):
    """The trust, the log's keys that signed, and the witnesses with their times."""
    logs = [log for log in policy["logs"] if log["name"] == point["origin"]]
    text, made = point["text"].encode(), []
    for name, identity, signature in point["signatures"]:
        for log in logs:
            if (log["name"], log["id"]) == (name, identity):
                if not ecdsa(log["spki"], text, signature):
                    return "signature-bad", [], []
                made.append(log)
                break
    keys = [log for log in made if log["from"] <= point["size"] <= log["until"]]
    if not keys:
        return "log-unknown" if not logs else "key-not-valid-then" if made else "key-unknown", [], []
    seen = []
    for name, identity, signature in point["signatures"]:
        for witness, key in policy["witnesses"].items():
            if (key["name"], key["id"]) == (name, identity):
                time = int.from_bytes(signature[:8], "big")
                message = b"cosignature/v1\ntime %d\n" % time + text
                if len(signature) < 9 or time > 253402300799 or not ecdsa(key["spki"], message, signature[8:]):
                    return "witness-signature-bad", keys, []
                seen.append((time, witness))
                break
    return "", keys, seen


# --- receipts

def read_receipt(data):
    head, gap, note = decode(data, 256 * 1024).partition("\n\n")
    lines = head.split("\n")
    need(gap and 3 <= len(lines) <= 66 and lines[0] == "c2sp.org/tlog-proof@v1")
    need(lines[1].startswith("extra ") and lines[2].startswith("index "))
    extra = read_json(unbase64(lines[1][6:]))
    need(isinstance(extra, dict) and set(extra) == {"entry", "open"} and isinstance(extra["entry"], str) and isinstance(extra["open"], dict))
    for opening in extra["open"].values():
        need(isinstance(opening, dict) and set(opening) in ({"salt", "value"}, {"salt", "sha256"}))
        need(all(isinstance(part, str) for part in opening.values()) and hash_of(opening["salt"]))
        need("value" in opening or hash_of(opening["sha256"]))
    return {"entry": unbase64(extra["entry"]), "open": extra["open"], "index": number(lines[2][6:]),
            "proof": [hash_of(line) for line in lines[3:]], "point": read_checkpoint(note.encode())}


def read_newer(data):
    if not data.startswith(b"old "):
        point = read_checkpoint(data)
        return point["size"], [], point
    head, gap, note = decode(data, 64 * 1024).partition("\n\n")
    lines = head.split("\n")
    need(gap and len(lines) <= 64)
    return number(lines[0][4:]), [hash_of(line) for line in lines[1:]], read_checkpoint(note.encode())


def opens(path, opening, entry):
    value = unicodedata.normalize("NFC", opening["value"]).encode() if "value" in opening else unbase64(opening["sha256"])
    made = hmac.new(unbase64(opening["salt"]), b"lx-cm1\0" + path.encode() + b"\0" + value, "sha256").digest()
    return path in entry.get("cm", {}) and unbase64(entry["cm"][path]) == made


def check(receipt_bytes, policy_bytes, newer_bytes=None, key_code=None):
    report = {"witnesses": []}
    report["result"] = result = answer(report, receipt_bytes, policy_bytes, newer_bytes, key_code)
    if result in FINDINGS:
        report["finding"] = FINDINGS[result]
    report["exit"] = 0 if result == "proven" else 1 if result in FINDINGS else 2
    return report


def attempt(read, data):
    try:
        return read(data)
    except Wrong:
        return None


def answer(report, receipt_bytes, policy_bytes, newer_bytes, key_code):
    policy, receipt = attempt(read_policy, policy_bytes), attempt(read_receipt, receipt_bytes)
    board = None if key_code is None else attempt(read_code, key_code)
    if policy is None:
        return "policy-unreadable"
    if key_code is not None and board is None:
        return "key-code-unreadable"
    if receipt is None:
        return "unreadable"
    point, leaf = receipt["point"], leaf_hash(receipt["entry"])
    report.update(index=receipt["index"], size=point["size"], receipt_code=spoken(leaf))
    newer = None if newer_bytes is None else attempt(read_newer, newer_bytes)
    if newer_bytes is not None and newer is None:
        return "newer-unreadable"
    raw = attempt(read_json, receipt["entry"]) if len(receipt["entry"]) <= 16 * 1024 else None
    if isinstance(raw, dict) and type(raw.get("v")) is int and raw["v"] != 1:
        return "suite-unknown"
    entry = attempt(read_entry, receipt["entry"])
    if entry is None:
        return "entry-malformed"
    report["at"] = entry["ts"].isoformat(timespec="milliseconds") + "Z"
    if entry["seq"] != receipt["index"]:
        return "index-differs"
    for path in sorted(receipt["open"]):
        if not opens(path, receipt["open"][path], entry):
            report["path"] = path
            return "opening-differs"
    if not includes(point["root"], leaf, receipt["index"], point["size"], receipt["proof"]):
        return "not-in-log"
    trust, keys, seen = judge(policy, point)
    if trust:
        return trust
    later = []
    if newer:
        old, proof, now = newer
        trust, now_keys, later = judge(policy, now)
        if now["origin"] != point["origin"]:
            return "newer-not-comparable"
        if trust:
            return "newer-not-trusted"
        if old != point["size"] or now["size"] < point["size"]:
            return "newer-not-comparable"
        report["newer_size"] = now["size"]
        if not extends(point["size"], point["root"], now["size"], now["root"], proof):
            return "history-differs"
        keys = keys + now_keys
    if board and all(spoken(sha(key["spki"])) != board for key in keys):
        return "key-not-on-board"
    first = {name: time for time, name in sorted(seen + later, reverse=True)}
    start = datetime.datetime(1970, 1, 1)
    times = {name: start + datetime.timedelta(seconds=time) for name, time in first.items()}
    report["witnesses"] = [{"at": times[name].isoformat(timespec="milliseconds") + "Z", "name": name} for name in sorted(times)]
    if any(entry["ts"] - time > datetime.timedelta(minutes=5) for time in times.values()):
        return "time-after-witness"
    enough = [stands(policy, policy["quorum"], {name for _, name in one}) for one in (seen, later)[:2 if newer else 1]]
    return "proven" if any(enough) else "awaiting-witnesses"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("receipt")
    parser.add_argument("--policy", required=True)
    parser.add_argument("--newer", help="a newer checkpoint, with its consistency proof unless the size is the same")
    parser.add_argument("--key-code", help="the code of the log's key, as printed on the notice board")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    try:
        files = [path and open(path, "rb").read() for path in (asked.receipt, asked.policy, asked.newer)]
    except OSError as fault:
        sys.exit(parser.error(str(fault)))
    report = check(files[0], files[1], files[2], asked.key_code)
    print(canonical(report) if asked.json else "\n".join("%-13s %s" % (key, report[key]) for key in sorted(report)))
    return report["exit"]


if __name__ == "__main__":
    sys.exit(main())
