// The audit must find what is wrong: each of these scenes has one fault.
#include "rehearsal/audit.h"
#include "rehearsal/measuring.h"
#include "rehearsal/pseudo.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;
using namespace kiosk::ui;

namespace {

Layout layout() { return Layout({{1920, 1080}, 22}); }

bool finds(std::vector<Finding> const& findings, std::string const& what)
{
    for (auto const& finding : findings)
        if (finding.what.find(what) != std::string::npos) return true;
    return false;
}

std::vector<Finding> measured(std::vector<Node> const& nodes, std::vector<DrawnText> const& drawn_texts = {})
{
    Scene scene;
    for (auto const& node : nodes) scene.add(node);
    for (auto drawn_text : drawn_texts) {
        drawn_text.order = nodes.size();
        scene.add(drawn_text);
    }
    return measure(scene, layout());
}

Node button(std::string id, Rect rect) { return {Role::button, std::move(id), "Go", "", "en", rect, Tap::tap}; }

DrawnText letters(Rect rect, float size) { return {"Words", rect, {}, {255, 255, 255, 255}, size, 1, 5}; }

// What the audit says of the shipped content after a change.
std::string audit_after(content::Content const& content)
{
    AuditOptions options;
    options.content = test::sources() / "content";
    options.languages = {"en"};
    options.panels = {audit_panels().front()};
    std::string lines;
    for (auto const& problem : audit(content, options).problems) lines += problem.line() + "\n";
    return lines;
}

} // namespace

TEST_CASE("a scene without a fault has no finding")
{
    CHECK(measured({button("a", {100, 100, 300, 160}), button("b", {440, 100, 300, 160})},
                   {letters({120, 140, 200, 40}, 32)})
              .empty());
}

TEST_CASE("what is read before something that stands above it is found")
{
    auto first = button("first", {100, 100, 300, 160});
    auto last = button("last", {100, 700, 300, 160});
    auto const between = button("between", {100, 400, 300, 160});
    CHECK(measured({last, between, first}).empty()); // in whatever order they were drawn
    first.group = last.group = 1;
    CHECK(finds(measured({first, last, between}), "is read before between"));
}

TEST_CASE("targets that are too small, too close, one over the other or beyond the panel are found")
{
    CHECK(finds(measured({button("a", {100, 100, 300, 40})}), "the target has only"));
    CHECK(finds(measured({button("a", {100, 100, 300, 160}), button("b", {403, 100, 300, 160})}), "less than 4 mm"));
    CHECK(finds(measured({button("a", {100, 100, 300, 160}), button("b", {300, 100, 300, 160})}), "lies over b"));
    CHECK(finds(measured({button("a", {1800, 100, 300, 160})}), "lies beyond the panel"));
}

TEST_CASE("text that is cut, too small, too long a line or over other text is found")
{
    auto cut = button("a", {100, 100, 300, 160});
    cut.clipped = true;
    CHECK(finds(measured({cut}), "does not fit"));
    CHECK(finds(measured({}, {letters({120, 140, 200, 20}, 12)}), "capitals have only"));
    auto broken = letters({120, 140, 200, 40}, 32);
    broken.word_broken = true;
    CHECK(finds(measured({}, {broken}), "a word is cut in two"));
    auto line = letters({120, 140, 1700, 90}, 32);
    line.lines = 2;
    line.longest = 120;
    CHECK(finds(measured({}, {line}), "a line has 120 characters"));
    CHECK(finds(measured({}, {letters({120, 140, 200, 40}, 32), letters({150, 150, 200, 40}, 32)}),
                "two texts lie over each other"));
}

TEST_CASE("a second main action and a picture that stands twice are found; icons may")
{
    auto main = button("a", {100, 100, 300, 160});
    auto other = button("b", {440, 100, 300, 160});
    main.primary = true;
    CHECK(measured({main, other}).empty());
    other.primary = true;
    CHECK(finds(measured({main, other}), "is a second main action beside a"));
    Node const veil{Role::veil, "veil", "", "", "", {0, 0, 1920, 1080}};
    CHECK(measured({main, veil, other}).empty()); // what lies under a veil is not to be touched

    auto const drawn = [](std::vector<std::string> const& names) {
        Scene scene;
        for (auto const& name : names) scene.add(DrawnPicture{name, true, 1});
        return measure(scene, layout());
    };
    CHECK(drawn({"pier", "pier.life", "terrace", "icon-eye", "icon-eye"}).empty());
    CHECK(finds(drawn({"pier", "terrace", "pier"}), "the picture pier stands here twice"));
}

TEST_CASE("a picture that the first frame lacks is found")
{
    Scene scene;
    scene.add(DrawnPicture{"icon-check", true, 0});
    CHECK(missing_pictures(scene).empty());
    scene.add(DrawnPicture{"icon-eye", false, 0});
    CHECK(finds(missing_pictures(scene), "the picture icon-eye is not there"));
}

TEST_CASE("capitals that are twice as high as large letters ask for need not grow")
{
    Rect const rect{120, 140, 200, 200};
    auto const pixels = 2 * kLargeCapitalMillimetres / layout().to_millimetres(1) / kCapital;
    auto const found = [&](float size) {
        Scene large;
        large.add(letters(rect, size));
        return measure_enlargement({letters(rect, size)}, large, layout());
    };
    CHECK(found(pixels + 1).empty());
    CHECK(found(pixels - 1).size() == 1);
}

TEST_CASE("a text that is hardly larger in large letters is found, unless a word of it is as wide as its room")
{
    Rect const rect{120, 140, 200, 40};
    auto const found = [&](float size, bool held_by_word = false) {
        Scene large;
        auto text = letters(rect, size);
        text.held_by_word = held_by_word;
        large.add(text);
        return measure_enlargement({letters(rect, 40)}, large, layout());
    };
    CHECK(finds(found(50), "large letters are only 1.25 times as large"));
    CHECK(finds(found(36), "large letters are only 0.90 times as large"));
    CHECK(found(52).empty());
    CHECK(found(64).empty());
    CHECK(found(44, true).empty());
}

TEST_CASE("a text that is there twice is compared with itself, and one that large letters leave out is not missed")
{
    Rect const rect{120, 140, 200, 40};
    Scene large;
    large.add(letters(rect, 60));
    large.add(letters(rect, 45));
    CHECK(measure_enlargement({letters(rect, 46), letters(rect, 34)}, large, layout()).empty());
    CHECK(measure_enlargement({letters(rect, 46), letters(rect, 40)}, large, layout()).size() == 1);
    CHECK(measure_enlargement({letters(rect, 46)}, Scene(), layout()).empty());
}

TEST_CASE("a code that is too small, and words in its quiet zone, are found")
{
    Node const small{Role::code, "code", "https://example.org/", "", "", {100, 100, 120, 120}};
    CHECK(finds(measured({small}), "the code has only"));
    Node const whole{Role::code, "code", "https://example.org/", "", "", {100, 100, 400, 400}};
    CHECK(measured({whole}).empty());
    CHECK(finds(measured({whole}, {letters({450, 200, 200, 40}, 32)}), "runs over what stands beside it"));
}

TEST_CASE("the audit names the file and the line of a word that is too long for the screen")
{
    auto content = test::shipped_content();
    auto const before = audit_after(content);
    CHECK(before.empty());
    content.interface["en"]["bar.home"] = std::string(60, 'W');
    auto const lines = audit_after(content);
    CAPTURE(lines);
    CHECK(lines.find("bar.home: ") != std::string::npos);
    CHECK(lines.find("interface/en.toml") != std::string::npos);
}

TEST_CASE("the pseudo language is two fifths longer and keeps its values")
{
    CHECK(stretched("Home") == "Homeem");
    CHECK(stretched("Page {page} of {pages}") == "Pageeg {page} off {pages}");
    auto const content = rehearsal::with_pseudo_language(test::shipped_content(), "en");
    CHECK(content.languages.back() == rehearsal::kPseudoLanguage);
    CHECK(content.words(rehearsal::kPseudoLanguage, "bar.home") == "Homeem");
}
