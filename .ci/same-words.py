"""Compares the characters of two PDFs as poppler reads them: none of the first may be lacking in the second.

    same-words.py OURS.pdf LIBREOFFICE.pdf
"""
import collections
import subprocess
import sys


def characters(path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    return collections.Counter(c for c in text if not c.isspace())


ours, theirs = characters(sys.argv[1]), characters(sys.argv[2])
# Page numbers, repeated heads and （续） labels depend on where pages end, so a few characters may be fewer there.
repeatable = set("0123456789—（续）一二三级指标名称实施周期年度值总体绩效目财政拨款专户其他资金项使用单位计描述产出满意效益数量质时成本社会服务对象可持影响济")
lost = {c: n - theirs[c] for c, n in ours.items() if theirs[c] < n and c not in repeatable}
if lost:
    print("lacking:", lost)
    sys.exit(1)
