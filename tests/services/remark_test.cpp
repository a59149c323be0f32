// What staff say of a day, from the writer to the store and back to who looks.
#include "figures/day_remarks.h"
#include "files/files.h"
#include "package/form.h"
#include "services/writer.h"
#include "support/figures.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::services;
using test::noon;
using test::TemporaryFolder;
using test::writer_options;

namespace {

struct Said {
    TemporaryFolder folder;
    ManualClock clock{noon("2026-11-23")};
    Writer writer{writer_options(folder / "data"), clock};

    RemarkStatus say(std::string const& day, std::string const& text, RemarkChange change = RemarkChange::note)
    {
        writer.order_remark({{day, text}, change, {}});
        return writer.flush().remarking;
    }
    std::vector<DayRemark> seen()
    {
        writer.order_look("", "", {});
        return writer.flush().looking.figures.remarks;
    }
};

} // namespace

TEST_CASE("a remark is kept under the day that is spoken of, once, and taken back as often as wished")
{
    Said said;
    CHECK(said.say("2026-11-21", "off").state == OrderState::done);
    CHECK(said.say("2026-11-21", "off").state == OrderState::done);
    CHECK(said.say("2026-11-22", "crowded").state == OrderState::done);
    CHECK(said.seen() == std::vector<DayRemark>{{"2026-11-22", "crowded"}, {"2026-11-21", "off"}});
    CHECK(said.say("2026-11-21", "off", RemarkChange::take_back).state == OrderState::done);
    CHECK(said.say("2026-11-21", "off", RemarkChange::take_back).state == OrderState::done);
    CHECK(said.seen() == std::vector<DayRemark>{{"2026-11-22", "crowded"}});
}

TEST_CASE("today and the thirteen days before it can be spoken of, and no other")
{
    Said said;
    CHECK(said.say("2026-11-23", "fault").state == OrderState::done);
    CHECK(said.say("2026-11-10", "off").state == OrderState::done);
    for (auto const* day : {"2026-11-09", "2026-11-24", "2025-11-23", "", "Saturday", "2026-11-31"}) {
        auto const status = said.say(day, "off");
        CHECK(status.state == OrderState::failed);
        CHECK(status.fault.line().find("nothing can be noted of this day") != std::string::npos);
    }
    CHECK(said.seen().size() == 2);
    // Tomorrow the oldest of them is no longer shown; it is kept.
    said.clock.set_wall(noon("2026-11-24"));
    CHECK(said.seen() == std::vector<DayRemark>{{"2026-11-23", "fault"}});
}

TEST_CASE("while the clock is not believed no day can be spoken of")
{
    Said said;
    said.clock.set_wall(noon("2016-11-23"));
    CHECK(said.say("2016-11-23", "off").state == OrderState::failed);
    CHECK(said.say("2026-11-23", "off").state == OrderState::failed);
    CHECK(said.seen().empty());
}

TEST_CASE("a disk that fails keeps no remark and says why; the next touch is a new try")
{
    Said said;
    said.writer.flush();
    test::Journal journal;
    std::filesystem::rename(said.folder / "data", said.folder / "elsewhere");
    REQUIRE(write_file_atomically(said.folder / "data", "in the way").ok());
    auto const status = said.say("2026-11-21", "off");
    CHECK(status.state == OrderState::failed);
    CHECK(status.fault.line().find("/data: ") != std::string::npos);
    CHECK(journal.says("was moved or removed while it was in use"));
    std::filesystem::remove(said.folder / "data");
    std::filesystem::rename(said.folder / "elsewhere", said.folder / "data");
    CHECK(said.seen().empty());
    CHECK(said.say("2026-11-21", "off").state == OrderState::done);
    CHECK(said.seen().size() == 1);
}

TEST_CASE("the description of a package knows every key that staff can choose")
{
    auto const columns = remarks_form().columns;
    auto const text = std::string(columns.back().description);
    for (auto const key : kDayRemarks) {
        CAPTURE(key);
        CHECK(text.find(key) != std::string::npos);
    }
}
