#include "monkey/books.h"

#include <algorithm>
#include <fmt/format.h>

namespace monkey {

using namespace kiosk;

namespace {

// Going back and forth counts these once in a visit; an answer, a dwell or a run of the quiz counts each time.
bool counts_once(Measure measure)
{
    switch (measure) {
    case Measure::screen_seen:
    case Measure::page_seen:
    case Measure::sources_opened:
    case Measure::scene_choice:
    case Measure::scene_finished:
    case Measure::language_chosen:
    case Measure::comfort:
    case Measure::support_seen:
    case Measure::report_step:
    case Measure::report_place:
    case Measure::code_shown: return true;
    default: return false;
    }
}

// The quiz counts once a visit, whichever the item; and a visit ends once.
bool is_single(Measure measure)
{
    switch (measure) {
    case Measure::quiz_started:
    case Measure::quiz_finished:
    case Measure::quiz_left_at:
    case Measure::quiz_score:
    case Measure::knowledge:
    case Measure::intent:
    case Measure::visit_ended:
    case Measure::visit_kind:
    case Measure::visit_length: return true;
    default: return false;
    }
}

std::string name_of(Measure measure) { return std::string(entry(measure).id); }

} // namespace

void Books::complain(char const* invariant, std::string words)
{
    if (!fault_) fault_ = Fault{invariant, std::move(words)};
}

void Books::saw(visit::State const& state)
{
    bool const visiting = visit::is_visiting(state.screen);
    if (visiting && !visiting_) ++seen_visits_;
    visiting_ = visiting;
    staff_ = visit::is_staff(state.screen);
}

void Books::commit(std::vector<Count> counts, WallTime claimed)
{
    if (counts.empty()) complain("empty commit", "a commit without a count");
    if (staff_) complain("staff are not counted", fmt::format("{} counts on a screen of the staff", counts.size()));
    for (auto const& one : counts) count(one, claimed);
    if (next_) next_->commit(std::move(counts), claimed);
}

void Books::count(Count const& count, WallTime claimed)
{
    auto const what = fmt::format("{} {} ({})", name_of(count.measure), count.item, count.language);
    if (count.measure == Measure::visits) {
        if (in_visit_) complain("a visit begins when none is on", what);
        in_visit_ = true;
        once_.clear();
        single_.clear();
        claimed_ = claimed;
        ++visits_;
    }
    if (!in_visit_) complain("nothing counts outside of a visit", what);
    auto const& languages = content_.languages;
    if (std::find(languages.begin(), languages.end(), count.language) == languages.end())
        complain("counts are in a language of the content", what);
    if (counts_once(count.measure) && !once_.insert({count.measure, count.item}).second)
        complain("what counts once in a visit counts once", what);
    if (is_single(count.measure) && !single_.insert(count.measure).second)
        complain("what a visit has one of counts once", what);
    if (claimed != claimed_) complain("a visit is handed on under the time when it began", what);
    ++sums_[count.measure][count.item];
    // The length of a visit is the last thing that is counted of it.
    if (count.measure == Measure::visit_length) in_visit_ = false;
}

long Books::counted(Measure measure) const
{
    long sum = 0;
    if (auto const found = sums_.find(measure); found != sums_.end())
        for (auto const& [item, n] : found->second) sum += n;
    return sum;
}

void Books::expect_equal(char const* what, long one, long other)
{
    if (one != other) complain("tallies add up", fmt::format("{}: {} and {}", what, one, other));
}

void Books::close()
{
    if (in_visit_) complain("every visit ends", "one was begun and not ended");
    expect_equal("visits counted and visits seen", visits_, seen_visits_);
    expect_equal("visits and their ends", counted(Measure::visits), counted(Measure::visit_ended));
    expect_equal("visits and their lengths", counted(Measure::visits), counted(Measure::visit_length));
    expect_equal("visits and their kinds", counted(Measure::visits), counted(Measure::visit_kind));
    for (std::size_t i = 1; i < kReportFunnel.size(); ++i) {
        auto& steps = sums_[Measure::report_step];
        auto const before = steps[std::string(kReportFunnel[i - 1])];
        auto const after = steps[std::string(kReportFunnel[i])];
        if (after > before)
            complain("a funnel narrows", fmt::format("{}: {} after {}", kReportFunnel[i], after, before));
    }
    expect_equal("quizzes begun, and finished or left", counted(Measure::quiz_started),
                 counted(Measure::quiz_finished) + counted(Measure::quiz_left_at));
    expect_equal("quizzes finished and scores", counted(Measure::quiz_finished), counted(Measure::quiz_score));
    expect_equal("quizzes finished and what was learnt", counted(Measure::quiz_finished), counted(Measure::knowledge));
    expect_equal("quizzes finished and what people mean to do", counted(Measure::quiz_finished),
                 counted(Measure::intent));
    for (auto const& [measure, items] : sums_)
        for (auto const& [item, n] : items)
            if (counts_once(measure) && n > visits_)
                complain("tallies add up", fmt::format("{} {}: {} in {} visits", name_of(measure), item, n, visits_));
    visiting_ = staff_ = false;
}

} // namespace monkey
