// kiosk-season: a season of a fleet, made up. So many kiosks in so many shops and at fairs, so many days and visits,
// each stored and exported by the very code that a kiosk runs; and the books of who made it up, kept apart from all of
// that, for tests and benches to compare with. No visitor ever was.
#include "base/bounds.h"
#include "base/files.h"
#include "base/random.h"
#include "base/version.h"
#include "content/read.h"
#include "engagement/days.h"
#include "engagement/export.h"
#include "visit/countable.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace {

using namespace kiosk;
using namespace kiosk::engagement;

struct Plan {
    std::string content, out;
    int kiosks = 6, days = 10, visits = 100;
    std::uint64_t seed = 1;
    bool twice = false; // exported in the middle of the season, too
};

constexpr WallTime kFirstDay{1793520000}; // 2026-11-01 08:00 UTC
constexpr std::int64_t kDay = 24 * 3600;

// What was made up, in the plainest form: sums by what the CSV will say.
struct Books {
    std::map<std::string, std::int64_t> open;      // "measure,item"
    std::map<std::string, std::int64_t> reporting; // "kiosk,month,measure,item"
    std::map<std::string, std::int64_t> visits;    // by kiosk
};

// One visit as counts, with the items that the content has.
class Visitors {
public:
    Visitors(content::Pack const& pack, std::uint64_t seed) : pack_(pack), random_(seed) {}

    std::vector<Count> visit()
    {
        counts_.clear();
        language_ = pack_.languages[std::min<std::size_t>(random_.below(6), pack_.languages.size() - 1)];
        count(Measure::visits, "all");
        count(Measure::language_chosen, language_);
        screen("home");
        bool const reads = one_in(2);
        bool const plays = one_in(2);
        if (reads) pages();
        if (plays) quiz();
        if (one_in(9)) report();
        if (one_in(20)) count(Measure::comfort, "large-text");
        if (one_in(15) && !pack_.support.pages.empty()) count(Measure::support_seen, pick(pack_.support.pages).id);
        count(Measure::visit_ended, one_in(3) ? "idle" : "leave");
        count(Measure::visit_kind, reads || plays ? "engaged" : "only-touched");
        count(Measure::visit_length, pick(kLengths));
        return counts_;
    }

private:
    static inline std::vector<std::string> const kLengths{"under-30s", "30s-1min", "1min-2min", "2min-4min",
                                                          "over-4min"};
    static inline std::vector<std::string> const kDwells{"under-5s", "5s-15s", "15s-45s", "over-45s"};

    bool one_in(std::uint64_t many) { return random_.below(many) == 0; }
    template <typename T>
    T const& pick(std::vector<T> const& from)
    {
        return from[random_.below(from.size())];
    }
    void count(Measure measure, std::string item) { counts_.push_back({measure, std::move(item), language_}); }
    void screen(std::string const& name)
    {
        count(Measure::screen_seen, name);
        count(Measure::dwell, name + "/" + pick(kDwells));
    }
    void pages()
    {
        auto const& series = pick(pack_.campaigns);
        for (auto const& page : series.pages) {
            if (one_in(3)) break;
            count(Measure::page_seen, series.id + "/" + page.id);
            count(Measure::dwell, "page/" + pick(kDwells));
        }
    }
    void quiz()
    {
        auto const& quiz = pack_.quiz;
        count(Measure::quiz_started, quiz.id);
        screen("quiz");
        int right_answers = 0;
        for (int i = 0; i < quiz.draw; ++i) {
            auto const& question = pick(quiz.questions);
            if (one_in(12)) return count(Measure::quiz_left_at, quiz.id + "/" + question.id);
            auto const& answer = pick(question.answers);
            bool const right = std::find(question.right.begin(), question.right.end(), answer) != question.right.end();
            right_answers += right ? 1 : 0;
            count(Measure::quiz_answer, quiz.id + "/" + question.id + "/" + answer);
            count(Measure::quiz_right, quiz.id + "/" + question.id + (right ? "/right" : "/reconsider"));
        }
        count(Measure::quiz_finished, quiz.id);
        count(Measure::quiz_score, fmt::format("{}/{}-of-{}", quiz.id, right_answers, quiz.draw));
        if (one_in(9)) count(Measure::quiz_again, quiz.id);
        count(Measure::knowledge, quiz.id + (one_in(2) ? "/wrong-right" : one_in(2) ? "/right-right" : "/wrong-wrong"));
    }
    void report()
    {
        count(Measure::report_step, "danger");
        if (one_in(4)) return;
        count(Measure::report_step, "where");
        // Most of what is looked up is of a few places, as it would be.
        auto const& places = pack_.reporting.places;
        auto const& place = places[std::min(random_.below(places.size()), random_.below(places.size()))];
        count(Measure::report_place, place.id);
        count(Measure::report_step, "channel");
        if (!place.channels.empty()) count(Measure::code_shown, place.channels.front());
    }

    content::Pack const& pack_;
    Random random_;
    content::Language language_;
    std::vector<Count> counts_;
};

class Season {
public:
    Season(Plan const& plan, content::Pack const& pack) : plan_(plan), pack_(pack) {}

    Result<> run()
    {
        for (int kiosk = 0; kiosk < plan_.kiosks; ++kiosk) KIOSK_TRY(run_kiosk(kiosk));
        return write_books();
    }

private:
    Result<> run_kiosk(int number)
    {
        static std::vector<std::string> const kPartners{"Agence du Midi", "Noordzee Reizen", "Salon des Vacances", ""};
        static std::vector<std::string> const kCountries{"BE", "LU", "NL"};
        StoreOptions options;
        options.label.kiosk = fmt::format("kiosk-{:03}", number + 1);
        options.label.partner = kPartners[static_cast<std::size_t>(number) % kPartners.size()];
        options.label.country = kCountries[static_cast<std::size_t>(number) % kCountries.size()];
        auto const folder = std::filesystem::path(plan_.out) / "data" / options.label.kiosk;
        auto opened = Store::open(folder, options);
        if (!opened) return opened.error();
        auto& store = opened.value();
        KIOSK_TRY(store.learn({visit::countable(pack_),
                               {pack_.languages.begin(), pack_.languages.end()},
                               visit::places_of_channels(pack_)}));
        Visitors visitors(pack_, plan_.seed * 1000 + static_cast<std::uint64_t>(number));
        for (int day = 0; day < plan_.days; ++day) {
            KIOSK_TRY(run_day(store, visitors, day));
            if (plan_.twice && day == plan_.days / 2) KIOSK_TRY(export_all(store, day));
        }
        // The first of a later month: what is over is released.
        return export_all(store, plan_.days + 31);
    }

    Result<> run_day(Store& store, Visitors& visitors, int day)
    {
        WallTime const now{kFirstDay.unix_seconds + day * kDay};
        auto const date = Zone::brussels().day(now);
        Batch batch;
        for (int i = 0; i < plan_.visits; ++i)
            for (auto const& count : visitors.visit()) {
                ++batch[{date, kWholeDay, pack_.version, count.language, count.measure, count.item}];
                enter(store.label().text.kiosk, date, count);
            }
        KIOSK_TRY(store.commit(batch, bucket_start(now, BucketSize::day, Zone::brussels())));
        return store.note("day", "", {}, date);
    }

    void enter(std::string const& kiosk, std::string const& date, Count const& count)
    {
        auto const what = fmt::format("{},{}", entry(count.measure).id, count.item);
        if (count.measure == Measure::visits) ++books_.visits[kiosk];
        if (entry(count.measure).guard == Guard::open)
            ++books_.open[what];
        else
            ++books_.reporting[fmt::format("{},{},{}", kiosk, date.substr(0, 7), what)];
    }

    Result<> export_all(Store& store, int day)
    {
        ExportOptions options;
        options.now = {kFirstDay.unix_seconds + day * kDay};
        options.built = kReleased;
        auto const exported = export_package(store, std::filesystem::path(plan_.out) / "packages", options);
        return exported ? success() : Result<>(exported.error());
    }

    Result<> write_books() const
    {
        auto const lines = [&](std::string const& name, std::string text, auto const& sums) {
            for (auto const& [key, n] : sums) text += fmt::format("{},{}\n", key, n);
            return write_file_atomically(std::filesystem::path(plan_.out) / name, text);
        };
        KIOSK_TRY(lines("open.csv", "measure,item,n\n", books_.open));
        KIOSK_TRY(lines("reporting.csv", "kiosk,month,measure,item,n\n", books_.reporting));
        return lines("visits.csv", "kiosk,n\n", books_.visits);
    }

    Plan const& plan_;
    content::Pack const& pack_;
    Books books_;
};

} // namespace

int main(int argc, char** argv)
{
    Plan plan;
    CLI::App cli("A made-up season of a fleet: data folders, packages, and the books to compare them with.",
                 "kiosk-season");
    cli.add_option("--content", plan.content, "what visitors read")->required();
    cli.add_option("--out", plan.out, "a new folder")->required();
    auto const whole = [](std::int64_t least, std::int64_t most) {
        return CLI::Validator(whole_number_option({least, most}), "");
    };
    cli.add_option("--kiosks", plan.kiosks)->transform(whole(1, 100'000))->capture_default_str();
    cli.add_option("--days", plan.days)->transform(whole(1, 10'000))->capture_default_str();
    cli.add_option("--visits", plan.visits, "a day and kiosk")->transform(whole(0, 1'000'000))->capture_default_str();
    cli.add_option("--seed", plan.seed)->transform(whole(0, 1'000'000'000))->capture_default_str();
    cli.add_flag("--twice", plan.twice, "exports in the middle of the season, too");
    CLI11_PARSE(cli, argc, argv);
    auto const pack = content::read_pack(plan.content).pack;
    if (!pack.usable() || pack.quiz.questions.empty() || pack.reporting.places.empty()) {
        fmt::print(stderr, "kiosk-season: {}: is no content to make visits of\n", plan.content);
        return 1;
    }
    if (auto const run = Season(plan, pack).run(); !run) {
        fmt::print(stderr, "kiosk-season: {}\n", run.error().line());
        return 1;
    }
    return 0;
}
