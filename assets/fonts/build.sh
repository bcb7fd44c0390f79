#!/usr/bin/env bash
# Cuts the bundled fonts out of Debian's packages; run in an empty folder, needs pip's fonttools.
set -euo pipefail
out=${1:?folder for the fonts}
apt-get download fonts-inter fonts-noto-core fonts-dejavu-core
for package in *.deb; do dpkg -x "$package" x; done
inter=x/usr/share/fonts/opentype/inter noto=x/usr/share/fonts/truetype/noto dejavu=x/usr/share/fonts/truetype/dejavu
# Latin with extensions, Greek, Cyrillic, punctuation, superscripts, currency, letterlike, fractions, arrows, mathematics, shapes
wide=U+0000-024F,U+0250-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-214F,U+2150-218F,U+2190-21FF,U+2200-22FF,U+2300-23FF,U+25A0-25FF,U+2600-26FF,U+2700-27BF,U+FFFD
take() { pyftsubset "$1" --unicodes="$3" --layout-features=kern,liga,mark,mkmk,ccmp,locl,init,medi,fina,isol,rlig,calt,case --no-hinting --output-file="$out/$2"; }
for weight in Regular SemiBold; do take $inter/Inter-$weight.otf Inter-$weight.otf $wide; done
for weight in Regular Bold; do take $noto/NotoSerif-$weight.ttf NotoSerif-$weight.ttf $wide; done
for font in NotoSansHebrew NotoSerifHebrew; do
  for weight in Regular Bold; do take $noto/$font-$weight.ttf $font-$weight.ttf U+0590-05FF,U+FB1D-FB4F,U+20AA,U+200C-200F; done
done
for font in NotoSansArabic NotoNaskhArabic; do take $noto/$font-Regular.ttf $font-Regular.ttf U+0600-06FF,U+0750-077F,U+FDFC,U+200C-200F; done
take $dejavu/DejaVuSans.ttf DejaVuSans.ttf U+0020-007E,U+00A0-00FF,U+2000-206F,U+20A0-20CF,U+0E3F,U+09F2-09F3,U+2100-27BF,U+2B00-2BFF,U+FFFD
# Figures of one width, for columns: the digits of Inter are replaced by its tabular ones.
python3 - "$inter/Inter-Regular.otf" tabular.otf <<'P'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
swap = {}
for record in font["GSUB"].table.FeatureList.FeatureRecord:
    if record.FeatureTag == "tnum":
        for at in record.Feature.LookupListIndex:
            for table in font["GSUB"].table.LookupList.Lookup[at].SubTable:
                table = getattr(table, "ExtSubTable", table)
                swap.update(getattr(table, "mapping", {}))
for table in font["cmap"].tables:
    for code, name in list(table.cmap.items()):
        table.cmap[code] = swap.get(name, name)
font.save(sys.argv[2])
P
take tabular.otf Inter-Tabular.otf U+0020-007E,U+00A0-024F,U+0400-04FF,U+2000-206F,U+20A0-20CF,U+2150-215F,U+2190-2193,U+2200-22FF
# Currency signs that live in the blocks of their scripts: taka, Gujarati rupee, Tamil rupee, baht, riel.
for pair in Bengali:U+09F2-09F3 Gujarati:U+0AF1 Tamil:U+0BF9 Khmer:U+17DB; do
  pyftsubset $noto/NotoSans${pair%%:*}-Regular.ttf --unicodes="${pair#*:}" --layout-features= --no-hinting --drop-tables+=GSUB,GPOS,GDEF --output-file="sign-${pair%%:*}.ttf"
done
pyftmerge sign-*.ttf --output-file="$out/NotoSansCurrency.ttf"
