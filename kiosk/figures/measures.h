// Measures: everything this kiosk counts, in one table. The visit counts by it, the store saves by it; the export's
// dictionary and the notice "what this screen records" are made from it. What is not in this table is not recorded
// anywhere. It is in this room so that the visit and the store need not know each other.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

enum class Measure {
    visits,
    visit_ended,
    visit_length,
    visit_kind,
    language_chosen,
    screen_seen,
    page_seen,
    dwell,
    sources_opened,
    quiz_started,
    quiz_finished,
    quiz_left_at,
    quiz_answer,
    quiz_right,
    quiz_score,
    knowledge,
    intent,
    quiz_again,
    scene_choice,
    scene_finished,
    comfort,
    support_seen,
    report_step,
    report_place,
    code_shown,
    display_code,
};

// Open measures are published as they are, by day or (at fairs) by hour. Guarded ones belong to reporting and support:
// always by day, and never published below the threshold k.
enum class Guard { open, guarded };

struct MeasureEntry {
    Measure measure;
    std::string_view id;
    Guard guard;
    std::string_view counts; // what one count stands for
    std::string_view items;  // what the item column holds
    std::string_view why;
    std::string_view notice; // its group on the screen's notice: interface notice.group.<notice>
};

constexpr std::array<MeasureEntry, 26> kMeasures{{
    {Measure::visits, "visits", Guard::open, "a visit begun by a touch", "all", "how many people use the kiosk",
     "visits"},
    {Measure::visit_ended, "visit_ended", Guard::open, "a visit ended", "how: leave, idle, restart",
     "whether people leave in peace or walk away", "visits"},
    {Measure::visit_length, "visit_length", Guard::open,
     "a visit of this length, from its beginning to its last touch, without reporting and support", "band of time",
     "whether there is time for what we say", "visits"},
    {Measure::visit_kind, "visit_kind", Guard::open, "a visit that ended, by whether more was touched than to begin it",
     "engaged, only-touched", "how many visits are more than a touch in passing", "visits"},
    {Measure::language_chosen, "language_chosen", Guard::open, "a language chosen by touch", "language code",
     "which translations are needed", "languages"},
    {Measure::screen_seen, "screen_seen", Guard::open, "a screen shown in a visit, each once", "screen",
     "which offers are taken up", "pages"},
    {Measure::page_seen, "page_seen", Guard::open, "a page shown in a visit, each once", "campaign/page",
     "which pages are read", "pages"},
    {Measure::dwell, "dwell", Guard::open, "a screen left, by the time to the last touch on it", "screen/band of time",
     "whether a screen is read or passed over", "pages"},
    {Measure::sources_opened, "sources_opened", Guard::open, "the sources of a page opened", "campaign/page",
     "whether people check what we say", "pages"},
    {Measure::quiz_started, "quiz_started", Guard::open, "the first quiz of a visit begun", "quiz", "reach of the quiz",
     "quiz"},
    {Measure::quiz_finished, "quiz_finished", Guard::open, "the first quiz of a visit brought to its end", "quiz",
     "length of the quiz", "quiz"},
    {Measure::quiz_left_at, "quiz_left_at", Guard::open, "the first quiz of a visit left unfinished", "quiz/question",
     "which question is too hard", "quiz"},
    {Measure::quiz_answer, "quiz_answer", Guard::open, "an answer chosen in the first quiz of a visit",
     "quiz/question/answer", "what travellers believe", "quiz"},
    {Measure::quiz_right, "quiz_right", Guard::open, "a question answered in the first quiz of a visit",
     "quiz/question/right or reconsider", "what travellers know", "quiz"},
    {Measure::quiz_score, "quiz_score", Guard::open, "a finished first quiz of a visit with this score",
     "quiz/band of right answers", "what travellers know", "quiz"},
    {Measure::knowledge, "knowledge", Guard::open,
     "a finished first quiz of a visit by first and last answer to the paired question", "quiz/first-last",
     "whether the kiosk teaches", "quiz"},
    {Measure::intent, "intent", Guard::open,
     "a finished first quiz of a visit by first and last answer to whether one would tell somebody", "quiz/first-last",
     "whether the kiosk moves people to act", "quiz"},
    {Measure::quiz_again, "quiz_again", Guard::open, "a further quiz begun in a visit, each time", "quiz",
     "whether people want more of it", "quiz"},
    {Measure::scene_choice, "scene_choice", Guard::open, "a choice made in a scene, the first time in a visit",
     "set/scene/moment/choice", "what travellers would do", "quiz"},
    {Measure::scene_finished, "scene_finished", Guard::open, "a scene brought to its end, the first time in a visit",
     "set/scene", "whether scenes hold people", "quiz"},
    {Measure::comfort, "comfort", Guard::open, "a reading aid used in a visit, each once",
     "large-text, contrast, less-movement, keyboard", "whether reading aids are found", "aids"},
    {Measure::support_seen, "support_seen", Guard::guarded, "a page of help and support shown in a visit, each once",
     "page", "whether support is found", "reporting"},
    {Measure::report_step, "report_step", Guard::guarded,
     "a visit that came at least as far as this step of reporting; of steps aside, one that was there", "step",
     "where people give up", "reporting"},
    {Measure::report_place, "report_place", Guard::guarded,
     "a place where it happened, looked up in a visit, each once; countries without a channel as elsewhere", "place",
     "for which places channels are needed", "reporting"},
    {Measure::code_shown, "code_shown", Guard::guarded,
     "a code of a channel shown by reporting in a visit, each once; not those shown to all", "channel",
     "whether people are taken to a channel", "reporting"},
    {Measure::display_code, "display_code", Guard::open, "a code shown by the loop of the trade-fair screen", "channel",
     "how often passers-by could have taken an address along", "display"},
}};

// The items of report_step that follow one another: each counts the visits that came at least so far, so that over all
// languages none exceeds the one before it. All other items are side steps. A visit counts in several items, so that a
// sum over them means nothing.
inline constexpr std::array<std::string_view, 3> kReportFunnel{"danger", "where", "channel"};

constexpr MeasureEntry const& entry(Measure measure) { return kMeasures[static_cast<std::size_t>(measure)]; }

constexpr std::optional<Measure> measure_by_id(std::string_view id)
{
    for (auto const& row : kMeasures)
        if (row.id == id) return row.measure;
    return std::nullopt;
}

// One thing to be counted. Nothing in it says who, when (beyond the bucket the store gives it) or in what order.
struct Count {
    Measure measure = Measure::visits;
    std::string item;
    std::string language;
    auto operator<=>(Count const&) const = default;
};

} // namespace kiosk
