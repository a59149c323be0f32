#include "support/sample_figures.h"
#include "base/random.h"
#include "support/kiosk.h"
#include "support/store_options.h"

#include <chrono>
#include <fmt/format.h>
#include <map>
#include <tuple>

namespace test {

using namespace kiosk;

namespace {

class Sampler {
public:
    explicit Sampler(SampleOptions const& options) : options_(options) {}

    std::vector<SampleRow> take()
    {
        for (int day = 0; day < options_.days; ++day)
            for (auto i = options_.visits_a_day * (day % 5 + 5) / 7; i > 0; --i)
                visit(bucket_name(days_after(options_.first, day)));
        for (std::int64_t i = 0; i < options_.unknown; ++i) visit("unknown");
        for (auto const* code : {"be-form", "dont-look-away"}) counts_[{bucket_, "fr", "display_code", code}] = 412;
        std::vector<SampleRow> rows;
        for (auto const& [key, n] : counts_) {
            auto const& [bucket, language, measure, item] = key;
            rows.push_back({bucket, language, measure, item, n});
        }
        return rows;
    }

private:
    std::string bucket_name(std::string const& day)
    {
        if (options_.buckets == SampleBuckets::days) return day;
        return fmt::format("{}T{:02}", day, 9 + (random_.below(5) + random_.below(6)));
    }
    bool chance(int percent) { return random_.below(100) < static_cast<std::size_t>(percent); }
    std::string const& one_of(std::vector<std::string> const& list) { return list[random_.below(list.size())]; }
    void count(Measure measure, std::string const& item)
    {
        ++counts_[{bucket_, language_, std::string(entry(measure).id), item}];
    }

    void visit(std::string bucket)
    {
        static std::vector<std::string> const kLanguages{"fr", "fr", "fr", "nl", "nl", "en", "de"};
        static std::vector<std::string> const kEnds{"leave", "leave", "leave", "idle", "idle", "idle", "restart"};
        static std::vector<std::string> const kLengths{"under-30s", "30s-1min",  "1min-2min",
                                                       "1min-2min", "2min-4min", "over-4min"};
        bucket_ = std::move(bucket);
        language_ = one_of(kLanguages);
        count(Measure::visits, "all");
        screen("home");
        if (chance(30)) count(Measure::language_chosen, language_);
        if (chance(60)) pages();
        if (chance(45)) quiz();
        if (chance(12)) count(Measure::comfort, one_of({"large-text", "contrast", "less-movement", "keyboard"}));
        if (chance(5)) screen("notice");
        count(Measure::visit_kind, chance(80) ? "engaged" : "only-touched");
        count(Measure::visit_ended, one_of(kEnds));
        count(Measure::visit_length, one_of(kLengths));
    }

    void screen(std::string const& name)
    {
        count(Measure::screen_seen, name);
        count(Measure::dwell, name + "/" + one_of({"under-5s", "5s-15s", "5s-15s", "15s-45s", "over-45s"}));
    }

    void pages()
    {
        screen("page");
        auto const& series = shipped_content().campaigns[random_.below(shipped_content().campaigns.size())];
        for (auto const& page : series.pages) {
            count(Measure::page_seen, series.id + "/" + page.id);
            if (chance(8)) count(Measure::sources_opened, series.id + "/" + page.id);
            if (chance(25)) return;
        }
    }

    void quiz()
    {
        auto const& quiz = shipped_content().quizzes.front();
        count(Measure::quiz_started, quiz.id);
        screen("quiz");
        auto const first = answer(*quiz.find(quiz.pair), 45);
        int right = 0;
        for (int i = 1; i < quiz.draw; ++i) {
            auto const at = random_.below(quiz.questions.size());
            auto const& question = quiz.questions[at];
            if (question.id == quiz.pair) continue;
            if (chance(6)) {
                count(Measure::quiz_left_at, quiz.id + "/" + question.id);
                return;
            }
            right += answer(question, 35 + static_cast<int>(at) * 3) ? 1 : 0;
        }
        auto const last = chance(first ? 94 : 70);
        screen("quiz-end");
        count(Measure::quiz_finished, quiz.id);
        count(Measure::quiz_score, fmt::format("{}/{}-of-{}", quiz.id, right + (last ? 1 : 0), quiz.draw));
        count(Measure::knowledge,
              fmt::format("{}/{}-{}", quiz.id, first ? "right" : "wrong", last ? "right" : "wrong"));
        if (quiz.intent)
            count(Measure::intent,
                  fmt::format("{}/{}-{}", quiz.id, one_of(quiz.intent->answers), one_of(quiz.intent->answers)));
    }

    bool answer(content::Question const& question, int percent)
    {
        bool const right = chance(percent);
        auto const path = shipped_content().quizzes.front().id + "/" + question.id + "/";
        count(Measure::quiz_right, path + (right ? "right" : "reconsider"));
        if (right) {
            for (auto const& id : question.right) count(Measure::quiz_answer, path + id);
            return true;
        }
        // Whichever other one; one of several right ones is no right answer either.
        auto id = one_of(question.answers);
        while (question.right == std::vector<std::string>{id}) id = one_of(question.answers);
        count(Measure::quiz_answer, path + id);
        return false;
    }

    SampleOptions options_;
    Random random_{7};
    std::string bucket_, language_;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::int64_t> counts_;
};

} // namespace

std::string days_after(std::string const& day, int days)
{
    using namespace std::chrono;
    auto const begin =
        sys_days(year(std::stoi(day.substr(0, 4))) / std::stoi(day.substr(5, 2)) / std::stoi(day.substr(8, 2)));
    year_month_day const then(begin + std::chrono::days(days));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(then.year()), static_cast<unsigned>(then.month()),
                       static_cast<unsigned>(then.day()));
}

std::vector<SampleRow> sample_rows(SampleOptions const& options) { return Sampler(options).take(); }

namespace {

template <typename Into>
void add_rows(std::vector<SampleRow> const& rows, Into const& into)
{
    for (auto const& row : rows) {
        figures::TallyView view;
        set_time(view, row.bucket);
        view.content_version = shipped_content().version;
        view.language = row.language;
        view.measure = row.measure;
        view.item = row.item;
        view.n = row.n;
        into(view);
    }
}

} // namespace

figures::Figures sample_figures(std::vector<SampleRow> const& rows)
{
    figures::Figures figures;
    add_rows(rows, [&](figures::TallyView const& row) { figures.add(row); });
    return figures;
}

figures::WorkbookData sample_account(std::vector<SampleRow> const& rows)
{
    figures::WorkbookData account;
    figures::LabelText const label{"brussels-1", "Agence du Midi", "BE", "fair", "Salon des vacances", "", "", ""};
    add_rows(rows, [&](figures::TallyView const& row) {
        account.add(row);
        account.pivot.add(label, row);
    });
    for (auto const& [day, counts] : account.days)
        if (!day.empty()) account.day_summaries[day] = {1, 8 * 60, "10:00-18:00", {}};
    account.releases = sample_releases();
    for (auto const& release : account.releases) figures::add_codes(account.codes_by_month, release);
    return account;
}

std::vector<figures::Release> sample_releases()
{
    figures::Release october{1, 1, "2026-10-01", "2026-10-31", 10, "0123456789abcdef", {}};
    figures::Release fair{2,
                          1,
                          "2026-11-23",
                          "2026-11-27",
                          10,
                          "fedcba9876543210",
                          {{"code_shown", "be-form", "*", 24},
                           {"code_shown", "*", "*", 41},
                           {"report_place", "KE", "*", 11},
                           {"report_step", "danger", "*", 63},
                           {"report_step", "danger", "fr", 28},
                           {"report_step", "danger", "nl", 17},
                           {"report_step", "where", "*", 44},
                           {"report_step", "where", "fr", 21},
                           {"report_step", "channel", "*", 41}}};
    return {october, fair};
}

} // namespace test
