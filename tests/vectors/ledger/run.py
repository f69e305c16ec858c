"""Puts every vector to tools/verify-receipt.py and prints where it disagrees. Used by LedgerVectorTests."""
import base64
import importlib.util
import json
import pathlib

here = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("verify_receipt", here.parents[2] / "tools" / "verify-receipt.py")
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)


def load(name):
    return json.loads((here / (name + ".json")).read_text(encoding="utf-8"))


def held(vector, key):
    if key + "_b64" in vector:
        return base64.b64decode(vector[key + "_b64"])
    return vector[key].encode() if key in vector else None


def reads(read, *data):
    """What is read, or None where the text or the proof is not made as its format says."""
    try:
        return read(*data)
    except (ValueError, RecursionError):
        return None


def hashes(texts):
    return [base64.b64decode(text) for text in texts]


def tree():
    file = load("tree")
    leaves = [verify.sha(b"\x00" + bytes.fromhex(leaf)) for leaf in file["leaves_hex"]]
    yield "empty", file["empty_root"] == base64.b64encode(verify.sha(b"")).decode()
    for one in file["inclusion"]:
        root, leaf = hashes([one["root"], one["leaf"]])
        held_leaf = leaf in leaves and root in hashes(file["roots"])
        yield one, held_leaf and (reads(verify.root_over, leaf, one["index"], one["size"], hashes(one["proof"])) == root) == one["holds"]
    for one in file["consistency"]:
        old, root = hashes([one["old_root"], one["root"]])
        yield one, bool(reads(verify.extends, one["old_size"], old, one["size"], root, hashes(one["proof"]))) == one["holds"]


def codes():
    file = load("codes")
    for one in file["of"]:
        yield one, verify.spoken(base64.b64decode(one["hash"])) == one["code"]
    for one in file["read"]:
        yield one, reads(verify.read_code, one["typed"]) == one["code"]


def entries():
    for one in load("entries")["entries"]:
        yield one["name"], (reads(verify.read_entry, held(one, "entry")) is not None) == one["is_entry"]


def receipts():
    file = load("receipts")
    for one in file["receipts"]:
        report = verify.check(held(one, "receipt"), one.get("policy", file["usual_policy"]).encode(), held(one, "newer"), one.get("key_code"))
        yield one["name"] + ": " + verify.canonical(report), verify.canonical(report) == one["report"]


said = {}
for name, run in (("tree", tree), ("codes", codes), ("entries", entries), ("receipts", receipts)):
    told = list(run())
    said[name] = {"checked": len(told), "disagree": [vector for vector, agrees in told if not agrees]}
print(json.dumps(said))
