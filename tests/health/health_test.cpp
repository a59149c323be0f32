#include "health/health.h"
#include "system/version.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::health;

namespace {

constexpr WallTime kToday{1795424400}; // 2026-11-23

HealthFacts good()
{
    HealthFacts facts;
    facts.kiosk = "brussels-1";
    facts.program = "0.1.0";
    facts.place = VenueFacts{figures::Venue::fair, "Salon des Vacances", "2026-11-20", "2026-11-23"};
    facts.display = DisplayFacts{"KMSDRM", "opengles2", "Mesa Intel(R) UHD Graphics", 1920, 1080, ""};
    facts.panel = PanelFacts{21.5F, 476, 268, false};
    facts.touch = TouchFacts{1, {}, TouchExpectation::expected};
    facts.missing_fonts.emplace();
    facts.disk = DiskFacts{"/var/lib/kiosk/data", Folder::usable, 5'120'000'000, true, true};
    facts.clock = ClockFacts{kToday, {kReleaseTime, {}}};
    facts.content = ContentFacts{"2026.11", 0, 0, true, "", ""};
    facts.database = DatabaseFacts{};
    facts.writer_fault.emplace();
    facts.config_problems.emplace();
    facts.missing_programs.emplace();
    facts.notices = NoticesFacts{"/usr/share/doc/kiosk/NOTICES", 39};
    facts.staff_pin = true;
    return facts;
}

HealthLine line_of(HealthFacts const& facts, std::string const& id)
{
    for (auto const& line : judge(facts))
        if (line.id == id) return line;
    FAIL("nothing was said of " << id);
    return {};
}

} // namespace

TEST_CASE("a kiosk that lacks nothing is green throughout")
{
    auto const lines = judge(good());
    CHECK(lines.size() == 17);
    for (auto const& line : lines) {
        CHECK_MESSAGE(line.light == Light::green, line.key);
        CHECK(line.key.starts_with(line.id + "."));
        CHECK_FALSE(line.words.empty());
    }
    CHECK(worst(lines) == Light::green);
}

TEST_CASE("what nobody has looked at is not judged")
{
    CHECK(judge(HealthFacts{}).empty());
    CHECK(worst({}) == Light::green);
}

TEST_CASE("each fault has its own key and its light")
{
    auto facts = good();
    struct Expected {
        char const* key;
        Light light;
    };
    auto const check = [&](Expected const& expected) {
        std::string const key = expected.key;
        auto const line = line_of(facts, key.substr(0, key.find('.')));
        CHECK(line.key == key);
        CHECK(line.light == expected.light);
        CHECK_FALSE(line.words.empty());
        facts = good();
    };
    facts.display->fault = "display: there is none";
    check({"display.none", Light::red});
    facts.display->by_card = false;
    check({"display.software", Light::amber});
    facts.panel->inches = 0;
    check({"panel.unknown", Light::amber});
    facts.panel->configured = true;
    check({"panel.configured", Light::green});
    facts.touch->devices = 0;
    check({"touch.none", Light::red});
    facts.touch = TouchFacts{0, {"/dev/input/event3"}, TouchExpectation::expected};
    check({"touch.unreadable", Light::red});
    facts.touch = TouchFacts{0, {}, TouchExpectation::not_expected};
    check({"touch.not-needed", Light::green});
    facts.missing_fonts = {"Inter-Regular.otf"};
    check({"fonts.missing", Light::amber});
    facts.disk->state = Folder::missing;
    check({"disk.missing", Light::red});
    facts.disk->marker = false;
    check({"disk.waiting", Light::red});
    facts.disk->state = Folder::read_only;
    check({"disk.read-only", Light::red});
    facts.disk->free_bytes = 49'000'000;
    check({"disk.full", Light::red});
    facts.disk->free_bytes = 499'000'000;
    check({"disk.low", Light::amber});
    facts.content->usable = false;
    check({"content.none", Light::red});
    facts.content->errors = 1;
    check({"content.errors", Light::red});
    facts.content->expired = "2026-10-01";
    check({"content.expired", Light::amber});
    facts.content->warnings = 2;
    check({"content.warnings", Light::amber});
    facts.database->state = DatabaseState::damaged;
    check({"database.damaged", Light::red});
    facts.database->state = DatabaseState::unreadable;
    check({"database.unreadable", Light::red});
    facts.database->state = DatabaseState::none_yet;
    check({"database.none-yet", Light::green});
    facts.database->quarantined = "/var/lib/kiosk/data/put-aside-1";
    check({"database.put-aside", Light::amber});
    facts.database->crashes = 3;
    check({"restarts.many", Light::amber});
    facts.writer_fault = "disk: full";
    check({"figures.waiting", Light::red});
    facts.config_problems = {"kiosk.toml:2: error"};
    check({"config.problems", Light::amber});
    facts.missing_programs = {"a-helper"};
    check({"programs.missing", Light::red});
    facts.notices->listed = 0;
    check({"notices.missing", Light::amber});
    facts.staff_pin = false;
    check({"pin.none", Light::amber});
}

TEST_CASE("where the terms of libraries and fonts are is said, and how many are listed")
{
    auto facts = good();
    auto const line = line_of(facts, "notices");
    CHECK(line.words == "39 libraries and fonts, their terms are in /usr/share/doc/kiosk/NOTICES");
    CHECK(line.values.size() == 2);
    facts.notices->listed = 0;
    CHECK(line_of(facts, "notices").words.find("install the kiosk again") != std::string::npos);
    facts.notices.reset(); // it runs where it was built
    for (auto const& other : judge(facts)) CHECK(other.id != "notices");
}

TEST_CASE("a kiosk without a usable name is red, and one that is called as all are is amber")
{
    auto facts = good();
    CHECK(line_of(facts, "kiosk").words == "is called brussels-1");
    facts.kiosk = "kiosk";
    CHECK(line_of(facts, "kiosk").key == "kiosk.unnamed");
    CHECK(line_of(facts, "kiosk").light == Light::amber);
    facts.kiosk.clear();
    CHECK(line_of(facts, "kiosk").key == "kiosk.no-name");
    CHECK(worst(judge(facts)) == Light::red);
    CHECK(health_code(facts, judge(facts)).starts_with("KIOSK1 - 0.1.0 "));
    facts.database.emplace();
    facts.database->kiosk = "lobby"; // what the figures know
    CHECK(health_code(facts, judge(facts)).starts_with("KIOSK1 lobby 0.1.0 "));
}

TEST_CASE("which event figures are told of is said, and amber where it is not set up or over")
{
    auto facts = good();
    CHECK(line_of(facts, "event").words == "Salon des Vacances, 2026-11-20 to 2026-11-23"); // today is its last day
    facts.place->last = "2026-11-22";
    CHECK(line_of(facts, "event").key == "event.past");
    CHECK(line_of(facts, "event").light == Light::amber);
    facts.clock->now = WallTime{0}; // nobody knows which day it is
    CHECK(line_of(facts, "event").key == "event.fair");
    facts.place = VenueFacts{figures::Venue::fair, "", "", ""};
    CHECK(line_of(facts, "event").key == "event.none");
    CHECK(line_of(facts, "event").light == Light::amber);
    facts.place->standing = figures::Venue::shop;
    CHECK(line_of(facts, "event").light == Light::green);
}

TEST_CASE("days are those of the kiosk's zone, which is said")
{
    auto facts = good();
    CHECK(line_of(facts, "zone").words == "days and hours are those of Europe/Brussels");
    facts.clock->now = WallTime{kToday.unix_seconds + 14 * 3600 + 1800}; // 23:30 UTC
    CHECK(line_of(facts, "clock").words.starts_with("2026-11-24"));
    facts.zone = Zone::named("Europe/London").take();
    CHECK(line_of(facts, "clock").words.starts_with("2026-11-23"));
    CHECK(line_of(facts, "zone").words == "days and hours are those of Europe/London");
}

TEST_CASE("a clock is judged as the figures judge it")
{
    auto facts = good();
    facts.clock->now = WallTime{0}; // 1970
    CHECK(line_of(facts, "clock").key == "clock.early");
    facts.clock->now = WallTime{946'684'800}; // 2000
    CHECK(line_of(facts, "clock").key == "clock.early");
    facts.clock->now = WallTime{2'900'000'000}; // 2061
    CHECK(line_of(facts, "clock").key == "clock.late");
    facts.clock->now = WallTime{kToday.unix_seconds - 3600};
    facts.clock->bounds.highest_seen = kToday;
    CHECK(line_of(facts, "clock").key == "clock.back");
    CHECK(line_of(facts, "clock").light == Light::red);
}

TEST_CASE("the code to photograph holds lights and no more")
{
    auto facts = good();
    CHECK(health_code(facts, judge(facts)) == "KIOSK1 brussels-1 0.1.0 content=2026.11 free=5120MB green=17");
    facts.touch->devices = 0;
    facts.disk->free_bytes = 499'000'000;
    CHECK(health_code(facts, judge(facts)) ==
          "KIOSK1 brussels-1 0.1.0 content=2026.11 free=499MB red=touch.none amber=disk.low green=15");
    facts.kiosk = "Salle des fêtes, étage 2";
    for (char const letter : health_code(facts, judge(facts))) CHECK((letter >= ' ' && letter < 127));
}

TEST_CASE("the card says who the kiosk is to the office, in words and in the code")
{
    auto facts = good();
    facts.database->machine = "0123456789abcdef";
    CHECK(line_of(facts, "identity").key == "identity.no-key");
    facts.database->key = std::string(64, 'a');
    auto const line = line_of(facts, "identity");
    CHECK(line.words == "number 0123456789abcdef, key of its exports " + facts.database->key);
    CHECK(line.light == Light::green);
    auto const quarter = std::string(16, 'a'); // on the screen, where it has to break into lines
    CHECK(line.values[1].second == quarter + " " + quarter + " " + quarter + " " + quarter);
    CHECK(health_code(facts, judge(facts)) ==
          "KIOSK1 brussels-1 0.1.0 content=2026.11 free=5120MB number=0123456789abcdef key=" + facts.database->key +
              " green=18");
}

TEST_CASE("the code stays short however much is wrong")
{
    HealthFacts facts = good();
    facts.kiosk = std::string(500, 'k');
    facts.content->version = std::string(500, 'v');
    facts.program = std::string(500, 'p');
    facts.disk->free_bytes = 99'999'999'999'999;
    facts.database->machine = std::string(500, 'm');
    facts.database->key = std::string(500, 'a');
    std::vector<HealthLine> lines;
    for (int i = 0; i < 50; ++i)
        for (auto light : {Light::red, Light::amber})
            lines.push_back({"x", light, "something.long-" + std::to_string(i), {}, ""});
    auto const code = health_code(facts, lines);
    CHECK(code.size() <= 500);
    CHECK(code.find("+ amber=") != std::string::npos);
}
