// Names, partners and fairs that change; copies of one database; and what was counted before there were labels.
#include "figures/days.h"
#include "files/files.h"
#include "fleet/packages.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::figures;
using namespace kiosk::store;
using namespace kiosk::fleet;
using namespace test;

namespace {

LabelText label(std::string kiosk, std::string partner = "", std::string event = "", std::string first = "",
                std::string last = "")
{
    auto const setting = event.empty() ? "shop" : "fair";
    return {std::move(kiosk), std::move(partner), "BE", setting, std::move(event), std::move(first),
            std::move(last),  "Europe/Brussels"};
}

Store open(std::filesystem::path const& folder, LabelText const& text)
{
    auto store = Store::open(folder, {text});
    if (!store.ok()) FAIL(store.error().line());
    REQUIRE(store.value().extend_domain(small_domain()).ok());
    return store.take();
}

void count(Store& store, std::string const& day, std::int64_t visits)
{
    REQUIRE(store.commit({{tally(Measure::visits, "all", day), visits}}, std::nullopt).ok());
}

std::vector<std::pair<std::string, std::int64_t>> visits(std::vector<Subtotal> const& lines)
{
    std::vector<std::pair<std::string, std::int64_t>> found;
    for (auto const& line : lines) found.emplace_back(line.name, line.visits());
    return found;
}

using Lines = std::vector<std::pair<std::string, std::int64_t>>;

// Merges the packages in every order, by and by, and sees that it is the same fleet each time.
void check_orders(TemporaryFolder const& folder, std::vector<std::filesystem::path> packages)
{
    auto const reference = merged(packages, folder / "reference.db");
    std::sort(packages.begin(), packages.end());
    int round = 0;
    do {
        auto const file = folder / ("by-and-by-" + std::to_string(round++));
        for (auto const& package : packages) merged({package}, file);
        CHECK(told(file) == reference);
    } while (round < 24 && std::next_permutation(packages.begin(), packages.end()));
}

} // namespace

TEST_CASE("a kiosk that is renamed and given to another partner is one kiosk, and its visits stay where they were")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    std::vector<std::tuple<char const*, char const*, char const*>> const steps{
        {"2026-11-02", "lobby", "Agence"}, {"2026-11-03", "window", "Agence"}, {"2026-11-04", "window", "Noordzee"}};
    for (auto const& [day, name, partner] : steps) {
        auto store = open(folder / "data", label(name, partner));
        count(store, day, 20);
        packages.push_back(exported(store, folder / "out" / day, on_day(day)));
    }
    check_orders(folder, packages);
    auto const report = report_of(folder / "reference.db");
    CHECK(report.kiosks == 1);
    CHECK(report.account.figures.sum(Measure::visits) == 60);
    CHECK(visits(report.account.by_kiosk) == Lines{{"lobby", 20}, {"window", 40}});
    CHECK(visits(report.account.by_partner) == Lines{{"Agence", 40}, {"Noordzee", 20}});
    for (auto const* lines : {&report.account.by_kiosk, &report.account.by_partner, &report.account.by_country})
        for (auto const& line : *lines) {
            CHECK(line.kiosks == 1);
            CHECK(line.days_missing == 0);
        }
    CHECK(remarks_of(folder / "reference.db") ==
          std::vector<std::string>{"window: was called lobby until 2026-11-02",
                                   "window: was with Agence (BE) until 2026-11-03"});
}

TEST_CASE("two fairs of one kiosk are two, and a fair whose days were corrected is one")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    auto const at = [&](LabelText const& text, std::string const& day) {
        auto store = open(folder / "data", text);
        count(store, day, 30);
        packages.push_back(exported(store, folder / "out" / day, on_day(day)));
    };
    at(label("stand", "NGO", "Salon", "2026-11-05", "2026-11-06"), "2026-11-05");
    at(label("stand", "NGO", "Salon", "2026-11-05", "2026-11-08"), "2026-11-07");
    at(label("stand", "NGO", "Beurs", "2026-11-10", "2026-11-11"), "2026-11-10");
    check_orders(folder, packages);
    auto const report = report_of(folder / "reference.db");
    CHECK(visits(report.account.fairs) == Lines{{"Salon", 60}, {"Beurs", 30}});
    CHECK(visits(report.account.by_kiosk) == Lines{{"stand", 90}});
    auto store = FleetStore::open_to_read(folder / "reference.db").take();
    CHECK(store.labels().value().front().label.text.event_last == "2026-11-08");
}

TEST_CASE("a kiosk that stands at fairs only is not missed between two of them")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    auto const at = [&](LabelText const& text, std::string const& day) {
        auto store = open(folder / "data", text);
        count(store, day, 30);
        packages.push_back(exported(store, folder / "out" / day, on_day(day)));
    };
    at(label("stand", "NGO", "Salon", "2026-09-05", "2026-09-08"), "2026-09-05");
    at(label("stand", "NGO", "Salon", "2026-09-05", "2026-09-08"), "2026-09-08"); // off on the 6th and the 7th
    at(label("stand", "NGO", "Beurs", "2026-11-19", "2026-11-20"), "2026-11-19");
    merged(packages, folder / "fairs.db");
    auto const report = report_of(folder / "fairs.db");
    CHECK(report.account.by_kiosk.at(0).days_missing == 2);
    CHECK(report.account.fairs.at(0).days_missing == 2);
    CHECK(report.account.fairs.at(1).days_missing == 0);
    CHECK(remarks_of(folder / "fairs.db") ==
          std::vector<std::string>{"stand: not on for 2 days between 2026-09-05 and 2026-11-19"});
}

TEST_CASE("of a kiosk whose days nobody has told, none is missing")
{
    KioskHistory::Database database;
    database.labels.push_back(
        {1, LabelKind::own, label("stand", "NGO", "Salon", "2026-09-05", "2026-09-08"), "2026-09-05", "2026-09-08"});
    CHECK(KioskHistory{{database}}.days_missing() == 0);
    CHECK(remarks({KioskHistory{{database}}}).empty());
}

TEST_CASE("a report may be of some days, a fair or a kiosk, and has nothing of the others")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    for (auto const* name : {"lobby", "window"}) {
        auto store = open(folder / name, label(name, "NGO", "Salon", "2026-09-05", "2026-09-06"));
        count(store, "2026-09-05", 30);
        count(store, "2026-09-06", 12);
        packages.push_back(exported(store, folder / "out" / name, on_day("2026-09-07")));
    }
    merged(packages, folder / "fleet.db");
    auto const visits_of = [&](ReportChoice const& choice) {
        auto store = FleetStore::open_to_read(folder / "fleet.db").take();
        auto const report = read_fleet(store, Sums::all, {}, choice).value();
        std::int64_t rows = 0;
        for (auto const& row : report.account.pivot.rows()) rows += row.measure == "visits" ? row.n : 0;
        CHECK(rows == report.account.figures.sum(Measure::visits));
        return rows;
    };
    CHECK(visits_of({}) == 84);
    CHECK(visits_of({"2026-09-06", "", "", ""}) == 24);
    CHECK(visits_of({"2026-09-05", "2026-09-05", "", "lobby"}) == 30);
    CHECK(visits_of({"", "", "Salon", ""}) == 84);
    CHECK(visits_of({"", "", "Beurs", ""}) == 0);
}

TEST_CASE("two machines that run from one copied disk: every visit counts once, and it is told")
{
    TemporaryFolder folder;
    {
        auto store = open(folder / "first", label("lobby"));
        for (auto const* day : {"2026-11-02", "2026-11-03"}) count(store, day, 20);
        REQUIRE(store.commit({{tally(Measure::report_step, "danger", "2026-11-02"), 12}}, std::nullopt).ok());
        count(store, "unknown", 3);
    }
    std::filesystem::copy(folder / "first", folder / "second");
    std::vector<std::filesystem::path> packages;
    for (auto const& [machine, n] : {std::pair{"first", 7}, {"second", 5}}) {
        auto store = open(folder / machine, label("lobby"));
        for (auto const* day : {"2026-11-04", "2026-11-05"}) count(store, day, n);
        packages.push_back(exported(store, folder / "out" / machine, on_day("2026-11-05")));
        packages.push_back(exported(store, folder / "later" / machine, on_day("2026-12-02")));
    }
    check_orders(folder, packages);
    auto const report = report_of(folder / "reference.db");
    CHECK(report.account.figures.sum(Measure::visits) == 2 * 20 + 3 + 2 * 7 + 2 * 5);
    CHECK(report.kiosks == 1);
    // Both have released November, each with the twelve of before, and what was counted at an unknown time.
    CHECK(report.account.releases.empty());
    auto const lines = remarks_of(folder / "reference.db");
    REQUIRE(lines.size() >= 2);
    CHECK(lines[0] == "lobby: its database runs in 2 machines since 2026-11-04 (its disk was copied; all are in these "
                      "figures): give one of them a new data folder");
    CHECK(lines[1] == "lobby: 4 periods of reporting were released by copies of one database; they are in no sum");
}

TEST_CASE("copies with another name each are two labels of one number")
{
    TemporaryFolder folder;
    {
        auto store = open(folder / "first", label("lobby"));
        count(store, "2026-11-02", 20);
    }
    std::filesystem::copy(folder / "first", folder / "second");
    std::vector<std::filesystem::path> packages;
    for (auto const* machine : {"first", "second"}) {
        auto store = open(folder / machine, label(machine));
        count(store, "2026-11-04", 10);
        packages.push_back(exported(store, folder / "out" / machine, on_day("2026-11-05")));
    }
    check_orders(folder, packages);
    CHECK(visits(report_of(folder / "reference.db").account.by_kiosk) ==
          Lines{{"first", 10}, {"lobby", 20}, {"second", 10}});
}

TEST_CASE("a database that was copied, and has not counted since, is found out by its log")
{
    TemporaryFolder folder;
    {
        auto store = open(folder / "first", label("lobby"));
        count(store, "2026-11-02", 20);
    }
    std::filesystem::copy(folder / "first", folder / "second");
    std::vector<std::filesystem::path> packages;
    for (auto const* machine : {"first", "second"}) {
        auto store = open(folder / machine, label("lobby"));
        REQUIRE(store.note("boot", machine, {}, "2026-11-02").ok());
        packages.push_back(exported(store, folder / "out" / machine, on_day("2026-11-03")));
    }
    merged(packages, folder / "fleet.db");
    CHECK(remarks_of(folder / "fleet.db").at(0) ==
          "lobby: its database has two histories: a copy of it was put back, or runs in another machine");
    auto store = FleetStore::open_to_read(folder / "fleet.db").take();
    std::set<std::string> boots;
    for (auto const& row : store.machine_log().value())
        if (row.row.event == "boot") boots.insert(row.row.detail);
    CHECK(boots == std::set<std::string>{"first", "second"});
}

namespace {

// A database as version 2 made it, with what it had counted under two names.
void make_old_database(std::filesystem::path const& folder)
{
    REQUIRE(make_folder(folder).ok());
    auto database = Database::open(folder / kDatabaseName, OpenMode::read_write).take();
    auto const made = database.run(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
        "CREATE TABLE tally (kiosk TEXT NOT NULL, epoch TEXT NOT NULL, bucket TEXT NOT NULL, content_version TEXT NOT "
        "NULL, language TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, n INTEGER NOT NULL CHECK (n > 0), "
        "PRIMARY KEY (kiosk, epoch, bucket, content_version, language, measure, item)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE machine_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, boot INTEGER NOT NULL, monotonic_s INTEGER "
        "NOT NULL, wall TEXT NOT NULL, clock_trusted INTEGER NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL) "
        "STRICT;"
        "CREATE TABLE release (number INTEGER PRIMARY KEY AUTOINCREMENT, first_day TEXT NOT NULL, last_day TEXT NOT "
        "NULL, threshold INTEGER NOT NULL) STRICT;"
        "CREATE TABLE released (number INTEGER NOT NULL REFERENCES release ON DELETE CASCADE, measure TEXT NOT NULL, "
        "item TEXT NOT NULL, language TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (number, measure, item, "
        "language)) STRICT, WITHOUT ROWID;"
        "CREATE TABLE domain (kind TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (kind, item)) STRICT, WITHOUT ROWID;"
        "INSERT INTO meta VALUES ('epoch', '0123456789abcdef'), ('kiosk', 'brussels-1'), ('partner', 'Agence'), "
        "('country', 'BE'), ('boot', '4'), ('highest_seen', '0'), ('exports', '2');"
        "INSERT INTO tally VALUES ('lobby', '0123456789abcdef', '2026-11-18', '2026.11.1', 'fr', 'visits', 'all', 7),"
        "('brussels-1', '0123456789abcdef', '2026-11-19T14', '2026.11.1', 'fr', 'visits', 'all', 30),"
        "('brussels-1', '0123456789abcdef', 'unknown', '2026.11.1', 'fr', 'visits', 'all', 3),"
        "('brussels-1', '0123456789abcdef', '2026-11-20', '2026.11.1', 'nl', 'visits', 'all', 9);"
        "INSERT INTO release VALUES (1, '2026-10-01', '2026-10-31', 10);"
        "INSERT INTO released VALUES (1, 'report_step', 'danger', '*', 14);"
        "INSERT INTO machine_log VALUES (1, 1, 0, '2026-11-18', 1, 'boot', '');"
        "PRAGMA application_id = 1263095635; PRAGMA user_version = 2");
    if (!made.ok()) FAIL(made.error().line());
}

} // namespace

TEST_CASE(
    "packages of form 2 beside those of their database once it was brought up to date: nothing twice, nothing lost")
{
    TemporaryFolder folder;
    // What it had exported by then: as lobby, later as brussels-1, which counted less on that day than in the end.
    auto const release = "1,2026-10-01,2026-10-31,10\n";
    auto const cells = "1,report_step,danger,*,14\n";
    auto const boot = "1,1,0,2026-11-18,true,boot,\n";
    std::vector<std::filesystem::path> packages{
        write_old(folder / "old-1", {"lobby", "0123456789abcdef", "", "", "2026-11-18", 1,
                                     "2026-11-18,2026.11.1,fr,visits,all,7\n", release, cells, boot}),
        write_old(folder / "old-2", {"brussels-1", "0123456789abcdef", "Agence", "BE", "2026-11-20", 2,
                                     "2026-11-19T14,2026.11.1,fr,visits,all,30\nunknown,2026.11.1,fr,visits,all,3\n"
                                     "2026-11-20,2026.11.1,nl,visits,all,4\n",
                                     release, cells, boot})};
    make_old_database(folder / "data");
    {
        auto store = open(folder / "data", label("brussels-1", "Agence"));
        count(store, "2026-11-20", 11); // the same day, by the new program
        count(store, "2026-11-21", 40);
        packages.push_back(exported(store, folder / "new", on_day("2026-11-22")));
    }
    // Once it signs, what is not signed stays out, and its own package tells every count of it.
    merged(packages, folder / "signed.db");
    CHECK(report_of(folder / "signed.db").account.figures.sum(Measure::visits) == 7 + 30 + 3 + 9 + 11 + 40);
    // Of a program between the two, which knew labels and did not sign.
    std::filesystem::remove(packages.back() / kSignatureFile);
    check_orders(folder, packages);
    auto const report = report_of(folder / "reference.db");
    CHECK(report.kiosks == 1);
    CHECK(report.account.figures.sum(Measure::visits) == 7 + 30 + 3 + 9 + 11 + 40);
    CHECK(report.account.figures.visits_at_unknown_time() == 3);
    CHECK(visits(report.account.by_kiosk) == Lines{{"brussels-1", 93}, {"lobby", 7}});
    REQUIRE(report.account.releases.size() == 1);
    CHECK(report.account.releases[0].cells.at(0).n == 14);
    auto store = FleetStore::open_to_read(folder / "reference.db").take();
    CHECK(store.labels().value().size() == 3);
    CHECK(store.releases().value().size() == 2); // October, and what was counted at an unknown time
    // Old packages alone are enough for what they tell.
    merged({packages[0], packages[1]}, folder / "old.db");
    CHECK(report_of(folder / "old.db").account.figures.sum(Measure::visits) == 7 + 30 + 3 + 4);
}

TEST_CASE("words of two wordings under one version, and what staff said, are kept and told")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    for (auto const* kiosk : {"one", "two"}) {
        auto store = open(folder / kiosk, label(kiosk));
        count(store, "2026-11-02", 20);
        REQUIRE(store
                    .replace_words_of_version("2026.11.1",
                                              {{"", "fr", "quiz_right", "quiz/age", "Quel âge?", -1},
                                               {"", "fr", "quiz_right", "quiz/law", std::string("Loi ") + kiosk, -1}})
                    .ok());
        REQUIRE(store.remark("2026-11-02", std::string("off on Saturday, ") + kiosk).ok());
        packages.push_back(exported(store, folder / "out" / kiosk, on_day("2026-11-02")));
    }
    check_orders(folder, packages);
    auto store = FleetStore::open_to_read(folder / "reference.db").take();
    CHECK(store.words().value().size() == 3);
    CHECK(store.remarks().value().size() == 2);
    CHECK(remarks_of(folder / "reference.db") ==
          std::vector<std::string>{
              "content 2026.11.1: 1 items have more than one wording; a changed content needs a new version number"});
}
