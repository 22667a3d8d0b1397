"""Teaches the sentence encoder the concerns of decision documents: low-rank adapters (Hu et al. 2021) on every linear layer,
outputs for concerns and tones, and a projection that keeps the published vectors. See README.md.

    python3 adapt.py --gold ../../../shared/gold --encoder minilm.onnx --tokenizer minilm.json --out DIR
"""
import argparse
import glob
import json
import math
import os
import random
import struct

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper
from tokenizers import Tokenizer

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
RANK, EPOCHS, BATCH = 16, 3, 32
ADAPTER_RATE, OUTPUT_RATE, PROJECTION_RATE = 1.5e-3, 2e-3, 1e-3
LONGEST = 126
KEEP_VECTORS = 10.0
SHORT_TEXTS = 1500
TONES = ["tone compromises", "tone reason", "tone behaviour", "tone declaration"]
LINEAR = {
    "q": "attention/self/query",
    "k": "attention/self/key",
    "v": "attention/self/value",
    "o": "attention/output/dense",
    "f1": "intermediate/dense",
    "f2": "output/dense",
}


class Adapted(nn.Module):
    """A frozen linear layer and what is added to it."""

    def __init__(self, weight, bias):
        super().__init__()
        self.linear = nn.Linear(*reversed(weight.shape))
        self.linear.weight.data, self.linear.bias.data = weight, bias
        self.linear.requires_grad_(False)
        self.down = nn.Parameter(torch.randn(RANK, weight.shape[1]) / math.sqrt(weight.shape[1]))
        self.up = nn.Parameter(torch.zeros(weight.shape[0], RANK))

    def forward(self, x):
        return self.linear(x) + F.linear(F.linear(x, self.down), self.up)


class Published:
    """The initialisers of the published model, by their path and kind."""

    def __init__(self, path):
        model = onnx.load(path)
        self.tensors = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
        self.matrices = {
            node.name: name
            for node in model.graph.node
            if node.op_type == "MatMul"
            for name in node.input
            if name in self.tensors
        }

    def named(self, suffix):
        return next(tensor for name, tensor in self.tensors.items() if name.endswith(suffix))

    def matrix(self, layer, path):
        return self.matrices[f"/encoder/layer.{layer}/{path}/MatMul"]

    def linear(self, layer, path):
        weight = self.tensors[self.matrix(layer, path)].t().contiguous()
        return Adapted(weight, self.named(f"layer.{layer}.{path.replace('/', '.')}.bias"))

    def norm(self, prefix):
        norm = nn.LayerNorm(WIDTH, 1e-12)
        norm.weight.data, norm.bias.data = self.named(prefix + ".weight"), self.named(prefix + ".bias")
        return norm.requires_grad_(False)


class Layer(nn.Module):
    def __init__(self, published, number):
        super().__init__()
        for name, path in LINEAR.items():
            setattr(self, name, published.linear(number, path))
        self.n1 = published.norm(f"layer.{number}.attention.output.LayerNorm")
        self.n2 = published.norm(f"layer.{number}.output.LayerNorm")
        self.drop = nn.Dropout(0.1)

    def forward(self, x, bias):
        rows, length, _ = x.shape

        def split(y):
            return y.view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.q(x)) @ split(self.k(x)).transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias
        mixed = self.drop(scores.softmax(-1)) @ split(self.v(x))
        x = self.n1(x + self.drop(self.o(mixed.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.n2(x + self.drop(self.f2(F.gelu(self.f1(x)))))


class Encoder(nn.Module):
    def __init__(self, published, outputs, priors):
        super().__init__()
        self.words = published.named("word_embeddings.weight")
        self.places = published.named("position_embeddings.weight")
        self.kind = published.named("token_type_embeddings.weight")[0]
        self.norm = published.norm("embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(published, number) for number in range(LAYERS))
        self.outputs = nn.Linear(2 * WIDTH, outputs)
        self.projection = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.outputs.weight, std=0.02)
        self.outputs.bias.data = torch.log(priors.clamp(min=1e-4))
        nn.init.eye_(self.projection.weight)
        nn.init.zeros_(self.projection.bias)

    def states(self, ids, mask):
        x = self.drop(self.norm(self.words[ids] + self.places[: ids.shape[1]] + self.kind))
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x, (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)

    def forward(self, ids, mask):
        states, mean = self.states(ids, mask)
        return self.outputs(self.drop(torch.cat([mean, states[:, 0]], 1))), F.normalize(self.projection(mean), dim=1)

    def adapters(self):
        return [p for name, p in self.named_parameters() if name.endswith((".down", ".up"))]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def data(gold):
    """Sentences with their concerns, in the order of their files."""
    labelled = {
        row["id"]: row for file in sorted(glob.glob(gold + "/*.jsonl") + glob.glob(gold + "/train/*.jsonl")) for row in lines(file)
    }
    known = [(labelled[row["id"]], row["concerns"]) for row in lines(gold + "/concerns/labelled.jsonl") if row["id"] in labelled]
    return known + [(row, row["concerns"]) for row in lines(gold + "/concerns/more.jsonl")]


def home(row):
    return row["doc"].split("/")[0]


def padded(rows):
    width = max(map(len, rows))
    ids, mask = torch.zeros(len(rows), width, dtype=torch.long), torch.zeros(len(rows), width)
    for i, row in enumerate(rows):
        ids[i, : len(row)], mask[i, : len(row)] = torch.tensor(row), 1
    return ids, mask


def batches(tokens, rng):
    """Batches of texts of about one length, in random order."""
    order, found = list(range(len(tokens))), []
    rng.shuffle(order)
    for start in range(0, len(order), BATCH * 32):
        chunk = sorted(order[start : start + BATCH * 32], key=lambda i: len(tokens[i]))
        found += [chunk[i : i + BATCH] for i in range(0, len(chunk), BATCH)]
    rng.shuffle(found)
    return found


def teach(published, tokenizer, labels, rows, seed, known):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    place = {label: i for i, label in enumerate(labels)}
    targets = torch.zeros(len(rows), len(labels))
    for i, (_, bearings) in enumerate(rows):
        for bearing in bearings:
            targets[i, place[bearing["concern"]]] = 1
            if bearing.get("stance") == "compromises":
                targets[i, place["tone compromises"]] = 1
            if bearing.get("role"):
                targets[i, place["tone " + bearing["role"]]] = 1
    headings = sorted({row.get("section") or "" for row, _ in rows} - {""})
    rng.shuffle(headings)
    texts = [row["sentence"] for row, _ in rows] + headings[:SHORT_TEXTS]
    tokens = [[101] + e.ids[:LONGEST] + [102] for e in tokenizer.encode_batch(texts, add_special_tokens=False)]
    encoder = Encoder(published, len(labels), targets.mean(0))
    kept = vectors(encoder, texts, tokens, known)
    groups = [
        {"params": encoder.adapters(), "base": ADAPTER_RATE},
        {"params": encoder.outputs.parameters(), "base": OUTPUT_RATE},
        {"params": encoder.projection.parameters(), "base": PROJECTION_RATE},
    ]
    optimiser = torch.optim.AdamW(groups, lr=ADAPTER_RATE, weight_decay=0.01)
    steps, step = EPOCHS * math.ceil(len(tokens) / BATCH), 0
    for epoch in range(EPOCHS):
        for batch in batches(tokens, rng):
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * min(1, (step + 1) / 100) * max(0, 1 - step / steps)
            with torch.autocast("cpu", torch.bfloat16):
                logits, vector = encoder(*padded([tokens[i] for i in batch]))
            known = [k for k, i in enumerate(batch) if i < len(rows)]
            told = F.binary_cross_entropy_with_logits(logits[known].float(), targets[[batch[k] for k in known]], reduction="sum")
            drift = (1 - (vector.float() * kept[batch]).sum(1)).mean()
            loss = told / max(1, len(known)) + KEEP_VECTORS * drift
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.adapters(), 1.0)
            optimiser.step()
            step += 1
        print(f"  epoch {epoch + 1}: loss {loss.item():.2f}, drift {drift.item():.3f}", flush=True)
    return encoder


def vectors(encoder, texts, tokens, known):
    """The published vectors, those not yet known added: adapters change nothing before they have learnt."""
    encoder.eval()
    order = sorted((i for i, text in enumerate(texts) if text not in known), key=lambda i: len(tokens[i]))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            batch = order[start : start + 64]
            means = encoder.states(*padded([tokens[i] for i in batch]))[1]
            known.update(zip((texts[i] for i in batch), F.normalize(means, dim=1)))
    encoder.train()
    return torch.stack([known[text] for text in texts])


def text(word):
    return struct.pack(">H", len(word.encode())) + word.encode()


def matrix(tensor):
    return struct.pack(">ii", *tensor.shape) + tensor.detach().numpy().astype(">f2").tobytes()


def write(encoder, published, organisations, path):
    """The file that dev.touchstone.models.djl.Adapter reads: big-endian, numbers in half precision."""
    out = text("touchstone-adapter-1") + struct.pack(">i", len(organisations)) + b"".join(map(text, organisations))
    out += struct.pack(">i", LAYERS * len(LINEAR))
    for number, layer in enumerate(encoder.layers):
        for name, part in LINEAR.items():
            adapted = getattr(layer, name)
            out += text(published.matrix(number, part)) + matrix(adapted.down) + matrix(adapted.up)
    for affine in (encoder.projection, encoder.outputs):
        out += matrix(affine.weight) + matrix(affine.bias[None])
    with open(path, "wb") as file:
        file.write(out)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", required=True, help="folder with labelled sentences, train/ and concerns/")
    options.add_argument("--encoder", required=True, help="all-MiniLM-L6-v2 as ONNX, fp32")
    options.add_argument("--tokenizer", required=True, help="its tokenizer.json")
    options.add_argument("--out", required=True, help="folder for the adapters")
    options.add_argument("--only", nargs="+", help="organisations to leave out, and 'none'; else each in turn and none")
    options.add_argument("--threads", type=int, default=os.cpu_count())
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    rows, published = data(given.gold), Published(given.encoder)
    tokenizer = Tokenizer.from_file(given.tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    labels = sorted({bearing["concern"] for _, bearings in rows for bearing in bearings}) + TONES
    organisations = sorted({home(row) for row, _ in rows})
    os.makedirs(given.out, exist_ok=True)
    known = {}
    for left_out in given.only or organisations + ["none"]:
        print("without", left_out, flush=True)
        seen = [(row, bearings) for row, bearings in rows if left_out not in (home(row), row["org"])]
        encoder = teach(published, tokenizer, labels, seen, given.seed, known)
        name = "adapter-minilm.bin" if left_out == "none" else f"adapter-minilm-without-{left_out}.bin"
        write(encoder, published, [o for o in organisations if o != left_out], os.path.join(given.out, name))


if __name__ == "__main__":
    main()
