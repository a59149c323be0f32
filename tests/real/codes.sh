# Every code that somebody may be led to, in every language, is read by zbar as exactly the address in channels.toml; and how
# many touches it takes: from the attract loop one, or two by a language; after the quiz, and at the end of a campaign, none.
source "$(dirname "$0")/common.sh"
#   codes.sh SIZE [LANGUAGE...]: without any all four
size=$1 languages=("${@:2}")
((${#languages[@]})) || languages=(en fr nl de)
python3 - "$KIOSK_SOURCES/content" "$work" "${languages[@]}" <<'PY'
import re, sys
content, work, *languages = sys.argv[1:]
folder = f'{content}/reporting'
# Read line by line rather than by the kiosk's own parser: a second opinion.
def records(name, kind):
    parts = re.split(r'^\[\[(\w+)\]\]$', open(f'{folder}/{name}').read(), flags=re.M)
    return [dict(re.findall(r'^(\w+) = (.*)$', text, re.M)) for what, text in zip(parts[1::2], parts[2::2]) if what == kind]
url = {c['id'].strip('"'): dict(re.findall(r'(\w+) = "([^"]*)"', c['url'])) for c in records('channels.toml', 'channel')}
def address(channel, language):
    urls = url[channel]
    return urls.get(language) or urls.get('en') or urls[sorted(urls)[0]]
def listed(place, key): return [id for id in re.findall(r'"([^"]+)"', place.get(key, '')) if url[id]]
# Under which letter a country stands, as somebody who speaks the language looks for it.
letters = dict(en=dict(AT='A', BE='B', CH='S', DE='G', FR='F', GB='U', LU='L', NL='N', PL='P', SE='S', AU='A', CA='C', NO='N', US='U'),
               fr=dict(AT='A', BE='B', CH='S', DE='A', FR='F', GB='R', LU='L', NL='P', PL='P', SE='S', AU='A', CA='C', NO='N', US='E'),
               nl=dict(AT='O', BE='B', CH='Z', DE='D', FR='F', GB='V', LU='L', NL='N', PL='P', SE='Z', AU='A', CA='C', NO='N', US='V'),
               de=dict(AT='O', BE='B', CH='S', DE='D', FR='F', GB='V', LU='L', NL='N', PL='P', SE='S', AU='A', CA='K', NO='N', US='V'))
places = records('places.toml', 'place')
here, anywhere = 'be-form', 'dont-look-away'
pages = {name: len(re.findall(r'^\[\[page\]\]', open(f'{content}/campaigns/{name}/campaign.toml').read(), re.M))
         for name in ('dont-look-away', 'stop-prostitution-enfantine')}
script, expected = [], []
def code(shot, *channels, language):
    script.append(f'shot {shot}')
    expected.append(f'{shot} ' + ' '.join(sorted(address(channel, language) for channel in channels)))
for number, language in enumerate(('en', 'fr', 'nl', 'de')):
    if language not in languages: continue
    # One touch, in the language that the loop shows just now; then two, by a language.
    script += ['wait 1s'] + ['wait 12s'] * number + ['tap attract.report']
    code(f'{language}-one-touch', here, language=language)
    script += ['tap bar.leave', 'wait 21s', f'tap attract.language.{language}', 'tap bar.report']
    code(f'{language}-two-touches', here, language=language)
    script += ['tap bar.home', 'tap home.take']
    code(f'{language}-take', here, anywhere, language=language)
    script += ['tap bar.home', 'tap home.quiz', 'tap quiz.answer.a', 'tap quiz.answer.b']
    script += ['try quiz.answer.a', 'try quiz.answer.true', 'try quiz.confirm', 'tap quiz.next'] * 5 + ['tap quiz.answer.b', 'tap quiz.next', 'tap quiz.answer.a']
    script.append('expect screen quiz-end')
    code(f'{language}-after-the-quiz', here, language=language)
    for name, count in pages.items():
        script += ['tap bar.home', f'tap home.{name}'] + ['tap page.next'] * (count - 1)
        code(f'{language}-end-of-{name}', here, language=language)
    # Whoever lives in a country, and saw it at sea or online.
    for place in places:
        home = place['id'].strip('"')
        for kind, where in (('residents', 'at-sea'), ('online', 'online')):
            for channel in listed(place, kind):
                # A letter may have more than one page of countries.
                script += ['tap bar.report', 'tap report.lives', f'tap report.letter.{letters[language][home]}']
                script += [f'try report.place.{home}', 'try report.more'] * 3
                script += ['expect node report.now', 'tap report.happened', f'tap report.place.{where}', f'try report.channel.{channel}']
                code(f'{language}-{where}-{home}-{channel}', channel, language=language)
    script += ['tap bar.report', 'tap report.lives', 'tap report.place.unsaid']
    script += ['tap report.happened', 'tap report.place.unknown']
    code(f'{language}-nothing-said', anywhere, language=language)
    script += ['tap bar.leave', 'wait 21s']
open(f'{work}/codes.script', 'w').write('\n'.join(script) + '\n')
open(f'{work}/expected', 'w').write('\n'.join(expected) + '\n')
PY
"$KIOSK_BIN/kiosk" --offscreen "$size" --script "$work/codes.script" --shots "$work/shots" --data "$work/data" 2>"$work/journal" \
  || { cat "$work/journal"; fail "the script"; }
# On large pictures every fourth line is enough: a module of a code has more of them.
density=1
((${size%x*} > 2000)) && density=4
count=0
while read -r shot addresses; do
  read_as=$(zbarimg --quiet --raw -Sdisable -Sqrcode.enable -Sx-density=$density -Sy-density=$density \
    "$work/shots/$shot.png" 2>/dev/null | sort | paste -sd' ') || read_as=nothing
  [[ $read_as == "$addresses" ]] || fail "$shot at $size is read as '$read_as' instead of '$addresses'"
  count=$((count + 1))
done <"$work/expected"
((count >= 20 * ${#languages[@]})) || fail "only $count codes"
echo "$count codes read at $size"
