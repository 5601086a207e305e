"""Do pandoc and docx-preview (in Chromium) read the cells of a DOCX as its tree has them?

    second-readers.py TREE.json FILE.docx

Each cell of each table, row by row, without blanks: the same words in the same order, as many cells, as wide and as high.
"""
import base64
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile

modules = pathlib.Path(__file__).parent.parent / "node_modules"


def bare(text):
    return re.sub(r"\s+", "", text)


def wanted(tree):
    """Of each table a list of (rowspan, colspan, words)."""
    tables = [block for section in tree["sections"] for block in section["blocks"] if block["type"] == "table"]
    return [
        [
            (cell["rowspan"], cell["colspan"], bare("".join(i.get("text", "") for b in cell["blocks"] for i in b["inlines"])))
            for row in table["head"] + table["body"]
            for cell in row["cells"]
        ]
        for table in tables
    ]


def words(node):
    if isinstance(node, list):
        return "".join(words(each) for each in node)
    if isinstance(node, dict):
        if node.get("t") == "Quoted":
            single = node["c"][0]["t"] == "SingleQuote"
            return ("‘{}’" if single else "“{}”").format(words(node["c"][1]))
        content = node.get("c", "")
        return content if node.get("t") == "Str" else words(content) if isinstance(content, (list, dict)) else ""
    return ""


def by_pandoc(docx):
    document = json.loads(subprocess.run(["pandoc", "-f", "docx", "-t", "json", docx], capture_output=True, check=True).stdout)
    found = []
    for block in document["blocks"]:
        if block["t"] != "Table":
            continue
        _, _, _, head, bodies, foot = block["c"]
        rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
        found.append([(cell[2], cell[3], bare(words(cell[4]))) for row in rows for cell in row[1]])
    return found


class Tables(html.parser.HTMLParser):
    """The cells of the tables of a page; of those that are not shown nothing."""

    def __init__(self):
        super().__init__()
        self.tables, self.cell, self.hidden = [], None, False

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "table":
            self.tables.append([])
        if tag == "td":
            self.hidden = "display: none" in (said.get("style") or "")
            self.cell = [int(said.get("rowspan") or 1), int(said.get("colspan") or 1), ""]

    def handle_endtag(self, tag):
        if tag == "td" and self.cell:
            if not self.hidden:
                self.tables[-1].append((self.cell[0], self.cell[1], bare(self.cell[2])))
            self.cell = None

    def handle_data(self, data):
        if self.cell:
            self.cell[2] += data


def by_docx_preview(docx):
    data = base64.b64encode(pathlib.Path(docx).read_bytes()).decode()
    scripts = [modules / "jszip/dist/jszip.min.js", modules / "docx-preview/dist/docx-preview.min.js"]
    page = "<!doctype html><meta charset=utf-8>" + "".join(f"<script>{script.read_text()}</script>" for script in scripts)
    page += f"""<main></main><script>docx.renderAsync(Uint8Array.from(atob("{data}"), (c) => c.charCodeAt(0)), document.querySelector("main"))
      .then(() => {{ document.title = "shown"; }}, (reason) => {{ document.title = String(reason); }});</script>"""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "page.html"
        file.write_text(page)
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--virtual-time-budget=60000", "--dump-dom"]
        shown = subprocess.run(["chromium", *options, file.as_uri()], capture_output=True, text=True, check=True).stdout
    if "<title>shown</title>" not in shown:
        sys.exit(f"docx-preview did not show {docx}: {re.search('<title>(.*?)</title>', shown)}")
    reader = Tables()
    reader.feed(re.sub(r"<script>.*?</script>", "", shown, flags=re.S))
    return reader.tables


tree, docx = sys.argv[1:3]
tables = wanted(json.loads(pathlib.Path(tree).read_text()))
for name, found in (("pandoc", by_pandoc(docx)), ("docx-preview", by_docx_preview(docx))):
    if len(found) != len(tables):
        sys.exit(f"{name} finds {len(found)} tables of {len(tables)}")
    for number, (ours, theirs) in enumerate(zip(tables, found), 1):
        for at in range(max(len(ours), len(theirs))):
            one, other = (cells[at] if at < len(cells) else None for cells in (ours, theirs))
            if one != other:
                sys.exit(f"{name}, table {number}, cell {at + 1}: {other} instead of {one}")
