"""The page that Chromium shows beside the kiosk: its attract loop and its home, of the same words, pictures and times."""
import html
import pathlib
import shutil
import tomllib

LANGUAGES = ["en", "fr", "nl", "de"]
OPENING_MS, CHANGE_MS = 900, 280  # of the kiosk: screens/visitor/attract.cpp, screens/transition.h

STYLE = """
html, body { margin: 0; height: 100%; background: #0b1626; color: #fff; font-family: Inter, sans-serif; overflow: hidden; cursor: none }
main { position: absolute; inset: 0; padding: 3vmin; box-sizing: border-box; transition: opacity CHANGEms }
main.away { opacity: 0; pointer-events: none }
.eye { height: 52vh; margin: 0 -1vw; background-size: cover; background-position: center; clip-path: ellipse(48% 2% at 50% 50%);
  animation: open OPENINGms ease-in-out forwards }
@keyframes open { to { clip-path: ellipse(48% 50% at 50% 50%) } }
h1 { font-size: 5vh; margin: 2vh 0 }
p { font-size: 2.6vh; margin: 0 }
nav { position: absolute; left: 40%; right: 3vmin; bottom: 5vh; display: grid; grid-template-columns: repeat(4, 1fr); gap: 1vw }
nav button { font: inherit; font-size: 2.6vh; height: 11vh; color: inherit; background: none; border: 2px solid #6b7f99; border-radius: 1vh }
.cards { position: absolute; inset: 14vh 3vmin 14vh; display: grid; grid-template-columns: 2fr 1fr 1fr; grid-template-rows: 1fr 1fr; gap: 1vw }
.card { background-size: cover; background-position: center; border-radius: 1vh; display: flex; align-items: flex-end; padding: 2vh;
  font-size: 3vh }
.card:first-child { grid-row: span 2 }
"""


def write(folder: pathlib.Path, content: pathlib.Path, pictures: pathlib.Path) -> pathlib.Path:
    """Makes the page in `folder`, and returns it."""
    kiosk = tomllib.loads((content / "kiosk.toml").read_text())
    words = tomllib.loads((content / "interface" / "en.toml").read_text())
    slide = kiosk["attract"][0]
    cards = [(card["picture"], words["home"].get(card.get("id", ""), words["home"]["title"])) for card in kiosk["home"] if "picture" in card]

    def picture(name: str) -> str:
        shutil.copy(pictures / f"{name}.png", folder)
        return f'style="background-image: url({name}.png)"'

    buttons = "".join(f"<button>{html.escape(code)}</button>" for code in LANGUAGES)
    made = "".join(f'<div class="card" {picture(name)}>{html.escape(text)}</div>' for name, text in cards[:5])
    style = STYLE.replace("CHANGEms", f"{CHANGE_MS}ms").replace("OPENINGms", f"{OPENING_MS}ms")
    page = folder / "index.html"
    page.write_text(f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>kiosk</title><style>{style}</style>
<main class="away" id="home"><h1>{html.escape(words["home"]["title"])}</h1><div class="cards">{made}</div></main>
<main id="attract"><div class="eye" {picture(slide["picture"])}></div>
<h1>{html.escape(words["attract"][slide["id"]])}</h1><p>{html.escape(words["attract"][slide["id"] + "_sub"])}</p><nav>{buttons}</nav></main>
<script>
document.getElementById("attract").addEventListener("click", () => {{
  document.getElementById("attract").classList.add("away");
  document.getElementById("home").classList.remove("away");
}});
</script></html>""")
    return page
