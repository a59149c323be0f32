// What staff say of a day, through the whole app: touched, played from a script, kept by a real writer, exported.
#include "files/files.h"
#include "package/package.h"
#include "rehearsal/script_player.h"
#include "services/staff_services.h"
#include "support/cheap_hash.h"
#include "support/figures.h"
#include "support/staffed.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

bool is_chosen(Kiosk& kiosk, std::string const& id)
{
    auto const* node = kiosk.scene().find(id);
    REQUIRE(node);
    return !node->state.empty();
}

} // namespace

TEST_CASE("staff choose a day and what was so; the screen says that it is noted, and lists it")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.tap("staff.days");
    REQUIRE(kiosk.screen() == Screen::staff_days);
    CHECK(is_chosen(kiosk, "staff.tab.figures"));
    CHECK(is_chosen(kiosk, "days.2026-11-23")); // today
    CHECK(kiosk.has("days.2026-11-10"));        // and 13 days before
    CHECK_FALSE(kiosk.has("days.2026-11-09"));
    CHECK_FALSE(kiosk.has("days.2026-11-24"));
    kiosk.tap("days.2026-11-21");
    CHECK(kiosk.scene().find("days.day")->label == "Saturday 21 November");
    kiosk.tap("days.remark.off");
    CHECK(staffed.service.was_asked<staff::KeepRemark>());
    CHECK(staffed.service.was_asked<staff::KeepRemark>()->remark == DayRemark{"2026-11-21", "off"});
    auto view = view_of(123);
    view.figures.remarks = {{"2026-11-21", "off"}, {"2026-11-20", "the lift was being repaired"}};
    staffed.service.reply(staff::RemarkKept{staff::Outcome::done, ""});
    staffed.service.show(view);
    kiosk.wait(10ms);
    CHECK(kiosk.scene().find("days.noted")->label == "Noted. Saturday 21 November: off all day.");
    CHECK(kiosk.scene().find("days.said.1")->label == "Saturday 21 November: off all day");
    // Words from elsewhere stay as they are.
    CHECK(kiosk.scene().find("days.said.2")->label == "Friday 20 November: the lift was being repaired");
    CHECK(is_chosen(kiosk, "days.remark.off"));
    kiosk.tap("days.remark.off");
    CHECK(staffed.service.was_asked<staff::KeepRemark>());
    staffed.service.reply(staff::RemarkKept{staff::Outcome::failed, "the disk is full"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().find("days.failed")->label == "Not noted: the disk is full");
    kiosk.tap("days.back");
    CHECK(kiosk.screen() == Screen::staff_figures);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("while the clock is not believed nothing can be noted of a day, and the screen says so")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    auto view = view_of(1);
    view.figures.clock_trusted = false;
    view.figures.today = {};
    staffed.service.show(view);
    kiosk.wait(10ms);
    kiosk.tap("staff.days");
    staffed.service.show(view);
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("Nothing can be noted now"));
    CHECK_FALSE(kiosk.has("days.remark.off"));
    kiosk.tap("days.back");
    CHECK(kiosk.screen() == Screen::staff_figures);
}

TEST_CASE("a keypad alone reaches a day and a remark")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.tap("staff.days");
    auto const go_to = [&](std::string const& id) {
        for (int step = 0; step < 60 && kiosk.app().stage().input().focused() != id; ++step) kiosk.key("tab");
        CHECK(kiosk.app().stage().input().focused() == id);
        kiosk.key("enter");
    };
    go_to("days.2026-11-20");
    CHECK(kiosk.state().staff.day == "2026-11-20");
    go_to("days.remark.crowded");
    CHECK(staffed.service.was_asked<staff::KeepRemark>()->remark == DayRemark{"2026-11-20", "crowded"});
}

TEST_CASE("what staff note at the glass is in the export's remarks, and what they took back is not")
{
    TemporaryFolder folder;
    REQUIRE(make_folder(folder / "stick").ok());
    ManualClock clock{noon("2026-11-23")};
    services::Writer writer(writer_options(folder / "data"), clock);
    services::StaffServicesOptions service_options;
    service_options.figures.waiting = Execution::at_once;
    service_options.figures.exporting.folders = {folder / "stick"};
    service_options.data = folder / "lock";
    service_options.pin_hash = cheap_hash("246813");
    service_options.boot_id = "first";
    service_options.system = SystemRequests(folder / "nobody", Milliseconds(1));
    services::StaffServices service(std::move(service_options), shipped_content(), writer, clock, {});
    KioskOptions options;
    options.staff = &service;
    Kiosk kiosk(options);
    Problems problems;
    auto const script =
        rehearsal::parse_script("hold 1900 20 3s\n"
                                "tap pin.2\ntap pin.4\ntap pin.6\ntap pin.8\ntap pin.1\ntap pin.3\n"
                                "tap pin.submit\nexpect screen staff-figures\n"
                                "tap staff.days\nexpect screen staff-days\n"
                                "tap days.2026-11-21\ntap days.remark.off\n"
                                "expect text \"Noted. Saturday 21 November: off all day.\"\n"
                                "tap days.2026-11-22\ntap days.remark.crowded\n"
                                "expect node days.said.2\n"
                                "tap days.remark.crowded\n"
                                "expect text \"Taken back. Sunday 22 November: more people than usual.\"\n"
                                "expect no-node days.said.2\n"
                                "tap days.back\ntap staff.export\nexpect node export.done\n",
                                "days.script", problems);
    REQUIRE(problems.empty());
    auto const played = kiosk.player().play(script);
    CAPTURE((played ? std::string() : played.error().line()));
    REQUIRE(played.ok());
    std::vector<std::string> said;
    for (auto const& entry : std::filesystem::directory_iterator(folder / "stick")) {
        auto package = package::Package::open(entry.path());
        REQUIRE(package.ok());
        for (auto const& remark : package.value().remarks().value()) said.push_back(remark.day + " " + remark.text);
    }
    CHECK(said == std::vector<std::string>{"2026-11-21 off"});
}
