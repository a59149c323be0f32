// A kiosk is a number; its names are labels. Renames, partners and fairs move no figure.
#include "files/files.h"
#include "package/package.h"
#include "support/figures.h"
#include "support/store_options.h"

#include <doctest/doctest.h>
#include <thread>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;
using namespace test;

namespace {

LabelText text_of(std::string const& kiosk, std::string const& partner = "", std::string const& event = "")
{
    LabelText text;
    text.kiosk = kiosk;
    text.partner = partner;
    text.event = event;
    text.setting = event.empty() ? "shop" : "fair";
    return text;
}

// One run of a kiosk under a label, with visits on a day.
Store run(std::filesystem::path const& folder, LabelText const& text, std::string const& day, std::int64_t visits)
{
    StoreOptions options;
    options.label = text;
    auto store = Store::open(folder, options).take();
    if (visits > 0) REQUIRE(store.commit({{tally(Measure::visits, "all", day), visits}}, std::nullopt).ok());
    return store;
}

std::map<std::string, std::int64_t> visits_by_name(Store& store)
{
    std::map<std::string, std::int64_t> visits;
    for (auto const& label : store.labels().value())
        for (auto const& row : store.tallies().value())
            if (row.label == label.number)
                visits[label.text.kiosk + "/" + label.text.partner + "/" + label.text.event] += row.n;
    return visits;
}

} // namespace

TEST_CASE("three renames and another partner lose and double nothing, and the earlier partner keeps his visits")
{
    TemporaryFolder folder;
    run(folder.path(), text_of("alpha", "Midi"), "2026-11-20", 12);
    run(folder.path(), text_of("beta", "Midi"), "2026-11-20", 5);
    run(folder.path(), text_of("beta", "Nord"), "2026-11-21", 7);
    auto store = run(folder.path(), text_of("alpha", "Midi"), "2026-11-22", 9);
    CHECK(visits_by_name(store) ==
          std::map<std::string, std::int64_t>{{"alpha/Midi/", 21}, {"beta/Midi/", 5}, {"beta/Nord/", 7}});
    auto const labels = store.labels().value();
    REQUIRE(labels.size() == 4); // alpha twice: from its first day to its last, and again
    CHECK(labels[0].first == "2026-11-20");
    CHECK(labels[0].last == "2026-11-20");
    CHECK(labels[3].first == "2026-11-22");
    CHECK(store.label_before()->text.kiosk == "beta");
    auto const package = Package::open(exported(store, folder / "out", on_day("2026-11-23"))).take();
    CHECK(package.labels() == labels);
    CHECK(package.info().machine == store.machine());
}

TEST_CASE("a name that is not known leaves the one before, and a label under which nothing was counted is not kept")
{
    TemporaryFolder folder;
    run(folder.path(), text_of("typo"), "", 0);
    run(folder.path(), text_of("alpha"), "2026-11-20", 3);
    auto store = run(folder.path(), text_of(""), "2026-11-21", 4);
    CHECK(visits_by_name(store) == std::map<std::string, std::int64_t>{{"alpha//", 7}});
    CHECK(store.labels().value().size() == 1);
    CHECK_FALSE(store.label_before().has_value());
}

TEST_CASE("two fairs on one machine are two labels, and the days of a fair may be corrected")
{
    TemporaryFolder folder;
    auto salon = text_of("stand", "", "Salon");
    salon.event_last = "2026-11-21";
    run(folder.path(), salon, "2026-11-20", 40);
    salon.event_last = "2026-11-22";
    run(folder.path(), salon, "2026-11-22", 10);
    auto store = run(folder.path(), text_of("stand", "", "Messe"), "2026-12-04", 30);
    CHECK(visits_by_name(store) == std::map<std::string, std::int64_t>{{"stand//Salon", 50}, {"stand//Messe", 30}});
    CHECK(store.labels().value()[0].text.event_last == "2026-11-22");
}

TEST_CASE("each day has a mark of its own, by which copies of a database are told apart")
{
    TemporaryFolder folder;
    run(folder / "one", text_of("alpha"), "2026-11-20", 1);
    std::filesystem::copy(folder / "one", folder / "two", std::filesystem::copy_options::recursive);
    auto one = run(folder / "one", text_of("alpha"), "2026-11-21", 20);
    auto two = run(folder / "two", text_of("alpha"), "2026-11-21", 5);
    CHECK(one.machine() == two.machine());
    auto const days = one.days().value();
    auto const others = two.days().value();
    REQUIRE(days.size() == 2);
    REQUIRE(others.size() == 2);
    CHECK(days[0] == others[0]);
    CHECK(days[1].mark != others[1].mark);
}

TEST_CASE("an export that fails five times closes nothing, and the sixth closes it all")
{
    TemporaryFolder folder;
    auto salon = text_of("stand", "", "Salon");
    salon.event_first = "2026-11-20";
    salon.event_last = "2026-11-22";
    run(folder / "data", salon, "2026-11-20", 40);
    auto store = run(folder / "data", salon, "2026-11-20", 40);
    REQUIRE(store.extend_domain(small_domain()).ok());
    auto const report = [&](std::int64_t n) {
        REQUIRE(store.commit({{tally(Measure::report_step, "danger", "2026-11-22"), n}}, std::nullopt).ok());
    };
    report(8);
    REQUIRE(write_file_atomically(folder / "full", "a file in the way").ok());
    for (int i = 0; i < 5; ++i) {
        CHECK_FALSE(export_package(store, folder / "full", on_day("2026-11-22")).ok());
        CHECK(store.releases().value().empty());
        CHECK(store.closed_through(store.label().number).value() < "2026-11-20");
    }
    report(3); // the fair goes on
    auto preview = on_day("2026-11-22");
    preview.kind = ExportKind::preview;
    CHECK(periods_to_close(store, preview).value().size() == 1);
    auto const looked = exported(store, folder / "out", preview);
    CHECK(store.releases().value().empty());
    for (auto const& file : list_folder(looked)) {
        auto const name = file.filename().string();
        auto const says =
            name.find("preview") != std::string::npos || read_file(file).value().find("A PREVIEW") != std::string::npos;
        CAPTURE(name);
        CHECK(says);
    }
    CHECK_FALSE(Package::open(looked).ok());
    auto const package = Package::open(exported(store, folder / "out", on_day("2026-11-22"))).take();
    REQUIRE(package.releases().value().size() == 1);
    CHECK(package.releases().value()[0].cells.front().n == 11);
    CHECK(store.releases().value() == package.releases().value());
}

TEST_CASE("an export that is cut off when its package may have its name gives the same away the next time")
{
    TemporaryFolder folder;
    auto salon = text_of("stand", "", "Salon");
    salon.event_last = "2026-11-22";
    std::vector<Release> given;
    {
        auto store = run(folder / "data", salon, "2026-11-20", 40);
        REQUIRE(store.extend_domain(small_domain()).ok());
        REQUIRE(store.commit({{tally(Measure::report_step, "danger", "2026-11-21"), 12}}, std::nullopt).ok());
        auto const prepared = prepare_releases(store, "2026-11-22", ClosingTrigger::export_now, {}).take();
        REQUIRE(store.mark_may_have_left(prepared).ok());
        given = prepared.releases;
    } // the plug is pulled here
    auto store = run(folder / "data", salon, "2026-11-22", 0);
    // What is counted since belongs to the day after, whatever day it claims: the writer asks closed_through().
    CHECK(store.closed_through(store.label().number).value() == "2026-11-22");
    auto const package = Package::open(exported(store, folder / "out", on_day("2026-11-22"))).take();
    CHECK(package.releases().value() == given);
    // And one that was cut off before is as if it had not been.
    auto const again = prepare_releases(store, "2026-12-31", ClosingTrigger::export_now, {}).take();
    CHECK(store.releases().value() == given);
    auto const after = prepare_releases(store, "2026-12-31", ClosingTrigger::export_now, {}).take();
    CHECK(again.releases.size() == after.releases.size());
}

TEST_CASE("a look in the house is unmasked, says so in every file, and writes nothing into the store")
{
    TemporaryFolder folder;
    {
        auto store = run(folder / "data", text_of("alpha"), "2026-11-20", 3);
        REQUIRE(store.extend_domain(small_domain()).ok());
        REQUIRE(store.commit({{tally(Measure::report_step, "danger", "2026-11-20"), 2}}, std::nullopt).ok());
    }
    auto const before = bytes_below(folder / "data");
    auto store = Store::open_to_read(folder / "data").take();
    auto options = on_day("2026-11-23");
    options.kind = ExportKind::internal;
    auto const looked = exported(store, folder / "out", options);
    CHECK(bytes_below(folder / "data") == before);
    CHECK(read_file(looked / "for-the-house-only-reporting.csv").value().find("danger,*,2") != std::string::npos);
    CHECK(looked.filename().string().ends_with("for-the-house-only"));
    auto const taken = Package::open(looked);
    REQUIRE_FALSE(taken.ok());
    CHECK(taken.error().message.find("must not leave") != std::string::npos);
}

TEST_CASE("a threshold below ten, or none at all, is no threshold")
{
    for (auto const n : {std::int64_t{-1}, std::int64_t{0}, std::int64_t{1}, std::int64_t{9}, std::int64_t{1'000'001}})
        CHECK_FALSE(Threshold::of(n).has_value());
    CHECK(Threshold::of(10)->value() == 10);
    CHECK(Threshold().value() == 10);
}
