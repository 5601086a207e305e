"""Does poppler read each cell of the document tree once and in order from the tags of a PDF?

    jibiao build REPORT --to tree | struct-text.py FILE.pdf

Compares the text under every TH, TD and every paragraph or heading outside tables with the tree's.
"""
import json
import re
import subprocess
import sys

CELLS = ("TH", "TD")
BLOCKS = CELLS + ("P", "H1", "H2", "H3")


def bare(string):
    return re.sub(r"\s+", "", string)


def cell_text(blocks):
    return bare("".join(inline.get("text", "") for block in blocks for inline in block["inlines"]))


def of_tree(document):
    for section in document["sections"]:
        for block in section["blocks"]:
            if block["type"] == "table":
                for row in block["head"] + block["body"]:
                    for cell in row["cells"]:
                        spans = (cell["rowspan"], cell["colspan"])
                        yield ("TH" if cell.get("header") else "TD", spans, cell_text(cell["blocks"]))
            elif block["type"] != "pageBreak":
                kind = "H%d" % block["level"] if block["type"] == "heading" else "P"
                yield (kind, (1, 1), cell_text([block]))


def of_tags(pdf):
    lines = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, text=True, check=True).stdout.split("\n")
    found, open_at = [], None
    for line in lines:
        depth = len(line) - len(line.lstrip())
        word = line.strip()
        node = re.match(r"(\w+)(?: \((?:block|inline)\))?:?$", word)
        if open_at is not None and word and depth <= open_at:
            open_at = None
        if node and node.group(1) in BLOCKS and open_at is None:
            found.append([node.group(1), [1, 1], ""])
            open_at = depth
        elif open_at is not None and word.startswith('"'):
            found[-1][2] += word.strip('"') if word.endswith('"') else word[1:]
        elif open_at is not None and (span := re.match(r"/(Row|Col)Span (\d+)$", word)):
            found[-1][1][0 if span.group(1) == "Row" else 1] = int(span.group(2))
        elif open_at is not None and word and not word.startswith("/") and not node:
            found[-1][2] += word.strip('"')
    return [(kind, tuple(spans), bare(text)) for kind, spans, text in found]


wanted, found = list(of_tree(json.load(sys.stdin))), of_tags(sys.argv[1])
for index, (ours, theirs) in enumerate(zip(wanted, found)):
    # Heading levels that the document skips are closed up in the tags.
    if ours[1:] != theirs[1:] or ours[0][0] != theirs[0][0]:
        sys.exit(f"{sys.argv[1]}: piece {index + 1} is {ours} in the tree, {theirs} in the tags")
if len(wanted) != len(found):
    sys.exit(f"{sys.argv[1]}: {len(wanted)} pieces in the tree, {len(found)} in the tags")
print(f"{len(found)} pieces, each once, in order")
