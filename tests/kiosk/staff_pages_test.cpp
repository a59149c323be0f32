// Staff beyond the figures, through the whole app: the lock and a stick, health, content, settings, touch test, packing
// away.
#include "base/calendar.h"
#include "support/staffed.h"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace kiosk;
using namespace test;

TEST_CASE("the lock's word is heard before anything is typed, and a stick helps whoever has no PIN")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3s);
    CHECK(staffed.service.was_asked<staff::ReadLock>());
    CHECK_FALSE(kiosk.has("pin.forgotten")); // not for everybody who finds the corner
    staffed.service.reply(staff::LockRead{{staff::LockState::shut, 7min, 0}});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("It opens in 7 min."));
    kiosk.tap("pin.1");
    CHECK(kiosk.state().staff.digits.empty());
    kiosk.tap("pin.forgotten");
    CHECK(staffed.service.was_asked<staff::FindRecovery>());
    staffed.service.reply(staff::RecoveryChecked{staff::RecoveryFault::other_kiosk});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("made for another kiosk"));
    kiosk.tap("pin.forgotten");
    staffed.service.reply(staff::RecoveryChecked{staff::RecoveryFault::none});
    kiosk.wait(10ms);
    REQUIRE(kiosk.screen() == Screen::staff_new_pin);
    staffed.type("904417");
    staffed.type("904418");
    CHECK(kiosk.scene().says("were not the same"));
    staffed.type("904417");
    staffed.type("904417");
    CHECK(staffed.service.was_asked<staff::SetPin>()->pin.digits() == "904417");
    staffed.service.reply(staff::PinSet{staff::NewPinResult::saved});
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::staff_figures);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("without the PIN no page of the staff is reached, whatever is emitted")
{
    for (auto const screen : {Screen::staff_figures, Screen::staff_health, Screen::staff_content,
                              Screen::staff_settings, Screen::staff_touch, Screen::staff_close_down}) {
        auto const& content = shipped_content();
        for (auto const from : {Screen::attract, Screen::home, Screen::staff_pin, Screen::staff_new_pin}) {
            auto state = visit::fresh_state(content, Instant{1s});
            state.screen = from;
            visit::update(state, content, visit::ShowStaff{screen}, {Instant{1s}, 1});
            visit::update(state, content, visit::Navigate{screen}, {Instant{1s}, 1});
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
    view.health = {{"disk", health::Light::green, "disk.ok", {{"free", "5120"}}, ""},
                   {"touch", health::Light::red, "touch.none", {}, ""},
                   {"clock", health::Light::amber, "something.new", {}, "In English, where there is no word."}};
    view.health_code = "KIOSK1 brussels-1 red=touch.none";
    staffed.service.show(view);
    kiosk.tap("staff.tab.health");
    CHECK(kiosk.screen() == Screen::staff_health);
    staffed.service.show(view); // asked anew for each page
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("Something needs help"));
    auto const* touch = kiosk.scene().find("health.touch");
    auto const* clock = kiosk.scene().find("health.clock");
    auto const* disk = kiosk.scene().find("health.disk");
    REQUIRE((touch && clock && disk));
    CHECK(touch->rect.y < clock->rect.y);
    CHECK(clock->rect.y < disk->rect.y);
    CHECK(clock->label == "clock: In English, where there is no word.");
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
    staffed.service.show(view);
    kiosk.wait(10ms);
    CHECK_FALSE(kiosk.has("content.find")); // no keys, no content from sticks
    view.content.updates = true;
    staffed.service.show(view);
    kiosk.wait(10ms);
    kiosk.tap("content.find");
    CHECK(kiosk.has("content.checking"));
    kiosk.tap("staff.tab.figures"); // not while a stick is read
    CHECK(kiosk.screen() == Screen::staff_content);
    staffed.service.reply(staff::ContentReplied{staff::ContentStage::refused, "unsigned_file"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("The file is not signed."));
    CHECK(kiosk.has("content.unchanged"));
    CHECK_FALSE(kiosk.has("content.use"));
    kiosk.tap("content.find");
    view.content.staged.version = "2027.02.1";
    staffed.service.show(view);
    staffed.service.reply(staff::ContentReplied{staff::ContentStage::ready, ""});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("Version 2027.02.1 is ready"));
    kiosk.tap("content.use");
    CHECK(staffed.service.was_asked<staff::UseContent>());
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
    staff::Settings settings;
    settings.languages = {"en", "fr", "nl", "de"};
    settings.clock = {2027, 2, 28, 23, 59};
    staffed.service.show(view_of(5), settings);
    kiosk.wait(10ms);
    kiosk.tap("settings.brightness.less");
    kiosk.tap("settings.language.nl");
    kiosk.tap("settings.hours.set");
    kiosk.tap("settings.opens.more");
    kiosk.tap("settings.closes.less");
    kiosk.tap("settings.day.7");
    kiosk.tap("settings.save");
    auto const saved = staffed.service.was_asked<staff::SaveSettings>()->settings;
    CHECK(saved.brightness == 90);
    CHECK(saved.languages == std::vector<std::string>{"nl", "en", "fr", "de"});
    CHECK(saved.hours == staff::HoursRule::set);
    CHECK(saved.opens == 9 * 60 + 30);
    CHECK(saved.closes == 17 * 60 + 30);
    CHECK(saved.days[6] == staff::DayRule::closed);
    CHECK(saved.days[0] == staff::DayRule::open);
    staffed.service.reply(staff::SettingsSaved{staff::Outcome::failed, "the disk is full"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("the disk is full"));
    auto state = kiosk.state();
    state.input_blocked_until = Instant{1s};
    // A month has as many days as it has.
    visit::update(state, shipped_content(), visit::AdjustClock{visit::ClockPart::day, 3}, {Instant{1s}, 1});
    visit::update(state, shipped_content(), visit::AdjustClock{visit::ClockPart::month, 2}, {Instant{1s}, 1});
    CHECK(state.staff.settings.clock.month == 4);
    visit::update(state, shipped_content(), visit::AdjustClock{visit::ClockPart::hour, 1}, {Instant{1s}, 1});
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
    CHECK_FALSE(staffed.service.was_asked<staff::ExportAndSwitchOff>());
    kiosk.tap("pack.confirm");
    CHECK(staffed.service.was_asked<staff::ExportAndSwitchOff>());
    kiosk.wait(3min); // a slow stick
    staffed.service.reply(staff::ClosedDown{staff::Outcome::failed, ""});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("There is no stick."));
    kiosk.tap("pack.off");
    CHECK(staffed.service.was_asked<staff::SwitchOff>());
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("whoever leaves staff mode, or forgets it, closes the sticks behind them")
{
    for (int way = 0; way < 2; ++way) {
        Staffed staffed;
        staffed.enter();
        CHECK(staffed.service.was_asked<staff::OpenSticks>());
        CHECK_FALSE(staffed.service.was_asked<staff::CloseSticks>());
        if (way == 0)
            staffed.kiosk.tap("staff.leave");
        else
            staffed.kiosk.wait(60s);
        CHECK(staffed.kiosk.screen() == Screen::attract);
        CHECK(staffed.service.was_asked<staff::CloseSticks>());
    }
}

TEST_CASE("a shuffled pad has every digit once, elsewhere each time")
{
    std::set<std::string> orders;
    for (std::uint64_t seed = 1; seed < 9; ++seed) {
        KioskOptions options;
        options.seed = seed;
        options.pad = visit::KeypadOrder::shuffled;
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
