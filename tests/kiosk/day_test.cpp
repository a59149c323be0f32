#include "files/files.h"
#include "package/export.h"
#include "services/writer.h"
#include "support/kiosk.h"
#include "support/store_options.h"
#include "support/temporary_folder.h"
#include "visit/countable.h"

#include <doctest/doctest.h>
#include <sstream>

using namespace kiosk;
using namespace test;

namespace {

// The writer's clock follows the kiosk's, whose day may be told to be later.
class ToWriter final : public show::CountSink {
public:
    ToWriter(services::Writer& writer, ManualClock& clock) : writer_(writer), clock_(clock) {}
    void commit(std::vector<Count> counts, WallTime claimed) override
    {
        WallTime const at{claimed.unix_seconds + later_};
        clock_.set_wall(at);
        writer_.commit(counts, at);
    }
    void later(Seconds by) { later_ += by.count(); }

private:
    services::Writer& writer_;
    ManualClock& clock_;
    std::int64_t later_ = 0; // [s]
};

// The books of the one who wrote the day: what was done, told by the doing and not by the kiosk.
struct Books {
    std::map<std::string, long> lines; // "language,measure,item"
    std::string language;
    void add(std::string const& measure, std::string const& item, long n = 1)
    {
        lines[language + "," + measure + "," + item] += n;
    }
};

void read_campaign(Kiosk& kiosk, Books& books, int visits)
{
    for (int i = 0; i < visits; ++i) {
        kiosk.begin(books.language);
        kiosk.wait(2s);
        kiosk.tap("home.stop-prostitution-enfantine");
        kiosk.wait(6s);
        kiosk.tap("page.next");
        kiosk.wait(20s);
        kiosk.tap("page.back");
        kiosk.wait(1s);
        kiosk.tap("bar.leave");
        kiosk.wait(30s);
    }
    books.add("visits", "all", visits);
    books.add("language_chosen", books.language, visits);
    books.add("screen_seen", "home", visits);
    books.add("page_seen", "stop-prostitution-enfantine/campaign", visits);
    books.add("page_seen", "stop-prostitution-enfantine/alibis", visits);
    books.add("dwell", "home/under-5s", visits);
    books.add("dwell", "page/5s-15s", visits);
    books.add("dwell", "page/15s-45s", visits);
    books.add("dwell", "page/under-5s", visits);
    books.add("visit_ended", "leave", visits);
    books.add("visit_kind", "engaged", visits);
    books.add("visit_length", "under-30s", visits);
}

void report(Kiosk& kiosk, Books& books, int visits)
{
    for (int i = 0; i < visits; ++i) {
        kiosk.begin(books.language);
        kiosk.tap("bar.report");
        kiosk.tap("report.happened");
        kiosk.tap("report.letter.K");
        kiosk.tap("report.place.KE");
        kiosk.tap("report.note");
        kiosk.wait(46s); // walks away
    }
    books.add("visits", "all", visits);
    books.add("language_chosen", books.language, visits);
    books.add("screen_seen", "home", visits);
    books.add("dwell", "home/under-5s", visits);
    books.add("report_step", "danger", visits);
    books.add("report_step", "where", visits);
    books.add("report_step", "channel", visits);
    books.add("report_step", "note", visits);
    books.add("report_place", "KE", visits);
    books.add("code_shown", "be-form", visits);
    books.add("visit_ended", "idle", visits);
    books.add("visit_kind", "only-touched", visits); // of the open part
    books.add("visit_length", "under-30s", visits);  // neither the time of reporting nor that of walking away
}

std::map<std::string, long> exported(std::filesystem::path const& csv)
{
    std::map<std::string, long> lines;
    std::istringstream text(read_file(csv).value());
    std::string line;
    std::getline(text, line); // the header
    while (std::getline(text, line)) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
        REQUIRE(cells.size() == 12);
        CHECK(cells[4] == "2026-11-23");
        lines[cells[8] + "," + cells[9] + "," + cells[10]] += std::stol(cells[11]);
    }
    return lines;
}

// The published cells of the languages; their totals must be the sums of these.
std::map<std::string, long> released(std::filesystem::path const& csv)
{
    std::map<std::string, long> lines;
    std::map<std::string, long> totals;
    std::istringstream text(read_file(csv).value());
    std::string line;
    std::getline(text, line); // the header
    while (std::getline(text, line)) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
        REQUIRE(cells.size() == 5);
        auto const n = std::stol(cells[4]);
        if (cells[3] != "*")
            lines[cells[3] + "," + cells[1] + "," + cells[2]] += n;
        else if (cells[2] != "*")
            totals[cells[1] + "," + cells[2]] += n;
    }
    for (auto const& [key, n] : lines) totals[key.substr(key.find(',') + 1)] -= n;
    for (auto const& [key, left] : totals) CHECK(left == 0);
    return lines;
}

} // namespace

TEST_CASE("the tallies exported after a scripted day equal what was done, to the last count")
{
    for (auto const size : {figures::BucketSize::day, figures::BucketSize::hour}) {
        TemporaryFolder folder;
        ManualClock clock;
        Books books;
        {
            services::WriterOptions store{folder / "data", test::called("day"), "2026.11.1", size, {1793491200}};
            // Its last day: an export closes it.
            store.store.label.setting = "fair";
            store.store.label.event_first = store.store.label.event_last = "2026-11-23";
            store.domain = {visit::countable(shipped_content()), {"en", "fr", "nl", "de"}};
            services::Writer writer(store, clock);
            ToWriter sink(writer, clock);
            KioskOptions options;
            options.sink = &sink;
            Kiosk kiosk(options);
            for (auto const* language : {"en", "fr", "nl", "de"}) {
                books.language = language;
                read_campaign(kiosk, books, 5);
                report(kiosk, books, 12);
                sink.later(std::chrono::hours(2)); // the writer's day goes on
            }
            CHECK(writer.flush().pending == 0);
        }
        auto store = store::Store::open_to_export(folder / "data").take();
        package::ExportOptions options;
        options.now = clock.wall();
        options.built = {1793491200};
        auto const package = package::export_package(store, folder / "out", options).value().path;
        auto lines = exported(package / "tallies.csv");
        for (auto const& [line, n] : released(package / "reporting.csv")) lines[line] += n;
        CHECK(lines == books.lines);
    }
}
