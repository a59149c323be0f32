#include "figures/account/wordings.h"
#include "base/utf8.h"

#include <algorithm>

namespace kiosk::figures {

namespace {

constexpr char kAt = '@';

// Marks that an editor may better without changing what is said: stops, quotation marks, dashes, spaces, the mark of
// emphasis.
bool is_mark(char32_t letter)
{
    constexpr std::u32string_view kMarks = U" \t\r\n.,;:!?\"'()*-\u00A0\u00AB\u00BB\u202F\u2010\u2011\u2012\u2013\u2014"
                                           U"\u2018\u2019\u201A\u201C\u201D\u201E\u2026\u00AD";
    return kMarks.find(letter) != std::u32string_view::npos;
}

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// What two texts that say the same have in common. Between digits a mark says something: 1.5 is not 15.
std::string normalized(std::string_view text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        bool const after_digit = at > 0 && is_digit(text, at - 1);
        auto const letter = next_code_point(text, at);
        if (is_mark(letter) && !(after_digit && is_digit(text, at))) continue;
        append_utf8(kept, letter >= U'A' && letter <= U'Z' ? letter + (U'a' - U'A') : letter);
    }
    return kept;
}

// "quiz/question/answer" -> "quiz/question" and "answer"
std::pair<std::string_view, std::string_view> cut_last(std::string_view path)
{
    auto const slash = std::min(path.rfind('/'), path.size());
    return {path.substr(0, slash), slash < path.size() ? path.substr(slash + 1) : std::string_view()};
}

// "age@2026.1" -> "age" and "2026.1"
std::pair<std::string_view, std::string_view> cut_version(std::string_view id)
{
    auto const at = std::min(id.find(kAt), id.size());
    return {id.substr(0, at), at < id.size() ? id.substr(at + 1) : std::string_view()};
}

struct Choice {
    std::string id, words;
    int right = -1;
};

// What a question says, whatever the order of its answers.
std::string wording_signature(std::string_view question, std::vector<Choice> choices)
{
    std::sort(choices.begin(), choices.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    auto text = normalized(question);
    for (auto const& choice : choices)
        text += '\n' + choice.id + '=' + normalized(choice.words) + (choice.right > 0 ? "+" : "");
    return text;
}

bool in_language(WordRow const& row, std::string const& language, std::set<std::string> const& having)
{
    return having.contains(row.content_version) ? row.language == language : true;
}

} // namespace

Wordings::Question const* Wordings::Known::question(std::string_view path) const
{
    auto const [id, version] = cut_version(path);
    auto const found = versions.find(version);
    if (found == versions.end()) return nullptr;
    auto const question = found->second.questions.find(id);
    return question == found->second.questions.end() ? nullptr : &question->second;
}

std::string Wordings::current_signature(std::string_view quiz_and_question) const
{
    auto const& today = known_->today;
    auto const [quiz, id] = cut_last(quiz_and_question);
    if (!today.question || !today.answers) return {};
    std::vector<Choice> choices;
    for (auto const& answer : today.answers(quiz, id)) {
        auto const right = today.right ? today.right(quiz, id, answer) : std::nullopt;
        choices.push_back({answer, today.answer ? today.answer(quiz, id, answer) : answer, right ? int{*right} : -1});
    }
    return wording_signature(today.question(quiz, id), std::move(choices));
}

Wordings::Wordings(std::vector<WordRow> rows, DisplayNames const& today)
{
    known_->today = today;
    std::set<std::string> having; // versions that have the staff's language
    for (auto const& row : rows)
        if (row.language == today.language) having.insert(row.content_version);
    for (auto& row : rows) {
        if (!in_language(row, today.language, having)) continue;
        auto& version = known_->versions[row.content_version];
        if (row.measure == entry(Measure::page_seen).id)
            version.pages.emplace(row.item, row.words);
        else if (row.measure == entry(Measure::quiz_right).id)
            version.questions[row.item].words = row.words;
        else if (row.measure == entry(Measure::quiz_answer).id) {
            auto const [question, answer] = cut_last(row.item);
            auto id = std::string(answer);
            version.questions[std::string(question)].answers.emplace_back(std::move(id), row);
        }
    }
    find_pages();
    find_questions();
}

void Wordings::find_pages()
{
    std::map<std::pair<std::string, std::string>, std::string> first; // version that first had these words
    for (auto const& [version, words] : known_->versions)
        for (auto const& [page, text] : words.pages) {
            auto const now = known_->today.item ? known_->today.item(Measure::page_seen, page) : page;
            if (normalized(now) == normalized(text)) continue;
            auto const& name = first.emplace(std::pair(page, normalized(text)), version).first->second;
            pages_[version][page] = page + kAt + name;
        }
}

void Wordings::find_questions()
{
    std::map<std::pair<std::string, std::string>, std::string> first;
    for (auto const& [version, words] : known_->versions)
        for (auto const& [path, question] : words.questions) {
            std::vector<Choice> choices;
            for (auto const& [id, row] : question.answers) choices.push_back({id, row.words, row.right});
            auto const said = wording_signature(question.words, std::move(choices));
            if (said == current_signature(path)) continue;
            auto const& name = first.emplace(std::pair(path, said), version).first->second;
            questions_[version][path] = path + kAt + name;
        }
}

TallyView Wordings::as_worded(TallyView const& row, std::string& item) const
{
    auto const is = [&](Measure measure) { return row.measure == entry(measure).id; };
    bool const has_page = is(Measure::page_seen) || is(Measure::sources_opened);
    bool const has_answer = is(Measure::quiz_answer) || is(Measure::quiz_right);
    if (!has_page && !has_answer && !is(Measure::quiz_left_at)) return row;
    auto const& renamed = has_page ? pages_ : questions_;
    auto const version = renamed.find(row.content_version);
    if (version == renamed.end()) return row;
    auto const [path, answer] = has_answer ? cut_last(row.item) : std::pair(row.item, std::string_view());
    auto const found = version->second.find(path);
    if (found == version->second.end()) return row;
    item = found->second;
    if (has_answer) item.append("/").append(answer);
    auto as_worded = row;
    as_worded.item = item;
    return as_worded;
}

DisplayNames Wordings::labels() const
{
    auto const known = known_;
    auto labels = known->today;
    auto const of_version = [known](std::string text, std::string_view version) {
        auto form = known->today.words ? known->today.words("figures.wording_of") : std::string();
        if (form.find("{words}") == std::string::npos) form = "{words} ({version})";
        auto const fill = [&](std::string_view name, std::string_view value) {
            if (auto const at = form.find(name); at != std::string::npos) form.replace(at, name.size(), value);
        };
        fill("{version}", version);
        fill("{words}", text);
        return form;
    };
    labels.item = [known, of_version](Measure measure, std::string_view item) {
        auto const [path, version] = cut_version(item);
        auto const found = known->versions.find(version);
        if (found != known->versions.end())
            if (auto const page = found->second.pages.find(path); page != found->second.pages.end())
                return of_version(page->second, version);
        return known->today.item ? known->today.item(measure, item) : std::string(item);
    };
    labels.question = [known, of_version](std::string_view quiz, std::string_view id) {
        if (auto const* question = known->question(std::string(quiz) + "/" + std::string(id)))
            return of_version(question->words.empty() ? std::string(id) : question->words, cut_version(id).second);
        return known->today.question ? known->today.question(quiz, id) : std::string(id);
    };
    labels.answer = [known](std::string_view quiz, std::string_view id, std::string_view answer) {
        if (auto const* question = known->question(std::string(quiz) + "/" + std::string(id)))
            for (auto const& [each, row] : question->answers)
                if (each == answer) return row.words;
        return known->today.answer ? known->today.answer(quiz, id, answer) : std::string(answer);
    };
    labels.right = [known](std::string_view quiz, std::string_view id, std::string_view answer) -> std::optional<bool> {
        if (auto const* question = known->question(std::string(quiz) + "/" + std::string(id))) {
            for (auto const& [each, row] : question->answers)
                if (each == answer && row.right >= 0) return row.right > 0;
            return std::nullopt;
        }
        return known->today.right ? known->today.right(quiz, id, answer) : std::nullopt;
    };
    labels.answers = [known](std::string_view quiz, std::string_view id) {
        std::vector<std::string> ids;
        if (auto const* question = known->question(std::string(quiz) + "/" + std::string(id)))
            for (auto const& [each, row] : question->answers) ids.push_back(each);
        else if (known->today.answers)
            ids = known->today.answers(quiz, id);
        return ids;
    };
    return labels;
}

DisplayNames display_names_of_version(std::vector<WordRow> const& rows, std::string_view version)
{
    struct Words {
        std::map<std::string, WordRow, std::less<>> rows;                     // by "measure item"
        std::map<std::string, std::vector<std::string>, std::less<>> answers; // by "quiz/question"
        std::string of(Measure measure, std::string const& item) const
        {
            auto const found = rows.find(std::string(entry(measure).id) + " " + item);
            return found == rows.end() ? item : found->second.words;
        }
    };
    auto const words = std::make_shared<Words>();
    DisplayNames labels;
    labels.language.clear();
    for (auto const& row : rows) {
        if (row.content_version != version) continue;
        if (labels.language.empty()) labels.language = row.language;
        if (row.language != labels.language) continue;
        words->rows.emplace(row.measure + " " + row.item, row);
        if (row.measure != entry(Measure::quiz_answer).id) continue;
        auto const [question, answer] = cut_last(row.item);
        words->answers[std::string(question)].emplace_back(answer);
    }
    auto const path = [](std::string_view one, std::string_view other) {
        return std::string(one) + "/" + std::string(other);
    };
    labels.item = [words](Measure measure, std::string_view item) { return words->of(measure, std::string(item)); };
    labels.question = [=](std::string_view quiz, std::string_view id) {
        return words->of(Measure::quiz_right, path(quiz, id));
    };
    labels.answer = [=](std::string_view quiz, std::string_view id, std::string_view answer) {
        return words->of(Measure::quiz_answer, path(path(quiz, id), answer));
    };
    labels.answers = [=](std::string_view quiz, std::string_view id) {
        auto const found = words->answers.find(path(quiz, id));
        return found == words->answers.end() ? std::vector<std::string>() : found->second;
    };
    labels.right = [=](std::string_view quiz, std::string_view id, std::string_view answer) -> std::optional<bool> {
        auto const found =
            words->rows.find(std::string(entry(Measure::quiz_answer).id) + " " + path(path(quiz, id), answer));
        if (found == words->rows.end() || found->second.right < 0) return std::nullopt;
        return found->second.right > 0;
    };
    return labels;
}

bool is_earlier_wording(std::string_view id) { return id.find(kAt) != std::string_view::npos; }

} // namespace kiosk::figures
