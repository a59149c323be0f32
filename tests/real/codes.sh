# Every code of every place, in every language, is read by zbar as exactly the address in channels.toml.
source "$(dirname "$0")/common.sh"
size=$1
python3 - "$KIOSK_SOURCES/content/reporting" "$work" <<'PY'
import re, sys, unicodedata
folder, work = sys.argv[1:]
# Read line by line rather than by the kiosk's own parser: a second opinion.
def records(name, kind):
    return [dict(re.findall(r'^(\w+) = (.*)$', part, re.M)) for part in open(f'{folder}/{name}').read().split(f'[[{kind}]]')[1:]]
url = {c['id'].strip('"'): dict(re.findall(r'(\w+) = "([^"]*)"', c['url'])) for c in records('channels.toml', 'channel')}
def first_letters(language):
    text = open(f'{folder}/{language}.toml').read()
    names = re.findall(r'^\[place\.([\w-]+)\]\nname = "([^"]*)"', text, re.M)
    return {place: unicodedata.normalize('NFD', name)[0].upper() for place, name in names}
script, expected, seen = [], [], set()
for language in ('en', 'fr', 'nl', 'de'):
    letters = first_letters(language)
    script += [f'language {language}', 'tap bar.report', 'tap report.happened']
    for place in records('places.toml', 'place'):
        channels = re.findall(r'"([^"]+)"', place['channels'])
        name = place['id'].strip('"')
        for number, channel in enumerate(channels):
            urls = url[channel]
            if not urls or (channel, language) in seen: continue
            seen.add((channel, language))
            address = urls.get(language) or urls.get('en') or urls[sorted(urls)[0]]
            shot = f'{language}-{name}-{channel}'
            # Not every place stands on the first page of the list: by its first letter, as a visitor would.
            if place['kind'] == '"country"': script.append(f'tap report.letter.{letters[name]}')
            script.append(f'tap report.place.{name}')
            if number: script.append(f'tap report.channel.{channel}')
            script += [f'shot {shot}', 'tap bar.report', 'tap report.happened']
            expected.append(f'{shot} {address}')
    script += ['tap bar.leave', 'wait 21s']
open(f'{work}/codes.script', 'w').write('\n'.join(script) + '\n')
open(f'{work}/expected', 'w').write('\n'.join(expected) + '\n')
PY
"$KIOSK_BIN/kiosk" --offscreen "$size" --script "$work/codes.script" --shots "$work/shots" --data "$work/data" 2>"$work/journal" \
  || { cat "$work/journal"; fail "the script"; }
count=0
while read -r shot address; do
  read_as=$(zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$work/shots/$shot.png" 2>/dev/null) || read_as=nothing
  [[ $read_as == "$address" ]] || fail "$shot at $size is read as '$read_as' instead of '$address'"
  count=$((count + 1))
done <"$work/expected"
((count >= 30)) || fail "only $count codes"
echo "$count codes read at $size"
