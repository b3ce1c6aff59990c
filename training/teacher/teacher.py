"""A slower and stronger tagger and parser that teaches the quick one; never part of the product.

usage: teacher.py DATA PLAIN OUT MINUTES SENTENCES

Learns from the UD EWT and GUM train files under DATA (two BiLSTM layers, deep biaffine arcs and relations after Dozat
and Manning 2017) with word vectors that fastText made from PLAIN, prints its scores on EWT dev after each epoch, and
writes OUT: at most SENTENCES of PLAIN, drawn evenly, with the teacher's tags and trees as CoNLL-U, those whose best
heads form no tree left out. The weights used are the moving average of those learned. Needs Debian's python3-torch and
fasttext; one thread; learns for at most MINUTES.
"""

import copy
import json
import math
import random
import subprocess
import sys
import time

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

torch.set_num_threads(1)
torch.manual_seed(7)
random.seed(7)

DATA, PLAIN, OUT, MINUTES, SENTENCES = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
HIDDEN, ARC, REL, VECTOR = 200, 200, 80, 100
BUCKETS = 8192
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "`": "'"})


def conllu(path):
    rows, out = [], []
    for line in open(path, encoding="utf8"):
        if line.strip() == "":
            if rows:
                out.append(rows)
            rows = []
        elif line[0] != "#":
            c = line.rstrip("\n").split("\t")
            if c[0].isdigit():
                rows.append((c[1].translate(QUOTES), c[3] + " " + c[4], int(c[6]), c[7]))
    return out


def plain(word):
    return "".join("0" if ch.isdigit() else ch for ch in word.lower())[:40]


def shape(word):
    out = []
    for ch in word[:40]:
        kind = "X" if ch.isupper() else "x" if ch.islower() else "0" if ch.isdigit() else ch
        if len(out) < 2 or not (out[-1] == kind and out[-2] == kind):
            out.append(kind)
    return "".join(out)[:8]


def bucket(text):
    h = 2166136261
    for ch in text:
        h = ((h ^ ord(ch)) * 16777619) & 0xFFFFFFFF
    return 1 + h % (BUCKETS - 1)


def vectors(sentences):
    """Skip-gram vectors of all words of the plain and the annotated text."""
    with open(OUT + ".words", "w", encoding="utf8") as file:
        for line in open(PLAIN, encoding="utf8"):
            file.write(" ".join(plain(w) for w in json.loads(line)) + "\n")
        for sentence in sentences:
            file.write(" ".join(plain(w) for w, *_ in sentence) + "\n")
    subprocess.run(
        ["fasttext", "skipgram", "-input", OUT + ".words", "-output", OUT + ".vec", "-dim", str(VECTOR), "-ws", "3",
         "-minCount", "3", "-epoch", "5", "-thread", "1", "-maxn", "0", "-verbose", "0"], check=True)
    found = {}
    with open(OUT + ".vec.vec", encoding="utf8") as file:
        next(file)
        for line in file:
            word, *values = line.rstrip().split(" ")
            found[word] = [float(v) for v in values]
    return found


train = conllu(DATA + "/ud-ewt/train.conllu") + conllu(DATA + "/ud-gum/train.conllu")
dev = conllu(DATA + "/ud-ewt/dev.conllu")
given = vectors(train)
tags = sorted({t for s in train for _, t, _, _ in s})
relations = sorted({r for s in train for *_, r in s})
tag_number = {t: i for i, t in enumerate(tags)}
relation_number = {r: i for i, r in enumerate(relations)}
counts = {}
for s in train:
    for w, *_ in s:
        counts[plain(w)] = counts.get(plain(w), 0) + 1
words = {w: i + 2 for i, w in enumerate(sorted(w for w, n in counts.items() if n >= 2))}
known = {w: i + 1 for i, w in enumerate(sorted(given))}
table = torch.zeros(len(known) + 1, VECTOR)
for w, i in known.items():
    table[i] = torch.tensor(given[w])
table /= table[1:].std()
looks = {}


def look(word):
    if word not in looks:
        w = plain(word)
        looks[word] = (words.get(w, 1), known.get(w, 0), bucket("s2" + w[-2:]), bucket("s3" + w[-3:]),
                       bucket("s4" + w[-4:]), bucket("p3" + w[:3]), bucket("sh" + shape(word)))
    return looks[word]


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.word = nn.Embedding(len(words) + 2, 100, padding_idx=0)
        self.given = nn.Embedding.from_pretrained(table, freeze=True)
        self.fit = nn.Linear(VECTOR, 100)
        self.pieces = nn.Embedding(BUCKETS, 32, padding_idx=0)
        self.lower = nn.LSTM(100 + 5 * 32, HIDDEN, batch_first=True, bidirectional=True)
        self.upper = nn.LSTM(2 * HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
        self.tag = nn.Sequential(nn.Linear(2 * HIDDEN, 150), nn.ReLU(), nn.Dropout(0.3), nn.Linear(150, len(tags)))
        self.arc_head = nn.Sequential(nn.Linear(2 * HIDDEN, ARC), nn.LeakyReLU(0.1), nn.Dropout(0.33))
        self.arc_child = nn.Sequential(nn.Linear(2 * HIDDEN, ARC), nn.LeakyReLU(0.1), nn.Dropout(0.33))
        self.rel_head = nn.Sequential(nn.Linear(2 * HIDDEN, REL), nn.LeakyReLU(0.1), nn.Dropout(0.33))
        self.rel_child = nn.Sequential(nn.Linear(2 * HIDDEN, REL), nn.LeakyReLU(0.1), nn.Dropout(0.33))
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.zeros(len(relations), REL + 1, REL + 1))
        self.root = nn.Parameter(torch.randn(2 * HIDDEN) * 0.1)
        self.drop = nn.Dropout(0.33)

    def run(self, lstm, x, lengths):
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        return pad_packed_sequence(lstm(packed)[0], batch_first=True)[0]

    def forward(self, x, lengths, freq=None):
        word = x[..., 0]
        if self.training:
            word = torch.where(torch.rand(word.shape) < freq, torch.ones_like(word), word)
        g = self.fit(self.given(x[..., 1]))
        if self.training:
            g = g * (torch.rand(g.shape[:2]).unsqueeze(-1) > 0.1)
        e = torch.cat([self.word(word) + g, self.pieces(x[..., 2:]).flatten(2)], -1)
        low = self.run(self.lower, self.drop(e), lengths)
        up = self.run(self.upper, self.drop(low), lengths)
        scores = self.tag(self.drop(low))
        h = self.drop(torch.cat([self.root.expand(len(up), 1, -1), up], 1))
        heads, children = self.arc_head(h), self.arc_child(h[:, 1:])
        ones = torch.ones(*children.shape[:2], 1)
        arcs = torch.cat([children, ones], -1) @ self.arc @ heads.transpose(1, 2)
        return scores, arcs, self.rel_head(h), self.rel_child(h[:, 1:])

    def label(self, rh, rc, heads):
        picked = rh.gather(1, heads.unsqueeze(-1).expand(-1, -1, rh.shape[-1]))
        one = torch.ones(*picked.shape[:2], 1)
        a, b = torch.cat([rc, one], -1), torch.cat([picked, one], -1)
        left = torch.einsum("bni,rij->bnrj", a, self.rel)
        return (left * b.unsqueeze(2)).sum(-1)


def batches(sentences, size, shuffle):
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), random.random() if shuffle else 0))
    out, now = [], []
    for i in order:
        if now and (len(now) + 1) * len(sentences[i]) > size:
            out.append(now)
            now = []
        now.append(i)
    out.append(now)
    if shuffle:
        random.shuffle(out)
    return out


def inputs(sentences):
    n = max(len(s) for s in sentences)
    x = torch.zeros(len(sentences), n, 7, dtype=torch.long)
    for i, s in enumerate(sentences):
        x[i, :len(s)] = torch.tensor([look(w) for w in s])
    return x, torch.tensor([len(s) for s in sentences])


def answers(model, sentences):
    """Tags, heads (0 is the root) and relations; no gradient."""
    x, lengths = inputs(sentences)
    scores, arcs, rh, rc = model(x, lengths)
    n = x.shape[1]
    positions = torch.arange(n + 1)
    arcs = arcs.masked_fill(positions[None, None, :] > lengths[:, None, None], -1e9)
    arcs[:, torch.arange(n), torch.arange(1, n + 1)] = -1e9
    # One root: the word that most wants to be one.
    root_gain = (arcs[:, :, 0] - arcs[:, :, 1:].max(-1).values).masked_fill(positions[None, 1:] > lengths[:, None], -1e9)
    chosen = root_gain.argmax(1)
    keep = torch.zeros(len(sentences), n, dtype=torch.bool)
    keep[torch.arange(len(sentences)), chosen] = True
    arcs[:, :, 0] = torch.where(keep, torch.tensor(1e9), torch.tensor(-1e9))
    heads = arcs.argmax(-1)
    labels = model.label(rh, rc, heads)
    labels[..., relation_number["root"]] = -1e9
    labels = labels.argmax(-1)
    return scores.argmax(-1), heads, labels


def is_tree(heads):
    seen = [0] * (len(heads) + 1)
    seen[0] = -1
    for start in range(1, len(heads) + 1):
        at = start
        while seen[at] == 0:
            seen[at] = start
            at = heads[at - 1]
        if seen[at] == start:
            return False
    return True


def score(model):
    model.eval()
    right = [0, 0, 0, 0]
    with torch.no_grad():
        for batch in batches([[w for w, *_ in s] for s in dev], 3000, False):
            gold = [dev[i] for i in batch]
            t, h, r = answers(model, [[w for w, *_ in s] for s in gold])
            for k, s in enumerate(gold):
                for j, (_, tag, head, rel) in enumerate(s):
                    right[0] += 1
                    right[1] += tags[t[k, j]].split()[0] == tag.split()[0]
                    ok = int(h[k, j]) == head
                    right[2] += ok
                    right[3] += ok and (rel == "root" or relations[r[k, j]] == rel)
    model.train()
    return [round(100 * x / right[0], 2) for x in right[1:]]


model = Teacher()
average = copy.deepcopy(model)
steps = 0
optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=2e-3, betas=(0.9, 0.95))
forms = [[w for w, *_ in s] for s in train]
start = time.time()
spent = lambda: (time.time() - start) / 60
epoch = 0
while spent() < MINUTES:
    total, seen = 0.0, 0
    for batch in batches(forms, 1200, True):
        share = min(1.0, spent() / MINUTES)
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * (1 - share) + 5e-5
        gold = [train[i] for i in batch]
        x, lengths = inputs([forms[i] for i in batch])
        freq = torch.zeros(x.shape[:2])
        t = torch.full(x.shape[:2], -1)
        h, r = t.clone(), t.clone()
        for k, s in enumerate(gold):
            freq[k, :len(s)] = torch.tensor([0.25 / (0.25 + counts[plain(w)]) for w, *_ in s])
            t[k, :len(s)] = torch.tensor([tag_number[tag] for _, tag, _, _ in s])
            h[k, :len(s)] = torch.tensor([head for _, _, head, _ in s])
            r[k, :len(s)] = torch.tensor([relation_number[rel] for *_, rel in s])
        scores, arcs, rh, rc = model(x, lengths, freq)
        arcs = arcs.masked_fill(torch.arange(arcs.shape[2])[None, None, :] > lengths[:, None, None], -1e9)
        labels = model.label(rh, rc, h.clamp(min=0))
        ce = nn.functional.cross_entropy
        loss = (ce(arcs.flatten(0, 1), h.flatten(), ignore_index=-1) + ce(labels.flatten(0, 1), r.flatten(), ignore_index=-1)
                + 0.5 * ce(scores.flatten(0, 1), t.flatten(), ignore_index=-1))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        steps += 1
        keep = min(0.998, (1 + steps) / (10 + steps))
        with torch.no_grad():
            for mean, now in zip(average.parameters(), model.parameters()):
                mean.mul_(keep).add_(now, alpha=1 - keep)
        total += float(loss)
        seen += 1
        if spent() > MINUTES:
            break
    epoch += 1
    print(f"epoch {epoch} {spent():.1f} min loss {total / seen:.3f} dev UPOS/UAS/LAS {score(average)}", flush=True)
model = average
torch.save(model.state_dict(), OUT + ".model")

model.eval()
sentences = [json.loads(line) for line in open(PLAIN, encoding="utf8")]
sentences = [s for s in sentences if 3 <= len(s) <= 70]
sentences = random.sample(sentences, min(SENTENCES, len(sentences)))
kept = 0
with torch.no_grad(), open(OUT, "w", encoding="utf8") as file:
    for batch in batches(sentences, 6000, False):
        t, h, r = (a.tolist() for a in answers(model, [sentences[i] for i in batch]))
        for k, i in enumerate(batch):
            s = sentences[i]
            heads = h[k][:len(s)]
            if not is_tree(heads):
                continue
            kept += 1
            for j, w in enumerate(s):
                upos, xpos = tags[t[k][j]].split()
                rel = "root" if heads[j] == 0 else relations[r[k][j]]
                file.write(f"{j + 1}\t{w}\t_\t{upos}\t{xpos}\t_\t{heads[j]}\t{rel}\t_\t_\n")
            file.write("\n")
print(f"kept {kept} of {len(sentences)} sentences, {spent():.1f} min")
