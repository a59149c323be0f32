// What staff say of a day, from the writer to the store and back to who looks.
#include "figures/day_remarks.h"
#include "files/files.h"
#include "package/table_schema.h"
#include "services/writer.h"
#include "support/figures.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <future>

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

    Result<> say(std::string const& day, std::string const& text, RemarkChange change = RemarkChange::note)
    {
        Result<> told = Error{"", "nothing was told", ""};
        writer.keep_remark({day, text}, change, [&](Result<> result) { told = std::move(result); });
        writer.flush();
        return told;
    }
    std::vector<DayRemark> seen() { return test::figures_read(writer).take().remarks; }
};

} // namespace

TEST_CASE("a remark is kept under the day that is spoken of, once, and taken back as often as wished")
{
    Said said;
    CHECK(said.say("2026-11-21", "off").ok());
    CHECK(said.say("2026-11-21", "off").ok());
    CHECK(said.say("2026-11-22", "crowded").ok());
    CHECK(said.seen() == std::vector<DayRemark>{{"2026-11-22", "crowded"}, {"2026-11-21", "off"}});
    CHECK(said.say("2026-11-21", "off", RemarkChange::take_back).ok());
    CHECK(said.say("2026-11-21", "off", RemarkChange::take_back).ok());
    CHECK(said.seen() == std::vector<DayRemark>{{"2026-11-22", "crowded"}});
}

TEST_CASE("today and the thirteen days before it can be spoken of, and no other")
{
    Said said;
    CHECK(said.say("2026-11-23", "fault").ok());
    CHECK(said.say("2026-11-10", "off").ok());
    for (auto const* day : {"2026-11-09", "2026-11-24", "2025-11-23", "", "Saturday", "2026-11-31"}) {
        auto const told = said.say(day, "off");
        REQUIRE_FALSE(told.ok());
        CHECK(told.error().line().find("nothing can be noted of this day") != std::string::npos);
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
    CHECK_FALSE(said.say("2016-11-23", "off").ok());
    CHECK_FALSE(said.say("2026-11-23", "off").ok());
    CHECK(said.seen().empty());
}

TEST_CASE("a disk that fails keeps no remark and says why; the next touch is a new try")
{
    Said said;
    said.writer.flush();
    test::Journal journal;
    std::filesystem::rename(said.folder / "data", said.folder / "elsewhere");
    REQUIRE(write_file_atomically(said.folder / "data", "in the way").ok());
    auto const told = said.say("2026-11-21", "off");
    REQUIRE_FALSE(told.ok());
    CHECK(told.error().line().find("/data: ") != std::string::npos);
    CHECK(journal.says("was moved or removed while it was in use"));
    std::filesystem::remove(said.folder / "data");
    std::filesystem::rename(said.folder / "elsewhere", said.folder / "data");
    CHECK(said.seen().empty());
    CHECK(said.say("2026-11-21", "off").ok());
    CHECK(said.seen().size() == 1);
}

TEST_CASE("staff who touch on while a disk is stuck are told that it is busy, and nothing piles up")
{
    Said said;
    std::promise<void> stuck, go_on;
    auto waits = go_on.get_future();
    said.writer.read_figures({}, [&](Result<StaffFigures> const&) {
        stuck.set_value();
        waits.wait();
    });
    stuck.get_future().wait();
    int kept = 0, busy = 0;
    for (int touch = 0; touch < 40; ++touch)
        said.writer.keep_remark({"2026-11-21", "off"}, RemarkChange::note, [&](Result<> const& result) {
            if (result)
                ++kept;
            else if (result.error().line().find("the disk is still busy") != std::string::npos)
                ++busy;
        });
    go_on.set_value();
    said.writer.flush();
    CHECK(busy >= 20);
    CHECK(kept + busy == 40);
    CHECK(said.seen().size() == 1);
}

TEST_CASE("the description of a package knows every key that staff can choose")
{
    auto const columns = remarks_schema().columns;
    auto const text = std::string(columns.back().description);
    for (auto const key : kDayRemarks) {
        CAPTURE(key);
        CHECK(text.find(key) != std::string::npos);
    }
}
