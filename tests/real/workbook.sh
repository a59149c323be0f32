# The workbook in other programs' eyes: every part is XML, LibreOffice opens it, recalculates it and finds the same numbers,
# no cell is too narrow for what is in it, and its tables are the sums of the tallies beside it.
# workbook.sh [FOLDER]: of a package that has tallies.csv and figures.xlsx; without one, of packages made for this test.
source "$(dirname "$0")/common.sh"

# look FOLDER
look() {
  local out="$work/out" said="$work/soffice"
  rm -rf "$out" && mkdir -p "$out" "$work/profile/user"
  # Recalculates whatever it opens, so that formulas and the values written beside them are compared.
  cat >"$work/profile/user/registrymodifications.xcu" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XML
  local filter='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
  for form in "$filter" pdf; do
    timeout 120 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$form" --outdir "$out" \
      "$1/figures.xlsx" >"$said" 2>&1 || { cat "$said"; fail "LibreOffice does not open $1/figures.xlsx"; }
    ! grep -iE 'error|repair|corrupt|could not' "$said" || fail "LibreOffice complains about $1/figures.xlsx"
  done
  ls "$out"/figures-*.csv >/dev/null 2>&1 || fail "LibreOffice wrote no tables"
  ! pdftotext -layout "$out/figures.pdf" - | grep -n '###' || fail "a cell is too narrow for its number"
  python3 "$KIOSK_SOURCES/tests/real/workbook.py" "$1" "$out"
}

if [[ $# -gt 0 ]]; then
  look "$1"
  exit
fi
made() { # made NAME SETTING...
  mkdir -p "$work/$1"
  env KIOSK_WORKBOOK_FOLDER="$work/$1" "${@:2}" "$KIOSK_BIN/../tests/kiosk-tests" --no-skip \
    --test-case='the package that tests/real/workbook.sh looks at' >"$work/said" || { cat "$work/said"; fail "$1"; }
  look "$work/$1"
}
made fair KIOSK_WORKBOOK_LANGUAGE=de
made shop KIOSK_WORKBOOK_LANGUAGE=fr KIOSK_WORKBOOK_DAYS=100
