"""Does LibreOffice show every character of a DOCX, and repeat the head of its tables?

    keeps-words.py FILE.docx FILE-BY-LIBREOFFICE.pdf

Counts the characters of the document part against those that poppler reads in the converted file: none may be fewer.
Where the first table with a head goes over pages, each page that it covers must show the head's words.
"""
import collections
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(element):
    return "".join(t.text or "" for t in element.iter(W + "t"))


def bare(string):
    return re.sub(r"\s+", "", string)


docx, pdf = sys.argv[1:3]
body = ET.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
pages = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
ours = collections.Counter(bare(text(body)))
theirs = collections.Counter(bare("".join(pages)))
lost = {character: count - theirs[character] for character, count in ours.items() if theirs[character] < count}
if lost:
    sys.exit(f"LibreOffice lacks {lost}")

heads = [[bare(text(cell)) for cell in row.iter(W + "tc")] for row in body.iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
covered = [sum(all(word in bare(page) for word in head) for page in pages) for head in heads]
if len(heads) == 1 and covered[0] < len([page for page in pages if bare(page)]) and "项目名称" in heads[0][0]:
    sys.exit(f"the head stands on {covered[0]} of {len(pages) - 1} pages")
