// Staff mode through the whole app: how it opens, what is asked of the desk, and that nothing of it is counted.
#include "base/calendar.h"
#include "platform/rotation.h"
#include "support/kiosk.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace kiosk;
using namespace test;

namespace {

// Answers when the test says so, as a worker would.
class FakeDesk final : public app::StaffDesk {
public:
    void ask(app::StaffOrder order) override
    {
        using visit::StaffRequest;
        orders.push_back(order.what);
        switch (order.what) {
        case StaffRequest::check_pin: checks.emplace_back(std::string(order.pin.digits()), order.ticket); break;
        case StaffRequest::set_pin: new_pin = std::string(order.pin.digits()); break;
        case StaffRequest::export_figures: exports.push_back(order.ticket); break;
        case StaffRequest::save_settings: saved = order.settings; break;
        case StaffRequest::look:
        case StaffRequest::entered: ++looks; return;
        default: break;
        }
        if (order.ticket != 0) last = order.ticket;
    }
    std::vector<app::StaffAnswer> answers() override { return std::exchange(waiting, {}); }
    bool answered() const override { return !waiting.empty(); }

    void verdict(std::size_t check, visit::PinVerdict verdict)
    {
        waiting.emplace_back(app::OrderAnswer{checks.at(check).second, visit::PinChecked{verdict}});
    }
    void answer(visit::Action action) { waiting.emplace_back(app::OrderAnswer{last, std::move(action)}); }
    void show(screens::StaffView view, StaffSettings settings = {})
    {
        waiting.emplace_back(app::LookAnswer{std::move(view), std::move(settings)});
    }
    bool was_asked(visit::StaffRequest what) const
    {
        return std::find(orders.begin(), orders.end(), what) != orders.end();
    }

    std::vector<visit::StaffRequest> orders;
    std::vector<std::pair<std::string, app::Ticket>> checks;
    std::vector<app::Ticket> exports;
    std::string new_pin;
    StaffSettings saved;
    app::Ticket last = 0;
    int looks = 0;
    std::vector<app::StaffAnswer> waiting;
};

screens::StaffView view_of(std::int64_t visits)
{
    screens::StaffView view;
    view.kiosk = "brussels-1";
    view.releases = screens::ReleaseRule::with_an_export;
    view.state = screens::FiguresState::read;
    view.figures.today.first = view.figures.today.last = "2026-11-23";
    view.figures.today.visits = visits;
    view.figures.today.visits_by_bucket = {{"2026-11-23T14", visits}};
    return view;
}

struct Staffed {
    explicit Staffed(KioskOptions options = {})
        : kiosk([&] {
              options.desk = &desk;
              return options;
          }())
    {
    }
    void hold_corner(Duration duration) { kiosk.player().hold({corner_x, 20}, duration); }
    void type(std::string_view pin)
    {
        for (char const digit : pin) kiosk.tap("pin." + std::string(1, digit));
        kiosk.tap("pin.submit");
    }
    void enter(std::int64_t visits = 123)
    {
        hold_corner(3s);
        type("246810");
        desk.verdict(desk.checks.size() - 1, visit::PinVerdict::right);
        kiosk.wait(10ms);
        desk.show(view_of(visits));
        kiosk.wait(10ms);
    }

    FakeDesk desk;
    Kiosk kiosk;
    float corner_x = 1900;
};

} // namespace

TEST_CASE("a finger held in the top right corner of the attract loop opens the staff's screen, and taps nothing")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    CHECK(kiosk.scene().find("staff.leave") == nullptr); // no node leads there
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::down, 0, {1900, 20}});
    kiosk.wait(2900ms);
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.wait(200ms);
    CHECK(kiosk.screen() == Screen::staff_pin);
    CHECK(kiosk.has("pin.1"));
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::up, 0, {1900, 20}});
    kiosk.wait(100ms);
    CHECK(kiosk.screen() == Screen::staff_pin); // the button to leave lies under that finger
    kiosk.wait(15s);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.state() == visit::fresh_state(kiosk.app().pack(), kiosk.state().entered));
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("a short tap in the corner begins a visit, as anywhere else")
{
    Staffed staffed;
    staffed.hold_corner(2500ms);
    CHECK(staffed.kiosk.screen() == Screen::language);
}

TEST_CASE("a finger that rests elsewhere, or moves, opens nothing")
{
    for (auto const& point : {Point{960, 20}, Point{1900, 400}, Point{20, 20}}) {
        Staffed staffed;
        staffed.kiosk.player().hold(point, 10s);
        CHECK(staffed.kiosk.screen() == Screen::language);
    }
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::down, 0, {1900, 20}});
    kiosk.wait(2s);
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::move, 0, {1900, 90}});
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::move, 0, {1900, 20}});
    kiosk.wait(5s);
    CHECK(kiosk.screen() == Screen::attract);
}

TEST_CASE("without a desk, on the neutral screen and within a visit there is no way in")
{
    Kiosk without;
    without.player().hold({1900, 20}, 5s);
    CHECK(without.screen() == Screen::language);

    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    kiosk.begin();
    staffed.hold_corner(5s);
    CHECK(kiosk.screen() == Screen::home);
    kiosk.tap("bar.leave");
    kiosk.wait(1s);
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::down, 0, {1900, 20}});
    kiosk.wait(5s);
    CHECK(kiosk.screen() == Screen::neutral);
}

TEST_CASE("on a high panel, and on one that is turned, the corner is the one that is seen at the top right")
{
    KioskOptions options;
    options.width = 1080;
    options.height = 1920;
    Staffed high(options);
    high.corner_x = 1060;
    high.hold_corner(3s);
    CHECK(high.kiosk.screen() == Screen::staff_pin);

    // On its side: a touch of the glass is turned into what is seen before it comes here.
    Size const panel{1920, 1080};
    for (auto const rotation : {platform::Rotation::quarter, platform::Rotation::three_quarters}) {
        Staffed turned(options);
        auto const glass = platform::to_panel(Point{1060, 20}, panel, rotation);
        turned.kiosk.player().hold(platform::from_panel(glass, panel, rotation), 3s);
        CHECK(turned.kiosk.screen() == Screen::staff_pin);
    }
}

TEST_CASE("a PIN is asked of the desk, answered later, and stands nowhere in the scene")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3s);
    kiosk.tap("pin.2");
    kiosk.tap("pin.4");
    CHECK(kiosk.scene().find("pin.digits")->state == "2");
    CHECK(kiosk.scene().find("pin.digits")->label.find('4') == std::string::npos);
    staffed.type("6810");
    REQUIRE(staffed.desk.checks.size() == 1);
    CHECK(staffed.desk.checks.front().first == "246810");
    kiosk.wait(5s);
    CHECK(kiosk.screen() == Screen::staff_pin);
    CHECK(kiosk.state().staff.pin == visit::PinStage::asked);
    staffed.desk.verdict(0, visit::PinVerdict::wrong);
    kiosk.wait(10ms);
    CHECK(kiosk.state().staff.pin == visit::PinStage::wrong);
    CHECK(kiosk.scene().says("That was not the PIN"));
    staffed.type("246810");
    staffed.desk.verdict(1, visit::PinVerdict::right);
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::staff_figures);
    CHECK(staffed.desk.looks == 1);
    CHECK(kiosk.has("figures.awaited"));
    staffed.desk.show(view_of(123));
    kiosk.wait(10ms);
    CHECK_FALSE(kiosk.has("figures.awaited"));
    REQUIRE(kiosk.has("figures.visits.14"));
    CHECK(kiosk.scene().find("figures.visits.14")->label == "14:00 to 15:00: 123 visits");
    CHECK(kiosk.scene().find("glance.visits")->state == "123");
}

TEST_CASE("an answer to a PIN of earlier opens nothing for whoever stands there now")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3s);
    staffed.type("246810");
    kiosk.tap("staff.leave");
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.wait(1s);
    staffed.hold_corner(3s);
    staffed.type("111111");
    staffed.desk.verdict(0, visit::PinVerdict::right); // of the first, late
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::staff_pin);
    staffed.desk.verdict(1, visit::PinVerdict::wrong);
    kiosk.wait(10ms);
    CHECK(kiosk.state().staff.pin == visit::PinStage::wrong);
}

TEST_CASE("staff see the figures by span and subject, in their language, and the desk is asked anew")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    CHECK_FALSE(kiosk.has("staff.fair")); // none is set up
    for (auto const* subject : {"staff.languages", "staff.quiz", "staff.reporting", "staff.visits", "staff.month"})
        kiosk.tap(subject);
    CHECK(staffed.desk.looks == 6);
    CHECK(kiosk.state().staff.span == visit::Span::month);
    kiosk.tap("staff.language.fr");
    CHECK(kiosk.scene().find("staff.leave")->label == "Quitter");
    kiosk.tap("staff.reporting");
    CHECK(kiosk.has("figures.reporting.none"));
    kiosk.key("escape");
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("reporting figures below the threshold are words in place of a bar")
{
    Staffed staffed;
    staffed.enter();
    auto view = view_of(5);
    view.figures.reporting = ReleaseFigures{"2026-11-20", "2026-11-22", 10, {{"danger", 41}, {"where", std::nullopt}}};
    staffed.desk.show(view);
    auto& kiosk = staffed.kiosk;
    kiosk.tap("staff.reporting");
    CHECK(kiosk.scene().find("figures.step.danger")->state == "41");
    CHECK(kiosk.scene().find("figures.step.where")->state == "fewer than 10");
}

TEST_CASE("an export says what to do, that it is working, and what came of it")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    CHECK(kiosk.has("export.how"));
    CHECK(kiosk.has("export.closes"));
    kiosk.tap("staff.export");
    REQUIRE(staffed.desk.exports.size() == 1);
    CHECK(kiosk.has("export.working"));
    CHECK_FALSE(kiosk.has("staff.export"));
    kiosk.wait(2min); // a slow stick
    CHECK(kiosk.screen() == Screen::staff_figures);
    staffed.desk.answer(visit::ExportEnded{visit::ExportOutcome::done, "brussels-1-2026-11-23-1"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("brussels-1-2026-11-23-1"));
    kiosk.tap("staff.export");
    staffed.desk.answer(visit::ExportEnded{visit::ExportOutcome::failed, "/media: there is no stick"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().find("export.failed")->label.find("there is no stick") != std::string::npos);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("what staff saw is gone with them")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter(987);
    CHECK(kiosk.scene().says("987"));
    kiosk.tap("staff.leave");
    kiosk.wait(1s);
    staffed.hold_corner(3s);
    staffed.type("246810");
    staffed.desk.show(view_of(55)); // late, of the first time
    kiosk.wait(10ms);
    staffed.desk.verdict(1, visit::PinVerdict::right);
    kiosk.wait(10ms);
    CHECK(kiosk.has("figures.awaited"));
    CHECK_FALSE(kiosk.scene().says("987"));
}

TEST_CASE("an untouched figures screen presents no frame")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.wait(1s);
    auto const before = kiosk.presented();
    kiosk.wait(50s);
    CHECK(kiosk.presented() == before);
}

TEST_CASE("the lock's word is heard before anything is typed, and a stick helps whoever has no PIN")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3s);
    CHECK(staffed.desk.was_asked(visit::StaffRequest::look_at_lock));
    CHECK_FALSE(kiosk.has("pin.forgotten")); // not for everybody who finds the corner
    staffed.desk.answer(visit::PinChecked{visit::PinVerdict::shut, 7min, 0});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("It opens in 7 min."));
    kiosk.tap("pin.1");
    CHECK(kiosk.state().staff.digits.empty());
    kiosk.tap("pin.forgotten");
    CHECK(staffed.desk.was_asked(visit::StaffRequest::find_recovery));
    staffed.desk.answer(visit::RecoveryLookedFor{visit::RecoveryStage::other_kiosk});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("made for another kiosk"));
    kiosk.tap("pin.forgotten");
    staffed.desk.answer(visit::RecoveryLookedFor{visit::RecoveryStage::none});
    kiosk.wait(10ms);
    REQUIRE(kiosk.screen() == Screen::staff_new_pin);
    staffed.type("904417");
    staffed.type("904418");
    CHECK(kiosk.scene().says("were not the same"));
    staffed.type("904417");
    staffed.type("904417");
    CHECK(staffed.desk.new_pin == "904417");
    staffed.desk.answer(visit::PinSaved{visit::NewPinVerdict::saved});
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::staff_figures);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("without the PIN no page of the staff is reached, whatever is emitted")
{
    for (auto const screen : {Screen::staff_figures, Screen::staff_health, Screen::staff_content,
                              Screen::staff_settings, Screen::staff_touch, Screen::staff_pack}) {
        auto const& pack = shipped_pack();
        for (auto const from : {Screen::attract, Screen::home, Screen::staff_pin, Screen::staff_new_pin}) {
            auto state = visit::fresh_state(pack, Instant{1s});
            state.screen = from;
            visit::update(state, pack, visit::ShowStaff{screen}, {Instant{1s}, 1});
            visit::update(state, pack, visit::Show{screen}, {Instant{1s}, 1});
            CHECK(state.screen == from);
        }
    }
}

TEST_CASE("the health page says what wants somebody first, and its code holds the same")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    auto view = view_of(5);
    view.health = {{"disk", screens::Light::green, "disk.ok", {{"free", "5120"}}, ""},
                   {"touch", screens::Light::red, "touch.none", {}, ""},
                   {"clock", screens::Light::amber, "something.new", {}, "In English, where there is no word."}};
    view.health_code = "KIOSK1 brussels-1 red=touch.none";
    staffed.desk.show(view);
    kiosk.tap("staff.tab.health");
    CHECK(kiosk.screen() == Screen::staff_health);
    staffed.desk.show(view); // asked anew for each page
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("Something needs help"));
    auto const* touch = kiosk.scene().find("health.touch");
    auto const* clock = kiosk.scene().find("health.clock");
    auto const* disk = kiosk.scene().find("health.disk");
    REQUIRE((touch && clock && disk));
    CHECK(touch->rect.y < clock->rect.y);
    CHECK(clock->rect.y < disk->rect.y);
    CHECK(clock->label == "In English, where there is no word.");
    CHECK(kiosk.scene().find("health.code")->label.find("KIOSK1 brussels-1 red=touch.none") != std::string::npos);
}

TEST_CASE(
    "new content is looked for, looked at and only then used; a refusal is said in plain words and changes nothing")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.tap("staff.tab.content");
    auto view = view_of(5);
    view.content.version = "2026.11.1";
    staffed.desk.show(view);
    kiosk.wait(10ms);
    CHECK_FALSE(kiosk.has("content.find")); // no keys, no content from sticks
    view.content.updates = true;
    staffed.desk.show(view);
    kiosk.wait(10ms);
    kiosk.tap("content.find");
    CHECK(kiosk.has("content.checking"));
    kiosk.tap("staff.tab.figures"); // not while a stick is read
    CHECK(kiosk.screen() == Screen::staff_content);
    staffed.desk.answer(visit::ContentAnswered{visit::ContentStage::refused, "unsigned_file"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("The file is not signed."));
    CHECK(kiosk.has("content.unchanged"));
    CHECK_FALSE(kiosk.has("content.use"));
    kiosk.tap("content.find");
    view.content.staged.version = "2027.02.1";
    staffed.desk.show(view);
    staffed.desk.answer(visit::ContentAnswered{visit::ContentStage::ready, ""});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("Version 2027.02.1 is ready"));
    kiosk.tap("content.use");
    CHECK(staffed.desk.was_asked(visit::StaffRequest::use_content));
    CHECK(kiosk.has("content.switching"));
}

TEST_CASE("settings are changed as a copy and kept when staff say so")
{
    KioskOptions high; // where all of it is seen without scrolling
    high.width = 1440;
    high.height = 2560;
    Staffed staffed(high);
    staffed.corner_x = 1420;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.tap("staff.tab.settings");
    StaffSettings settings;
    settings.languages = {"en", "fr", "nl", "de"};
    settings.clock = {2027, 2, 28, 23, 59};
    staffed.desk.show(view_of(5), settings);
    kiosk.wait(10ms);
    kiosk.tap("settings.brightness.less");
    kiosk.tap("settings.language.nl");
    kiosk.tap("settings.hours.set");
    kiosk.tap("settings.opens.more");
    kiosk.tap("settings.closes.less");
    kiosk.tap("settings.day.7");
    kiosk.tap("settings.save");
    auto const& saved = staffed.desk.saved;
    CHECK(saved.brightness == 90);
    CHECK(saved.languages == std::vector<std::string>{"nl", "en", "fr", "de"});
    CHECK(saved.hours == HoursRule::set);
    CHECK(saved.opens == 9 * 60 + 30);
    CHECK(saved.closes == 17 * 60 + 30);
    CHECK(saved.days[6] == DayRule::closed);
    CHECK(saved.days[0] == DayRule::open);
    staffed.desk.answer(visit::SettingsSaved{visit::Saved::settings, visit::SaveOutcome::failed, "the disk is full"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("the disk is full"));
    auto state = kiosk.state();
    // A month has as many days as it has.
    visit::update(state, shipped_pack(), visit::MoveClock{visit::ClockPart::day, 3}, {Instant{1s}, 1});
    visit::update(state, shipped_pack(), visit::MoveClock{visit::ClockPart::month, 2}, {Instant{1s}, 1});
    CHECK(state.staff.settings.clock.month == 4);
    visit::update(state, shipped_pack(), visit::MoveClock{visit::ClockPart::hour, 1}, {Instant{1s}, 1});
    CHECK(state.staff.settings.clock.hour == 0);
    CHECK(days_of_month(2028, 2) == 29);
}

TEST_CASE("the touch test ticks each corner that is felt, and packing away asks before it does anything")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.tap("staff.tab.touch");
    auto const size = kiosk.app().stage().scene().find("touch.corner.3")->rect;
    CHECK(size.right() > 1880);
    CHECK(size.bottom() > 1040);
    for (auto const* corner : {"touch.corner.1", "touch.corner.2", "touch.corner.3"}) kiosk.tap(corner);
    CHECK_FALSE(kiosk.scene().says("All four corners"));
    kiosk.tap("touch.corner.4");
    CHECK(kiosk.scene().says("All four corners"));
    kiosk.tap("touch.back");
    kiosk.tap("staff.tab.pack");
    kiosk.tap("pack.begin");
    CHECK_FALSE(staffed.desk.was_asked(visit::StaffRequest::pack_away));
    kiosk.tap("pack.confirm");
    CHECK(staffed.desk.was_asked(visit::StaffRequest::pack_away));
    kiosk.wait(3min); // a slow stick
    staffed.desk.answer(visit::PackEnded{visit::PackStage::failed, ""});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("There is no stick."));
    kiosk.tap("pack.off");
    CHECK(staffed.desk.was_asked(visit::StaffRequest::switch_off));
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("whoever leaves staff mode, or forgets it, closes the sticks behind them")
{
    for (int way = 0; way < 2; ++way) {
        Staffed staffed;
        staffed.enter();
        CHECK(staffed.desk.was_asked(visit::StaffRequest::entered));
        CHECK_FALSE(staffed.desk.was_asked(visit::StaffRequest::left));
        if (way == 0)
            staffed.kiosk.tap("staff.leave");
        else
            staffed.kiosk.wait(60s);
        CHECK(staffed.kiosk.screen() == Screen::attract);
        CHECK(staffed.desk.was_asked(visit::StaffRequest::left));
    }
}

TEST_CASE("a shuffled pad has every digit once, elsewhere each time")
{
    std::set<std::string> orders;
    for (std::uint64_t seed = 1; seed < 9; ++seed) {
        KioskOptions options;
        options.seed = seed;
        options.pad = visit::PadOrder::shuffled;
        Staffed staffed(options);
        staffed.hold_corner(3s);
        std::map<std::pair<float, float>, std::string> places;
        for (int digit = 0; digit < 10; ++digit) {
            auto const id = "pin." + std::to_string(digit);
            REQUIRE(staffed.kiosk.has(id));
            auto const rect = staffed.kiosk.scene().find(id)->rect;
            places[{rect.y, rect.x}] = std::to_string(digit);
        }
        CHECK(places.size() == 10);
        std::string order;
        for (auto const& [place, digit] : places) order += digit;
        orders.insert(order);
    }
    CHECK(orders.size() > 6);
}
