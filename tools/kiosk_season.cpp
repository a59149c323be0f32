// kiosk-season: simulates a season of a fleet for tests and benchmarks: kiosks, days and visits as asked for, stored
// and exported by the code that a kiosk runs; and, computed separately, the sums that merging them must give. Options
// rename kiosks, give them to another partner, put them at fairs or copy their disk in the middle of the season.
#include "command_line/command_line.h"
#include "content/read/read.h"
#include "figures/days.h"
#include "files/files.h"
#include "naming/content_words.h"
#include "package/export.h"
#include "system/print.h"
#include "system/program_start.h"
#include "system/version.h"
#include "tools/season_visitors.h"
#include "visit/countable.h"

#include <fmt/format.h>
#include <optional>

namespace {

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;
using tools::Visitors;

struct Plan {
    std::string content, out;
    int kiosks = 6, days = 10, visits = 100;
    std::uint64_t seed = 1;
    bool twice = false;        // exported in the middle of the season, too
    bool each_evening = false; // exported on each day
    bool by_hour = false;      // as at fairs
    bool events = false;       // each third kiosk stands at two fairs
    bool changes = false;      // the first is renamed three times, the second goes to another partner
    bool clone = false;        // the disk of the third is copied in the middle, and goes on in two machines
};

constexpr WallTime kFirstDay{1793520000}; // 2026-11-01 08:00 UTC
constexpr std::int64_t kDay = 24 * 3600;

// The expected sums, by the columns of the CSV files.
struct ExpectedSums {
    std::map<std::string, std::int64_t> open;      // "measure,item"
    std::map<std::string, std::int64_t> reporting; // "kiosk,month,measure,item"; none of copies, which are in no sum
    std::map<std::string, std::int64_t> visits;    // by kiosk
    std::map<std::string, std::int64_t> labels;    // visits by "kiosk,partner,country,event"
    std::map<std::string, std::int64_t> hours;     // visits by "day,hour"; -1 for a whole day
};

// A database of a kiosk: its folder, and its current label.
struct Machine {
    std::filesystem::path folder, packages;
    Visitors visitors;
    std::optional<Store> store;
    LabelText label;
    bool copied = false;
};

class Season {
public:
    Season(Plan const& plan, content::Content const& content) : plan_(plan), content_(content) {}

    Result<> run()
    {
        for (int kiosk = 0; kiosk < plan_.kiosks; ++kiosk) KIOSK_TRY(run_kiosk(kiosk));
        return write_expected();
    }

private:
    // What a kiosk is called on a day of the season, and who has it.
    LabelText label_on(int number, int day) const
    {
        static std::vector<std::string> const kPartners{"Agence du Midi", "Noordzee Reizen", "Salon des Vacances", ""};
        static std::vector<std::string> const kCountries{"BE", "LU", "NL"};
        LabelText label;
        label.kiosk = fmt::format("kiosk-{:03}", number + 1);
        label.partner = kPartners[static_cast<std::size_t>(number) % kPartners.size()];
        label.country = kCountries[static_cast<std::size_t>(number) % kCountries.size()];
        label.setting = plan_.by_hour ? "fair" : "shop";
        label.zone = "Europe/Brussels";
        // Four parts of the season, a name each.
        if (auto const part = day * 4 / plan_.days; plan_.changes && number == 0 && part > 0)
            label.kiosk += fmt::format("-name-{}", part + 1);
        if (plan_.changes && number == 1 && day * 2 >= plan_.days) label.partner = "Agence du Nord";
        if (plan_.events && number % 3 == 0) set_event(label, day);
        return label;
    }

    // The second and the fourth fifth of the season are fairs.
    void set_event(LabelText& label, int day) const
    {
        auto const fifth = day * 5 / plan_.days;
        if (fifth != 1 && fifth != 3) return;
        label.event = fifth == 1 ? "Salon" : "Beurs";
        label.setting = "fair";
        label.event_first = date_of((plan_.days * fifth + 4) / 5);
        label.event_last = date_of((plan_.days * (fifth + 1) + 4) / 5 - 1);
    }

    static std::string date_of(int day) { return Zone::brussels().day({kFirstDay.unix_seconds + day * kDay}); }

    Result<> run_kiosk(int number)
    {
        auto const out = std::filesystem::path(plan_.out);
        std::vector<Machine> machines;
        machines.push_back(begin(out / "data" / fmt::format("kiosk-{:03}", number + 1), out / "packages", number));
        machines.front().copied = plan_.clone && number == 2;
        for (int day = 0; day < plan_.days; ++day) {
            if (machines.front().copied && day == plan_.days / 2) KIOSK_TRY(copy_disk(machines, number));
            for (auto& machine : machines) {
                KIOSK_TRY(take_label(machine, label_on(number, day)));
                KIOSK_TRY(run_day(machine, day));
                if (plan_.each_evening || (plan_.twice && day == plan_.days / 2)) KIOSK_TRY(export_all(machine, day));
            }
        }
        // The first of a later month: what is over is released.
        for (auto& machine : machines) KIOSK_TRY(export_all(machine, plan_.days + 31));
        return success();
    }

    Machine begin(std::filesystem::path folder, std::filesystem::path packages, int seed) const
    {
        return {std::move(folder),
                std::move(packages),
                Visitors(content_, plan_.seed * 1000 + static_cast<std::uint64_t>(seed)),
                std::nullopt,
                {},
                false};
    }

    // Before the first visit of the day; both go on under the same name.
    Result<> copy_disk(std::vector<Machine>& machines, int number) const
    {
        auto& first = machines.front();
        first.store.reset();
        auto const folder = first.folder.string() + "-copy";
        std::error_code code;
        std::filesystem::copy(first.folder, folder, std::filesystem::copy_options::recursive, code);
        if (code) return Error{folder, "cannot be copied: " + code.message(), "check the disk"};
        machines.push_back(begin(folder, first.packages / "copies", number + 500));
        machines.back().copied = true;
        return success();
    }

    Result<> take_label(Machine& machine, LabelText const& label) const
    {
        if (machine.store && machine.label == label) return success();
        machine.label = label;
        machine.store.reset();
        auto opened = Store::open(machine.folder, {label});
        if (!opened) return opened.error();
        machine.store.emplace(opened.take());
        auto const countable = visit::countable(content_);
        KIOSK_TRY(machine.store->extend_domain(
            {countable, {content_.languages.begin(), content_.languages.end()}, visit::places_of_channels(content_)}));
        return machine.store->replace_words_of_version(content_.version, naming::content_words(content_, countable));
    }

    Result<> run_day(Machine& machine, int day)
    {
        WallTime const now{kFirstDay.unix_seconds + day * kDay};
        auto const date = date_of(day);
        Batch batch;
        for (int i = 0; i < plan_.visits; ++i) {
            int const hour = plan_.by_hour ? 10 + i % 8 : kWholeDay;
            for (auto const& count : machine.visitors.visit()) {
                bool const guarded = entry(count.measure).guard == Guard::guarded;
                ++batch[{date, guarded ? kWholeDay : hour, content_.version, count.language, count.measure,
                         count.item}];
                record(machine, date, hour, count);
            }
        }
        KIOSK_TRY(machine.store->commit(batch, bucket_start(now, BucketSize::day, Zone::brussels())));
        return machine.store->note("day", "", {}, date);
    }

    void record(Machine const& machine, std::string const& date, int hour, Count const& count)
    {
        auto const& label = machine.label;
        auto const what = fmt::format("{},{}", entry(count.measure).id, count.item);
        if (count.measure == Measure::visits) {
            ++expected_.visits[label.kiosk];
            ++expected_.labels[fmt::format("{},{},{},{}", label.kiosk, label.partner, label.country, label.event)];
            ++expected_.hours[fmt::format("{},{}", date, hour)];
        }
        if (entry(count.measure).guard == Guard::open)
            ++expected_.open[what];
        else if (!machine.copied)
            ++expected_.reporting[fmt::format("{},{},{}", label.kiosk, date.substr(0, 7), what)];
    }

    Result<> export_all(Machine& machine, int day) const
    {
        ExportOptions options;
        options.now = {kFirstDay.unix_seconds + day * kDay};
        options.built = kReleaseTime;
        auto const exported = export_package(*machine.store, machine.packages, options);
        return exported ? success() : Result<>(exported.error());
    }

    Result<> write_expected() const
    {
        auto const lines = [&](std::string const& name, std::string text, auto const& sums) {
            for (auto const& [key, n] : sums) text += fmt::format("{},{}\n", key, n);
            return write_file_atomically(std::filesystem::path(plan_.out) / name, text);
        };
        KIOSK_TRY(lines("open.csv", "measure,item,n\n", expected_.open));
        KIOSK_TRY(lines("reporting.csv", "kiosk,month,measure,item,n\n", expected_.reporting));
        KIOSK_TRY(lines("labels.csv", "kiosk,partner,country,event,n\n", expected_.labels));
        KIOSK_TRY(lines("hours.csv", "day,hour,n\n", expected_.hours));
        return lines("visits.csv", "kiosk,n\n", expected_.visits);
    }

    Plan const& plan_;
    content::Content const& content_;
    ExpectedSums expected_;
};

} // namespace

int main(int argc, char** argv)
{
    if (auto const begun = prepare_process(argc, argv); !begun) {
        print(Channel::errors, "kiosk-season: {}\n", begun.error().line());
        return 1;
    }
    Plan plan;
    command_line::CommandLine cli(
        "A made-up season of a fleet: data folders, packages, and the books to compare them with.", "kiosk-season");
    cli.program().option("--content", plan.content, "what visitors read").required();
    cli.program().option("--out", plan.out, "a new folder").required();
    cli.program().option("--kiosks", plan.kiosks).shows_default();
    cli.program().option("--days", plan.days).shows_default();
    cli.program().option("--visits", plan.visits, "a day and kiosk").shows_default();
    cli.program().option("--seed", plan.seed).shows_default();
    cli.program().flag("--twice", plan.twice, "exports in the middle of the season, too");
    cli.program().flag("--each-evening", plan.each_evening, "exports on each day");
    cli.program().flag("--by-hour", plan.by_hour, "counts by the hour, as at fairs");
    cli.program().flag("--events", plan.events, "each third kiosk stands at two fairs");
    cli.program().flag("--changes", plan.changes,
                       "the first is renamed three times, the second goes to another partner");
    cli.program().flag("--clone", plan.clone, "the disk of the third is copied, and goes on in two machines");
    if (auto const code = cli.parse(argc, argv)) return *code;
    auto const content = content::read_content(plan.content).content;
    if (!content.usable() || content.quizzes.empty() || content.quizzes.front().questions.empty() ||
        content.reporting.places.empty()) {
        print(Channel::errors, "kiosk-season: {}: is no content to make visits of\n", plan.content);
        return 1;
    }
    if (auto const run = Season(plan, content).run(); !run) {
        print(Channel::errors, "kiosk-season: {}\n", run.error().line());
        return 1;
    }
    return 0;
}
