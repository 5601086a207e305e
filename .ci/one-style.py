"""Does one change of the style 表内文字 change all text in the tables of a DOCX, and nothing else, in LibreOffice?

    one-style.py FILE.docx FOLDER

For a file without heads that are repeated. Makes the style 3 points larger and compares the type sizes that poppler finds in both files as LibreOffice shows them. Text
in tables is what stands in `w:tbl`; tables whose cells have no lines hold lines of titles, which have styles of their own.
"""
import collections
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def sizes(docx, folder):
    """How many characters of each size there are, by what poppler reads."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, docx], capture_output=True, check=True)
    pdf = pathlib.Path(folder) / (pathlib.Path(docx).stem + ".pdf")
    read = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", pdf], capture_output=True, text=True, check=True).stdout
    points = dict(re.findall(r'<fontspec id="(\d+)" size="(-?\d+)"', read))
    found = collections.Counter()
    for font, words in re.findall(r'<text [^>]*font="(\d+)"[^>]*>(.*?)</text>', read):
        found[points[font]] += len(re.sub(r"<[^>]*>|&\w+;|\s", "", words))
    return found


docx, folder = sys.argv[1:3]
changed = pathlib.Path(folder) / "changed.docx"
with zipfile.ZipFile(docx) as old, zipfile.ZipFile(changed, "w") as new:
    for entry in old.infolist():
        part = old.read(entry)
        if entry.filename == "word/styles.xml":
            styles = part.decode()
            own = re.search(r'w:styleId="CellText">.*?<w:sz w:val="(\d+)"/>', styles, re.S)
            larger = own.group(0).replace(f'w:val="{own.group(1)}"', f'w:val="{int(own.group(1)) + 6}"')
            part = styles.replace(own.group(0), larger).encode()
        new.writestr(entry, part)

root = ET.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
framed = [table for table in root.iter(W + "tbl") if "Framed" in table.find(f"{W}tblPr/{W}tblStyle").get(W + "val")]
inside = sum(len(re.sub(r"\s", "", text.text or "")) for table in framed for text in table.iter(W + "t"))
before, after = sizes(docx, folder), sizes(str(changed), folder)
smaller = sum((before - after).values())
larger = sum((after - before).values())
# poppler writes & < > as entities, which are not counted.
if not inside * 0.98 <= smaller <= inside * 1.02 or not inside * 0.98 <= larger <= inside * 1.02:
    sys.exit(f"of {inside} characters in tables {smaller} changed their size, {sum((before & after).values())} did not")
