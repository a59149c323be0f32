#include "rehearsal/gallery_staff.h"

#include <fmt/format.h>

namespace kiosk::rehearsal {

namespace {

using staff::FiguresState;
using staff::ReleaseRule;
using StaffView = staff::View;
using visit::PinStage;
using visit::Progress;
using visit::RemarkStage;
using visit::Screen;
using visit::Span;
using visit::Subject;

std::vector<QuestionFigures> sample_questions(content::Content const& content, std::int64_t asked)
{
    std::vector<QuestionFigures> questions;
    std::int64_t turn = 0;
    if (content.quizzes.empty()) return questions;
    auto const& quiz = content.quizzes.front();
    for (auto const& question : quiz.questions) {
        // Shares from a sixth to nearly all, in no order.
        auto const answered = asked - turn * 3 % 17;
        auto const percent = 16 + turn * 29 % 81;
        questions.push_back({quiz.id, question.id, answered * percent / 100, answered, turn % 4, {}});
        ++turn;
    }
    return questions;
}

NamedCounts sample_languages(content::Content const& content, std::int64_t visits)
{
    NamedCounts languages;
    auto left = visits;
    for (auto const& language : content.languages) {
        auto const part = language == content.languages.back() ? left : left * 11 / 20;
        languages.emplace_back(language, part);
        left -= part;
    }
    return languages;
}

// Four days at a fair, the third of them being today.
StaffView sample_view(content::Content const& content)
{
    StaffView view;
    view.kiosk = "brussels-1";
    view.fair_name = "Salon des Vacances";
    view.releases = ReleaseRule::with_the_fair;
    view.figures.closing = {{"Salon des Vacances", "2027-02-04", "2027-02-07"}};
    view.state = FiguresState::read;
    auto& figures = view.figures;
    figures.last_export = "2027-02-05";
    figures.remarks = {{"2027-02-05", "crowded"}, {"2027-01-30", "off"}, {"2027-01-30", "moved"}};

    auto& today = figures.today;
    today.first = today.last = "2027-02-06";
    constexpr std::int64_t kHours[] = {7, 22, 31, 44, 38, 29, 47, 40, 12};
    int hour = 10;
    for (auto const count : kHours) {
        today.visits_by_bucket.emplace_back(fmt::format("2027-02-06T{:02}", hour++), count);
        today.visits += count;
    }
    today.quizzes_started = 141;
    today.quizzes_finished = 96;
    today.learning = {27, 41, 6, 22};
    today.languages = sample_languages(content, today.visits);
    today.questions = sample_questions(content, 41);

    auto& fair = figures.fair;
    fair.first = "2027-02-04";
    fair.last = "2027-02-07";
    fair.visits_by_bucket = {{"2027-02-04", 188}, {"2027-02-05", 231}, {"2027-02-06", today.visits}};
    fair.visits = 188 + 231 + today.visits;
    fair.quizzes_started = 402;
    fair.quizzes_finished = 283;
    fair.learning = {88, 119, 14, 62};
    fair.languages = sample_languages(content, fair.visits);
    fair.questions = sample_questions(content, 118);

    auto& month = figures.month;
    month = fair;
    month.first = "2027-02-01";
    month.last = "2027-02-06";

    figures.reporting = ReleaseFigures{"2027-02-04",
                                       "2027-02-05",
                                       10,
                                       {{"danger", 57},
                                        {"emergency", std::nullopt},
                                        {"where", 43},
                                        {"channel", 38},
                                        {"note", 14},
                                        {"never", 11},
                                        {"doubts", std::nullopt}}};
    return view;
}

// A month of a shop, with figures of five digits and no release yet.
StaffView busy_view(content::Content const& content)
{
    auto view = sample_view(content);
    view.releases = ReleaseRule::with_the_month;
    view.fair_name.clear();
    auto& figures = view.figures;
    figures.fair = {};
    figures.reporting.reset();
    figures.last_export.clear();
    auto& month = figures.month;
    month.first = "2027-01-01";
    month.last = "2027-01-31";
    month.visits_by_bucket.clear();
    month.visits = 0;
    for (int day = 1; day <= 31; ++day) {
        auto const count = day % 7 == 3 ? 0 : 280 + day * 53 % 411;
        if (count > 0) month.visits_by_bucket.emplace_back(fmt::format("2027-01-{:02}", day), count);
        month.visits += count;
    }
    month.quizzes_finished = 6214;
    month.learning = {2105, 2960, 288, 861};
    month.languages = sample_languages(content, month.visits);
    figures.today.visits_by_bucket = {{"2027-02-06", figures.today.visits}};
    return view;
}

StaffView named()
{
    StaffView view;
    view.kiosk = "brussels-1";
    return view;
}

class FigureViews {
public:
    FigureViews(content::Content const& content, content::Language language, Instant now)
        : content_(content),
          language_(std::move(language)),
          now_(now)
    {
    }

    void pin(std::string const& name, PinStage stage, std::string_view digits)
    {
        auto state = at(Screen::staff_pin);
        state.staff.pin = stage;
        state.staff.digits = Secret(digits);
        views_.push_back({"staff-pin" + name, state, {}, named()});
    }
    void figures(std::string const& name, StaffView const& view, Span span, Subject subject, int page = 0)
    {
        auto state = at(Screen::staff_figures);
        state.staff.span = span;
        state.staff.subject = subject;
        state.staff.list_page = page;
        views_.push_back({"staff-figures." + name, state, {}, view});
    }
    void exporting(std::string const& name, StaffView const& view, Progress stage, std::string const& words)
    {
        auto state = at(Screen::staff_figures);
        state.staff.exporting = stage;
        state.staff.export_words = words;
        views_.push_back({"staff-figures." + name, state, {}, view});
    }
    // What staff say of a day, after a touch of it.
    void days(std::string const& name, StaffView const& view, RemarkStage stage, DayRemark const& remark)
    {
        auto state = at(Screen::staff_days);
        state.staff.day = remark.day;
        state.staff.remark = remark;
        state.staff.remarking = stage;
        state.staff.remark_words = "/var/lib/kiosk: the disk is full (make room on the disk)";
        views_.push_back({"staff-days" + name, state, {}, view});
    }
    std::vector<View> take() { return std::move(views_); }

private:
    visit::State at(Screen screen) const
    {
        auto state = visit::fresh_state(content_, now_);
        state.screen = screen;
        state.language = language_;
        return state;
    }

    content::Content const& content_;
    content::Language language_;
    Instant now_;
    std::vector<View> views_;
};

} // namespace

std::vector<View> staff_gallery(content::Content const& content, content::Language const& language, GalleryScope choice,
                                Instant now)
{
    if (content.staff.empty()) return {};
    FigureViews views(content, language, now);
    auto const view = sample_view(content);
    views.pin("", PinStage::typing, "2468");
    views.figures("today", view, Span::today, Subject::visits);
    views.figures("quiz", view, Span::fair, Subject::quiz);
    views.figures("reporting", view, Span::fair, Subject::reporting);
    views.days("", view, RemarkStage::noted, {"2027-01-30", "off"});
    if (choice == GalleryScope::one_of_each) return views.take();
    views.pin(".wrong", PinStage::wrong, "");
    views.pin(".asked", PinStage::asked, "");
    views.figures("fair", view, Span::fair, Subject::visits);
    views.figures("languages", view, Span::today, Subject::languages);
    views.figures("quiz.2", view, Span::fair, Subject::quiz, 1);
    auto const busy = busy_view(content);
    views.figures("month", busy, Span::month, Subject::visits);
    views.figures("one-day", busy, Span::today, Subject::visits);
    views.figures("month-quiz", busy, Span::month, Subject::quiz);
    views.figures("no-release", busy, Span::month, Subject::reporting);
    auto faulty = view;
    faulty.figures.clock_trusted = false;
    faulty.figures.today = {};
    faulty.fault = "/var/lib/kiosk: the disk is full; 112 counts wait in memory (make room on the disk)";
    faulty.quarantined = "/var/lib/kiosk/put-aside-1";
    views.figures("faults", faulty, Span::today, Subject::visits);
    views.days(".no-clock", faulty, RemarkStage::idle, {});
    views.days(".taken-back", view, RemarkStage::taken_back, {"2027-01-29", "staff_tried"});
    views.days(".failed", view, RemarkStage::failed, {"2027-02-06", "fault"});
    auto empty = view;
    for (auto* span : {&empty.figures.today, &empty.figures.fair, &empty.figures.month})
        *span = {span->first, span->last, 0, 0, 0, {}, {}, {}, {}};
    views.figures("empty", empty, Span::today, Subject::visits);
    views.figures("empty-quiz", empty, Span::today, Subject::quiz);
    empty.figures.remarks.clear();
    views.days(".empty", empty, RemarkStage::idle, {});
    auto lost = view;
    lost.figures.fair.learning = {20, 4, 9, 17};
    views.figures("quiz-lost", lost, Span::fair, Subject::quiz);
    auto awaited = StaffView{};
    awaited.kiosk = view.kiosk;
    views.figures("awaited", awaited, Span::today, Subject::visits);
    views.exporting("export-working", view, Progress::working, "");
    views.exporting("export-done", view, Progress::done, "kiosk-brussels-1-2027-02-06-12");
    views.exporting("export-failed", view, Progress::failed, "no_space");
    return views.take();
}

} // namespace kiosk::rehearsal
