#include "figures/figures.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::figures {

namespace {

constexpr std::string_view kUnknown = "unknown", kRight = "right";

// "travellers/age/right" -> "travellers/age" and "right".
std::pair<std::string_view, std::string_view> cut_last(std::string_view item)
{
    auto const slash = item.rfind('/');
    if (slash == std::string_view::npos) return {item, {}};
    return {item.substr(0, slash), item.substr(slash + 1)};
}

template <typename Map>
void add_to(Map& map, std::string_view key, std::int64_t n)
{
    auto found = map.find(key);
    if (found == map.end()) found = map.emplace(std::string(key), 0).first;
    found->second += n;
}

// Questions by "quiz/question", each made when it is first met.
class Questions {
public:
    QuestionFigures& at(std::string_view quiz_and_question)
    {
        auto& question = questions_[std::string(quiz_and_question)];
        if (question.question.empty()) {
            auto const [quiz, id] = cut_last(quiz_and_question);
            question.quiz = quiz;
            question.question = id;
        }
        return question;
    }
    std::vector<QuestionFigures> take()
    {
        std::vector<QuestionFigures> list;
        for (auto& [key, question] : questions_) list.push_back(std::move(question));
        return list;
    }

private:
    std::map<std::string, QuestionFigures> questions_;
};

} // namespace

std::string bucket_name(TallyView const& row)
{
    if (row.day.empty()) return std::string(kUnknown);
    std::string bucket(row.day);
    if (row.hour != kWholeDay) bucket += fmt::format("T{:02}", row.hour);
    return bucket;
}

void Figures::add(TallyView const& row)
{
    auto measure = sums.find(row.measure);
    if (measure == sums.end()) measure = sums.emplace(std::string(row.measure), Items()).first;
    add_to(measure->second, row.item, row.n);
    if (content_versions.find(row.content_version) == content_versions.end())
        content_versions.emplace(row.content_version);
    if (row.measure == entry(Measure::quiz_right).id && !row.language.empty()) {
        auto const [question, how] = cut_last(row.item);
        auto& answered = answered_by_language[std::string(question)][std::string(row.language)];
        answered.all += row.n;
        if (how == kRight) answered.right += row.n;
    }
    bool const is_visit = row.measure == entry(Measure::visits).id;
    // A loop that nobody touches has days, too.
    if (is_visit || row.measure == entry(Measure::display_code).id)
        add_to(visits_by_bucket, bucket_name(row), is_visit ? row.n : 0);
    if (is_visit) add_to(visits_by_language, row.language, row.n);
}

void Figures::add(Figures const& other)
{
    for (auto const& [measure, items] : other.sums)
        for (auto const& [item, n] : items) add_to(sums[measure], item, n);
    for (auto const& [bucket, n] : other.visits_by_bucket) add_to(visits_by_bucket, bucket, n);
    for (auto const& [language, n] : other.visits_by_language) add_to(visits_by_language, language, n);
    for (auto const& [question, languages] : other.answered_by_language)
        for (auto const& [language, more] : languages) {
            auto& answered = answered_by_language[question][language];
            answered.right += more.right;
            answered.all += more.all;
        }
    content_versions.insert(other.content_versions.begin(), other.content_versions.end());
}

Items const& Figures::items(Measure measure) const
{
    static Items const kNone;
    auto const found = sums.find(entry(measure).id);
    return found == sums.end() ? kNone : found->second;
}

std::int64_t Figures::sum(Measure measure) const
{
    std::int64_t sum = 0;
    for (auto const& [item, n] : items(measure)) sum += n;
    return sum;
}

std::int64_t Figures::of(Measure measure, std::string_view item) const
{
    auto const& all = items(measure);
    auto const found = all.find(item);
    return found == all.end() ? 0 : found->second;
}

Items Figures::visits_by_day() const
{
    Items days;
    for (auto const& [bucket, n] : visits_by_bucket)
        if (bucket != kUnknown) add_to(days, std::string_view(bucket).substr(0, 10), n);
    return days;
}

std::int64_t Figures::days_with_visits() const
{
    std::int64_t days = 0;
    for (auto const& [day, n] : visits_by_day()) days += n > 0 ? 1 : 0;
    return days;
}

std::string Figures::first_day() const
{
    auto const days = visits_by_day();
    return days.empty() ? std::string() : days.begin()->first;
}

std::string Figures::last_day() const
{
    auto const days = visits_by_day();
    return days.empty() ? std::string() : days.rbegin()->first;
}

std::int64_t Figures::visits_at_unknown_time() const
{
    auto const found = visits_by_bucket.find(kUnknown);
    return found == visits_by_bucket.end() ? 0 : found->second;
}

std::vector<QuestionFigures> Figures::questions() const
{
    Questions questions;
    for (auto const& [item, n] : items(Measure::quiz_right)) {
        auto const [question, how] = cut_last(item);
        auto& figures = questions.at(question);
        figures.answered += n;
        if (how == kRight) figures.right += n;
    }
    for (auto const& [item, n] : items(Measure::quiz_left_at)) questions.at(item).left += n;
    for (auto const& [item, n] : items(Measure::quiz_answer)) {
        auto const [question, answer] = cut_last(item);
        questions.at(question).answers.emplace_back(answer, n);
    }
    return questions.take();
}

Learning Figures::learning() const
{
    Learning learning;
    for (auto const& [item, n] : items(Measure::knowledge)) {
        auto const how = cut_last(item).second;
        if (how == "right-right") learning.stayed_right += n;
        if (how == "wrong-right") learning.learned += n;
        if (how == "right-wrong") learning.unlearned += n;
        if (how == "wrong-wrong") learning.stayed_wrong += n;
    }
    return learning;
}

std::optional<std::int64_t> Figures::engaged() const
{
    if (items(Measure::visit_kind).empty()) return std::nullopt;
    return of(Measure::visit_kind, "engaged");
}

} // namespace kiosk::figures
